"""Refusals about the journal and its keys."""

SENTENCES: dict[str, str] = {}
