"""What a school lists beside people: where a person is shown, and what must come down."""
