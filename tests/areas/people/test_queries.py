"""What role and relation give, day by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from magdit.areas.people import queries
from magdit.areas.people.models import Group, Guardianship, Membership, Person, Role, School
from tests.areas.conftest import START, YEAR, employee, guardian, pupil
from tests.cast import TODAY

pytestmark = pytest.mark.django_db
TOMORROW = TODAY + timedelta(days=1)


def seen(viewer: Person, on: date = TODAY) -> set[Person]:
    return set(queries.visible_people(viewer, on))


def test_a_parent_sees_the_own_child_and_not_the_other_parent(
    noor: Person, noors_mother: Person, noors_father: Person, yara: Person, bram: Person
) -> None:
    assert seen(noors_mother) == {noors_mother, noor}
    assert [bond.guardian for bond in queries.visible_bonds(noors_mother, TODAY)] == [noors_mother]


@pytest.mark.parametrize(("authority", "sees"), [("ja", True), ("onbekend", True), ("nee", False)])
def test_a_parent_without_authority_sees_nothing_and_an_unknown_one_can_still_say_no(
    noor: Person, authority: str, *, sees: bool
) -> None:
    parent = guardian(noor, called="Ada", last="Mol", authority=authority)

    assert (noor in seen(parent)) is sees
    assert queries.visible_children(parent, TODAY).exists() is sees
    assert queries.visible_schools(parent, TODAY).exists() is sees
    assert queries.visible_bonds(parent, TODAY).exists() is sees


def test_an_ended_bond_shows_nothing_from_the_next_day(noor: Person, noors_mother: Person) -> None:
    Guardianship.objects.filter(guardian=noors_mother).update(ended=TODAY)

    assert noor in seen(noors_mother)
    assert seen(noors_mother, TOMORROW) == {noors_mother}


def test_a_parent_no_longer_sees_a_child_of_eighteen(sem: Person, sems_mother: Person) -> None:
    assert sem in seen(sems_mother, date(2028, 3, 2))
    assert sem not in seen(sems_mother, date(2028, 3, 3))


def test_a_pupil_sees_only_themself(noor: Person, sem: Person, yara: Person, noors_mother: Person) -> None:
    assert seen(noor) == {noor}
    assert list(queries.visible_pupils(noor, TODAY)) == [noor]
    assert not queries.visible_bonds(noor, TODAY).exists()


def test_a_teacher_sees_a_pupil_for_as_long_as_they_are_in_the_own_class(noor: Person, bram: Person) -> None:
    Membership.objects.filter(person=noor).update(ends=TODAY)

    assert noor in seen(bram)
    assert noor not in seen(bram, TOMORROW)


def test_last_years_class_is_no_longer_seen(noor: Person, bram: Person) -> None:
    """Nobody closes the classes on 31 July; the year does."""
    assert noor in seen(bram, date(YEAR + 1, 7, 31))
    assert noor not in seen(bram, date(YEAR + 1, 8, 1))


def test_a_teacher_before_a_class_of_a_school_where_they_have_no_role_sees_nobody_of_it(
    bram: Person, tim: Person
) -> None:
    Membership.objects.create(group=Group.objects.get(members__person=tim), person=bram, role="leerkracht")

    assert tim not in seen(bram)


def test_an_ended_role_shows_nothing(noor: Person, office: Person) -> None:
    Role.objects.filter(person=office).update(ends=TODAY)

    assert noor in seen(office)
    assert seen(office, TOMORROW) == {office}


def test_a_role_that_has_yet_to_begin_shows_nothing(noor: Person, office: Person) -> None:
    Role.objects.filter(person=office).update(begins=TOMORROW)

    assert seen(office) == {office}


def test_a_role_for_the_whole_board_sees_its_schools_and_no_other_board(
    governor: Person, noor: Person, tim: Person, pim: Person
) -> None:
    assert {noor, tim} <= seen(governor)
    assert pim not in seen(governor)
    assert {school.name for school in queries.visible_schools(governor, TODAY)} == {"De Linde", "De Beuk"}


def test_a_role_that_was_put_at_another_board_by_mistake_opens_nothing(
    olaf: Person, noor: Person, school: School
) -> None:
    Role.objects.create(person=olaf, school=school, role="administratie", begins=START)

    assert noor not in seen(olaf)
    assert school not in queries.visible_schools(olaf, TODAY)


def test_a_bond_with_a_child_of_another_board_opens_nothing(olaf: Person, noor: Person) -> None:
    Guardianship.objects.create(child=noor, guardian=olaf, relation="ouder", authority="ja")

    assert noor not in seen(olaf)
    assert not queries.visible_bonds(olaf, TODAY).exists()


def test_the_office_keeps_sight_of_who_left_and_the_teacher_does_not(
    noor: Person, office: Person, bram: Person
) -> None:
    Role.objects.filter(person=noor).update(ends=TODAY)
    Membership.objects.filter(person=noor).update(ends=TODAY)
    Person.objects.filter(pk=noor.pk).update(left_on=TODAY)

    assert noor in seen(office, TOMORROW)
    assert noor not in seen(bram, TOMORROW)


def test_who_went_to_another_school_of_the_board_is_no_longer_seen_by_the_old_one(
    noor: Person, office: Person, second_school: School
) -> None:
    Role.objects.filter(person=noor).update(ends=TODAY)
    Role.objects.create(person=noor, school=second_school, role="leerling", begins=TOMORROW)

    assert noor not in seen(office, TOMORROW)


def test_a_removed_file_is_seen_by_nobody(noor: Person, office: Person, bram: Person, noors_mother: Person) -> None:
    Person.objects.filter(pk=noor.pk).update(removed_on=TODAY)

    for viewer in (office, bram, noors_mother, noor):
        assert noor not in seen(viewer)


def test_who_left_sees_only_themself(noor: Person, office: Person) -> None:
    Person.objects.filter(pk=office.pk).update(left_on=TODAY)
    office.refresh_from_db()

    assert seen(office, TOMORROW) == {office}


def test_a_teacher_sees_no_shielded_address_and_the_office_does(
    noor: Person, noors_mother: Person, bram: Person, office: Person, olaf: Person
) -> None:
    assert queries.may_see_contact(bram, noors_mother, TODAY)
    assert not queries.may_see_contact(olaf, noors_mother, TODAY)
    noors_mother.shielded = True

    assert not queries.may_see_contact(bram, noors_mother, TODAY)
    assert queries.may_see_contact(office, noors_mother, TODAY)
    assert queries.may_see_contact(noors_mother, noors_mother, TODAY)


def test_groups_are_those_whose_pupils_are_seen(
    bram: Person, office: Person, olaf: Person, group_6a: Group, group_6b: Group
) -> None:
    assert list(queries.visible_groups(bram, TODAY)) == [group_6a]
    assert set(queries.visible_groups(office, TODAY)) == {group_6a, group_6b}
    assert not set(queries.visible_groups(olaf, TODAY)) & {group_6a, group_6b}


def test_a_parent_who_teaches_sees_both_the_class_and_the_child(noor: Person, yara: Person, bram: Person) -> None:
    Guardianship.objects.create(child=yara, guardian=bram, relation="ouder", authority="ja")

    assert {noor, yara} <= set(queries.visible_pupils(bram, TODAY))


def test_the_pupils_and_the_staff_of_a_school_are_told_apart(
    school: School, noor: Person, sem: Person, bram: Person, fatima: Person, tim: Person, olaf: Person
) -> None:
    assert set(queries.pupils_of(school, TODAY)) == {noor, sem}
    assert set(queries.staff_of(school, TODAY)) == {bram, fatima}


def test_a_larger_school_asks_no_more_queries(
    school: School, group_6a: Group, office: Person, noor: Person, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        child = pupil(school, group_6a, called="Kind", last=f"Nummer{number}", born=START)
        guardian(child, called="Ouder", last=f"Nummer{number}")
    employee(school, "oop", called="Jo", last="Bos")

    with django_assert_max_num_queries(12):
        found = seen(office)

    assert len(found) == 30 * 2 + 3
