"""The author's text as one line of plain tokens, tricks read away, each word graded: 'homos·G'. It judges nothing.

'k*t', 'h 0 e r', 'kuuuut' and 'canker' are read as the word they stand for, but only when that is a word we know.
Every token keeps its place in the folded text, so that a finding points at what the author wrote.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from magdit.check.text.finders.tone_glue import glued_apart
from magdit.check.text.finders.tone_rule import is_any_for, rules_by_word
from magdit.check.text.finders.tone_tricks import is_split, read_word, spaced_words
from magdit.check.text.finders.tone_words import grades, is_ordinary
from magdit.check.text.text import Text

_CHUNK = re.compile(r"[^\s/|\\]+|\n+|[/|\\]")
_PIECE = re.compile(r"[a-z']*[a-z]|\d+|[.,!?;:()\"😘❤🥰😍🤗💕]")
# Signs between or before letters, and letters with a space between: worth a closer reading.
_TRICK = re.compile(
    r"[a-z][*#$!|€+0-9%]+[a-z]|[a-z]@[a-z0-9]{1,12}(?![a-z0-9.@-])|(?<!\w)[0134579$][a-z]{3}|[а-яα-ω]"
    r"|(?<![^\W_])[a-z0-9]([ .\-_*])[a-z0-9]\1[a-z0-9](?![^\W_])|[a-z][.\-_][a-z][.\-_][a-z][.\-_]"
    r"|(?<![^\W_])(?:kk?-|kut-|kanker-|[a-z]{1,3} [a-z] [a-z](?![^\W_]))"
)
_A_SIGN, _STRANGE = re.compile(r"[*#$!|€+%0-9@][a-z0-9]"), re.compile(r"[а-яα-ω]")
_OFTEN = 20  # a longer run of signs comes once
_LONGEST = 60  # a longer run of signs is no word that anybody reads
_KIND_SIGNS, _KIND = "😘❤🥰😍🤗💕", "xx"  # read as the kiss that people write in letters
_OPENING = "\"'(„“”«[‚‘"
_CLOSING = ".,!?;:)\"'“”»]…’"
_QUOTE = str.maketrans({"„": '"', "“": '"', "”": '"', "«": '"', "»": '"', "…": ".", "‚": '"'})
# Letters of other alphabets that look like ours, one for one so that the places stay right.
_ALIKE = str.maketrans("аеорсхуікмнтвьαεορτυικν", "aeopcxyikmhtbbaeoptuikv")
_SINGLE = re.compile(r"(?<![^\W_])'((?:[^'\n]|'(?=[a-z])){2,160})'(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Reading:
    """`line` holds the tokens with one space behind each; patterns over it give places, `span` gives the author's."""

    line: str
    words: frozenset[str]
    _starts: tuple[int, ...]
    _places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: Text) -> Reading:
        """Read once; every part of the tone finder looks at the same line."""
        parts, starts, places, length = [], [], [], 3
        words: set[str] = set()
        for word, place in _tokens(_plain_quotes(text.folded)):
            part = tagged(word)
            words |= anchors(word)
            parts.append(part)
            starts.append(length)
            places.append(place)
            length += len(part)
        return cls(" . " + "".join(parts) + ". ", frozenset(words), tuple(starts), tuple(places))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the folded text of the tokens that line[start:end] touches."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end) - 1
        return self._places[max(first, 0)][0], self._places[max(last, first, 0)][1]


def may_hurt(text: Text) -> bool:
    """A quick look beforehand: is there a word that a rule turns on, or a sign of a trick?"""
    words = [word for word in text.plains if len(word) <= _LONGEST]
    if any(map(_turns, words)) and is_any_for(frozenset().union(*map(_meant, words))):
        return True
    return (_may_be_tricked(text, words) and bool(_TRICK.search(text.folded))) or _is_split(text, words)


def _may_be_tricked(text: Text, words: list[str]) -> bool:
    """What every trick has: a letter by itself, a sign before a letter, a letter of another alphabet, a hyphen."""
    read = text.folded
    if "k-" in read or "t-" in read or "r-" in read or _A_SIGN.search(read):
        return True
    return 1 in map(len, words) or not (text.folded.isascii() or _STRANGE.search(read) is None)


def _is_split(text: Text, words: list[str]) -> bool:
    """Whether two words beside each other, not both of every day, make one of ours: 'klootz ak'."""
    odd = {word for word in words if _is_odd(word)}
    return bool(odd) and any(
        (one[0] in odd or two[0] in odd) and is_split(one[0], two[0]) for one, two in pairwise(text.words)
    )


@lru_cache(maxsize=1 << 13)
def _is_odd(written: str) -> bool:
    return written.isalpha() and not is_ordinary(written) and not grades(written)


@lru_cache(maxsize=1 << 13)
def _turns(written: str) -> bool:
    """Whether there is a rule that turns on what this word can stand for."""
    return not _meant(written).isdisjoint(rules_by_word())


@lru_cache(maxsize=1 << 13)
def _meant(written: str) -> frozenset[str]:
    """The words and '·grades' that one written word can stand for."""
    return frozenset().union(*(anchors(part) for part in glued_apart(read_word(written) or written)))


@lru_cache(maxsize=1 << 13)
def anchors(word: str) -> frozenset[str]:
    """A word and its '·grades', as rules ask for them."""
    return frozenset({word, *(f"·{letter}" for letter in grades(word))})


@lru_cache(maxsize=1 << 13)
def tagged(word: str) -> str:
    """'sukkel' becomes 'sukkel·P ', with a space behind it; a word without a grade stays as it is."""
    letters = grades(word)
    return f"{word}·{letters} " if letters else f"{word} "


def _plain_quotes(folded: str) -> str:
    straight = folded.translate(_QUOTE).translate(_ALIKE)
    return _SINGLE.sub(lambda match: f'"{match[1]}"', straight)


def _tokens(line: str) -> Iterator[tuple[str, tuple[int, int]]]:
    spaced = spaced_words(line)
    done = 0
    for chunk in _CHUNK.finditer(line):
        at, written = chunk.start(), chunk[0]
        if at < done:
            continue
        if at in spaced:
            word, done = spaced[at]
            yield word, (at, done)
        elif len(written) <= _OFTEN:
            for word, (start, end) in _read_chunk(written):
                yield word, (at + start, at + end)
        else:
            for word, (start, end) in _chunk(written):
                yield word, (at + start, at + end)


@lru_cache(maxsize=1 << 13)
def _read_chunk(chunk: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    """The same, remembered: posts are made of the same few thousand words."""
    return tuple(_chunk(chunk))


def _chunk(chunk: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The tokens of one run of signs between spaces, with their places in it."""
    if chunk.startswith("\n"):
        yield ".", (0, len(chunk))
    elif _is_handle(chunk):
        yield "@", (0, len(chunk))
    elif len(chunk) > _LONGEST:
        yield from _pieces(chunk, at=0)
    else:
        yield from _of_chunk(chunk, at=0)


def _is_handle(chunk: str) -> bool:
    return chunk[0] == "@" and chunk[1:].isalnum() and (len(chunk) > _LONGEST or not read_word(chunk))


def _of_chunk(chunk: str, *, at: int) -> Iterator[tuple[str, tuple[int, int]]]:
    inner = chunk.lstrip(_OPENING + "#*_~-")
    before = len(chunk) - len(inner)
    core = inner.rstrip(_CLOSING + "*_~-") or ""
    yield from _pieces(chunk[:before], at=at)
    at += before
    word, length = read_word(core), len(core)
    if not word and read_word(inner):  # 'lo$er!': the last sign may be a letter too
        word, length = read_word(inner), len(inner)
    if word:
        yield from _apart(word, (at, at + length))
    else:
        yield from _pieces(core, at=at)
    yield from _pieces(inner[length:], at=at + length)


def _pieces(chunk: str, *, at: int) -> Iterator[tuple[str, tuple[int, int]]]:
    for piece in _PIECE.finditer(chunk):
        if len(piece[0]) > _LONGEST:
            continue
        word = _KIND if piece[0] in _KIND_SIGNS else read_word(piece[0]) or piece[0]
        yield from _apart(word, (at + piece.start(), at + piece.end()))


def _apart(word: str, place: tuple[int, int]) -> Iterator[tuple[str, tuple[int, int]]]:
    for part in glued_apart(word):
        yield part, place
