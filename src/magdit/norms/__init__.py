"""An act and the clauses of a protocol go in; a verdict with its grounds comes out. Standard library only."""
