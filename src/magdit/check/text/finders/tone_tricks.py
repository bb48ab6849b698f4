"""Spellings that hide a word: signs for letters, stars, spaces, stretched letters, sound-alikes. Known words only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from magdit.check.text.finders.tone_slips import without_slip
from magdit.check.text.finders.tone_words import grades, is_listed, is_ordinary, is_strong, strong_words

_PLAIN = re.compile(r"[a-z]+(?:'[a-z]+)*")
_SIGNS = {
    "0": "o", "1": "il", "!": "il", "|": "il", "3": "e", "€": "e", "4": "a", "@": "a", "5": "s", "$": "s", "7": "t",
    "+": "t", "8": "b", "9": "g", "6": "g", "(": "c", "2": "z",
}  # fmt: skip
_TRICKED = re.compile(r"(?=.*[a-z])[a-z0-9!|€@$+(.\-_*#%]{3,24}")
_STARRED = re.compile(r"[a-z](?=[a-z*#%.\-_]*[*#%])[a-z*#%]{1,20}")
_SPACED = re.compile(r"(?<![^\W_])[a-z0-9@$](?:([ .\-_*]{1,2})[a-z0-9@$])(?:\1[a-z0-9@$]){1,13}(?![^\W_])")
_HALF_SPACED = re.compile(r"(?<![^\W_])[a-z]{1,3}(?: [a-z]{1,3}){2,20}(?![^\W_])")
_SPLIT = re.compile(r"(?<![^\W_])([a-z]{1,12})(?= ([a-z]{1,12})(?![^\W_]))")
_STRETCHED = re.compile(r"([a-z])\1+")
_SOUNDS = (
    ("ph", "f"),
    ("ck", "k"),
    ("c", "k"),
    ("x", "ks"),
    ("q", "k"),
    ("kk", "k"),
    ("zz", "z"),
    ("y", "ij"),
    ("ei", "ij"),
)
_NO_SOUND = frozenset(
    {"cut", "cuts", "cunt", "dick", "mof", "coe", "flicker", "pics", "pic", "class", "com", "lock", "cock"}
)


@lru_cache(maxsize=1 << 13)
def read_word(written: str) -> str:
    """The word that is meant, when it is a plain word or a trick on a word we know; otherwise nothing."""
    if _PLAIN.fullmatch(written):
        return _unstretched(written) or _by_sound(written) or without_slip(written) or written
    if not _TRICKED.fullmatch(written) or written.isdigit():
        return ""
    return _unsigned(written) or _unstarred(written) or _joined(written)


def spaced_words(line: str) -> dict[int, tuple[str, int]]:
    """Where 'k u t' or 'h.o.e.r' stands: by first place the word and the place behind it."""
    found: dict[int, tuple[str, int]] = {}
    for match in _HALF_SPACED.finditer(line):
        found.update(_half_spaced(match[0].split(" "), at=match.start()))
    for match in _SPLIT.finditer(line):
        one, two = match[1], match[2]
        if is_split(one, two):
            found[match.start()] = (one + two, match.end(2))
    for match in _SPACED.finditer(line):
        letters = re.sub(r"[ .\-_*]", "", match[0])
        word = letters if is_strong(letters) else _unsigned(letters)
        if word and len(word) > 2:
            found[match.start()] = (word, match.end())
    return found


def _half_spaced(pieces: list[str], *, at: int) -> Iterator[tuple[int, tuple[str, int]]]:
    """'tr u t' among other short words: pieces beside each other, two of one letter among them, that make a word."""
    starts = [at + sum(len(piece) + 1 for piece in pieces[:before]) for before in range(len(pieces))]
    for first in range(len(pieces) - 2):
        for last in range(first + 2, min(first + 8, len(pieces))):
            those = pieces[first : last + 1]
            word = "".join(those)
            if sum(len(piece) == 1 for piece in those) > 1 and len(word) > 3 and is_strong(word):
                yield starts[first], (word, starts[last] + len(pieces[last]))


def is_split(one: str, two: str) -> bool:
    """Whether a space was put into a word of ours."""
    if len(one + two) < 6 or not is_listed(one + two):
        return False
    return not (grades(one) or grades(two) or (is_ordinary(one) and is_ordinary(two)))


def _unstretched(written: str) -> str:
    """'kuuuut', 'idiooot': three of a letter, or two where the word has one."""
    if (
        grades(written)
        or is_ordinary(written)
        or not re.search(r"([a-z])\1\1|([a-z])\2$|([a-z])\3.*([a-z])\4", written)
    ):
        return ""
    runs = list(_STRETCHED.finditer(written))
    if len(runs) > 4:
        return ""
    is_long = any(len(run[0]) > 2 for run in runs)
    for lengths in product((1, 2), repeat=len(runs)):
        parts, done = [], 0
        for run, length in zip(runs, lengths, strict=True):
            parts += [written[done : run.start()], run[1] * length]
            done = run.end()
        word = "".join([*parts, written[done:]])
        if word != written and is_strong(word) and (is_long or len(word) > 4):
            return word
    return ""


def _by_sound(written: str) -> str:
    if len(written) < 4 or grades(written) or written in _NO_SOUND or is_ordinary(written):
        return ""
    for sound, letter in _SOUNDS:
        if sound in written:
            word = written.replace(sound, letter)
            if is_listed(word) and len(word) > 3:
                return word
    return ""


def _unsigned(written: str) -> str:
    """'l0ser', 'k@nker', 'sl3t', '1d!oot': every way to read the signs, at most some tens."""
    if written.isalpha():
        return ""
    body = written.rstrip("!.|+(") if not is_strong(written) else written
    for candidate in (written, body):
        choices = [_SIGNS.get(sign, sign if sign.isalpha() else "") for sign in candidate]
        if not candidate or not all(choices):
            continue
        for letters in islice(product(*choices), 32):
            word = "".join(letters)
            if is_strong(word) and len(word) > 2:
                return word
    return ""


def _unstarred(written: str) -> str:
    """'k*t', 'tr*t', 'kl**tzak' as the first word of ours that fits."""
    if (
        not _STARRED.fullmatch(written)
        or not written[-1].isalpha()
        or written.count("*") + written.count("#") > len(written) - 2
    ):
        return ""
    shape = re.compile(re.sub(r"[*#%]+", lambda stars: f"[a-z]{{1,{len(stars[0]) + 1}}}", written))
    exact = re.compile(re.sub(r"[*#%]", "[a-z]", written))
    return next(_fitting(exact), "") or next(_fitting(shape), "")


def _fitting(shape: re.Pattern[str]) -> Iterator[str]:
    return (word for word in reversed(strong_words()) if shape.fullmatch(word))


def _joined(written: str) -> str:
    """'kut-marokkaan', 'k.u.t', 'kl_ootzak': the signs between the letters left out."""
    letters = re.sub(r"[.\-_*]", "", written)
    return letters if letters != written and letters.isalpha() and is_strong(letters) else ""
