"""Names glued to other words in a hashtag or a file name: #teamnoor, #jufhanneke, noorenbram.jpg."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from magdit.check.text.data import word_list
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.index import Index
from magdit.check.text.people.known import first_names, is_compound, is_ordinary, ordinary_words
from magdit.check.text.people.weighed import Placed
from magdit.check.text.text import Text, Word

_SHORTEST_TAG, _LONGEST_TAG = 6, 40
_SHORTEST_NAME, _LONGEST_PIECE = 3, 16
_PIECES = 6
_FILES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".mp4", ".mov", ".pdf", ".doc", ".tif")
_TITLES = ("juf", "meester", "opa", "oma")
_HINT = re.compile(r"#|\.(?:jpe?g|png|gif|webp|heic|mp4|mov|pdf|doc|tif)")
_LEADS = frozenset(
    {"juf", "meester", "team", "en", "met", "hoera", "trotsop", "hulde", "voor", "van", "door", "opa", "oma"}
)


def in_tags(text: Text, index: Index, taken: frozenset[int]) -> Iterator[Placed]:
    """Every name of the roster that stands glued in a tag or a file name."""
    if not _HINT.search(text.folded):
        return
    for place, word in enumerate(text.words):
        if place in taken or not _SHORTEST_TAG <= len(word.plain) <= _LONGEST_TAG or not _is_tag(text, word):
            continue
        if not word.plain.isalpha() or is_ordinary(word.plain) or is_compound(word.plain):
            continue
        for start, name in _names(word.plain, index):
            people = tuple(index.people[number] for number in index.by_given.get(name, ()))
            yield Placed(
                word.at + start,
                word.at + start + len(name),
                place,
                "mogelijk",
                "roster_in_a_tag" if people else "stranger_in_a_tag",
                people,
            )


def _is_tag(text: Text, word: Word) -> bool:
    if word.at and text.folded[word.at - 1] == "#":
        return True
    return text.folded.startswith(_FILES, word.at + len(word.plain))


def _names(tag: str, index: Index) -> list[tuple[int, str]]:
    """The names in the division of the tag into the fewest pieces; none when it can be divided without names."""
    best: list[tuple[int, int, tuple[tuple[int, str], ...]] | None] = [None] * (len(tag) + 1)
    best[0] = (0, 0, ())
    for end in range(2, len(tag) + 1):
        for start in range(max(0, end - _LONGEST_PIECE), end - 1):
            before, piece = best[start], tag[start:end]
            if before is None or before[0] >= _PIECES:
                continue
            is_name = _is_name(piece, index, led=_led(tag[:start]), titled=tag[:start].endswith(_TITLES))
            if not is_name and not _is_filler(piece):
                continue
            names = (*before[2], (start, piece)) if is_name else before[2]
            candidate = (before[0] + 1, before[1] + is_name, names)
            known = best[end]
            if known is None or candidate[:2] < known[:2]:
                best[end] = candidate
    whole = best[-1]
    return list(whole[2]) if whole is not None else []


def _led(head: str) -> bool:
    return head.endswith(tuple(_LEADS))


def _is_name(piece: str, index: Index, *, led: bool, titled: bool) -> bool:
    if len(piece) < _SHORTEST_NAME:
        return False
    if piece not in index.by_given:
        return titled and piece in first_names()
    level = commonness(piece)
    return level is Commonness.NAME or (level is Commonness.SELDOM and len(piece) > _SHORTEST_NAME) or led


@lru_cache(maxsize=4096)
def _is_filler(piece: str) -> bool:
    is_other_name = len(piece) > _SHORTEST_NAME and piece in first_names() and commonness(piece) is Commonness.NAME
    return (
        is_other_name
        or piece in ordinary_words()[0]
        or (len(piece) > 4 and is_ordinary(piece))
        or piece in _LEADS
        or piece in word_list("around_names")["title"]
    )
