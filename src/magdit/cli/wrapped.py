"""Lines that fit in the terminal; what is listed keeps its place under its number. Not for commands to copy."""

from __future__ import annotations

import re
import shutil

NARROWEST = 20
LISTED = re.compile(r"\s*(?:\d+\. )?")


def wrapped(text: str, width: int | None = None) -> str:
    """The same text in lines of at most this width, by default that of the terminal."""
    import textwrap

    room = max(NARROWEST, width or shutil.get_terminal_size().columns)
    return "\n".join(
        textwrap.fill(
            line,
            room,
            subsequent_indent=" " * _indent(line),
            break_long_words=False,
            break_on_hyphens=False,
            drop_whitespace=True,
        )
        for line in text.split("\n")
    )


def _indent(line: str) -> int:
    found = LISTED.match(line)
    return found.end() if found else 0
