"""What two protocols say of one act, side by side: stricter, alone, the same, or the same on other grounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from magdit.protocols.compare_acts import Voice

SAME, LEFT_STRICTER, RIGHT_STRICTER = "gelijk", "links_strenger", "rechts_strenger"
ONLY_LEFT, ONLY_RIGHT = "alleen_links", "alleen_rechts"
OTHER_DUTIES, OTHER_CLAUSES = "andere_plichten", "andere_artikelen"
RELATIONS = (LEFT_STRICTER, RIGHT_STRICTER, ONLY_LEFT, ONLY_RIGHT, OTHER_DUTIES, OTHER_CLAUSES, SAME)
STRICTNESS = ("niet_geregeld", "voorleggen", "mag", "onzeker", "mag_niet")

Key = tuple[str, Voice, Voice]


def differ(left: Voice, right: Voice, *, versions: bool = False) -> bool:
    """Whether somebody who asks gets another answer: another outcome, other duties; of two versions, other articles."""
    if left.value != right.value or left.duties != right.duties:
        return True
    return versions and set(left.clauses) != set(right.clauses)


def keys_of(left: Voice, right: Voice, *, versions: bool = False) -> Iterator[Key]:
    """The rows that an act belongs in: one for the outcomes, one for what only one of them rests on or calls up."""
    bare = (replace(left, duties=frozenset()), replace(right, duties=frozenset()))
    if not (left.silent and right.silent and left.value == right.value):
        yield relation(*bare), *bare
    if left.value != right.value:
        return
    if left.duties != right.duties:
        only = left.duties - right.duties, right.duties - left.duties
        mine, theirs = (Voice(left.value, (), silent=True, duties=some) for some in only)
        yield OTHER_DUTIES, mine, theirs
    if versions and set(left.clauses) != set(right.clauses):
        pairs = ((left.clauses, right.clauses), (right.clauses, left.clauses))
        rests = (tuple(clause for clause in mine if clause not in theirs) for mine, theirs in pairs)
        mine, theirs = (Voice(left.value, some, silent=False) for some in rests)
        yield OTHER_CLAUSES, mine, theirs


def relation(left: Voice, right: Voice) -> str:
    """How two voices stand to each other."""
    if left.value == right.value:
        return SAME
    if left.silent != right.silent:
        return ONLY_RIGHT if left.silent else ONLY_LEFT
    return LEFT_STRICTER if STRICTNESS.index(left.value) > STRICTNESS.index(right.value) else RIGHT_STRICTER


def is_within(small: Key, large: Key) -> bool:
    """Whether one row only repeats another: the same relation by the same clauses and some more."""
    pairs = ((small[1], large[1]), (small[2], large[2]))
    return small != large and small[0] == large[0] and all(_is_part_of(a, b) for a, b in pairs)


def _is_part_of(small: Voice, large: Voice) -> bool:
    alike = small.value == large.value or bool(small.duties | large.duties)
    return alike and set(small.clauses) <= set(large.clauses) and small.duties <= large.duties
