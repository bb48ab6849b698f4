"""The graded vocabulary of tone: of one word, what it can be. Knows single words; of sentences it knows nothing.

Each word gets the letters of its grades. Plurals and diminutives are made here, and so are compounds: 'kutmarokkaan',
'tyfusvent'. Compounds that a doctor or a shop uses ('kankeronderzoek', 'klerenkast') are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from magdit.check.text.data import word_list
from magdit.check.text.people.known import ordinary_words

ABUSIVE, AIMED, ANIMAL, TOPIC, ADJECTIVE, EPITHET, STRONG, PERSON = "IPZTAESH"
GROUP, GROUP_ADJECTIVE, GROUP_PERSON, SLUR, HIDDEN_SLUR, HOSTILE, HOSTILE_ADJECTIVE = "GgHLlDd"
COARSE, MILD, CURSE = "CcX"

_NOUNS = {
    "tone_insults": {"abusive": ABUSIVE, "aimed": AIMED, "aimed_animal": ANIMAL, "topic": TOPIC},
    "tone_groups": {"group": GROUP, "slur": SLUR, "slur_other_use": HIDDEN_SLUR, "hostile": HOSTILE},
}
_OTHERS = {
    "tone_insults": {"adjective": ADJECTIVE, "epithet": EPITHET, "epithet_strong": STRONG, "person": PERSON},
    "tone_groups": {
        "group_adjective": GROUP_ADJECTIVE, "group_person": GROUP_PERSON, "hostile_adjective": HOSTILE_ADJECTIVE,
    },
    "tone_coarse": {"strong": COARSE, "mild": MILD, "curse": CURSE},
}  # fmt: skip
_PREFIX = re.compile(
    r"(kankers?|kanka|kkr?|kut|tering|tyfus|tyf|tiefus|klere|kolere|pleuris|pokken?|klote|kloten|schijt|stront|takke|hoeren|rot"
    r"|teef|fucking|tfoe|godver|pis|kots)-?([a-z']{3,24})"
)
_ENDING = re.compile(r"(?!ouwe|oude)[a-z]{3,16}(?:hoer|hoertje|hoeren|neuker|neukers|wijf|wijven)")
# Enough by itself before any other word; the rest only before a word for a person or a group.
_ALWAYS_COARSE = frozenset(
    {"kanker", "kankers", "kanka", "kut", "tering", "tyfus", "tiefus", "klote", "kolere", "pleuris"}
)
_VOWELS = "aeiou"


@lru_cache(maxsize=1 << 13)
def grades(word: str) -> str:
    """All that a word can be, as letters; nothing for a word we do not know."""
    if word in _all_grades():
        return _all_grades()[word]
    return _of_compound(word) or (ABUSIVE if _ENDING.fullmatch(word) and not is_ordinary(word) else "")


@lru_cache(maxsize=1 << 13)
def is_strong(word: str) -> bool:
    """Whether writing it with a trick (k*t, h0er) can only be to hide it: then the trick is read as that word."""
    return bool(set(grades(word)) & {ABUSIVE, AIMED, SLUR, COARSE, CURSE, GROUP, HOSTILE}) or word in _tricked()


def is_listed(word: str) -> bool:
    """Whether it is itself a word of our lists, no compound, that is worth hiding."""
    return word in _all_grades() and is_strong(word)


@cache
def strong_words() -> tuple[str, ...]:
    """Every single word that a star may stand in, longest first."""
    return tuple(
        sorted((word for word in {*_all_grades(), *_tricked()} if len(word) > 2 and is_strong(word)), key=_long_first)
    )


def _long_first(word: str) -> tuple[int, str]:
    return -len(word), word


def is_ordinary(word: str) -> bool:
    """Whether it is a word of every day, so that it hides nothing."""
    often, others = ordinary_words()
    return word in often or word in others


def inflected(noun: str) -> Iterator[str]:
    """A noun, its plurals and its diminutives; forms that do not exist do no harm."""
    yield noun
    yield from (noun + ending for ending in ("s", "'s", "je", "jes", "tje", "tjes", "en", "etje", "etjes"))
    if re.search(rf"[^{_VOWELS}][{_VOWELS}][^{_VOWELS}wx]$", noun):
        yield from (noun + noun[-1] + ending for ending in ("en", "etje", "etjes"))
    doubled = re.search(r"([aeou])\1([^aeiou])$", noun)
    if doubled:
        yield noun[:-2] + noun[-1] + "en"
    if noun[-1] in "fs":
        yield noun[:-1] + {"f": "v", "s": "z"}[noun[-1]] + "en"
        if doubled:
            yield noun[:-2] + {"f": "v", "s": "z"}[noun[-1]] + "en"
    if noun.endswith("e"):
        yield noun + "n"
    if noun.endswith("ie"):
        yield noun[:-1] + "en"


@cache
def _all_grades() -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for file, sections in _NOUNS.items():
        for section, grade in sections.items():
            _add(found, (form for noun in word_list(file)[section] for form in inflected(noun)), grade)
    for file, sections in _OTHERS.items():
        for section, grade in sections.items():
            _add(found, word_list(file)[section], grade)
    for word in word_list("tone_coarse")["no_grade"]:
        found.pop(word, None)
    return {word: "".join(sorted(letters)) for word, letters in found.items()}


def _add(found: dict[str, set[str]], words: Iterable[str], grade: str) -> None:
    for word in words:
        found.setdefault(word.replace("'", ""), set()).add(grade)
        found.setdefault(word, set()).add(grade)


def _of_compound(word: str) -> str:
    parts = _PREFIX.fullmatch(word)
    if not parts or _is_no_compound(word):
        return ""
    prefix, rest = parts.groups()
    known = set(_all_grades().get(rest, ""))
    if known & {GROUP, SLUR}:
        return SLUR + GROUP if prefix not in ("rot", "hoeren") else SLUR
    if known & {ABUSIVE, AIMED, PERSON}:
        return ABUSIVE
    if known & {ADJECTIVE, HOSTILE_ADJECTIVE} and prefix in _ALWAYS_COARSE | {"kk"}:
        return ADJECTIVE + COARSE
    if prefix not in _ALWAYS_COARSE or not is_ordinary(rest):
        return ""
    return MILD if prefix in ("kut", "klote", "kolere", "pleuris") and _is_about_nobody(rest) else COARSE


@cache
def _is_no_compound(word: str) -> bool:
    return any(word.startswith(start) for start in word_list("tone_coarse")["ordinary_start"])


def _is_about_nobody(rest: str) -> bool:
    return any(rest.startswith(thing) for thing in word_list("tone_coarse")["about_nobody"])


@cache
def _tricked() -> frozenset[str]:
    return word_list("tone_coarse")["tricked"]
