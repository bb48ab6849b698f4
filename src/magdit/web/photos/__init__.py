"""Photos of my child, or of me: where they were published, and asking to take them down."""
