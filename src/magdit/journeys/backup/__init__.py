"""A back-up of everything a school keeps, in one file, and putting it back on an empty machine."""
