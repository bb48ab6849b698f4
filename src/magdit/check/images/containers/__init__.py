"""Walks over the parts of an image file without decoding a pixel, one format per file."""
