"""The world of the table of routes: two schools of one board and a school of another, and a visitor for every role.

Everything is made once for all rows; whatever a request does to it is undone before the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.test import Client

from magdit.areas.people.models import Board, Group, Membership, Person, Role, School
from tests import cast
from tests.areas.conftest import START, YEAR, employee, guardian, pupil
from tests.web.conftest import account_of
from tests.web.row import ROLES, Place

BOARD_WIDE = ("fg", "cvb")
BORN = {"noor": cast.NOOR.born or START, "sem": cast.SEM.born or START}


@dataclass(frozen=True)
class World:
    """Places as a parent or employee of De Linde sees them, and those of the pupil; a signed-in browser per role."""

    places: Mapping[str, Place]
    of_the_pupil: Mapping[str, Place]
    visitors: Mapping[str, Person]
    browsers: Mapping[str, Client]

    def place(self, role: str, name: str) -> Place:
        """A place as it is to this role, with the visitor in it."""
        found = self.of_the_pupil if role == "leerling" else self.places
        return replace(found[name], visitor=self.visitors[role])


def make_world() -> World:
    """The rows of the world; called inside a transaction that is undone."""
    linde, overkant = _board("Stichting De Linde"), _board("Stichting Overkant")
    schools = {
        "own": _school(linde, "De Linde", "osvs"),
        "school": _school(linde, "De Beuk", "verkruisen"),
        "board": _school(overkant, "De Overkant", "vsnon"),
    }
    schools["class"] = schools["own"]
    places = {
        "own": _place("own", schools["own"], "6A", called="Noor", last="Dijk", born=BORN["noor"]),
        "class": _place("class", schools["class"], "7B", called="Roos", last="Hendriks", born=date(2015, 11, 2)),
        "school": _place("school", schools["school"], "5C", called="Tijn", last="Brouwer", born=date(2016, 1, 9)),
        "board": _place("board", schools["board"], "8D", called="Lot", last="Kuipers", born=date(2014, 12, 24)),
    }
    sems = _place("own", schools["own"], "4V", called="Sem", last="Boer", born=BORN["sem"])
    visitors = {role: _visitor(role, places["own"], sems) for role in ROLES}
    browsers = {role: _signed_in(person) for role, person in visitors.items()}
    return World(places, {**places, "own": sems}, visitors, browsers)


def _board(name: str) -> Board:
    """Nobody has to set up a second step of signing in: that has tests of its own."""
    return Board.objects.create(name=name, contact="privacy@school.example", second_step="niemand")


def _school(board: Board, name: str, protocol: str) -> School:
    return School.objects.create(board=board, name=name, code=name.lower().replace(" ", "-"), protocol=protocol)


def _place(name: str, school: School, group_name: str, *, called: str, last: str, born: date) -> Place:
    group = Group.objects.create(school=school, year=YEAR, name=group_name)
    child = pupil(school, group, called=called, last=last, born=born)
    teacher = employee(school, "leerkracht", called=f"Juf {called}", last=last)
    Membership.objects.create(group=group, person=teacher, role="leerkracht", begins=START)
    return Place(
        name=name,
        board=school.board,
        school=school,
        group=group,
        pupil=child,
        guardian=guardian(child, called=f"Ouder van {called}", last=last),
        teacher=teacher,
        office=employee(school, "administratie", called=f"Kantoor {group_name}", last=last),
    )


def _visitor(role: str, own: Place, sems: Place) -> Person:
    theirs = {"ouder": own.guardian, "leerling": sems.pupil, "leerkracht": own.teacher}
    if role in theirs:
        return theirs[role]
    person = employee(own.school, role, called=role.capitalize(), last="Bezoeker")
    if role in BOARD_WIDE:
        Role.objects.filter(person=person).update(school=None)
    return person


def _signed_in(person: Person) -> Client:
    client = Client(raise_request_exception=True)
    client.force_login(account_of(person), backend="django.contrib.auth.backends.ModelBackend")
    return client
