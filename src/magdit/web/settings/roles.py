"""Who may do what at a school: the roles of who works there, giving one, and ending one after a question."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import end_role, give_role
from magdit.areas.people.actions.roles import BY_THE_OFFICE, OF_THE_BOARD
from magdit.areas.people.api_keys import governs_board
from magdit.areas.people.models import Role, School
from magdit.areas.people.names import sort_key, whole
from magdit.areas.people.queries import roles_at
from magdit.areas.people.rights import KEEPERS, LEADERS
from magdit.areas.people.sight import SEES
from magdit.web.room import room
from magdit.web.settings.forms import RoleForm
from magdit.web.told import refusal, word
from magdit.web.visit import Visit
from magdit.words.roles import ROLES

NOT_HERE = frozenset({"leerling", "oud_leerling", "ouder", "voogd"})  # by enrolling, and by the bond with a child
FEW = 8  # so many roles are read at once; more are folded up by role


@dataclass(frozen=True, slots=True)
class Line:
    """A role that someone has; `may_end`: whether this visitor may end it."""

    row: Role
    may_end: bool


@dataclass(frozen=True, slots=True)
class Folder:
    """Everyone who has one role; `open`: shown unfolded."""

    role: str
    lines: tuple[Line, ...]
    open: bool


@room
def roles(visit: Visit, code: str) -> HttpResponse:
    """The roles at a school. The same address gives one."""
    school = visit.school(code, for_roles=(*KEEPERS, *LEADERS))
    rows = _rows(visit, school)
    given = _may_give(visit, school)
    people = sorted({row.person for row in rows if row.person_id != visit.person.pk}, key=sort_key)
    form = RoleForm(visit.typed or None, people=people, roles=sorted(given))
    if visit.sends and form.is_valid() and _give(visit, school, form):
        return HttpResponseRedirect(visit.request.path)
    lines = [Line(row, _may_end(visit, row, given)) for row in rows]
    return render(visit.request, "settings/roles.html", {"school": school, "folders": _folders(lines), "form": form})


@room
def end(visit: Visit, code: str, role: int) -> HttpResponse:
    """Ending a role: asked first, then done with today as its last day. Ending it twice is ending it once."""
    school = visit.school(code, for_roles=(*KEEPERS, *LEADERS))
    row = visit.one(_shown(visit, school), pk=role)
    if not _may_end(visit, row, _may_give(visit, school)):
        raise Http404
    told = {"who": whole(row.person), "role": word(ROLES, row.role), "where": _where(row)}
    if not visit.sends:
        ended = row.ends == visit.today
        return render(visit.request, "settings/role_end.html", {"school": school, "ended": ended, **told})
    if row.ends != visit.today:
        end_role(visit.doing, row.pk, on=visit.today)
        # Without the name: a message waits in a cookie. Beside the name in the list stands the last day.
        messages.success(
            visit.request, _("De rol %(role)s is beëindigd op %(where)s. Vandaag is de laatste dag.") % told
        )
    return HttpResponseRedirect(reverse("settings:roles", args=[school.code]))


def _where(row: Role) -> str:
    return row.school.name if row.school else _("alle scholen van het bestuur")


def _folders(lines: list[Line]) -> list[Folder]:
    """The lines by role, in the order of the words; all open when there are few."""
    by_role: dict[str, list[Line]] = {}
    for line in lines:
        by_role.setdefault(line.row.role, []).append(line)
    few = len(lines) <= FEW
    return [Folder(role, tuple(by_role[role]), few) for role in sorted(by_role, key=lambda code: word(ROLES, code))]


def _give(visit: Visit, school: School, form: RoleForm) -> bool:
    told = form.cleaned_data
    at = None if told["role"] in OF_THE_BOARD else school
    try:
        give_role(visit.doing, told["person"], role=told["role"], school=at, ends=told["ends"])
    except Refused as refused:
        form.add_error(None, refusal(refused))
        return False
    messages.success(visit.request, _("De rol is gegeven, vanaf vandaag."))
    return True


def _shown(visit: Visit, school: School) -> QuerySet[Role]:
    rows = roles_at(school, visit.today).exclude(role__in=NOT_HERE).filter(person__removed_on=None)
    return rows.select_related("person", "school")


def _rows(visit: Visit, school: School) -> list[Role]:
    return sorted(_shown(visit, school), key=lambda row: (sort_key(row.person), row.role, row.pk))


def _may_give(visit: Visit, school: School) -> Collection[str]:
    """The roles that this visitor may give here; the action asks it again."""
    found: set[str] = set()
    if visit.is_one_of(KEEPERS, at=school):
        found |= BY_THE_OFFICE
    if visit.is_one_of(LEADERS, at=school):
        found |= set(SEES) - BY_THE_OFFICE - OF_THE_BOARD
    if governs_board(visit.person, visit.today):
        found |= OF_THE_BOARD
    return (found & set(SEES)) - NOT_HERE


def _may_end(visit: Visit, row: Role, given: Collection[str]) -> bool:
    """Nobody ends a role of their own: then nobody may be left who can give it back."""
    if row.person_id == visit.person.pk or row.role not in given:
        return False
    return row.school_id is not None or governs_board(visit.person, visit.today)
