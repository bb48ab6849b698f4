"""Closed vocabularies that everyone here speaks in, from roles to verdicts, each with its Dutch word."""
