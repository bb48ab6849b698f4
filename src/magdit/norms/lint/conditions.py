"""Norms and duties that never play, always play, or are always lifted: their condition says nothing.

Found by making an act on which it is otherwise. Where the search gave up, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from magdit.norms.conditions.tree import Always
from magdit.norms.examples.probes import as_norm
from magdit.norms.examples.suppose import Supposer, Wish
from magdit.norms.examples.telling import BLANK
from magdit.norms.lint.finding import Finding
from magdit.norms.lint.looked_at import LookedAt
from magdit.norms.model import Duty, Norm


def condition_findings(at: LookedAt) -> Iterator[Finding]:
    """What never, or always, is so."""
    supposer = at.supposer
    for norm in at.pack.norms:
        yield from _of_norm(supposer, norm, norm.id)
        if (
            norm.unless
            and can_be(supposer, norm, supposer.plays(norm))
            and not can_be(supposer, norm, supposer.holds(norm))
        ):
            yield Finding("altijd_opgeheven", "gewoon", (norm.clause,), {"norm": norm.id})
    for duty in at.pack.duties:
        if not is_for_the_calendar(duty):
            yield from _of_norm(supposer, as_norm(duty), f"plicht {duty.id}")


def can_be(supposer: Supposer, norm: Norm, wishes: list[Wish]) -> bool:
    """Whether an act can be made of which all this is so; true as well when the search gave up."""
    supposer.gave_up = False
    found = any(True for act, place in supposer.views(norm, BLANK) for _ in supposer.all_so(wishes, act, place))
    return found or supposer.gave_up


def is_for_the_calendar(duty: Duty) -> bool:
    """A duty that only comes round again: no act calls it up."""
    return bool(duty.repeats) and not duty.actions and isinstance(duty.about, Always)


def _of_norm(supposer: Supposer, norm: Norm, name: str) -> Iterator[Finding]:
    if not can_be(supposer, norm, supposer.plays(norm)):
        yield Finding("nooit_waar", "gewoon", (norm.clause,), {"norm": name})
    elif not isinstance(norm.about, Always) and not can_be(supposer, norm, [(norm.about, False)]):
        yield Finding("altijd_waar", "gewoon", (norm.clause,), {"norm": name})
