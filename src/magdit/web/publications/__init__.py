"""What a school published: the list, one publication with all that is known of it, and tracing a found picture."""
