"""The same random histories, told to the register itself by those who may: rows, actions and days as at a school."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.db import transaction

from magdit.areas.consent.actions import give, object_to, refuse, renew, withdraw
from magdit.areas.consent.models import Answer, Item
from magdit.areas.consent.paper import enter_on_paper
from magdit.areas.consent.queries import how_they_stand
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Board, Guardianship, Person, Role, School
from tests.areas.consent.conftest import make_item
from tests.areas.consent.histories import AUTHORITY, COVERS, SCHOOLS, History, made
from tests.areas.consent.reference import Child, may, school_day

pytestmark = pytest.mark.django_db
SAYS: dict[str, Callable[..., Answer]] = {
    "give": give,
    "renew": renew,
    "refuse": refuse,
    "withdraw": withdraw,
    "object": object_to,
}


@pytest.fixture(params=SCHOOLS)
def place(request: pytest.FixtureRequest) -> tuple[School, dict[str, Item], Person]:
    """A school under each protocol that asks for photos on three channels and a class list, and who takes in paper."""
    board = Board.objects.create(name="Stichting De Linde")
    school = School.objects.create(board=board, name="De Linde", code="de-linde", protocol=request.param)
    items = {
        channel: make_item(board, f"{channel}-foto", channel=channel, covers=list(covers))
        for channel, covers in COVERS.items()
    }
    office = Person.objects.create(board=board, called="Wendy", last="Smit")
    Role.objects.create(person=office, school=school, role="administratie")
    return school, items, office


def family(school: School, child: Child, history: History) -> dict[str, Person]:
    """The child and two parents as rows, before any bond ended."""
    made = {name: Person.objects.create(board=school.board, called=name, last="Test") for name in child.authority}
    pupil = Person.objects.create(board=school.board, called="kind", last="Test", born=child.born)
    Role.objects.create(person=pupil, school=school, role="leerling")
    for name, parent in made.items():
        Guardianship.objects.create(
            child=pupil, guardian=parent, relation="ouder", authority=AUTHORITY[child.authority[name]],
            ended=child.gone.get(name),
        )  # fmt: skip
    return {**made, "self": pupil}


def tell(
    place: tuple[School, dict[str, Item], Person], people: dict[str, Person], history: History
) -> list[tuple[datetime, str, str]]:
    """Tell the history; what is refused was never said. Answers what was taken."""
    school, items, office = place
    item, child = items[history.channel], people["self"]
    taken = []
    for at, giver, said in history.events:
        on_paper = said == "give on paper"
        actor = office if on_paper else people[giver]
        doing = Doing(Ref("persoon", str(actor.pk)), school.board_id, at)
        try:
            if on_paper:
                day = school_day(at)
                enter_on_paper(doing, child, item, giver=people[giver], yes=True, signed_on=day, scan=b"%PDF-1")
            else:
                SAYS[said](doing, child, item)
        except Refused:
            continue
        taken.append((at, giver, said))
    return taken


def test_what_was_told_to_the_register_stands_as_the_reference_says(
    place: tuple[School, dict[str, Item], Person], settings: Any, tmp_path: Path
) -> None:
    settings.DATA = tmp_path
    school, items, _ = place
    random = Random(f"rows {school.protocol}")
    told = 0
    for _ in range(20):
        history = made(random)
        with transaction.atomic():
            school.board.parents_needed = "allen" if history.child.needs_all else "een"
            school.board.save()
            people = family(school, history.child, history)
            taken = tell(place, people, history)
            told += len(taken)
            for day in history.days:
                child, item = people["self"], items[history.channel]
                found = how_they_stand(school, day, people=[child.pk], items=[item])[child.pk, item.pk]
                expected = may(school.protocol, history.channel, history.child, taken, day)
                assert found.yes is expected, (school.protocol, history, taken, day, found.code)
    assert told >= 8


def test_an_answer_at_half_past_eleven_in_london_is_of_the_next_day_at_school() -> None:
    assert school_day(datetime.combine(date(2026, 7, 31), time(23, 30), tzinfo=UTC)) == date(2026, 8, 1)
    assert school_day(datetime.combine(date(2026, 1, 31), time(23, 30), tzinfo=UTC)) == date(2026, 2, 1)
    assert school_day(datetime.combine(date(2026, 1, 31), time(22, 30), tzinfo=UTC)) == date(2026, 1, 31)
