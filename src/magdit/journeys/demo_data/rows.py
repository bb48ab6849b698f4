"""An invented school written into the register: many rows at once, and a line in the journal for everyone in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID, uuid5

from django.db import transaction

from magdit.areas.journal.actions import Told, record_all
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.actions import found_board, found_school
from magdit.areas.people.models import Group, Guardianship, Membership, Person, Role, School
from magdit.areas.people.rules import year_bounds
from magdit.journeys.demo_data.invented import OF_THE_BOARD, Invented
from magdit.journeys.demo_data.plan import Child, Plan, Who

INVENTED = UUID("2f1b6f6e-6f0d-5c7e-9a4e-3d1c5b7a9e00")  # all ids of the invented schools follow from this one


def board_id(invented: Invented) -> UUID:
    """The board of an invented school: the same each time, so that it is recognised."""
    return uuid5(INVENTED, invented.code)


def person_id(invented: Invented, who: Who) -> UUID:
    """The id of an invented person."""
    return uuid5(board_id(invented), who.key)


@transaction.atomic
def write(doing: Doing, plan: Plan) -> School:
    """Found the board and the school, and put everyone in."""
    invented = plan.invented
    contact = f"privacy@{invented.code}.example"
    found_board(doing, name=invented.board, contact=contact, address="Verzonnenlaan 1, 0000 XX Nergens")
    school = found_school(
        doing, name=invented.school, code=invented.code, protocol=invented.protocol, mirror=invented.mirror
    )
    people = _people(plan)
    Person.objects.bulk_create([_row(school, plan, who) for who in people], batch_size=400)
    groups = {name: Group(school=school, year=plan.year, name=name) for name in plan.groups}
    Group.objects.bulk_create(groups.values())
    Role.objects.bulk_create(_roles(school, plan), batch_size=400)
    Membership.objects.bulk_create(_members(plan, groups), batch_size=400)
    Guardianship.objects.bulk_create(_bonds(plan), batch_size=400)
    record_all(doing, [_line(school, plan, who) for who in people])
    return school


def _people(plan: Plan) -> list[Who]:
    found = {child.who.key: child.who for child in plan.children}
    found |= {bond.guardian.key: bond.guardian for child in plan.children for bond in child.bonds}
    return [*found.values(), *(who for who, _, _ in plan.staff)]


def _row(school: School, plan: Plan, who: Who) -> Person:
    return Person(
        pk=person_id(plan.invented, who), board_id=school.board_id, first=who.first, called=who.called,
        infix=who.infix, last=who.last, born=who.born, email=who.email, language=who.language,
        institution=who.institution, shielded=who.shielded, left_on=_left(plan, who),
    )  # fmt: skip


def _left(plan: Plan, who: Who) -> date | None:
    """The last two children of the plan went elsewhere: one last summer, one so long ago that the file may go."""
    gone = {child.who.key: years for child, years in zip(plan.children[-2:], (0, 3), strict=True)}
    return year_bounds(plan.year - 1 - gone[who.key])[1] if who.key in gone else None


def _roles(school: School, plan: Plan) -> Iterable[Role]:
    opens = year_bounds(plan.year)[0]
    for child in plan.children:
        left = _left(plan, child.who)
        begins = year_bounds(plan.year - 1)[0] if left is None else left.replace(year=left.year - 2)
        key = person_id(plan.invented, child.who)
        yield Role(person_id=key, school=school, role="leerling", begins=begins, ends=left)
    for who, role, _ in plan.staff:
        where = None if role in OF_THE_BOARD else school
        yield Role(person_id=person_id(plan.invented, who), school=where, role=role, begins=opens.replace(year=2020))


def _members(plan: Plan, groups: dict[str, Group]) -> Iterable[Membership]:
    opens = year_bounds(plan.year)[0]
    here: list[Child] = [child for child in plan.children if _left(plan, child.who) is None]
    for child in here:
        key = person_id(plan.invented, child.who)
        yield Membership(group=groups[child.group], person_id=key, role="leerling", begins=opens)
    for who, _, group in plan.staff:
        if group:
            key = person_id(plan.invented, who)
            yield Membership(group=groups[group], person_id=key, role="leerkracht", begins=opens)


def _bonds(plan: Plan) -> Iterable[Guardianship]:
    for child in plan.children:
        for bond in child.bonds:
            yield Guardianship(
                child_id=person_id(plan.invented, child.who), guardian_id=person_id(plan.invented, bond.guardian),
                relation=bond.relation, authority=bond.authority, source=bond.source,
                since=year_bounds(plan.year - 1)[0], ended=bond.ended,
            )  # fmt: skip


def _line(school: School, plan: Plan, who: Who) -> Told:
    about = Ref("persoon", str(person_id(plan.invented, who)))
    return Told("persoon toegevoegd", about, {"school": str(school.pk), "verzonnen": True})
