"""What is asked at all, of whom and how often: read from the packs by supposing the act."""
