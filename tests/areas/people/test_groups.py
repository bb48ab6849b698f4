"""Classes and groups of a school year, and who is in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from magdit.areas.journal.doing import Doing
from magdit.areas.people.actions import make_group, put_in_group, take_out_of_group
from magdit.areas.people.models import Group, Membership, Person, School
from magdit.areas.people.queries import members_on
from tests.areas.conftest import YEAR
from tests.areas.people.conftest import Lines
from tests.areas.people.test_persons import refusal
from tests.cast import TODAY

As = Callable[..., Doing]


def test_the_office_makes_a_group_for_a_school_year(
    doing_as: As, office: Person, school: School, group_6a: Group, lines: Lines
) -> None:
    made = make_group(doing_as(office), school=school, year=YEAR + 1, name=" 6A ")

    assert str(made) == f"6A ({YEAR + 1}-{YEAR + 2})"
    assert lines.verbs() == ["groep gemaakt"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"name": "6A"}, "group_there"),
        ({"name": ""}, "name_missing"),
        ({"name": "6A 🌸"}, "name_sign"),
        ({"name": "7", "year": 25}, "year_wrong"),
        ({"name": "7", "kind": "bende"}, "choice_wrong"),
    ],
)
def test_a_group_that_cannot_be_is_refused(
    doing_as: As, office: Person, school: School, group_6a: Group, told: dict[str, object], code: str
) -> None:
    assert refusal(lambda: make_group(doing_as(office), **{"school": school, "year": YEAR, **told})) == code


def test_a_pupil_and_a_trainee_are_put_in_a_group(
    doing_as: As, office: Person, noor: Person, bram: Person, group_6b: Group, lines: Lines
) -> None:
    put_in_group(doing_as(office), group_id=group_6b.pk, person_id=noor.pk)
    put_in_group(doing_as(office), group_id=group_6b.pk, person_id=bram.pk, role="leerkracht")

    assert {member.person for member in members_on(TODAY).filter(group=group_6b)} == {noor, bram}
    assert lines.verbs() == ["in groep gezet", "in groep gezet"]


def test_only_who_belongs_to_the_school_is_put_in_its_groups(
    doing_as: As, office: Person, noor: Person, bram: Person, tim: Person, pim: Person, group_6a: Group, group_6b: Group
) -> None:
    doing = doing_as(office)

    def put(person: Person, group: Group = group_6b, **more: object) -> str:
        return refusal(lambda: put_in_group(doing, group_id=group.pk, person_id=person.pk, **more))

    assert put(tim) == "not_of_school"
    assert put(bram) == "not_of_school"  # as a pupil
    assert put(noor, role="leerkracht") == "not_of_school"
    assert put(pim) == "not_yours"
    assert put(noor, role="baas") == "choice_wrong"
    assert put(noor, begins=date(YEAR + 1, 8, 1)) == "outside_year"
    assert put(noor, group=group_6a) == "in_group_already"


def test_a_pupil_leaves_a_group_and_comes_back(
    doing_as: As, office: Person, noor: Person, group_6a: Group, lines: Lines
) -> None:
    doing = doing_as(office)
    take_out_of_group(doing, group_id=group_6a.pk, person_id=noor.pk, on=TODAY - timedelta(days=1))
    assert not members_on(TODAY).filter(person=noor).exists()

    put_in_group(doing, group_id=group_6a.pk, person_id=noor.pk)

    assert members_on(TODAY).filter(person=noor).exists()
    assert lines.verbs() == ["uit groep gehaald", "in groep gezet"]


def test_who_is_not_in_a_group_is_not_taken_out(doing_as: As, office: Person, noor: Person, group_6b: Group) -> None:
    doing = doing_as(office)

    assert refusal(
        lambda: take_out_of_group(doing, group_id=group_6b.pk, person_id=noor.pk, on=TODAY)
    ) == "not_in_group"  # fmt: skip
    group = Membership.objects.get(person=noor).group
    assert refusal(
        lambda: take_out_of_group(doing, group_id=group.pk, person_id=noor.pk, on=date(2025, 7, 1))
    ) == "days_turned"  # fmt: skip


@pytest.mark.parametrize("who", ["bram", "noor", "olaf"])
def test_others_change_no_groups(
    who: str, request: pytest.FixtureRequest, doing_as: As, noor: Person, school: School, group_6a: Group
) -> None:
    doing = doing_as(request.getfixturevalue(who))

    assert refusal(lambda: make_group(doing, school=school, year=YEAR, name="8")) == "no_right"
    assert refusal(lambda: put_in_group(doing, group_id=group_6a.pk, person_id=noor.pk)) == "no_right"
    assert refusal(lambda: take_out_of_group(doing, group_id=group_6a.pk, person_id=noor.pk, on=TODAY)) == "no_right"


def test_another_boards_group_is_out_of_reach(doing_as: As, olaf: Person, noor: Person, group_6a: Group) -> None:
    doing = doing_as(olaf, board=olaf.board)

    assert refusal(lambda: put_in_group(doing, group_id=group_6a.pk, person_id=olaf.pk)) == "not_yours"
