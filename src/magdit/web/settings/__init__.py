"""Settings: one's own, the school's, keys for programs."""
