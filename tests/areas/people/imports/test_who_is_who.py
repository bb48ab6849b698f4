"""Who a delivered person is: someone known, someone new, or doubtful; and who may import at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from magdit.areas.journal.refused import Refused
from magdit.areas.people.imports.delivery import (
    DeliveredPerson,
    DeliveredRole,
)
from magdit.areas.people.imports.difference import Choices
from magdit.areas.people.imports.run import look, take_over
from magdit.areas.people.models import ExternalId, Person, Role
from tests.areas.people.imports.deliveries import LEILA, OMAR, YARA, delivery, pupil

pytestmark = pytest.mark.django_db


def test_the_same_child_without_a_key_is_offered_and_not_made_twice(system, school, noor):
    there = pupil("n9", "Noor", "Dijk", noor.born, infix="van")

    found = take_over(system, school, delivery((there,)))

    assert [(doubt.why, doubt.candidates) for doubt in found.doubtful] == [("same", (noor.pk,))]
    assert found.left_out == 1
    assert Person.objects.filter(called="Noor").count() == 1


def test_a_person_says_that_it_is_the_same_child(system, school, noor):
    there = pupil("n9", "Noor", "Dijk", noor.born, infix="van")

    take_over(system, school, delivery((there,)), Choices(same={"n9": ""}))

    assert ExternalId.objects.get(key="n9").object == noor.pk
    assert look(system, school, delivery((there,))).doubtful == []


def test_a_person_says_that_it_is_another_child(system, school, noor):
    there = pupil("n9", "Noor", "Dijk", noor.born, infix="van")

    take_over(system, school, delivery((there,)), Choices(new=frozenset({"n9"})))

    assert Person.objects.filter(called="Noor").count() == 2
    assert look(system, school, delivery((there,))).doubtful == []


def test_twins_and_namesakes_are_no_doubt(system, school, noor):
    twin = pupil("n1", "Lotte", "Dijk", noor.born, infix="van")
    namesake = pupil("n2", "Noor", "Dijk", date(2015, 1, 1), infix="van")

    found = look(system, school, delivery((twin, namesake)))

    assert not found.doubtful
    assert len(found.people) == 2


def test_a_key_that_passed_to_another_child_overwrites_nobody(system, school):
    take_over(system, school, delivery())
    other = pupil("p1", "Bo", "Visser", date(2018, 1, 1))

    found = take_over(system, school, delivery((other, OMAR, LEILA), bonds=()))

    assert [doubt.why for doubt in found.doubtful] == ["reused"]
    assert Person.objects.filter(called="Yara", last="Haddad").exists()


def test_two_schools_may_number_their_pupils_alike(system, school, second_school):
    take_over(system, school, delivery((YARA,), bonds=()))

    found = take_over(system, second_school, delivery((OMAR,), members=(), bonds=()))
    other = look(system, second_school, delivery((replace(YARA, called="Kiki", first="Kiki", born=None),), bonds=()))

    assert len(found.people) == 1
    assert len(other.people) == 1


def test_olaf_can_import_nothing(doing_as, school, olaf):
    with pytest.raises(Refused) as refused:
        look(doing_as(olaf), school, delivery())

    assert refused.value.code in {"no_right", "not_yours"}


def test_nobody_can_import_for_another_board(system, other_school):
    with pytest.raises(Refused) as refused:
        take_over(system, other_school, delivery())

    assert refused.value.code == "not_yours"


def test_the_office_imports_pupils_and_a_leader_teachers(doing_as, school, office, fatima):
    teacher = DeliveredPerson("t1", first="Gijs", last="Smit", roles=(DeliveredRole("leerkracht"),))
    with pytest.raises(Refused) as refused:
        take_over(doing_as(office), school, delivery((teacher,), members=(), bonds=()))

    take_over(doing_as(office), school, delivery((YARA,), bonds=()))
    take_over(doing_as(fatima), school, delivery((YARA, teacher), bonds=()))

    assert refused.value.code == "no_right"
    assert Role.objects.filter(person__first="Gijs", role="leerkracht").exists()


def test_nobody_of_another_school_is_offered_to_who_keeps_one_school(doing_as, fatima, system, school, second_school):
    take_over(system, second_school, delivery((YARA,), bonds=()))

    at_the_desk = look(doing_as(fatima), school, delivery((YARA,), bonds=()))
    for_the_board = look(system, school, delivery((YARA,), bonds=()))

    assert not at_the_desk.doubtful
    assert for_the_board.doubtful


def test_the_office_cannot_end_the_role_of_a_colleague_by_a_list(doing_as, system, school, office):
    teacher = DeliveredPerson("t1", first="Gijs", last="Smit", roles=(DeliveredRole("leerkracht"),))
    take_over(system, school, delivery((teacher,), members=(), bonds=()))
    gone = delivery((replace(teacher, gone=True),), members=(), bonds=(), kind="delta", complete=frozenset())

    with pytest.raises(Refused) as refused:
        take_over(doing_as(office), school, gone)

    assert refused.value.code == "no_right"
    assert Role.objects.get(person__first="Gijs").ends is None
