"""Packs as files: read, check, find, describe, test against their cases."""
