"""A line tells who did what, and nothing personal in the open."""

import json

import pytest

from magdit.areas.journal.actions import Told, destroy, record, record_all, seen
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Chain, Entry, FileKey
from magdit.areas.journal.refused import Refused

pytestmark = pytest.mark.django_db
NOOR = Ref("persoon", "6f1c0e5a-0000-4000-8000-000000000009")


def test_each_change_is_one_line_that_follows_on_the_last(system: Doing) -> None:
    first = record(system, "toestemming gegeven", NOOR, details={"onderwerp": "foto-website", "versie": 2})
    second = record(system, "toestemming ingetrokken", NOOR)

    assert [(line.number, line.before) for line in Entry.objects.all()] == [(1, "0" * 64), (2, first.mark)]
    assert json.loads(first.details) == {"onderwerp": "foto-website", "versie": 2}
    assert Chain.objects.get().mark == second.mark


def test_many_changes_are_as_many_lines(system: Doing) -> None:
    lines = record_all(system, [Told("ingelezen", NOOR, personal={"naam": "Noor"}) for _ in range(7)])

    assert [line.number for line in lines] == list(range(1, 8))
    assert Entry.objects.count() == 7
    assert FileKey.objects.count() == 1


def test_what_is_looked_at_is_told(system: Doing) -> None:
    line = seen(system, NOOR, "adres")

    assert (line.verb, json.loads(line.details)) == ("gezien", {"wat": "adres"})


def test_nothing_more_is_kept_under_a_destroyed_key(system: Doing) -> None:
    record(system, "ingelezen", NOOR, personal={"naam": "Noor van Dijk"})

    assert destroy(system, NOOR)
    assert not destroy(system, NOOR)
    with pytest.raises(Refused, match="file_destroyed"):
        record(system, "ingelezen", NOOR, personal={"naam": "Noor van Dijk"})
