"""Refusals about imports and exports."""

SENTENCES: dict[str, str] = {}
