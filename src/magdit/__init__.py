"""Mag dit? A draft and a protocol go in; a verdict comes out, with the clause that decides and the way to yes."""

__version__ = "0.1.0"
