"""The register of breaches, and one of them with its clock and what must be done."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.areas.registers import breaches as actions
from magdit.areas.registers.breaches_queries import visible_breaches
from magdit.areas.registers.breaches_story import story_of
from magdit.areas.registers.models import Breach
from magdit.areas.registers.rules_breaches import CLOSED
from magdit.journeys.breaches import what_must_be_done
from magdit.web.breaches.here import clock_of, one_of, require_handler, to
from magdit.web.room import room, said_here
from magdit.web.visit import Visit


@room
def breaches(visit: Visit) -> HttpResponse:
    """What runs, the most urgent first, and the whole register below it."""
    require_handler(visit)
    rows = list(visible_breaches(visit.person, visit.today).order_by("due", "pk"))
    running = [{"row": row, "clock": clock_of(visit, row)} for row in rows if row.state != CLOSED]
    known = sorted(rows, key=lambda row: row.known_at, reverse=True)
    return render(visit.request, "breaches/breaches.html", {"running": running, "register": known})


@room
def breach(visit: Visit, breach: UUID) -> HttpResponse:
    """One breach: the clock, what the packs want, whom to tell, what happened and what was decided."""
    row = one_of(visit, breach)
    if visit.sends:
        return _done(visit, row)
    told = {
        "breach": row, "story": story_of(row), "clock": clock_of(visit, row),
        "duties": what_must_be_done(row, visit.at) if row.state != CLOSED else (), "to_tell": _to_tell(row),
        "is_open": row.state != CLOSED,
    }  # fmt: skip
    return render(visit.request, "breaches/breach.html", told)


def _to_tell(row: Breach) -> list[dict[str, object]]:
    """Whom the packs name, with who told them."""
    people = Person.objects.in_bulk([one["by"] for one in row.to_tell if one["by"]])
    by = {str(pk): person for pk, person in people.items()}
    return [{**one, "place": place, "who": by.get(one["by"])} for place, one in enumerate(row.to_tell)]


def _done(visit: Visit, row: Breach) -> HttpResponse:
    """One button of the page: someone was told, or it can be closed."""
    step, version = visit.request.POST.get("stap", ""), visit.number("seen_version")
    try:
        if step == "ingelicht":
            actions.informed(visit.doing, row.pk, version=version, place=visit.number("wie"))
            messages.success(visit.request, _("Opgeschreven."))
        elif step == "sluit":
            actions.close(visit.doing, row.pk, version=version)
            messages.success(visit.request, _("Gesloten. De melding blijft in het register staan."))
        else:
            raise Http404
    except Refused as refused:
        if refused.code not in {"already_so", "breach_closed"}:
            messages.error(visit.request, said_here(refused))
    return to(row)
