"""Making groups and putting people in and out of them. A group is of one school and one school year."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import held
from magdit.areas.people.clean_names import clean
from magdit.areas.people.models import Group, Membership, School
from magdit.areas.people.rights import KEEPERS, has_role, require
from magdit.areas.people.rules import year_bounds

KINDS = frozenset({"klas", "groep"})
# A pupil is a pupil of the school; who stands before the class has any role of its staff, or is a trainee.
NEEDED = {"leerling": ("leerling",), "leerkracht": ("medewerker", "overige_betrokkene")}


@transaction.atomic
def make_group(doing: Doing, *, school: School, year: int, name: str, kind: str = "klas") -> Group:
    """Make a class or group for a school year."""
    require(doing, KEEPERS, school=school)
    kept = clean(name, field="group", institution=True)
    if not kept:
        raise Refused("name_missing")
    if kind not in KINDS:
        raise Refused("choice_wrong", field="soort", accepted="klas, groep")
    if not 2000 <= year <= doing.today.year + 2:
        raise Refused("year_wrong")
    if Group.objects.filter(school=school, year=year, name=kept).exists():
        raise Refused("group_there", group=kept)
    group = Group.objects.create(school=school, year=year, name=kept, kind=kind)
    record(doing, "groep gemaakt", _about(group), details={"schooljaar": year})
    return group


@transaction.atomic
def put_in_group(
    doing: Doing, *, group_id: UUID, person_id: UUID | str, role: str = "leerling", begins: date | None = None
) -> Membership:
    """Put a pupil or a teacher in a group, from a day in its school year."""
    group, person = held.group(doing, group_id), held.person(doing, person_id)
    require(doing, KEEPERS, school=group.school)
    first, (opens, closes) = begins or max(doing.today, year_bounds(group.year)[0]), year_bounds(group.year)
    if role not in NEEDED:
        raise Refused("choice_wrong", field="als", accepted=", ".join(sorted(NEEDED)))
    if not opens <= first <= closes:
        raise Refused("outside_year", year=f"{group.year}-{group.year + 1}")
    if not has_role(person.pk, NEEDED[role], school=group.school, on=first):
        raise Refused("not_of_school")
    member, made = Membership.objects.get_or_create(group=group, person=person, role=role, defaults={"begins": first})
    if not made:
        _again(member, first)
    record(doing, "in groep gezet", held.about(person), details={"groep": str(group.pk), "rol": role})
    return member


@transaction.atomic
def take_out_of_group(
    doing: Doing, *, group_id: UUID, person_id: UUID | str, on: date, role: str = "leerling"
) -> Membership:
    """Take someone out of a group; `on` is the last day in it."""
    group, person = held.group(doing, group_id), held.person(doing, person_id)
    require(doing, KEEPERS, school=group.school)
    member = Membership.objects.filter(group=group, person=person, role=role).first()
    if member is None:
        raise Refused("not_in_group")
    if member.begins is not None and on < member.begins:
        raise Refused("days_turned")
    member.ends = on
    member.save(update_fields=["ends"])
    record(doing, "uit groep gehaald", held.about(person), details={"groep": str(group.pk), "rol": role})
    return member


def _again(member: Membership, first: date) -> None:
    """Who left a group and comes back; there is one row per person, so the days between are not kept."""
    if member.ends is None or member.ends >= first:
        raise Refused("in_group_already")
    member.ends = None
    member.save(update_fields=["ends"])


def _about(group: Group) -> Ref:
    return Ref("groep", str(group.pk))
