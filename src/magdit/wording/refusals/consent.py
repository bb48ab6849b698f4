"""Refusals about consents, rounds and texts."""

SENTENCES: dict[str, str] = {}
