"""What is destroyed when, what keeps it back, and the proof that it went."""
