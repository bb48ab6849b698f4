"""Waiting: the first moment within a year at which time alone takes away what stands in the way.

Only windows and the dates that norms name are waited for; nobody is asked to wait for a birthday.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from magdit.norms.act import Act
from magdit.norms.combine import Says
from magdit.norms.judge import Finding, findings_by_norm
from magdit.norms.ready import ReadyPack
from magdit.norms.turns import FAR, around, beginning, midnight, worth_a_look

TROUBLE = (Says.DENY, Says.MAYBE_DENY, Says.MAYBE_EITHER)
LONGEST = timedelta(days=366)


def moments_ahead(packs: Iterable[ReadyPack], act: Act) -> Iterator[date]:
    """The moments worth waiting for, the first one first, as long as these protocols work and within a year.

    An act told by its day is first looked at on a whole day, then from its first hour.
    """
    if act.moment is None or act.moment.year > FAR:
        return
    packs, start = tuple(packs), beginning(act.moment)
    ends = (midnight(ready.pack.lifecycle.end) for ready in packs if ready.pack.lifecycle.end is not None)
    last = min([end for end in ends if end > start], default=start + LONGEST)
    dates = [turn for ready in packs for day in ready.dates for turn in around(day)]
    for moment in worth_a_look(packs, act, start, dates, by_hour=True):
        if moment >= min(last, start + LONGEST):
            return
        if not isinstance(act.moment, datetime) and moment.time() == time.min:
            yield moment.date()
        yield moment


def first_clear(finding: Finding, packs: Iterable[ReadyPack]) -> date | None:
    """The first moment at which this norm stands in nobody's way any more, all else being as it is."""
    here = finding.situation.whole()
    place = (finding.ready, "wachten")
    if place not in here.memo:
        here.memo[place] = next(_clear(finding, packs), None)
    known: date | None = here.memo[place]
    return known


def _clear(finding: Finding, packs: Iterable[ReadyPack]) -> Iterator[date]:
    here, norm = finding.situation.whole(), finding.pack.norms.index(finding.ready)
    for moment in moments_ahead(packs, here.act):
        then = here.supposing(here.act.with_fact("moment", moment))
        if not any(said.says in TROUBLE for said in findings_by_norm(finding.pack, then)[norm]):
            yield moment
