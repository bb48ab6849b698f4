"""Mag dit?: handing in a post, seeing at once whether it may go out, and mending it."""
