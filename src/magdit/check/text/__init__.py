"""What a text gives away: names, contact data, numbers, and words that ask for a second look."""
