"""Why a table was not read: a code, the file, the line and the facts. Never a sentence; `wording` makes those."""

from __future__ import annotations

from pathlib import Path


class Unreadable(Exception):
    """A table that is not taken in as it stands. Nothing of it is kept: a half-read list of consents misleads."""

    def __init__(self, code: str, path: Path, line: int | None = None, **facts: object) -> None:
        super().__init__(code)
        self.code, self.path, self.line = code, path, line
        self.facts: dict[str, object] = facts

    def __str__(self) -> str:
        # For a log: the names of the facts, never their values, since a cell may hold the name of a child.
        place = self.path.name if self.line is None else f"{self.path.name}:{self.line}"
        return f"{self.code} ({place}; {', '.join(sorted(self.facts)) or 'no facts'})"
