"""How Dutch makes a name small: Noortje, Brammetje, Lisaatje. Spelling only, and generous."""

from __future__ import annotations

import re

_SHORT = re.compile(r"(?:^|[^aeiou])[aeiou][lmnr]$")
_LONG_VOWEL = {
    "a": ("atje",),
    "o": ("otje",),
    "u": ("utje",),
    "i": ("etje",),
    "e": ("tje", "'tje"),
    "y": ("tje", "'tje"),
}


def diminutives(name: str) -> tuple[str, ...]:
    """The small forms of a name in lower case; none for a name of one or two letters."""
    if len(name) < 3:
        return ()
    last = name[-1]
    if last in _LONG_VOWEL:
        return (*(name + ending for ending in _LONG_VOWEL[last]), *((f"{name}'tje",) if last in "aoui" else ()))
    doubled = (f"{name}{last}etje",) if _SHORT.search(name) else ()
    if last == "m":
        return (f"{name}pje", *doubled)
    if last in "lnrw":
        return (f"{name}tje", *doubled)
    return (f"{name}je", *((f"{name}{last}etje",) if last in "bg" else ()))
