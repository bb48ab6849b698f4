"""Classes: who may be shown where. Looks and changes nothing; the card has a file of its own."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from magdit.areas.consent.class_view import ClassView, class_view, classes_of
from magdit.areas.people.queries import visible_groups
from magdit.web.classes.matrix import matrix_of
from magdit.web.classes.showing import channels_to_choose, shown_on
from magdit.web.room import room
from magdit.web.rooms import TEACHERS
from magdit.web.told import in_english
from magdit.web.visit import Visit


@room
def classes(visit: Visit, code: str) -> HttpResponse:
    """The classes of a school that this person may see, their own first."""
    school = visit.school(code, for_roles=TEACHERS)
    lines = classes_of(visit.person, school, visit.today)
    values = {
        "school": school,
        "own": [line for line in lines if line.own],
        "others": [line for line in lines if not line.own],
    }
    return render(visit.request, "classes/classes.html", values)


@room
def one_class(visit: Visit, code: str, group: UUID) -> HttpResponse:
    """How a class stands: who may not be shown on the channel that was chosen, and all of it below."""
    view = view_of(visit, code, group)
    known = {one.code for one in channels_to_choose(view)}
    chosen = visit.request.GET.get("kanaal", "")
    parts = visit.request.GET.getlist("wat")
    shown = shown_on(view, [chosen], parts) if chosen in known else None
    whole = shown is None or shown.nobody or visit.request.GET.get("rij") == "alles"
    values = {
        "school": view.group.school,
        "view": view,
        "channels": channels_to_choose(view, [chosen]),
        "shown": shown,
        "chosen": chosen,
        "parts": parts,
        "unknown": bool(chosen) and chosen not in known,
        "whole": whole,
        "matrix": matrix_of(view, "" if whole else chosen),
    }
    return render(visit.request, "classes/class.html", values)


def view_of(visit: Visit, code: str, group: UUID) -> ClassView:
    """The class of this address, as far as this person may see it; 404 otherwise."""
    school = visit.school(code, for_roles=TEACHERS)
    groups = visible_groups(visit.person, visit.today).filter(school=school).select_related("school__board")
    return class_view(visit.one(groups, pk=group), visit.today, language="en" if in_english() else "nl")
