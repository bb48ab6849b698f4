"""Kleene's three values: no, unknown, yes. A missing fact is unknown, never no."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class Truth(IntEnum):
    """Ordered so that `and` is the smallest and `or` the largest."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    __hash__ = int.__hash__  # an enum's own is slow, and these are looked up all the time


NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES
_TURNED = (YES, UNKNOWN, NO)


def truth(claim: bool | None) -> Truth:
    """A plain claim as truth; None is unknown."""
    if claim is None:
        return UNKNOWN
    return YES if claim else NO


def negate(value: Truth) -> Truth:
    """Not: yes and no change places, unknown stays."""
    return _TURNED[value]


def all_of(values: Iterable[Truth]) -> Truth:
    """And over any number of values; yes when there are none."""
    lowest = YES
    for value in values:
        if value is NO:
            return NO
        if value is UNKNOWN:
            lowest = UNKNOWN
    return lowest


def any_of(values: Iterable[Truth]) -> Truth:
    """Or over any number of values; no when there are none."""
    highest = NO
    for value in values:
        if value is YES:
            return YES
        if value is UNKNOWN:
            highest = UNKNOWN
    return highest
