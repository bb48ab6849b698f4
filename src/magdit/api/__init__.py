"""The API: what other programs may ask and tell, each with a key of one board."""
