"""The room of keeping and destroying, looked at on a phone and on a desk."""

from __future__ import annotations

from datetime import timedelta

import pytest

from magdit.areas.drafts.calendar import calendar
from magdit.areas.drafts.destroying import destroy_due
from magdit.areas.drafts.models import Draft
from magdit.areas.people.models import Board
from magdit.areas.registers.holds import place_hold
from tests.areas.conftest import NOON
from tests.web.browser.looking import look
from tests.web.officer.conftest import board_wide


@pytest.fixture
def petra(transactional_db, board, school):
    """The FG."""
    Board.objects.update(second_step="niemand")
    return board_wide(board, "fg", called="Petra")


@pytest.fixture
def some(school, bram, petra, doing_as):
    for days in (0, 10, 20, 59):
        moment = NOON - timedelta(days=days)
        Draft.objects.create(
            board=school.board, school=school, author=bram, role="leerkracht", made_at=moment, changed_at=moment
        )
    soonest = calendar(school, until=NOON.date() + timedelta(days=90))[0]
    place_hold(doing_as(petra), soonest.about, reason="Er loopt een klacht.")
    old = NOON - timedelta(days=99)
    Draft.objects.create(board=school.board, school=school, author=bram, role="leerkracht", made_at=old, changed_at=old)
    destroy_due(doing_as(petra), school)


def test_the_room_of_keeping_looks_right(opens, petra, some):
    page = opens(petra)
    page.goto("/privacy/bewaren/")
    look(page, "bewaren")
    page.get_by_role("link", name="De Linde").click()
    look(page, "kalender")
    page.get_by_role("link", name="Niet vernietigen").first.click()
    look(page, "bewaarstop")
    page.goto("/privacy/bewaren/de-linde/bewijs/")
    look(page, "bewijs")
    page.goto("/privacy/bewaren/de-linde/termijnen/")
    look(page, "termijnen")
