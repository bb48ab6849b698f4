"""The privacy officer: search, history, export, figures."""
