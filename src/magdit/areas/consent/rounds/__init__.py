"""Asking a whole school: rounds, reminders, the birthday on which a pupil begins to decide, and the letters."""
