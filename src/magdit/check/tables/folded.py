"""Spellings brought to one form, so that a heading or name is recognised however it was typed. For comparing only."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a base letter and an accent.
LOOSE_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ð": "d", "þ": "th"}
)


def folded(value: str) -> str:
    """Lower case, without accents, spaces and marks: 'Geboorte-datum ' and 'geboortedatum' become one."""
    plain = unicodedata.normalize("NFKD", value).lower().translate(LOOSE_LETTERS)
    return "".join(mark for mark in plain if mark.isalnum())
