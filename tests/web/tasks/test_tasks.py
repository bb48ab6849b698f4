"""What must be taken down: all that the register knows of it, and in plain words what it does not know."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from magdit.areas.people.models import Board
from magdit.areas.registers.models import Appearance, TakedownTask
from tests.areas.conftest import NOON, employee
from tests.web.classes.test_class import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def lieke(school, board):
    """Keeps the website."""
    Board.objects.update(second_step="niemand")
    return employee(school, "communicatiemedewerker", called="Lieke", last="Post")


def task(board, person, **shown) -> TakedownTask:
    made = Appearance.objects.create(
        board=board, person=person, publication=uuid4(), channel="instagram", shown_at=NOON - timedelta(days=9), **shown
    )
    return TakedownTask.objects.create(
        appearance=made, because="ingetrokken", made_at=NOON,
        due=NOON + timedelta(hours=5, minutes=29),
    )  # fmt: skip


def test_a_task_tells_all_that_is_known_and_how_to_find_the_rest(visits, lieke, board, noor):
    task(board, noor, purpose="sociale_media", covers=["foto", "video"])

    told = text_of(visits(lieke).get("/school/de-linde/taken/"))

    assert "Waar Instagram Wat Foto, video Waarvoor" in told
    assert "Staat er sinds 22 februari 2026" in told
    assert "Op welke pagina of foto het staat, weet magdit nog niet. Zoek daar zelf op de naam Noor van Dijk" in told
    assert "17.29 uur" in told


def test_of_what_the_register_does_not_know_there_is_no_empty_line(visits, lieke, board, noor):
    task(board, noor, covers=[])

    told = text_of(visits(lieke).get("/school/de-linde/taken/"))

    assert "Waar Instagram Staat er sinds" in told
