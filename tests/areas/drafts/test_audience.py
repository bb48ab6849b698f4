"""Who finds back what was published: the audience that it was for, word by word, and nobody beside it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from magdit.areas.drafts.audience import InClass, Reader, belongs
from magdit.words.circumstances import AUDIENCES

LINDE, BEUK = UUID(int=1), UUID(int=2)
DAY = date(2026, 3, 3)
IN_6A = InClass("6a", date(2025, 8, 1))
PARENT = Reader(is_parent=True, schools=frozenset({LINDE}), classes=(IN_6A,))
PUPIL = Reader(is_parent=False, schools=frozenset({LINDE}), classes=(IN_6A,))
TEACHER = Reader(is_parent=False, works_at=frozenset({LINDE}))
OTHER_CLASS = Reader(is_parent=True, schools=frozenset({LINDE}), classes=(InClass("6b", date(2025, 8, 1)),))
OTHER_SCHOOL = Reader(is_parent=True, schools=frozenset({BEUK}), classes=(InClass("5c", date(2025, 8, 1)),))
LEFT = Reader(is_parent=False, classes=(IN_6A,))
NOBODY = Reader(is_parent=False)
WHO = {
    "parent": PARENT, "pupil": PUPIL, "teacher": TEACHER, "other class": OTHER_CLASS, "other school": OTHER_SCHOOL,
    "left": LEFT,
}  # fmt: skip
# Of a post for 6A of De Linde.
SEES = {
    "openbaar": "parent pupil teacher other class other school left",
    "semi_openbaar": "parent pupil teacher",
    "groep": "parent pupil teacher",
    "klas": "parent pupil teacher",
    "ouders": "parent teacher",
    "team": "teacher",
    "een_op_een": "",
    "iets_nieuws": "",
}


def of_6a(reader: Reader, audience: str, *, on: date = DAY, groups: tuple[str, ...] = ("6a",)) -> bool:
    return belongs(reader, audience=audience, school=LINDE, groups=groups, on=on)


@pytest.mark.parametrize("audience", SEES)
def test_a_post_for_one_class_is_found_back_by(audience):
    assert " ".join(name for name, reader in WHO.items() if of_6a(reader, audience)) == SEES[audience]


def test_every_audience_that_a_post_can_have_is_in_the_table():
    assert {word.code for word in AUDIENCES} == set(SEES) - {"iets_nieuws"}


@pytest.mark.parametrize(
    ("audience", "who"),
    [
        ("semi_openbaar", "parent pupil teacher other class"),
        ("groep", "parent pupil teacher other class"),
        ("klas", "teacher"),  # nobody wrote down which class it was
        ("ouders", "teacher"),
    ],
)
def test_without_a_class_a_closed_group_is_for_the_whole_school(audience, who):
    found = [name for name, reader in WHO.items() if of_6a(reader, audience, groups=())]

    assert " ".join(found) == who


@pytest.mark.parametrize("day", [date(2025, 7, 31), date(2026, 8, 1)])
def test_who_was_not_in_the_class_that_day_was_not_meant(day):
    was_there = Reader(is_parent=True, schools=frozenset({LINDE}), classes=(InClass("6a", DAY, date(2026, 7, 31)),))

    assert not of_6a(was_there, "klas", on=day)
    assert of_6a(was_there, "klas")


@pytest.mark.parametrize("audience", sorted(set(SEES) - {"openbaar"}))
def test_a_stranger_sees_only_what_everybody_sees(audience):
    assert not of_6a(NOBODY, audience)
    assert of_6a(NOBODY, "openbaar")
