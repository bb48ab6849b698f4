"""Others go on while a list is worked out: what they change is seen, and what leaves people alone stops nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import transaction

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Ref
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.verify import verify_all
from magdit.areas.people.actions import add_person, edit_person
from magdit.areas.people.imports import run
from magdit.areas.people.imports.run import take_over
from magdit.areas.people.models import Person
from tests.areas.people.imports.deliveries import LEILA, OMAR, YARA, delivery, everything

pytestmark = pytest.mark.django_db


def wrong(school):
    """What is wrong with the journal."""
    return {one.code for one in verify_all(boards=[school.board_id])}


@pytest.fixture
def looks(monkeypatch):
    """`looks(does)`: after every look, and before anything is written, this happens. How often, is counted."""
    told = []

    def after(does):
        real = run.ready

        def looked(*given):
            told.append(None)
            made = real(*given)
            does(len(told))
            return made

        monkeypatch.setattr(run, "ready", looked)
        return told

    return after


def test_who_was_added_meanwhile_is_seen_and_not_made_twice(system, school, looks):
    times = looks(
        lambda time: (
            time == 1 and add_person(system, school=school, first="Leila", last="Haddad", email="leila@thuis.example")
        )
    )

    found = take_over(system, school, delivery())

    assert len(times) == 2
    assert [doubt.person.key for doubt in found.doubtful] == ["o1"]
    assert Person.objects.filter(last="Haddad", first="Leila").count() == 1


def test_an_answer_of_a_parent_meanwhile_stops_nothing(system, school, noor, looks):
    times = looks(lambda _: record(system, "toestemming gegeven", Ref("persoon", str(noor.pk))))

    take_over(system, school, delivery())

    assert len(times) == 1
    assert wrong(school) == set()


def test_who_changes_people_all_the_time_does_not_keep_a_list_out(system, school, noor, looks):
    def changes(time):
        if time <= run.TRIES:
            edit_person(system, noor.pk, seen_version=time, email=f"n{time}@thuis.example")

    times = looks(changes)

    take_over(system, school, delivery())

    assert len(times) == run.TRIES + 1
    assert Person.objects.filter(last="Haddad").count() == 3


def test_someone_who_changed_without_a_line_stops_the_whole(system, school, looks):
    take_over(system, school, delivery())
    looks(lambda _: Person.objects.filter(first="Leila").update(last="Boer"))

    with pytest.raises(Refused, match="changed_meanwhile"):
        take_over(system, school, delivery((YARA, OMAR, replace(LEILA, last="Visser"))))

    assert Person.objects.get(first="Leila").last == "Boer"


def test_what_stands_or_falls_with_it_falls_with_it(system, school):
    before = everything()

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        take_over(system, school, delivery(), within=lambda found: 1 // 0)

    assert everything() == before


def test_many_lines_hang_together_as_if_each_was_written_alone(system, school):
    take_over(system, school, delivery((YARA, OMAR, LEILA)))
    take_over(system, school, delivery((replace(YARA, called="Yaar"), OMAR, replace(LEILA, email="l@thuis.example"))))

    assert wrong(school) == set()
    assert Entry.objects.filter(verb="persoon gewijzigd", sealed__isnull=False).count() == 2
