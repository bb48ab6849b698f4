"""Names of the roster written so that no one should find them: N00r, no*r, n o o r, N.o.o.r. Never certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase

from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.index import Index
from magdit.check.text.people.weighed import Placed
from magdit.check.text.text import Text

_FOR_LETTERS = str.maketrans("013457@$€!", "oleastaseI".lower())
_MIXED = re.compile(
    r"(?<![^\W_])(?=[a-z0-9@$€!*]*[013457@$€!*])(?=[a-z0-9@$€!*]*[a-z])[a-z0-9@$€*!]{3,20}(?<!!)(?![^\W_])"
)
_SPACED = re.compile(r"(?<![\w'])[a-z](?:([ .·*-])[a-z])(?:\1[a-z]){1,12}(?![\w'])")
_HINT = re.compile(r"[a-z][013457@$€*]+[a-z]|(?<![^\W_])[a-z][ .·*-][a-z](?![\w'])")
_SIGN = re.compile(r"[013457@$€*][a-z]")
_SHORTEST = 4


def disguised(text: Text, index: Index, taken: frozenset[int]) -> Iterator[Placed]:
    """Every such name; a name that is a word as well does not count."""
    alone = 1 in map(len, text.plains)  # a letter by itself
    if not ((alone or _SIGN.search(text.folded)) and _HINT.search(text.folded)):
        return
    for found in (*_MIXED.finditer(text.folded), *_SPACED.finditer(text.folded)):
        is_spaced = found.re is _SPACED
        name = re.sub(r"[^a-z]", "", found[0]) if is_spaced else found[0].translate(_FOR_LETTERS)
        people = _people(name, index)
        place = next(at for at, word in enumerate(text.words) if word.at + len(word.plain) > found.start())
        if people and place not in taken:
            everyone = tuple(index.people[number] for number in people)
            yield Placed(found.start(), found.end(), place, "mogelijk", "roster_disguised", everyone)


def _people(name: str, index: Index) -> list[int]:
    if len(name) < _SHORTEST:
        return []
    if "*" in name:
        fitting = [name.replace("*", letter) for letter in ascii_lowercase] if name.count("*") == 1 else []
        return [number for given in fitting for number in index.by_given.get(given, ())]
    return index.by_given.get(name, []) if commonness(name) <= Commonness.SELDOM else []
