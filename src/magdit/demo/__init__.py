"""One post of an invented class, with real photographs, under more than one protocol."""
