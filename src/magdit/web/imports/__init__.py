"""Lists from other systems: hand in, say what the columns are, look what would change, and take over."""
