"""Deny-overrides with unknowns: what every norm says becomes one outcome (XACML 3.0, C.2, kinds of Indeterminate)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from magdit.norms.truth import Truth, negate


class Says(Enum):
    """What one norm says of one act. The last three are XACML's Indeterminate {D}, {P} and {DP}."""

    NOTHING = "niets"
    DENY = "verboden"
    PERMIT = "toegestaan"
    MAYBE_DENY = "misschien_verboden"
    MAYBE_PERMIT = "misschien_toegestaan"
    MAYBE_EITHER = "misschien_een_van_beide"

    __hash__ = object.__hash__  # an enum's own is slow, and these are looked up all the time


_PROHIBITION = {
    (Truth.YES, Truth.NO): Says.DENY,
    (Truth.YES, Truth.YES): Says.PERMIT,
    (Truth.YES, Truth.UNKNOWN): Says.MAYBE_EITHER,
    (Truth.UNKNOWN, Truth.NO): Says.MAYBE_DENY,
    (Truth.UNKNOWN, Truth.YES): Says.MAYBE_PERMIT,
    (Truth.UNKNOWN, Truth.UNKNOWN): Says.MAYBE_EITHER,
}
_PERMISSION = {Truth.YES: Says.PERMIT, Truth.UNKNOWN: Says.MAYBE_PERMIT, Truth.NO: Says.NOTHING}


def said_by_ban(met: Truth, lifted: Truth) -> Says:
    """What a prohibition (or an unmet command) says, given whether it plays and whether it is lifted (or fulfilled)."""
    return _PROHIBITION.get((met, lifted), Says.NOTHING)


def said_by_permission(holds: Truth) -> Says:
    """What a permission says."""
    return _PERMISSION[holds]


def ban_holds(met: Truth, lifted: Truth) -> Truth:
    """Whether a prohibition holds: it plays and is not lifted."""
    return min(met, negate(lifted))


def combined(said: Iterable[Says]) -> Says:
    """One outcome of all that was said: a ban wins, then doubt about a ban, a permission, doubt about one."""
    heard = frozenset(said)
    if Says.DENY in heard:
        return Says.DENY
    if Says.MAYBE_EITHER in heard:
        return Says.MAYBE_EITHER
    if Says.MAYBE_DENY in heard:
        permits = heard & {Says.PERMIT, Says.MAYBE_PERMIT}
        return Says.MAYBE_EITHER if permits else Says.MAYBE_DENY
    if Says.PERMIT in heard:
        return Says.PERMIT
    return Says.MAYBE_PERMIT if Says.MAYBE_PERMIT in heard else Says.NOTHING
