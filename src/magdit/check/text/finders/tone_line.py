"""A small notation for patterns over a reading's line, so that a rule can be read aloud. It judges nothing.

'ik haat {all} <G>'      words, a macro, a word of grade G
'jij bent _{0,3} <AP>'   up to three words of any kind, then an adjective or an insult
'racis~'                 a word that starts so
'<,>' any punctuation, '<^>' behind it, '<$>' before it; '[[ ]]' the words to point at; '«…»' a bare expression
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count

_PART = re.compile(r"«([^»]*)»|<\^>|<\$>|<,>|<\.>|<([A-Za-z]+)>|\[\[|\]\]|([a-z][a-z']*|'[a-z]+)(~?)|(_)(?![a-z])|\s+")
_SIGNS = {
    "<^>": r"(?<=[.,!?;:\"()] )", "<$>": r"(?=[.,!?;:\"()] )", "<,>": r"(?:[.,!?;:\"()] )", "<.>": r"(?:[.!?] )",
    "]]": ")",
}  # fmt: skip
_TAG = "(?:·[A-Za-z]+)?"


def pattern(*alternatives: str) -> re.Pattern[str]:
    """One pattern out of these sentences."""
    return re.compile(rf"(?<= )(?:{compiled('|'.join(alternatives))})")


def behind(*alternatives: str) -> re.Pattern[str]:
    """The same, for what must stand directly before a place: search it in the line up to there."""
    return re.compile(rf"(?<= )(?:{compiled('|'.join(alternatives))})\Z")


def compiled(sentence: str) -> str:
    """The regular expression of a sentence in our notation. A name may stand in it once, so every [[ has its own."""
    numbers = count()
    return _PART.sub(lambda match: f"(?P<hit{next(numbers)}>" if match[0] == "[[" else _part(match), sentence)


def filled(sentence: str, macros: Mapping[str, str]) -> str:
    """The sentence with its macros written out."""
    for _ in range(6):  # a macro may use macros
        sentence = re.sub(r"\{([a-z_]+)\}", lambda name: f"(?:{macros[name[1]]})", sentence)
    return sentence


def _part(match: re.Match[str]) -> str:
    whole, bare, letters, word, is_start, anything = (match[0], *match.groups())
    if bare is not None:
        return bare
    if whole in _SIGNS:
        return _SIGNS[whole]
    if letters:
        return rf"(?:[^ ·]+·[A-Za-z]*[{letters}][A-Za-z]* )"
    if word:
        return rf"(?:{word}[^ ·]*{_TAG} )" if is_start else rf"(?:{word}{_TAG} )"
    if anything:
        return r"(?:[^ .,!?;:\"()]+ )"
    return "" if whole.isspace() else whole
