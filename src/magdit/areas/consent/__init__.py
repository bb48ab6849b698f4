"""Consents: what is asked under which text, who answered what, and what that means today."""
