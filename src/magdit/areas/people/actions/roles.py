"""Giving and ending roles. A role is what someone may do, so nobody gives one to themself, or above their own."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import held
from magdit.areas.people.entry import not_long_ago
from magdit.areas.people.models import Role, School
from magdit.areas.people.rights import GOVERNORS, KEEPERS, LEADERS, require, require_board
from magdit.areas.people.sight import SEES
from magdit.words.roles import ROLES

# The office enrols pupils and lets in who only helps; what a colleague may do is said by who leads.
BY_THE_OFFICE = frozenset({"leerling", "oud_leerling", "hulpouder", *ROLES.below("overige_betrokkene")})
OF_THE_BOARD = frozenset({"fg", "rvt", "gmr", *ROLES.below("bestuur")})


@transaction.atomic
def give_role(
    doing: Doing,
    person_id: UUID | str,
    *,
    role: str,
    school: School | None,
    begins: date | None = None,
    ends: date | None = None,
) -> Role:
    """Give someone a role at a school, or for the whole board (`school=None`), from a day (today) until a day."""
    person = held.person(doing, person_id)
    if doing.actor == held.about(person):
        raise Refused("own_role")
    require_giver(doing, role, school=school)
    first = begins or doing.today
    if ends is not None and ends < first:
        raise Refused("days_turned")
    not_long_ago(first, person.born)
    if person.left_on is not None and first > person.left_on:
        raise Refused("has_left")
    lasting = Q(ends=None) | Q(ends__gte=first)
    if Role.objects.filter(lasting | Q(begins=first), person=person, school=school, role=role).exists():
        raise Refused("role_there", role=ROLES.dutch(role))
    given = Role.objects.create(person=person, school=school, role=role, begins=first, ends=ends)
    record(doing, "rol gegeven", held.about(person), details={"rol": role, "school": _school(school)})
    return given


@transaction.atomic
def end_role(doing: Doing, role_id: int, *, on: date) -> Role:
    """End a role; `on` is its last day."""
    role = Role.objects.select_related("school", "person").filter(pk=role_id, person__board=doing.board).first()
    if role is None:
        raise Refused("not_yours")
    held.person(doing, role.person_id)
    require_giver(doing, role.role, school=role.school)
    if role.begins is not None and on < role.begins:
        raise Refused("days_turned")
    not_long_ago(on, role.person.born)
    role.ends = on
    role.save(update_fields=["ends"])
    details = {"rol": role.role, "school": _school(role.school), "tot": on.isoformat()}
    record(doing, "rol beeindigd", held.about(role.person), details=details)
    return role


def require_giver(doing: Doing, role: str, *, school: School | None) -> None:
    """Refuse who may not say who has this role at this school."""
    if role not in SEES:
        raise Refused("role_unknown")
    if school is not None and school.board_id != doing.board:
        raise Refused("not_yours")
    if school is None or role in OF_THE_BOARD:
        require_board(doing, GOVERNORS, board=doing.board)
    else:
        require(doing, KEEPERS if role in BY_THE_OFFICE else LEADERS, school=school)


def _school(school: School | None) -> str:
    return "" if school is None else str(school.pk)
