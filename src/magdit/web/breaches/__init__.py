"""Possible data breaches: anyone at the school says that there is one, and who handles them sees the clock run."""
