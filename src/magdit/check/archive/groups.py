"""Which classes a text speaks of: then it is known of whom to look whether they are in the photo."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"\d{1,2}")
_PLAIN = re.compile(r"[^\w]+")


def groups_named(text: str, groups: Iterable[str]) -> tuple[str, ...]:
    """Those of these classes that the text names: '4V' as it stands, a bare '5' only as 'groep 5' or 'klas 5'."""
    told = f" {_folded(text)} "
    return tuple(group for group in groups if _is_named(group, told))


def _is_named(group: str, told: str) -> bool:
    name = _folded(group)
    if not name:
        return False
    if _NUMBER.fullmatch(name):
        return (
            re.search(rf" (?:groep|groepen|klas|klassen|leerjaar|jaar) (?:\d+[a-z]? (?:en )?)*{name}[a-z]? ", told)
            is not None
        )
    if len(name) < 2 or (name.isalpha() and len(name) < 4):
        return any(f" {kind} {name} " in told for kind in ("groep", "klas"))
    return f" {name} " in told


def _folded(text: str) -> str:
    return " ".join(_PLAIN.sub(" ", text.casefold()).split())
