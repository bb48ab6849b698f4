"""Consents of children and of oneself."""
