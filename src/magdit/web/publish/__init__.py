"""Sending a post out, and seeing how it goes: where, when, what leaves, and what a person does by hand."""
