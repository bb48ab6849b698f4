"""The file of who is shown stays: it holds the proof that the picture is allowed."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import leave, remove_file
from magdit.areas.registers.models import Appearance
from tests import cast
from tests.areas.conftest import NOON

pytestmark = pytest.mark.django_db
LEFT = cast.TODAY
TERM_OVER = datetime(LEFT.year + 2, LEFT.month, LEFT.day + 1, 12, tzinfo=SCHOOL_CLOCK)


@pytest.fixture
def shown(board, noor, doing_as, office):
    """Noor left, and stands on the website still."""
    leave(doing_as(office), noor.pk, on=LEFT)
    return Appearance.objects.create(
        board=board, person=noor, publication=uuid4(), channel="website", covers=["foto"], shown_at=NOON
    )


def remove(doing_as, fatima, noor, at):
    try:
        remove_file(doing_as(fatima, at=at), noor.pk)
    except Refused as refused:
        return refused.code
    return "gone"


def test_a_file_stays_as_long_as_the_child_is_shown(shown, doing_as, fatima, noor):
    assert remove(doing_as, fatima, noor, TERM_OVER + timedelta(days=3000)) == "still_shown"


def test_and_for_the_whole_term_after_the_last_picture_came_down(shown, doing_as, fatima, noor):
    shown.down_at = NOON + timedelta(days=100)
    shown.save()
    last = TERM_OVER + timedelta(days=100)

    tries = [remove(doing_as, fatima, noor, last - timedelta(days=1)), remove(doing_as, fatima, noor, last)]

    assert tries == ["too_soon", "gone"]


def test_who_was_never_shown_goes_when_the_term_of_the_file_is_over(doing_as, office, fatima, noor):
    leave(doing_as(office), noor.pk, on=LEFT)

    assert remove(doing_as, fatima, noor, TERM_OVER) == "gone"
