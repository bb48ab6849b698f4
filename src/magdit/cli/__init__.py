"""The door for the terminal: one file per command."""
