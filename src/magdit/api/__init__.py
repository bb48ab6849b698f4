"""The door for other programs: HTTP and JSON under /api/v1/, with a key instead of a password."""
