"""What must be taken down at a school: who is on it, by when, and saying that it is gone."""
