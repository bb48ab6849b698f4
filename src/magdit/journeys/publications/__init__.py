"""What went out, to look back at: for who answers for it at the school, and for who is in it."""
