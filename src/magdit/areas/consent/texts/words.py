"""The words of a question as one value: what a family reads, which places in them are filled in, and their mark.

Knows no rows. The mark is the hash over the words as they are kept, with the places still open: `{naam}`, `{school}`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

SOURCE = "nl"  # the language in which a board writes; all others translate it
PLACES = frozenset({"naam", "school"})
PLACE = re.compile(r"\{([^{}]*)\}")
LONGEST = {"title": 200, "body": 4000, "why": 1000}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Words:
    """A question with its explanation and its reason, in one language."""

    title: str
    body: str
    why: str = ""

    def parts(self) -> tuple[tuple[str, str], ...]:
        """Each part with its name."""
        return (("title", self.title), ("body", self.body), ("why", self.why))


def mark_of(words: Words, *, language: str) -> str:
    """The hash over the words: two texts that read the same have the same mark."""
    told = "\x1f".join((language, words.title, words.body, words.why))
    return sha256(unicodedata.normalize("NFC", told).encode()).hexdigest()


def tidy(words: Words) -> Words:
    """The words without what nobody can see: other line ends, spaces around them, control signs."""
    return Words(*(_tidy(part) for _, part in words.parts()))


def faults(words: Words) -> tuple[str, ...]:
    """What is wrong with words that a person wrote, as codes: empty, too long, a place we do not know."""
    found = [] if words.title and words.body else ["text_empty"]
    if any(len(part) > LONGEST[name] for name, part in words.parts()):
        found.append("text_long")
    if any(places_in(part) - PLACES or _loose_brackets(part) for _, part in words.parts()):
        found.append("text_place")
    return tuple(found)


def places_in(text: str) -> frozenset[str]:
    """The names of the places that are filled in when the text is shown."""
    return frozenset(PLACE.findall(text))


def filled(words: Words, values: Mapping[str, str]) -> Words:
    """The words with every place filled in; KeyError when a value is missing."""
    return Words(*(PLACE.sub(lambda found: values[found.group(1)], part) for _, part in words.parts()))


def _tidy(text: str) -> str:
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(" ".join("".join(_seen(sign) for sign in line).split()) for line in lines).strip()


def _seen(sign: str) -> str:
    if sign.isspace():
        return " "
    # Joiners are letters' business in Persian and many Indian languages, so format signs stay; control signs go.
    return "" if unicodedata.category(sign) in {"Cc", "Cs", "Co"} else sign


def _loose_brackets(text: str) -> bool:
    return bool(set(PLACE.sub("", text)) & {"{", "}"})
