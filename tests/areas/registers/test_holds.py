"""Stopping a destruction: by the privacy officer or the board, once, with a reason; lifting it twice is once."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, Role, School
from magdit.areas.registers.holds import held_ids, lift_hold, place_hold, reason_of
from magdit.areas.registers.models import Hold
from tests.areas.conftest import employee

Acts = Callable[..., Doing]
POST = Ref("bericht", str(uuid4()))


@pytest.fixture
def officer(school: School) -> Person:
    """Femke, privacy officer of the whole board."""
    made = employee(school, "fg", called="Femke", last="Groen")
    Role.objects.filter(person=made).update(school=None)
    return made


def test_what_is_held_already_is_not_held_again(officer: Person, doing_as: Acts) -> None:
    hold = place_hold(doing_as(officer), POST, reason="Er loopt een klacht.")

    with pytest.raises(Refused, match="held_already"):
        place_hold(doing_as(officer), POST, reason="Nog een klacht.")

    assert reason_of(hold) == "Er loopt een klacht."
    assert held_ids(officer.board_id, "bericht") == {POST.id}
    assert Entry.objects.filter(verb="bewaarstop").count() == 1


def test_lifted_twice_is_lifted_once(officer: Person, doing_as: Acts) -> None:
    hold = place_hold(doing_as(officer), POST, reason="Er loopt een klacht.")

    lift_hold(doing_as(officer), hold.pk)
    lift_hold(doing_as(officer), hold.pk)

    assert not held_ids(officer.board_id, "bericht")
    assert Entry.objects.filter(verb="bewaarstop opgeheven").count() == 1


def test_without_a_reason_or_of_what_cannot_be_held_there_is_no_stop(officer: Person, doing_as: Acts) -> None:
    with pytest.raises(Refused, match="no_reason"):
        place_hold(doing_as(officer), POST, reason=" ")
    with pytest.raises(Refused, match="cannot_be_held"):
        place_hold(doing_as(officer), Ref("school", POST.id), reason="Er loopt een klacht.")


def test_others_stop_nothing(officer: Person, fatima: Person, olaf: Person, doing_as: Acts) -> None:
    hold = place_hold(doing_as(officer), POST, reason="Er loopt een klacht.")

    for person in (fatima, olaf):
        with pytest.raises(Refused):
            lift_hold(doing_as(person), hold.pk)
        with pytest.raises(Refused):
            place_hold(doing_as(person), Ref("bericht", str(uuid4())), reason="Ik wil dat.")

    assert Hold.objects.get().lifted_at is None
