"""The web door: a folder per room. Reads a request, makes one call down, writes the answer."""
