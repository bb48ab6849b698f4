"""The command line: read the request, make one call down, write the answer."""
