"""A picture that someone found, traced back to the publication it came from."""
