"""Facts and clauses in, a verdict with its grounds out. Pure thought: the standard library only."""
