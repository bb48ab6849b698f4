"""A published picture found again by how it looks as a whole: 19 hashes a picture, compared bit by bit. No faces."""
