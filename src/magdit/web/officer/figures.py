"""The figures of a school, on screen, on paper and as a list for a spreadsheet."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from magdit.areas.consent.figures import Guarded
from magdit.areas.people.exports.tables import Cell, OutTable, as_csv
from magdit.areas.people.models import School
from magdit.journeys.figures import SchoolFigures, school_figures
from magdit.web.officer.letting_in import officer_room, schools_of
from magdit.web.told import page_language
from magdit.web.visit import Visit


@officer_room
def schools(visit: Visit) -> HttpResponse:
    """Which school; who has one goes straight on."""
    mine = schools_of(visit)
    if len(mine) == 1:
        return HttpResponseRedirect(resolve_url("officer:school_figures", mine[0].code))
    return render(visit.request, "officer/schools.html", {"schools": mine})


@officer_room
def one_school(visit: Visit, code: str) -> HttpResponse:
    """The figures of one school of today."""
    found = school_figures(_school(visit, code), visit.at, language=page_language())
    values = {"figures": found.consents, "taken_down": found.taken_down}
    return render(visit.request, "officer/figures.html", values)


@officer_room
def as_file(visit: Visit, code: str) -> HttpResponse:
    """The same as CSV; no cell of it can become a formula."""
    found = school_figures(_school(visit, code), visit.at, language=page_language())
    answer = HttpResponse(as_csv(_table(found)), content_type="text/csv; charset=utf-8")
    name = f"cijfers-{found.consents.school.code}-{found.consents.on}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _school(visit: Visit, code: str) -> School:
    found = next((school for school in schools_of(visit) if school.code == code), None)
    if found is None:
        raise Http404
    return found


def _table(found: SchoolFigures) -> OutTable:
    figures = found.consents
    whole: list[tuple[Cell, ...]] = [
        (_("school"), _("leerlingen"), figures.pupils),
        (_("school"), _("alles beantwoord"), figures.complete),
        (_("school"), _("deels beantwoord"), figures.partly),
        (_("school"), _("niets beantwoord"), figures.silent),
        (_("school"), _("ingetrokken dit schooljaar"), figures.withdrawn),
        (_("school"), _("open taken om weg te halen"), figures.tasks_open),
        (_("school"), _("waarvan te laat"), figures.tasks_late),
        (_("school"), _("weggehaalde berichten"), found.taken_down),
        (_("school"), _("uren tot weggehaald, gemiddeld"), figures.hours_to_takedown),
        (_("school"), _("berichten die niet aankwamen"), figures.letters_failed),
    ]
    for topic in figures.topics:
        whole += [
            (topic.title, _("ja"), topic.yes),
            (topic.title, _("nee"), topic.no),
            (topic.title, _("open"), topic.open),
        ]
    for one in figures.classes:
        whole += [
            (one.name, _("leerlingen"), guarded(one.pupils)),
            (one.name, _("alles beantwoord"), guarded(one.complete)),
            (one.name, _("nog niet alles"), guarded(one.rest)),
        ]
    return OutTable("cijfers", (_("waarvan"), _("wat"), _("aantal")), tuple(whole))


def guarded(figure: Guarded) -> Cell:
    """A number that may be told, or words instead of it."""
    if figure.count is not None:
        return figure.count
    return _("minder dan 5") if figure.few else _("bijna allemaal")
