"""The office finds people by what it types of a name, and only those of its school."""

from __future__ import annotations

from datetime import date

import pytest

from magdit.areas.people.at_school import (
    everyone_of,
    find,
    pupils_and_staff_of,
    pupils_without_class,
    unknown_authority,
)
from magdit.areas.people.models import Membership, Person, Role
from tests import cast
from tests.areas.conftest import guardian, pupil

pytestmark = pytest.mark.django_db


def names(people):
    return [one.called for one in people]


def test_pupils_staff_and_those_around_the_pupils_belong_to_a_school(
    school, second_school, noor, noors_mother, bram, office, olaf
):
    assert sorted(names(everyone_of(school, cast.TODAY))) == ["Bram", "Mira", "Noor", "Wendy"]
    assert list(everyone_of(second_school, cast.TODAY)) == []


def test_a_question_is_about_pupils_and_staff_and_not_about_their_parents(school, noor, noors_mother, bram):
    assert sorted(names(pupils_and_staff_of(school, cast.TODAY))) == ["Bram", "Noor"]


@pytest.mark.parametrize("typed", ["noor", "DIJK", "van dijk noor", "nöor dij"])
def test_capitals_accents_and_order_do_not_matter(school, noor, sem, typed):
    found, more = find(everyone_of(school, cast.TODAY), typed)

    assert (names(found), more) == (["Noor"], False)


@pytest.mark.parametrize("typed", ["", "   ", "--", "noor smit", "%"])
def test_what_fits_nobody_finds_nobody(school, noor, typed):
    assert find(everyone_of(school, cast.TODAY), typed) == ([], False)


def test_more_than_fits_on_a_page_is_told(school, group_6a, noor):
    for number in range(3):
        pupil(school, group_6a, called="Noor", last="Abc"[: number + 1], born=date(2016, 1, 1))

    found, more = find(everyone_of(school, cast.TODAY), "noor", most=2)

    assert (len(found), more) == (2, True)


def test_who_left_is_found_until_the_file_goes_and_who_moved_is_not(school, second_school, noor, sem):
    Role.objects.filter(person=noor).update(ends=date(2026, 1, 9))
    Person.objects.filter(pk=noor.pk).update(left_on=date(2026, 1, 9))
    Role.objects.filter(person=sem).update(ends=date(2026, 1, 9))
    Role.objects.create(person=sem, school=second_school, role="leerling", begins=date(2026, 1, 10))

    assert names(everyone_of(school, cast.TODAY)) == ["Noor"]


def test_a_pupil_in_no_class_is_told(school, noor, sem):
    Membership.objects.filter(person=noor).delete()

    assert names(pupils_without_class(school, cast.TODAY)) == ["Noor"]


def test_authority_that_nobody_wrote_down_is_told(school, noor, noors_mother):
    guardian(noor, called="Rik", last="Post", authority="onbekend")

    assert [bond.guardian.called for bond in unknown_authority(school, cast.TODAY)] == ["Rik"]
