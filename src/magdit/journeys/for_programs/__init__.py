"""What other programs ask over the API: stories that cross areas, each one call."""
