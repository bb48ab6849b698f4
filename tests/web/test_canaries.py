"""Names show up only where their owner may be seen: on pages, in downloads, mails, letters, faults and the log.

Everyone in the world of the table has names that occur nowhere else. Who may see whom is written down here once more,
in the simplest words, and held against everything that comes out of every door.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from io import StringIO
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.formats import date_format

from magdit.areas.people.models import Person
from magdit.server.logs import DiscreetFormatter
from tests.web.crawl import Cell, Mailed, ask, open_cells, see
from tests.web.places import BOARD_WIDE, GONE, World
from tests.web.routes import Declared, declared
from tests.web.row import ROLES

pytestmark = pytest.mark.django_db
KEEPERS = ("administratie", "schoolleider", "beheerder", *BOARD_WIDE)
LOOKS = [one for one in declared() if one.row.sends is None and not one.row.open]
SENDS = [one for one in declared() if one.row.sends is not None and not one.row.open]


@pytest.fixture(autouse=True)
def log() -> Iterator[StringIO]:
    """What a server would have in its log."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(DiscreetFormatter())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize("one", [*LOOKS, *SENDS], ids=str)
def test_a_name_is_read_only_by_who_may_see_its_owner(one: Declared, world: World, log: StringIO):
    wrong = [fault for cell in open_cells(one) for fault in strangers(one, world, cell)]

    assert not wrong, "\n".join(wrong)
    assert not names_in(log.getvalue(), Person.objects.all())


@pytest.mark.parametrize("one", [one for one in declared() if one.row.open], ids=str)
def test_who_is_not_signed_in_reads_no_name(one: Declared, world: World):
    seen = see(one, Client(), world.places["own"])

    assert not names_in(seen.text, Person.objects.all())


@pytest.mark.parametrize("role", ROLES)
def test_what_is_not_yours_looks_like_what_never_was(role: str, world: World):
    """No difference tells that there is something."""
    client, place = world.browsers[role], world.places["board"]

    hidden = client.get(reverse("classes:class", args=[place.school.code, place.group.pk]))
    never = client.get(reverse("classes:class", args=["bestaat-niet", place.group.pk]))

    assert (hidden.status_code, hidden.content) == (404, never.content)


def test_a_fault_of_ours_tells_nobody_a_name(world: World, log: StringIO):
    client = world.browsers["administratie"]
    client.raise_request_exception = False
    name = str(world.places["own"].pupil)

    with patch("magdit.web.visit.visible_schools", side_effect=ValueError(name)):
        page = client.get(reverse("home"))
    client.raise_request_exception = True

    assert page.status_code == 500
    assert not names_in(page.content.decode() + log.getvalue(), Person.objects.all())
    assert "ValueError" in log.getvalue()


def strangers(one: Declared, world: World, cell: Cell) -> list[str]:
    """The names on a page of people whom this visitor may not see, and the addresses of who is shielded."""
    seen = ask(one, world, cell)
    visitor = world.visitors[cell.role]
    text = seen.text + seen.printed
    found = names_in(text, unseen_by(visitor, cell.role))
    if cell.role not in KEEPERS:
        shielded = Person.objects.filter(shielded=True).exclude(pk=visitor.pk)
        found |= {person.email for person in shielded if person.email and person.email in text}
    if GONE.split()[0] in text + "".join(mail.text for mail in seen.mails):
        found.add(GONE)
    found |= {name for mail in seen.mails for name in told_to_strangers(mail)}
    return [f"{cell.role} at {cell.place}: {name}" for name in sorted(found)]


def told_to_strangers(mail: Mailed) -> set[str]:
    """The names in a mail of people whom its reader may not see."""
    reader = Person.objects.filter(email=mail.to).first()
    if reader is None:
        return names_in(mail.text, Person.objects.all())
    role = reader.roles.exclude(school=None).values_list("role", flat=True).first() or "ouder"
    return {f"{name}, in a mail to {reader}" for name in names_in(mail.text, unseen_by(reader, role))}


@cache
def unseen_by(visitor: Person, role: str) -> list[Person]:
    """Whose names this visitor may not read."""
    return list(Person.objects.exclude(pk__in=[person.pk for person in may_see(visitor, role)]))


def may_see(visitor: Person, role: str) -> list[Person]:
    """Whom someone may see, said as simply as can be; not by the register's own queries."""
    everyone = list(Person.objects.filter(board=visitor.board, removed_on=None))
    at = {person.pk: schools_of(person) for person in everyone}
    here = schools_of(visitor)
    if role in BOARD_WIDE:
        return everyone
    whole_board = {None}
    if role in KEEPERS:
        return [person for person in everyone if at[person.pk] & (here | whole_board) or not at[person.pk]]
    staff = [one for one in everyone if at[one.pk] & (here | whole_board) and is_staff(one)]
    if role in {"ouder", "leerling"}:
        return [visitor, *(bond.child for bond in visitor.wards.all()), *staff]
    if role == "leerkracht":
        return [*staff, *of_class(visitor)]
    if role == "communicatiemedewerker":
        return [*staff, *(one for one in everyone if at[one.pk] & here and one.born)]
    return [visitor]


def schools_of(person: Person) -> set[object]:
    """The schools of someone's roles, and of their children's."""
    own = set(person.roles.values_list("school", flat=True))
    return own | {school for bond in person.wards.all() for school in bond.child.roles.values_list("school", flat=True)}


def is_staff(person: Person) -> bool:
    return person.roles.exclude(role="leerling").exists()


def of_class(teacher: Person) -> list[Person]:
    """The pupils of someone's classes, with their parents."""
    groups = teacher.memberships.filter(role="leerkracht").values("group")
    pupils = list(Person.objects.filter(memberships__group__in=groups, memberships__role="leerling"))
    return [*pupils, *(bond.guardian for one in pupils for bond in one.guardianships.all())]


def names_in(text: str, people: Iterable[Person]) -> set[str]:
    """Of whom a name, an address or a birthday stands in a text."""
    return {str(person) for person in people if any(token in text for token in tokens(person))}


def tokens(person: Person) -> list[str]:
    """What tells who somebody is."""
    told = [token for token in (person.called, person.last, person.email) if token and token != "verwijderd"]
    return told + ([person.born.isoformat(), f"{person.born:%d-%m-%Y}", said(person.born)] if person.born else [])


def said(day: date) -> str:
    """A day as pages say it: 6 mei 2016."""
    return date_format(day, "j F Y")
