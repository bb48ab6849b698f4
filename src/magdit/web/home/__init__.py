"""Home: what asks for attention."""
