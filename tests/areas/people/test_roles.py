"""Giving and ending roles: what may I do, said by somebody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from magdit.areas.journal.doing import Doing
from magdit.areas.people.actions import end_role, give_role
from magdit.areas.people.models import Person, Role, School
from magdit.areas.people.rights import has_role
from tests.areas.people.conftest import Lines
from tests.areas.people.test_persons import refusal
from tests.cast import TODAY

As = Callable[..., Doing]
YESTERDAY = TODAY - timedelta(days=1)


def test_the_head_gives_a_teacher_a_second_role(
    doing_as: As, fatima: Person, bram: Person, school: School, lines: Lines
) -> None:
    give_role(doing_as(fatima), bram.pk, role="social_mediacoach", school=school)

    assert has_role(bram.pk, ["social_mediacoach"], school=school, on=TODAY)
    assert not has_role(bram.pk, ["social_mediacoach"], school=school, on=YESTERDAY)
    assert lines.verbs() == ["rol gegeven"]
    assert lines.details() == [{"rol": "social_mediacoach", "school": str(school.pk)}]


def test_the_office_lets_in_volunteers_but_makes_no_leaders(
    doing_as: As, office: Person, noors_mother: Person, bram: Person, school: School
) -> None:
    give_role(doing_as(office), noors_mother.pk, role="vrijwilliger", school=school)

    assert refusal(lambda: give_role(doing_as(office), bram.pk, role="schoolleider", school=school)) == "no_right"
    assert refusal(lambda: give_role(doing_as(office), bram.pk, role="administratie", school=school)) == "no_right"


def test_nobody_gives_a_role_to_themself(doing_as: As, fatima: Person, school: School) -> None:
    assert refusal(lambda: give_role(doing_as(fatima), fatima.pk, role="beheerder", school=school)) == "own_role"


@pytest.mark.parametrize("role", ["cvb", "bestuur", "fg", "rvt", "gmr"])
def test_a_role_of_the_board_is_given_for_the_board(
    doing_as: As, fatima: Person, governor: Person, bram: Person, school: School, role: str
) -> None:
    assert refusal(lambda: give_role(doing_as(fatima), bram.pk, role=role, school=school)) == "no_right"
    assert refusal(lambda: give_role(doing_as(fatima), bram.pk, role=role, school=None)) == "no_right"

    give_role(doing_as(governor), bram.pk, role=role, school=None)

    assert Role.objects.filter(person=bram, role=role, school=None).exists()


@pytest.mark.parametrize("who", ["bram", "noor", "noors_mother", "olaf"])
def test_who_leads_nothing_here_gives_and_ends_nothing(
    who: str, request: pytest.FixtureRequest, doing_as: As, yara: Person, school: School
) -> None:
    doing = doing_as(request.getfixturevalue(who))
    role = Role.objects.get(person=yara)

    assert refusal(lambda: give_role(doing, yara.pk, role="stagiair", school=school)) == "no_right"
    assert refusal(lambda: end_role(doing, role.pk, on=TODAY)) == "no_right"


def test_another_boards_people_and_schools_are_out_of_reach(
    doing_as: As, fatima: Person, olaf: Person, bram: Person, other_school: School, system: Doing
) -> None:
    theirs = Role.objects.get(person=olaf)

    for doing in (doing_as(fatima), system):
        assert refusal(lambda doing=doing: give_role(doing, olaf.pk, role="oop", school=None)) == "not_yours"
        assert refusal(lambda doing=doing: give_role(doing, bram.pk, role="oop", school=other_school)) == "not_yours"
        assert refusal(lambda doing=doing: end_role(doing, theirs.pk, on=TODAY)) == "not_yours"


def test_a_role_that_is_none_or_is_there_already_is_refused(
    doing_as: As, fatima: Person, bram: Person, school: School
) -> None:
    doing = doing_as(fatima)

    assert refusal(lambda: give_role(doing, bram.pk, role="politie", school=school)) == "role_unknown"
    assert refusal(lambda: give_role(doing, bram.pk, role="leerkracht", school=school)) == "role_there"
    assert (
        refusal(lambda: give_role(doing, bram.pk, role="oop", school=school, begins=TODAY, ends=YESTERDAY))
        == "days_turned"
    )


def test_an_ended_role_may_be_given_again(doing_as: As, fatima: Person, bram: Person, school: School) -> None:
    end_role(doing_as(fatima), Role.objects.get(person=bram).pk, on=YESTERDAY)
    assert not has_role(bram.pk, ["leerkracht"], school=school, on=TODAY)

    give_role(doing_as(fatima), bram.pk, role="leerkracht", school=school)

    assert has_role(bram.pk, ["leerkracht"], school=school, on=TODAY)


def test_a_role_does_not_end_before_it_began(doing_as: As, fatima: Person, bram: Person, lines: Lines) -> None:
    role = Role.objects.get(person=bram)

    assert refusal(lambda: end_role(doing_as(fatima), role.pk, on=role.begins - timedelta(days=1))) == "days_turned"
    assert lines.verbs() == []


def test_who_left_gets_no_new_role(doing_as: As, fatima: Person, bram: Person, school: School) -> None:
    Person.objects.filter(pk=bram.pk).update(left_on=YESTERDAY)

    assert refusal(lambda: give_role(doing_as(fatima), bram.pk, role="oop", school=school)) == "has_left"
