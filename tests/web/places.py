"""The world of the table of routes: two schools of one board and a school of another, and a visitor for every role.

Everyone in it has names that occur nowhere else, so that a name on a page tells whose it is (tests/web/test_canaries).
All is made once for all rows; whatever a request does to it is undone before the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.test import Client

from magdit.areas.consent.actions import give, refuse
from magdit.areas.consent.models import Item
from magdit.areas.consent.rounds.actions import open_round
from magdit.areas.consent.texts.catalogue_actions import lay_catalogue
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions.leaving import remove_file
from magdit.areas.people.models import Board, Group, Membership, Person, Role, School
from tests import cast
from tests.areas.conftest import NOON, START, YEAR, employee, guardian, pupil
from tests.signed_in import sign_in
from tests.web.conftest import account_of
from tests.web.row import ROLES, Place

BOARD_WIDE = ("fg", "cvb")
ASKED = ("website-foto", "ouderportaal-groep-foto", "instagram-beeld")
# Per place: the pupil with the two parents, the teacher, the office; a classmate with a parent, both shielded.
NAMES = {
    "own": "Merelle Lindevogel, Wulpine Grutterink, Tapuito Rietzanger, Sijsine Goudvinkel, Kwikkel Boomkruiper, "
    "Zwaluwe Oeverloper, Karekieta Waterhoen",
    "class": "Roosmus Heggemuis, Tortelina Houtduif, Kneuter Braamsluiper, Putterine Distelvink, Vinkola Keepje, "
    "Leeuwerike Graspieper, Mezelle Staartmees",
    "school": "Tureluur Slobeend, Kievitine Plevier, Scholekke Kluutsma, Reigerd Purperveld, Lepelina Ooievaart, "
    "Aalscholv Fuutstra, Talinga Meerkoetje",
    "board": "Snippelien Watersnip, Kraanvo Roerdomp, Kwartella Patrijsma, Fazante Korhoender, Steltje Bontbek, "
    "Grielle Renvogel, Vorkina Stormmeeuw",
    "sem": "Spreeuwo Kraaiendonk, Ekstera Vlaamsgaai, Kauwtje Roekema, Ravenna Bonteraaf, Gaaike Notekraak, "
    "Spechtje Draaihals, Boomine Zwartspecht",
}
VISITORS = (
    "Valkema Torenvalk, Haviko Sperwerda, Buizera Wespendief, Arenda Zeearend, Wouwke Rodewouw, Kiekina Blauwekiek, "
    "Uilske Ransuil, Velduila Kerkuil"
).split(", ")
GONE = "Dodoline Reuzenalk"


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
    here, near = _school(linde, "De Linde", "osvs"), _school(linde, "De Beuk", "verkruisen")
    far = _school(overkant, "De Overkant", "vsnon")
    places = {
        "own": _place("own", here, "6A", born=cast.NOOR.born or START),
        "class": _place("class", here, "7B", born=date(2015, 11, 2)),
        "school": _place("school", near, "5C", born=date(2016, 1, 9)),
        "board": _place("board", far, "8D", born=date(2014, 12, 24)),
    }
    sems = _place("own", here, "4V", names="sem", born=cast.SEM.born or START)
    for place in (*places.values(), sems):
        _answer(place)
    _gone(here)
    for school in (here, near, far):
        open_round(_system(school.board), school, opens=cast.TODAY - timedelta(days=20))
    named = iter(VISITORS)
    visitors = {role: _visitor(role, places["own"], sems, named) for role in ROLES}
    browsers = {role: _signed_in(role, person) for role, person in visitors.items()}
    return World(places, {**places, "own": sems}, visitors, browsers)


def _board(name: str) -> Board:
    """Nobody has to set up a second step of signing in: that has tests of its own."""
    board = Board.objects.create(
        name=name, contact="privacy@school.example", address="Laan 1, 1234 AB Stad", second_step="niemand"
    )
    lay_catalogue(_system(board), board)
    Item.objects.filter(board=board, asked_of="leerling").exclude(code__in=ASKED).update(active=False)
    return board


def _system(board: Board) -> Doing:
    return Doing(Ref("systeem", "test"), board.pk, NOON)


def _school(board: Board, name: str, protocol: str) -> School:
    return School.objects.create(board=board, name=name, code=name.lower().replace(" ", "-"), protocol=protocol)


def _place(name: str, school: School, group_name: str, *, born: date, names: str = "") -> Place:
    """A class with everyone around it."""
    child, first, second, teacher, office, mate, parent = (one.split() for one in NAMES[names or name].split(", "))
    group = Group.objects.create(school=school, year=YEAR, name=group_name)
    made = pupil(school, group, called=child[0], last=child[1], born=born)
    guardian(made, called=second[0], last=second[1])
    classmate = pupil(school, group, called=mate[0], last=mate[1], born=born + timedelta(days=97))
    guardian(classmate, called=parent[0], last=parent[1])
    Person.objects.filter(called__in=(mate[0], parent[0])).update(shielded=True)
    works = employee(school, "leerkracht", called=teacher[0], last=teacher[1])
    Membership.objects.create(group=group, person=works, role="leerkracht", begins=START)
    return Place(
        name=name, board=school.board, school=school, group=group, pupil=made, teacher=works,
        guardian=guardian(made, called=first[0], last=first[1]),
        office=employee(school, "administratie", called=office[0], last=office[1]),
    )  # fmt: skip


def _answer(place: Place) -> None:
    """Who answers for the pupil says yes to one thing and no to another; a second parent no to what the first wants."""
    items = {item.code: item for item in Item.objects.filter(board=place.board)}
    adult = place.pupil.born is not None and place.pupil.born <= date(2010, 3, 3)
    first = place.pupil if adult else place.guardian
    for action, code in ((give, ASKED[0]), (refuse, ASKED[2])):
        _says(action, first, place, items[code])
    if not adult:
        second = place.pupil.guardianships.exclude(guardian=place.guardian).get().guardian
        _says(refuse, second, place, items[ASKED[0]])


def _says(action: Callable[..., object], who: Person, place: Place, item: Item) -> None:
    """What the protocol of a school does not ask, it does not take."""
    with suppress(Refused):
        action(Doing(Ref("persoon", str(who.pk)), place.board.pk, NOON), place.pupil, item)


def _gone(school: School) -> None:
    """A pupil who left long ago, whose file was removed."""
    called, last = GONE.split()
    group = Group.objects.create(school=school, year=2019, name="8Z")
    person = pupil(school, group, called=called, last=last, born=date(2008, 7, 17))
    Role.objects.filter(person=person).update(begins=date(2012, 8, 1), ends=date(2020, 7, 31))
    Membership.objects.filter(person=person).update(begins=date(2019, 8, 1), ends=date(2020, 7, 31))
    Person.objects.filter(pk=person.pk).update(left_on=date(2020, 7, 31))
    remove_file(_system(school.board), person.pk)


def _visitor(role: str, own: Place, sems: Place, named: Iterator[str]) -> Person:
    theirs = {"ouder": own.guardian, "leerling": sems.pupil, "leerkracht": own.teacher, "administratie": own.office}
    if role in theirs:
        return theirs[role]
    called, last = next(named).split()
    person = employee(own.school, role, called=called, last=last)
    if role in BOARD_WIDE:
        Role.objects.filter(person=person).update(school=None)
    return person


def _signed_in(role: str, person: Person) -> Client:
    """Parents and pupils came with a link; who works there by the school's own system, which is a second step."""
    if role not in {"ouder", "leerling"}:
        return sign_in(Client(), account_of(person))
    client = Client()
    client.force_login(account_of(person), backend="django.contrib.auth.backends.ModelBackend")
    return client
