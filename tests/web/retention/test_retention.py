"""The officer sees what goes when, keeps back what must stay, and can prove what went."""

from __future__ import annotations

from datetime import timedelta

import pytest

from magdit.areas.drafts import actions
from magdit.areas.drafts.destroying import destroy_due
from magdit.areas.drafts.models import Draft
from magdit.areas.journal.models import Entry
from tests.areas.conftest import NOON
from tests.web.classes.test_class import text_of
from tests.web.officer.conftest import *  # noqa: F403  (Petra, the officer of this board)

pytestmark = pytest.mark.django_db
CALENDAR = "/privacy/bewaren/de-linde/"


@pytest.fixture(autouse=True)
def _apart(tmp_path, settings):
    settings.DATA = tmp_path / "gegevens"


@pytest.fixture
def begun(school, bram, doing_as):
    return actions.begin(doing_as(bram), school, bram, role="leerkracht")


def test_the_calendar_names_the_day_and_no_one(visits, petra, begun):
    text = text_of(visits(petra).get(CALENDAR))

    assert "3 mei 2026" in text
    assert "Bram" not in text


def test_a_line_of_the_calendar_is_known_again_by_its_day_and_channel(visits, petra, begun, bram, doing_as):
    plain = text_of(visits(petra).get(CALENDAR))
    actions.change(doing_as(bram), begun.pk, version=begun.version, medium="nieuwsbrief")

    text = text_of(visits(petra).get(CALENDAR))

    assert "begonnen op 3 maart 2026, nog zonder kanaal" in plain
    assert "begonnen op 3 maart 2026, nieuwsbrief" in text
    assert str(begun.pk)[:8] not in text


def test_what_is_kept_back_is_not_destroyed_until_that_is_lifted(visits, petra, begun, board, doing_as):
    client, night = visits(petra), doing_as(petra, at=NOON + timedelta(days=90))
    client.post(f"/privacy/bewaren/stop/bericht/{begun.pk}/", {"reason": "Er loopt een klacht."})
    during = destroy_due(night, begun.school)
    page = text_of(client.get("/privacy/bewaren/"))
    hold = board.holds.get()
    client.post(f"/privacy/bewaren/stop/{hold.pk}/opheffen/")

    after = destroy_due(night, begun.school)

    assert "Bewaarstop van Petra" in page
    assert (during, after) == (0, 1)
    assert Entry.objects.filter(verb__startswith="bewaarstop").count() == 2


def test_without_a_reason_nothing_is_kept_back_and_what_is_missing_is_told(visits, petra, begun, board):
    answer = visits(petra).post(f"/privacy/bewaren/stop/bericht/{begun.pk}/", {"reason": " "})

    assert "Schrijf in een zin waarom." in text_of(answer)
    assert not board.holds.exists()


def test_what_does_not_exist_cannot_be_kept_back(visits, petra, board):
    assert visits(petra).get(f"/privacy/bewaren/stop/bericht/{board.pk}/").status_code == 404
    assert visits(petra).get(f"/privacy/bewaren/stop/sleutel/{board.pk}/").status_code == 404


def test_the_proof_lists_what_went(visits, petra, begun, doing_as):
    destroy_due(doing_as(petra, at=NOON + timedelta(days=90)), begun.school)

    assert str(begun.pk)[:8] in text_of(visits(petra).get(f"{CALENDAR}bewijs/"))
    assert Draft.objects.get(pk=begun.pk).state == "verlopen"


def test_who_edits_the_terms_second_hears_it_and_keeps_what_they_typed(visits, petra, school):
    client, sent = visits(petra), {"version": 0, "picture_days": 20, "draft_days": 25}
    client.post(f"{CALENDAR}termijnen/", sent)

    second = client.post(f"{CALENDAR}termijnen/", {**sent, "picture_days": 12})
    again = client.post(f"{CALENDAR}termijnen/", second.context["form"].data)

    assert 'value="12"' in second.content.decode()
    assert "terwijl u bezig was" in text_of(second)
    assert (again.status_code, school.keeping.picture_days) == (302, 12)


def test_a_number_out_of_range_is_told(visits, petra, school):
    answer = visits(petra).post(f"{CALENDAR}termijnen/", {"version": 0, "picture_days": 0, "draft_days": 400})

    assert "Kies minstens 1 dag." in text_of(answer)
    assert "Kies hoogstens 365 dagen." in text_of(answer)
