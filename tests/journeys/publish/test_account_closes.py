"""An account that closes: what still stands on it must go, with tasks at once; nothing goes out on it any more."""

from __future__ import annotations

import pytest

from magdit.areas.drafts.models import Publication
from magdit.areas.registers.models import TakedownTask
from magdit.journeys.accounts import retire, standing
from magdit.journeys.publish.placing import place_waiting
from tests.journeys.publish.conftest import sends

pytestmark = pytest.mark.django_db


@pytest.fixture
def placed_noor(with_noor, bram, doing_as, system) -> Publication:
    """Noor is on the website."""
    sends(doing_as(bram), with_noor)
    place_waiting(system)
    return Publication.objects.get()


def test_what_stands_on_a_closed_account_gets_its_tasks_at_once(placed_noor, account, fatima, doing_as):
    assert standing(account) == 1

    retire(doing_as(fatima), account.pk, version=account.version)

    row = Publication.objects.get(pk=placed_noor.pk)
    assert row.must_go_by is not None
    assert row.down_because == "account_gesloten"
    assert TakedownTask.objects.get(done_at=None).because == "account_gesloten"
