"""Which clauses a reference means ("3.5", "3", "4.*", "11..17"), and whether references run in a ring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from fnmatch import fnmatchcase

from magdit.norms.broken import BrokenPack
from magdit.norms.model import Clause

AFTER_EVERY_LETTER = "~"


def clauses_meant(reference: str, clauses: tuple[Clause, ...], *, by: str) -> tuple[str, ...]:
    """The numbers of the clauses a reference means; raises BrokenPack with the nearest number for an unknown one."""
    numbers = [clause.number for clause in clauses]
    if reference in numbers:
        return (reference,)
    if ".." in reference:
        found = _in_range(reference, numbers)
    elif "*" in reference:
        found = [number for number in numbers if fnmatchcase(number, reference)]
    else:
        found = [clause.number for clause in clauses if reference and clause.chapter == reference]
    if not found:
        near = get_close_matches(reference, numbers, n=3, cutoff=0.3)
        raise BrokenPack("unknown_clause", clause=by, given=reference, nearest=tuple(near))
    return tuple(found)


def first_ring(edges: Mapping[str, Iterable[str]]) -> tuple[str, ...] | None:
    """The first ring among references, as the path that closes it, or None."""
    state: dict[str, int] = {}
    path: list[str] = []

    def walk(node: str) -> tuple[str, ...] | None:
        state[node] = 1
        path.append(node)
        for following in sorted(set(edges.get(node, ()))):
            if state.get(following) == 1:
                return (*path[path.index(following) :], following)
            if following not in state:
                ring = walk(following)
                if ring:
                    return ring
        path.pop()
        state[node] = 2
        return None

    for start in sorted(edges):
        if start not in state:
            ring = walk(start)
            if ring:
                return ring
    return None


def _in_range(reference: str, numbers: list[str]) -> list[str]:
    """Clauses between two numbers: "11..17", "IV.M3..IV.M7". A bound without a letter takes all of its letters in."""
    first, _, last = reference.partition("..")
    low, high = _split(first), _split(last)
    if low is None or high is None or high[0] not in {"", low[0]}:
        return []
    lowest, highest = low[1:], (high[1], high[2] or AFTER_EVERY_LETTER)
    places = [(number, _split(number)) for number in numbers]
    return [number for number, at in places if at and at[0] == low[0] and lowest <= at[1:] <= highest]


def _split(number: str) -> tuple[str, int, str] | None:
    """What stands before the last number, that number and its letter: IV.M3a is ("IV.M", 3, "a")."""
    found = re.fullmatch(r"(.*?)(\d+)([a-z]?)", number)
    return (found.group(1), int(found.group(2)), found.group(3)) if found else None
