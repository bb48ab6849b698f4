"""Why a file was not taken in, written or looked at: a code and its facts. Never a sentence; `wording` makes those."""

from __future__ import annotations


class Refused(Exception):
    """Something asked for was not done, and nothing was changed. `facts` holds what a reader needs to act."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: dict[str, object] = facts

    def __str__(self) -> str:
        return f"{self.code}: " + ", ".join(f"{name}={value}" for name, value in sorted(self.facts.items()))
