"""The settings of a school and of the board: what each choice means stands beside it."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from magdit.areas.people.actions import edit_board, edit_school
from magdit.areas.people.api_keys import governs_board
from magdit.areas.people.models import Board
from magdit.areas.people.rights import LEADERS
from magdit.web.room import room
from magdit.web.settings.edits import save, stood
from magdit.web.settings.forms import BoardForm, SchoolForm
from magdit.web.visit import Visit


@room
def school(visit: Visit, code: str) -> HttpResponse:
    """A school: its name, protocol, where consents come from."""
    row = visit.school(code, for_roles=LEADERS)
    now = {name: getattr(row, name) for name in SchoolForm.base_fields}
    form = SchoolForm(visit.typed, initial=now) if visit.typed else SchoolForm(initial=now)
    if visit.sends and form.is_valid():
        done = save(visit, form, row, lambda **changes: edit_school(visit.doing, row.pk, **changes))
        if done is not None:
            return done
    told = {"form": form, "school": row, "stood": stood(visit, form, row)}
    return render(visit.request, "settings/school.html", told)


@room
def board(visit: Visit) -> HttpResponse:
    """The board: how many parents, how long, who signs in with a second step."""
    row = _board(visit)
    now = {name: getattr(row, name) for name in BoardForm.base_fields}
    form = BoardForm(visit.typed, initial=now) if visit.typed else BoardForm(initial=now)
    if visit.sends and form.is_valid():
        done = save(visit, form, row, lambda **changes: edit_board(visit.doing, **changes))
        if done is not None:
            return done
    told = {"form": form, "board": row, "stood": stood(visit, form, row)}
    return render(visit.request, "settings/board.html", told)


def _board(visit: Visit) -> Board:
    """The board of who governs it as a whole; to anyone else it is not there."""
    if not governs_board(visit.person, visit.today):
        raise Http404
    return visit.person.board
