"""Which letters our typeface has, and a text made ready for paper. A name is never a reason for no receipt at all.

Letters that the typeface lacks become a box, and the page says so; what is invisible and could hide or turn a name
(control signs, marks that change the direction of writing) is left out.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from magdit.areas.consent.texts.catalogue import DATA

FONTS = DATA / "fonts"
BOX = "□"
LONGEST_WORD, BREAK_AFTER, BREAK = 40, 20, "\u200b"
# They turn what follows around, also beyond the name: a caption could then read as another one.
TURNS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c")

UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})


def printable(text: str) -> str:
    """A text of which every sign can be set; the words themselves stay as they are wherever possible."""
    told = "".join(_signs(unicodedata.normalize("NFC", text)))
    if text and not told.strip():
        return BOX  # nothing of it can be seen, and a heading without words cannot be read aloud
    return re.sub(rf"\S{{{LONGEST_WORD},}}", lambda word: _broken(word.group()), told)


def printable_all(value: Any) -> Any:
    """The same for every text in a tree of plain data."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: printable_all(inner) for key, inner in value.items()}
    return [printable_all(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def flat(text: str) -> str:
    """A text on one line, without signs that nobody sees or that turn what follows. For e-mail: any letter goes."""
    seen = (" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", text) if sign not in TURNS)
    return " ".join("".join(sign for sign in seen if unicodedata.category(sign) not in UNSEEN).split())


@cache
def letters() -> frozenset[int]:
    """Every sign that both the regular and the bold typeface have."""
    return frozenset.intersection(*(frozenset(_mapped(path.read_bytes())) for path in sorted(FONTS.glob("*.ttf"))))


def _signs(text: str) -> Iterator[str]:
    for sign in text:
        if sign in TURNS or unicodedata.category(sign) in UNSEEN:
            yield "\n" if sign == "\n" else " " if sign == "\t" else ""
        elif ord(sign) in letters():
            yield sign
        elif sign.isspace():
            yield " "
        else:
            yield _nearest(sign)


def _nearest(sign: str) -> str:
    """The letter without what hangs on it, if we have that; nothing for what is not seen; else a box."""
    plain = "".join(part for part in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(part))
    if plain and all(ord(part) in letters() for part in plain):
        return plain
    return "" if unicodedata.category(sign) in {"Cf", "Mn", "Me"} else BOX


def _broken(word: str) -> str:
    if "://" in word:
        return word.replace("/", "/" + BREAK)
    return BREAK.join(word[at : at + BREAK_AFTER] for at in range(0, len(word), BREAK_AFTER))


def _mapped(font: bytes) -> Iterator[int]:
    """The code points of a TrueType font, from its table of segments (cmap, format 4)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    places = {
        font[12 + 16 * at : 16 + 16 * at]: struct.unpack_from(">I", font, 20 + 16 * at)[0] for at in range(tables)
    }
    cmap = places[b"cmap"]
    for at in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        table = cmap + struct.unpack_from(">I", font, cmap + 8 + 8 * at)[0]
        if struct.unpack_from(">H", font, table)[0] == 4:
            yield from _segments(font, table)
            return


def _segments(font: bytes, table: int) -> Iterator[int]:
    count = struct.unpack_from(">H", font, table + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, table + 14)
    starts = struct.unpack_from(f">{count}H", font, table + 16 + 2 * count)
    for start, end in zip(starts, ends, strict=True):
        yield from range(start, end + 1 if end < 0xFFFF else end)
