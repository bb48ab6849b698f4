"""Which words a sentence of our notation cannot do without, so that most sentences need not be tried on most texts.

'(weg|dood) met? {all} <G>' cannot match without 'weg' or 'dood', nor without a word of grade G: [{weg, dood}, {·G}].
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_TOKEN = re.compile(
    r"«[^»]*»|<[\^$,.]>|<[A-Za-z]+>|\{[a-z_]+\}|\[\[|\]\]|\(\?[:=!]|[()|]|\{\d+(?:,\d*)?\}\??|\?|[a-z'][a-z']*~?|_|[^\s]"
)
_OPEN = {"(", "(?:", "[["}
_LOOK = {"(?=", "(?!"}
Needs = tuple[frozenset[str], ...]


def needs(sentence: str, macros: Mapping[str, Needs]) -> Needs:
    """Sets of words and '·grades': of each set at least one must be in a text for the sentence to match."""
    found, _ = _alternatives(_TOKEN.findall(sentence), 0, macros)
    return found


def weight(words: frozenset[str]) -> int:
    """How often a text will have one of these: the lightest set of a sentence is the one to look it up by."""
    return sum(50 if word in _EVERYWHERE else 20 if word in _COMMON else 1 for word in words)


_EVERYWHERE = frozenset(
    "ik je jij jullie u hij zij ze we wij de het een en van is zijn niet die dat dit met op in voor aan om te naar er "
    "maar ook was ben bent heeft hebben wil moet kan ga gaan gaat wie wat als mijn jouw hem haar n toch nog al alle "
    "hier over mag zal zou moeten mogen kunnen nu of bij ·H ·G ·g ·E you i this the".split()
)
_COMMON = frozenset(
    "eigen stuk land mens man vrouw kind kinderen "
    "geen zo weg terug goed deze mensen iedereen niemand laten waar onze ons ·A ·d uit doe ·Z".split()
)


def _alternatives(tokens: list[str], at: int, macros: Mapping[str, Needs]) -> tuple[Needs, int]:
    """The needs of 'a|b|c' up to its end: what every one of them needs, as one set."""
    options = []
    while True:
        option, at = _sequence(tokens, at, macros)
        options.append(option)
        if at >= len(tokens) or tokens[at] != "|":
            break
        at += 1
    if len(options) == 1:
        return options[0], at
    if not all(options):
        return (), at
    return (frozenset().union(*(min(option, key=weight) for option in options)),), at


def _sequence(tokens: list[str], at: int, macros: Mapping[str, Needs]) -> tuple[Needs, int]:
    found: list[frozenset[str]] = []
    while at < len(tokens) and tokens[at] not in ("|", ")", "]]"):
        one, at = _item(tokens, at, macros)
        if at < len(tokens) and _may_lack(tokens[at]):
            one = ()
        while at < len(tokens) and re.match(r"\?|\{\d", tokens[at]):
            at += 1
        found += one
    return tuple(found), at


def _item(tokens: list[str], at: int, macros: Mapping[str, Needs]) -> tuple[Needs, int]:
    token = tokens[at]
    if token in _OPEN or token in _LOOK:
        inner, at = _alternatives(tokens, at + 1, macros)
        return (() if token in _LOOK else inner), at + 1
    return macros.get(token.strip("{}")) or tuple(_of_token(token)), at + 1


def _of_token(token: str) -> Iterator[frozenset[str]]:
    if grade := re.fullmatch(r"<([A-Za-z]+)>", token):
        yield frozenset(f"·{letter}" for letter in grade[1])
    elif re.fullmatch(r"[a-z'][a-z']*", token):
        yield frozenset({token})


def _may_lack(part: str) -> bool:
    return part == "?" or part.startswith("{0")
