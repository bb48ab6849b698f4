"""A name as it is kept. Cleans, or refuses with a code; knows names only.

Taken out: what nobody can see (control and format characters, fillers). Refused: what is no name (emoji, digits, a
stack of accents, a Cyrillic letter among Latin ones): a name that is not what it looks like hides a child.
"""

from __future__ import annotations

import unicodedata

from magdit.areas.journal.refused import Refused

LENGTHS = {"first": 120, "called": 80, "infix": 30, "last": 160, "name": 200, "group": 80}
DUTCH = {
    "first": "voornamen", "called": "roepnaam", "infix": "voorvoegsel", "last": "achternaam", "name": "naam",
    "group": "naam van de groep",
}  # fmt: skip
_IN_A_NAME = frozenset(" -'’.·")
_IN_A_TITLE = _IN_A_NAME | frozenset('0123456789&,/()+:"“”‘!')  # of an institution, school or group
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0") | {chr(sign) for sign in range(0xFE00, 0xFE10)}
_APOSTROPHES = str.maketrans({"`": "'", "´": "'", "ʼ": "'", "′": "'", "‐": "-", "‑": "-", "–": "-"})
_OF_ONE_SCRIPT = frozenset({"LATIN", "CYRILLIC", "GREEK"})


def clean(text: str, *, field: str, institution: bool = False) -> str:
    """A name as it is kept. `institution`: or a school or group, whose names may hold digits."""
    seen = "".join(" " if sign.isspace() else sign for sign in text.translate(_APOSTROPHES))
    seen = "".join(sign for sign in unicodedata.normalize("NFKC", seen) if not _unseen(sign))
    kept = " ".join(seen.split())
    if len(kept) > LENGTHS[field]:
        raise Refused("name_long", field=DUTCH[field], most=LENGTHS[field])
    if kept and (not _is_a_name(kept, institution=institution) or _stacked(kept) or _disguised(kept)):
        raise Refused("name_sign", field=DUTCH[field])
    return kept


def _unseen(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf"} or sign in _UNSEEN


def _is_a_name(text: str, *, institution: bool) -> bool:
    allowed = _IN_A_TITLE if institution else _IN_A_NAME
    belongs = all(unicodedata.category(sign)[0] in "LM" or sign in allowed for sign in text)
    return belongs and any(sign.isalpha() or (institution and sign.isdigit()) for sign in text)


def _stacked(text: str) -> bool:
    """A mark with no letter under it, or more on one letter than any script writes."""
    marks, letter = 0, False
    for sign in text:
        is_mark = unicodedata.category(sign)[0] == "M"
        marks = marks + 1 if is_mark else 0
        if marks > 3 or (is_mark and not letter):
            return True
        letter = is_mark or sign.isalpha()
    return False


def _disguised(text: str) -> bool:
    """A word of letters from two alphabets that look alike."""
    for word in text.split():
        scripts = {unicodedata.name(sign, "?").split()[0] for sign in word if sign.isalpha()}
        if len(scripts & _OF_ONE_SCRIPT) > 1:
            return True
    return False
