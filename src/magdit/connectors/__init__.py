"""Ways to a channel: how a post is placed there, found again and taken away. Small plug-ins; they know no rows."""
