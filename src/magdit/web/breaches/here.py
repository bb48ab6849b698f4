"""What every page of this room needs: the breach that is meant, and its clock."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from magdit.areas.registers.breaches_queries import visible_breaches
from magdit.areas.registers.models import Breach
from magdit.areas.registers.rules_breaches import HANDLERS, hours_left, part_gone, waits_for_report
from magdit.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Clock:
    """How much time is left to report: `late` in whole hours after the term, `gone` in hundredths."""

    runs: bool
    left: int
    late: int
    gone: int


def require_handler(visit: Visit) -> None:
    """To who handles no breaches this room is not there."""
    if not visit.is_one_of(HANDLERS):
        raise Http404


def one_of(visit: Visit, breach: UUID) -> Breach:
    """The breach of this address, of those that this visitor handles."""
    return visit.one(visible_breaches(visit.person, visit.today), pk=breach)


def clock_of(visit: Visit, row: Breach) -> Clock:
    """Whether the clock runs, and how far it is."""
    left = hours_left(row.due, visit.at)
    runs = waits_for_report(state=row.state, must_report=row.must_report, reported_at=row.reported_at)
    return Clock(runs, max(0, left), max(0, -left), part_gone(row.known_at, row.due, visit.at))


def to(row: Breach) -> HttpResponse:
    """Back to the page of a breach."""
    return HttpResponseRedirect(reverse("breaches:breach", args=[row.pk]))
