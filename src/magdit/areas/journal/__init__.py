"""The journal: who did or saw what, and when; unbroken per board. Knows kinds and opaque ids, never a name."""
