"""What becomes of answers when a pupil goes to another school, or leaves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from magdit.areas.consent.actions import give, refuse, withdraw
from magdit.areas.consent.models import Answer, Item
from magdit.areas.people.models import Person, Role, School
from tests import cast
from tests.areas.conftest import NOON
from tests.areas.consent.conftest import stands

pytestmark = pytest.mark.django_db
Answering = Callable[..., Answer]


def test_a_pupil_who_left_can_still_be_taken_off(
    answers: Answering, school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    left = cast.TODAY - timedelta(days=1)
    noor.roles.update(ends=left)
    Person.objects.filter(pk=noor.pk).update(left_on=left)

    answer = answers(withdraw, noors_mother, noor, website)

    assert answer.state == "ingetrokken"


def moved(noor: Person, to: School, first_day: date) -> None:
    """Noor goes to another school of the board: her last day here is the day before."""
    Role.objects.filter(person=noor).update(ends=first_day - timedelta(days=1))
    Role.objects.create(person=noor, school=to, role="leerling", begins=first_day)


def test_a_yes_of_the_old_school_does_not_move_along(
    answers: Answering, school: School, second_school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    first_day = cast.TODAY + timedelta(days=7)
    moved(noor, second_school, first_day)

    assert stands(school, noor, website, first_day - timedelta(days=1)).yes
    assert stands(second_school, noor, website, first_day).code == "not_asked"


def test_a_no_of_the_old_school_moves_along_until_she_says_yes_at_the_new_one(
    answers: Answering, second_school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(refuse, noors_mother, noor, website)
    moved(noor, second_school, cast.TODAY + timedelta(days=1))
    later = NOON + timedelta(days=1)
    before = stands(second_school, noor, website, later.date())
    answers(give, noors_mother, noor, website, at=later)

    assert before.code == "refused"
    assert stands(second_school, noor, website, later.date()).yes


def test_a_no_that_was_taken_back_at_the_old_school_is_silence_at_the_new_one(
    answers: Answering, second_school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(refuse, noors_mother, noor, website)
    answers(give, noors_mother, noor, website)
    moved(noor, second_school, cast.TODAY)

    assert stands(second_school, noor, website).code == "not_asked"
