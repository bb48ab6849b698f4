"""How the journal names an article when a post is sent or asked about. A board may number its own as it likes."""

from __future__ import annotations

import re

from magdit.areas.journal.allowed import is_code

PIECE = re.compile(r"[a-z0-9]+")


def clause_code(number: str) -> str:
    """An article as a line takes it: there a bare number, or a word with a capital, could be anything."""
    code = f"artikel:{'.'.join(PIECE.findall(number.lower()))}"
    return code if is_code(code) else ""
