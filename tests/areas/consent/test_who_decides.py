"""Whose answer is taken: by age, by authority, by bond; and everyone else is kept out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from magdit.areas.consent.actions import give, object_to, refuse, renew, withdraw
from magdit.areas.consent.models import Answer, Item
from magdit.areas.consent.queries import own_view
from magdit.areas.consent.showing import show
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import shield
from magdit.areas.people.models import Guardianship, Person, School
from magdit.areas.registers.models import TakedownTask
from tests import cast
from tests.areas.conftest import NOON, employee
from tests.areas.consent.conftest import make_item, stands

pytestmark = pytest.mark.django_db
Answering = Callable[..., Answer]


def test_from_sixteen_sem_decides_himself(
    answers: Answering, school: School, sem: Person, sems_mother: Person, website: Item
) -> None:
    answers(give, sems_mother, sem, website, at=NOON - timedelta(days=1))
    before, today = stands(school, sem, website, date(2026, 3, 2)), stands(school, sem, website)
    answers(give, sem, sem, website)

    assert before.yes
    assert not today.yes
    assert stands(school, sem, website).yes


def test_his_mother_cannot_answer_for_him_any_more(
    answers: Answering, sem: Person, sems_mother: Person, website: Item
) -> None:
    with pytest.raises(Refused, match="not_your_turn") as caught:
        answers(give, sems_mother, sem, website)

    assert caught.value.facts == {"who": "leerling"}


def test_noor_herself_is_too_young(answers: Answering, noor: Person, website: Item) -> None:
    with pytest.raises(Refused, match="not_your_turn"):
        answers(give, noor, noor, website)


@pytest.mark.parametrize("action", [give, refuse, withdraw, renew, object_to])
def test_an_outsider_does_not_get_in(
    answers: Answering, noor: Person, bram: Person, website: Item, action: Answering
) -> None:
    with pytest.raises(Refused, match="not_your_child"):
        answers(action, bram, noor, website)

    assert not Answer.objects.exists()


def test_olaf_of_the_board_next_door_does_not_get_in(
    answers: Answering, noor: Person, olaf: Person, website: Item
) -> None:
    with pytest.raises(Refused, match="not_yours"):
        answers(give, olaf, noor, website)


def test_the_item_of_another_board_cannot_be_answered(
    answers: Answering, noor: Person, noors_mother: Person, other_school: School
) -> None:
    theirs = make_item(other_school.board)

    with pytest.raises(Refused, match="not_yours"):
        answers(give, noors_mother, noor, theirs)


def test_the_computer_answers_for_nobody(system: Doing, noor: Person, website: Item) -> None:
    with pytest.raises(Refused, match="only_people_answer"):
        give(system, noor, website)


@pytest.mark.parametrize("odd", ["", "mira", "1; drop table"])
def test_an_actor_who_is_no_row_answers_for_nobody(system: Doing, noor: Person, website: Item, odd: str) -> None:
    stranger = replace(system, actor=Ref("persoon", odd))

    with pytest.raises(Refused, match="not_yours"):
        give(stranger, noor, website)
    with pytest.raises(Refused, match="not_yours"):
        shield(stranger, noor.pk, shielded=True)


def test_a_parent_without_authority_does_not_answer(
    answers: Answering, noor: Person, noors_father: Person, website: Item
) -> None:
    Guardianship.objects.filter(guardian=noors_father).update(authority="nee")

    with pytest.raises(Refused, match="no_say_any_more"):
        answers(refuse, noors_father, noor, website)


def test_of_unknown_authority_the_no_counts_and_the_yes_is_refused_with_the_reason(
    answers: Answering, school: School, noor: Person, noors_father: Person, website: Item
) -> None:
    Guardianship.objects.filter(guardian=noors_father).update(authority="onbekend")

    with pytest.raises(Refused, match="authority_unknown"):
        answers(give, noors_father, noor, website)
    answers(refuse, noors_father, noor, website)

    assert stands(school, noor, website).code == "refused"


def test_a_yes_of_whose_authority_became_unknown_no_longer_counts(
    answers: Answering, school: School, noor: Person, noors_father: Person, website: Item
) -> None:
    answers(give, noors_father, noor, website)
    Guardianship.objects.filter(guardian=noors_father).update(authority="onbekend")

    assert stands(school, noor, website).code == "no_authority"


def test_authority_lost_afterwards_takes_the_answer_along(
    answers: Answering, school: School, noor: Person, noors_mother: Person, noors_father: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    answers(refuse, noors_father, noor, website)
    Guardianship.objects.filter(guardian=noors_father).update(authority="nee")

    assert stands(school, noor, website).yes


def test_a_bond_that_ended_takes_the_answer_along(
    answers: Answering, school: School, noor: Person, noors_mother: Person, website: Item
) -> None:
    answers(give, noors_mother, noor, website)
    Guardianship.objects.filter(guardian=noors_mother).update(ended=cast.TODAY)

    assert stands(school, noor, website).yes
    assert not stands(school, noor, website, cast.TODAY + timedelta(days=1)).yes


def test_of_a_bond_that_began_again_the_old_yes_says_nothing_and_the_old_no_still_counts(
    answers: Answering, school: School, noor: Person, noors_mother: Person, noors_father: Person, website: Item
) -> None:
    answers(refuse, noors_mother, noor, website)
    answers(give, noors_mother, noor, website)
    again = cast.TODAY + timedelta(days=10)
    Guardianship.objects.filter(guardian=noors_mother).update(since=again)
    silent = stands(school, noor, website, again)
    answers(refuse, noors_father, noor, website)
    Guardianship.objects.filter(guardian=noors_father).update(since=again)

    assert silent.code == "not_asked"
    assert stands(school, noor, website, again).code == "refused"


def test_where_the_board_wants_all_parents_one_yes_waits(
    answers: Answering, school: School, noor: Person, noors_mother: Person, noors_father: Person, website: Item
) -> None:
    school.board.parents_needed = "allen"
    school.board.save()
    answers(give, noors_mother, noor, website)
    one = stands(school, noor, website)
    answers(give, noors_father, noor, website)

    assert (one.yes, one.state) == (False, "gevraagd")
    assert stands(school, noor, website).yes


def test_an_aide_without_children_sees_nothing(answers: Answering, school: School, noor: Person, website: Item) -> None:
    wendy = employee(school, "administratie", called="Wendy", last="Smit")

    with pytest.raises(Refused, match="not_your_child"):
        answers(give, wendy, noor, website)


def test_of_age_nobody_says_yes_where_the_protocol_asks_the_parents_and_the_pupil_is_told_so(
    answers: Answering, school: School, sem: Person, sems_mother: Person, website: Item
) -> None:
    School.objects.filter(pk=school.pk).update(protocol="ouderportaalschool")
    at = NOON + timedelta(days=731)  # Sem is eighteen

    with pytest.raises(Refused, match="nobody_signs"):
        answers(give, sem, sem, website, at=at)
    with pytest.raises(Refused, match="no_say_any_more"):
        answers(give, sems_mother, sem, website, at=at)
    (seen,) = own_view(sem, sem, at.date())

    assert (seen.may_answer, seen.may_refuse, seen.now) == (False, True, False)


def test_of_age_the_own_no_still_takes_down_what_the_parents_allowed(
    answers: Answering, doing_as: Callable[..., Doing], school: School, sem: Person, sems_mother: Person, bram: Person,
    website: Item,
) -> None:  # fmt: skip
    School.objects.filter(pk=school.pk).update(protocol="ouderportaalschool")
    school.refresh_from_db()
    answers(give, sems_mother, sem, website)
    answers(give, sem, sem, website)
    show(doing_as(bram), school, [sem.pk], publication=uuid4(), channel="website", covers=["foto"])

    answers(withdraw, sem, sem, website, at=NOON + timedelta(days=731))

    assert TakedownTask.objects.count() == 1
