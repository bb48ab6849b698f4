"""One person, for the privacy officer: how they stand, their history, and all of it in a file.

These pages write on a GET: that someone looked into a file leaves a line before the page is shown
(docs/decisions/0054-officer.md).
"""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from magdit.areas.consent.person_view import person_view
from magdit.areas.journal.actions import seen
from magdit.areas.journal.doing import Ref
from magdit.areas.journal.history import history_page, looked_lately
from magdit.areas.people.models import Person
from magdit.areas.people.queries import may_see_contact, visible_bonds
from magdit.journeys.export_person.hand_over import hand_over
from magdit.web.officer.letting_in import FG, officer_room, person_of
from magdit.web.officer.lines import lines_told
from magdit.web.told import page_language
from magdit.web.visit import Visit
from magdit.words.roles import ROLES

STAFF = frozenset(word.code for word in ROLES) - {"leerling", "oud_leerling", *ROLES.below("ouder")}
LARGEST = 2**62


@officer_room
def one_person(visit: Visit, person: UUID) -> HttpResponse:
    """Who someone is, and every answer about them."""
    found = person_of(visit, person)
    _tell_that_they_looked(visit, found, "dossier")
    values = {
        "person": found,
        "view": person_view(found, visit.today, language=page_language()),
        "contact": found.email if may_see_contact(visit.person, found, visit.today) else "",
        "bonds": set(visible_bonds(visit.person, visit.today).filter(child=found).values_list("pk", flat=True)),
        "may_export": visit.is_one_of(FG),
    }
    return render(visit.request, "officer/person.html", values)


@officer_room
def history(visit: Visit, person: UUID) -> HttpResponse:
    """What happened, the newest first."""
    found = person_of(visit, person)
    _tell_that_they_looked(visit, found, "journaal")
    deeds = not found.roles.filter(role__in=STAFF).exists()
    page = history_page(found.board_id, _ref(found), deeds=deeds, before=_before(visit))
    values = {
        "person": found,
        "lines": lines_told(page.lines, viewer=visit.person, on=visit.today, about=found),
        "older": page.older,
        "first": "voor" not in visit.request.GET,
    }
    return render(visit.request, "officer/history.html", values)


@require_POST
@officer_room
def export(visit: Visit, person: UUID) -> HttpResponse:
    """All that is held about someone, as a file to hand over. Only for the FG."""
    found = person_of(visit, person)
    with transaction.atomic():
        handed = hand_over(visit.doing, found)
    answer = HttpResponse(handed.content, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{handed.name}"'
    return answer


def _tell_that_they_looked(visit: Visit, person: Person, what: str) -> None:
    if not looked_lately(visit.doing, _ref(person), what):
        seen(visit.doing, _ref(person), what)


def _ref(person: Person) -> Ref:
    return Ref("persoon", str(person.pk))


def _before(visit: Visit) -> int | None:
    wanted = visit.request.GET.get("voor", "")
    if not wanted:
        return None
    if not wanted.isascii() or not wanted.isdecimal() or int(wanted[:20]) > LARGEST:
        raise Http404
    return int(wanted)
