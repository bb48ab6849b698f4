"""What reading an answer shares: what is wanted, what is unclear, and the small words for yes, no, nobody, no idea."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from magdit.words.vocabulary import Vocabulary

YES = frozenset("ja j jawel klopt zeker yes".split())
NO = frozenset("nee n neen niet no".split())
NOBODY = frozenset("niemand niets niks geen nul 0 leeg nee".split())
UNKNOWN = frozenset(("weet ik niet", "weet niet", "ik weet het niet", "weet het niet", "onbekend", "geen idee", "wn"))
NEARLY = 0.84


class Unclear(ValueError):
    """An answer that cannot be read: what to say, and the word that was probably meant."""

    def __init__(self, message: str, meant: str | None = None) -> None:
        super().__init__(message)
        self.message, self.meant = message, meant


@dataclass(frozen=True, slots=True)
class Wanted:
    """What sort of answer fits, out of which words, on which day it is asked, and what the one who asks is."""

    kind: str
    words: Vocabulary | None = None
    today: date = date.min
    may_be_none: bool = False
    leaves: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    author: tuple[str, ...] = ()


def says_unknown(text: str) -> bool:
    """Whether this is 'I do not know'."""
    return plain_of(text) in UNKNOWN


def plain_of(text: str) -> str:
    """The same without capitals, a full stop, or more than one space."""
    return " ".join(text.casefold().strip().rstrip(".!").split())


def parts_of(text: str) -> list[str]:
    """The parts of an answer of several things."""
    return [part.strip() for part in re.split(r"[,;&+]|\s+en\s+", text) if part.strip()]
