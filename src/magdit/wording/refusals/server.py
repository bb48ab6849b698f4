"""Refusals about the server, back-ups and the data folder."""

SENTENCES: dict[str, str] = {}
