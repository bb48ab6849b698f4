"""The author's text beside a plain form of it, with the way back. Folds and splits; finds nothing.

`folded` is lower case without accents and invisible signs; every sign in it knows the code points it came from.
`words` are its letters and numbers, split at underscores, digits and camelCase too, as in #NoorVanDijk.
`spoken` is those words with single spaces, so that one pattern fits 'Noor van Dijk', noor_van_dijk and NoorVanDijk.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from magdit.check.tables.folded import LOOSE_LETTERS

_SAME = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " "})
_ODD = re.compile(r"([^\x00-\x7f])")
_RUN = re.compile(r"([^\W\d_]+(?:'[^\W\d_]+)*|\d+)")
_PLAIN_RUN = re.compile(r"([a-z]+(?:'[a-z]+)*|[0-9]+)")  # the same in a text of plain signs, in half the time
# An abbreviation keeps a name together: the full stop behind it ends no sentence.
_ABBREVIATIONS = frozenset(
    {"st", "mr", "mw", "mej", "mevr", "dhr", "dr", "drs", "ing", "ir", "prof", "vd", "fam", "mrs", "ms", "ds", "hr"}
)
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))

JOINED, COMMA, BROKEN = " ", " , ", " | "
_SHORT = 8  # signs between two words: what is longer is not worth remembering


class Word(NamedTuple):  # a tuple, since every word of every text is one: half the time of a dataclass
    """A run of letters or digits: its plain form, its place in `folded` and in `spoken`, and how it was written."""

    plain: str
    at: int
    spoken_at: int
    gap: str  # JOINED, COMMA or BROKEN: how it hangs together with the word before
    opens: bool  # it opens a sentence or a line, so its capital says nothing
    capital: bool
    shouted: bool  # all capitals, more than one letter


@dataclass(frozen=True, slots=True)
class Text:
    """A text ready to be looked at. Offsets handed out are always those of `original`."""

    original: str
    folded: str
    words: tuple[Word, ...]
    spoken: str
    plains: frozenset[str]  # the different words: enough for most finders to see that they have nothing to do
    _starts: Sequence[int]
    _ends: Sequence[int]

    @classmethod
    def of(cls, original: str) -> Text:
        """Fold and split once; every finder reads from the same result."""
        folded, starts, ends = _fold(original)
        words = tuple(_words(original, folded=folded, starts=starts))
        spoken = "".join([part for word in words for part in (word[3], word[0])]) + " "
        return cls(original, folded, words, spoken, frozenset([word[0] for word in words]), starts, ends)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the original behind folded[start:end]; accents on the last letter belong to it."""
        return self._starts[start], self._ends[end - 1]

    def span_of(self, first: Word, last: Word) -> tuple[int, int]:
        """The code points from the first word up to and including the last."""
        return self.span(first.at, last.at + len(last.plain))


def _fold(original: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """The plain signs, and where each of them starts and ends. Mostly one for one: then two ranges say it all."""
    one_for_one = range(len(original)), range(1, len(original) + 1)
    if original.isascii():
        return original.lower().replace("`", "'"), *one_for_one
    parts = _ODD.split(original)  # plain stretches, with one sign of another kind between
    odd = [_plain(sign) for sign in parts[1::2]]
    if any(len(plain) != 1 for plain, _ in odd):
        return _fold_by_sign(original)
    parts[1::2] = [plain for plain, _ in odd]
    parts[::2] = [part.lower().replace("`", "'") for part in parts[::2]]
    return "".join(parts), *one_for_one


def _fold_by_sign(original: str) -> tuple[str, Sequence[int], Sequence[int]]:
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, sign in enumerate(original):
        plain, is_mark = _plain(sign)
        if is_mark and ends and ends[-1] == place:
            ends[-1] = place + 1
        signs.extend(plain)
        starts.extend([place] * len(plain))
        ends.extend([place + 1] * len(plain))
    return "".join(signs), tuple(starts), tuple(ends)


@lru_cache(maxsize=1024)
def _plain(sign: str) -> tuple[str, bool]:
    """The plain letters of one sign, and whether it is a mark that belongs to the sign before."""
    if sign < "\x80":
        return ("'" if sign == "`" else sign.lower()), False
    category = unicodedata.category(sign)
    if category[0] == "M":
        return "", True
    if category == "Cf":  # zero-width spaces and joiners: written to hide a name, or by accident
        return "", False
    apart = unicodedata.normalize("NFKD", sign.translate(_SAME)).lower().translate(LOOSE_LETTERS)
    return "".join(part for part in apart if unicodedata.category(part)[0] != "M"), False


def _words(original: str, *, folded: str, starts: Sequence[int]) -> list[Word]:
    """Every word. This runs for each word of each text: one without a capital takes the short way."""
    words: list[Word] = []
    new, is_range = tuple.__new__, isinstance(starts, range)
    parts = (_PLAIN_RUN if folded.isascii() else _RUN).split(folded)  # what stands between, a run, between, a run …
    start, length, last = 0, 0, ""
    for between, run in zip(parts[::2], parts[1::2], strict=False):
        start += len(between)
        end = start + len(run)
        if (original[start:end] if is_range else original[starts[start] : starts[end - 1] + 1]) == run:
            gap, opens = _hangs(between, last) if last and between != " " else (JOINED, not last)
            length += len(gap)
            words.append(new(Word, (run, start, length, gap, opens, False, False)))
            length, last = length + len(run), run
        else:
            for at, behind in _pieces(original, starts=starts, run=(start, end)):
                plain, written = folded[at:behind], original[starts[at] : starts[behind - 1] + 1]
                gap, opens = _hangs(between, last) if last and between != " " else (JOINED, not last)
                length += len(gap)
                capital = written[0].isupper()
                shouted = capital and len(plain) > 1 and written.isupper()
                words.append(new(Word, (plain, at, length, gap, opens, capital, shouted)))
                length, last, between = length + len(plain), plain, ""
        start = end
    return words


def _hangs(between: str, before: str) -> tuple[str, bool]:
    """How a word hangs together with the word before, and whether it opens a sentence."""
    if len(between) <= _SHORT:
        return _hangs_shortly(between, before if len(before) <= _LONGEST_ABBREVIATION else "")
    gap = _gap(between, before=before)
    return gap, _opens(between, gap)


@lru_cache(maxsize=4096)
def _hangs_shortly(between: str, before: str) -> tuple[str, bool]:
    gap = _gap(between, before=before)
    return gap, _opens(between, gap)


def _pieces(original: str, *, starts: Sequence[int], run: tuple[int, int]) -> Iterable[tuple[int, int]]:
    start, end = run
    behind = original[starts[start] + 1 : starts[end - 1] + 1]
    if behind == behind.lower():  # the ordinary word: nothing to cut
        return (run,)
    return pairwise((start, *_camel_cuts(original, starts=starts, run=run), end))


def _camel_cuts(original: str, *, starts: Sequence[int], run: tuple[int, int]) -> Iterator[int]:
    """Where a new word starts inside one run: noor|Van|Dijk, IMG|Noor."""
    start, end = run
    for place in range(start + 1, end):
        here, before = original[starts[place]], original[starts[place - 1]]
        if not here.isupper() or starts[place] == starts[place - 1]:
            continue
        next_is_lower = place + 1 < end and original[starts[place + 1]].islower()
        if before.islower() or (before.isupper() and next_is_lower and place - start > 1):
            yield place


def _gap(between: str, *, before: str) -> str:
    if between == " ":
        return JOINED
    signs = set(between)
    if between == "/" and before == "v":  # 'v/d Berg'
        return JOINED
    if between.count("\n") > 1 or " - " in between:
        return BROKEN
    if signs <= set(" \t\r\n_-'"):
        return JOINED
    if signs <= {".", " "}:
        abbreviated = (len(before) == 1 and before.isalpha()) or before in _ABBREVIATIONS
        return JOINED if between == "." or (abbreviated and between.count(".") == 1) else BROKEN
    return COMMA if signs <= {",", " ", "\n"} and signs >= {","} else BROKEN


def _opens(between: str, gap: str) -> bool:
    if between == " ":
        return False
    return "\n" in between or (gap == BROKEN and not set(between) <= set(" ,;:/()[]&+\"'-"))
