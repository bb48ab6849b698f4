"""For which school someone answers: a pupil of two schools, one who moves, and who works for the whole board."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from magdit.areas.consent.actions import give, object_to, refuse, withdraw
from magdit.areas.consent.models import Answer, Item
from magdit.areas.consent.paper import enter_on_paper
from magdit.areas.consent.queries import how_they_stand, own_view
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Board, Person, Role, School
from tests import cast
from tests.areas.conftest import NOON, START, employee
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db
Answering = Callable[..., Answer]


@pytest.fixture
def facebook(board: Board) -> Item:
    """Photos on Facebook: De Linde asks for a yes, De Beuk (vsnon) never does it."""
    return make_item(board, "facebook-foto", channel="facebook")


@pytest.fixture
def never(second_school: School) -> School:
    """De Beuk under vsnon, which comes first in the alphabet and uses no platforms."""
    second_school.protocol = "vsnon"
    second_school.save()
    return second_school


@pytest.fixture
def both(never: School, noor: Person) -> Person:
    """Noor, who goes to both schools."""
    Role.objects.create(person=noor, school=never, role="leerling", begins=START)
    return noor


@pytest.fixture
def fg(board: Board, school: School) -> Person:
    """The data protection officer of the whole board."""
    made = employee(school, "fg", called="Nadia", last="Vos")
    Role.objects.filter(person=made).update(school=None)
    return made


def yes(school: School, person: Person, item: Item) -> bool:
    return how_they_stand(school, cast.TODAY, people=[person.pk], items=[item])[person.pk, item.pk].yes


def test_a_yes_is_taken_when_one_of_the_two_schools_asks_for_it_and_counts_there(
    answers: Answering, school: School, never: School, both: Person, noors_mother: Person, facebook: Item
) -> None:
    answer = answers(give, noors_mother, both, facebook)

    assert answer.school == school
    assert (yes(school, both, facebook), yes(never, both, facebook)) == (True, False)


def test_a_yes_is_never_asked_only_when_neither_school_asks_for_it(
    answers: Answering, school: School, both: Person, noors_mother: Person, facebook: Item
) -> None:
    school.protocol = "vsnon"
    school.save()

    with pytest.raises(Refused, match="never_asked"):
        answers(give, noors_mother, both, facebook)


def test_a_no_at_one_school_counts_at_both(
    answers: Answering, school: School, second_school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    Role.objects.create(person=noor, school=second_school, role="leerling", begins=START)
    for place in (school, second_school):
        give_at(answers, place, noors_mother, noor, website)
    before = (yes(school, noor, website), yes(second_school, noor, website))

    answers(withdraw, noors_mother, noor, website)

    assert before == (True, True)
    assert (yes(school, noor, website), yes(second_school, noor, website)) == (False, False)


def give_at(answers: Answering, place: School, giver: Person, about: Person, item: Item) -> Answer:
    return answers(lambda doing, person, asked: give(doing, person, asked, school=place), giver, about, item)


def test_a_parent_sees_the_questions_of_each_school_apart(
    answers: Answering, school: School, never: School, both: Person, noors_mother: Person, facebook: Item, website: Item
) -> None:
    answers(give, noors_mother, both, facebook)

    seen = {(line.school, line.item): line.own for line in own_view(noors_mother, both, cast.TODAY)}

    assert seen == {(never, website): None, (school, facebook): "gegeven", (school, website): None}


def test_nobody_answers_for_a_school_where_the_child_does_not_go(
    answers: Answering, second_school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    with pytest.raises(Refused, match="not_yours"):
        give_at(answers, second_school, noors_mother, noor, website)


def test_before_the_move_a_parent_may_already_say_yes_for_the_new_school(
    answers: Answering, school: School, second_school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    first_day = cast.TODAY + timedelta(days=7)
    Role.objects.filter(person=noor).update(ends=first_day - timedelta(days=1))
    Role.objects.create(person=noor, school=second_school, role="leerling", begins=first_day)

    give_at(answers, second_school, noors_mother, noor, website)

    there = how_they_stand(second_school, first_day, people=[noor.pk], items=[website])
    assert there[noor.pk, website.pk].yes
    assert not yes(school, noor, website)


def test_the_office_takes_in_paper_for_its_own_school_only(
    doing_as: Callable[..., Doing], school: School, both: Person, noors_mother: Person, office: Person, facebook: Item,
    website: Item, settings: Any, tmp_path: Path,
) -> None:  # fmt: skip
    settings.DATA = tmp_path

    answer = enter_on_paper(
        doing_as(office), both, website, giver=noors_mother, yes=True, signed_on=cast.TODAY, scan=b"%PDF-1.4 formulier"
    )

    assert answer.school == school


def test_who_works_for_the_whole_board_sees_and_answers_for_all_of_it(
    answers: Answering, board: Board, school: School, second_school: School, fg: Person
) -> None:
    staff = make_item(board, "medewerker-website", asked_of="medewerker")

    answer = answers(give, fg, fg, staff)

    assert answer.school is None
    assert {line.school for line in own_view(fg, fg, cast.TODAY)} == {school, second_school}
    assert (yes(school, fg, staff), yes(second_school, fg, staff)) == (True, True)


def test_who_works_for_the_whole_board_may_object(
    answers: Answering, board: Board, school: School, second_school: School, fg: Person
) -> None:
    staff = make_item(board, "medewerker-website", asked_of="medewerker")

    answers(object_to, fg, fg, staff)

    assert (yes(school, fg, staff), yes(second_school, fg, staff)) == (False, False)


def test_a_teacher_with_a_child_elsewhere_answers_for_the_own_school(
    answers: Answering, board: Board, school: School, never: School, bram: Person, noor: Person
) -> None:
    staff = make_item(board, "medewerker-website", asked_of="medewerker")
    Role.objects.filter(person=noor).update(school=never)
    noor.guardianships.create(guardian=bram, relation="ouder", authority="ja")

    assert answers(give, bram, bram, staff).school == school


def test_a_yes_to_what_is_no_longer_asked_stays_in_sight_until_it_is_taken_back(
    answers: Answering, noor: Person, noors_mother: Person, noors_father: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    Item.objects.filter(pk=website.pk).update(active=False)
    website.refresh_from_db()

    (seen,) = own_view(noors_mother, noor, cast.TODAY)
    answers(withdraw, noors_mother, noor, website, at=NOON + timedelta(hours=1))

    assert (seen.no_longer_asked, seen.may_answer, seen.may_refuse, seen.own) == (True, False, True, "gegeven")
    assert own_view(noors_mother, noor, cast.TODAY) == own_view(noors_father, noor, cast.TODAY) == ()


def test_a_no_at_a_school_that_never_does_it_is_taken_all_the_same(
    answers: Answering, never: School, both: Person, noors_mother: Person, facebook: Item
) -> None:
    answers(refuse, noors_mother, both, facebook)

    assert not yes(never, both, facebook)
