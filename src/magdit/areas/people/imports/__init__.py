"""Lists from other systems: read (pure), compared with the register, and only then taken over."""
