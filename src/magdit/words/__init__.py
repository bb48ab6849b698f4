"""Closed vocabularies that everyone here speaks in: roles, actions, media, states and verdicts, each with its Dutch word."""
