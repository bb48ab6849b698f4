"""A school whose protocol knows a channel of its own, an invented ship, chooses that one like any other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import AskingRules
from magdit.areas.people.models import Person, School
from magdit.journeys.hand_in.approving import asks_approval
from magdit.words.media import MEDIA
from magdit.words.vocabulary import Word

PACKS = Path(__file__).resolve().parents[2] / "packs"
Visits = Callable[[Person], Client]


@pytest.fixture
def ship(school: School, settings: Any) -> School:
    """The school under the protocol of the ship, which writes a 'logboek'."""
    settings.PACKS = [str(PACKS / "zesde")]
    School.objects.filter(pk=school.pk).update(protocol="zesde")
    school.refresh_from_db()
    return school


def test_a_school_has_posts_in_its_own_channel_approved(ship: School, fatima: Person, visits: Visits) -> None:
    page = f"/instellingen/school/{ship.code}/goedkeuren/"
    told = {"when": "media", "channels": ["logboek", "signal"], "role": "schoolleiding", "days": 3, "family_days": 5}

    shown = visits(fatima).get(page).content.decode()
    saved = visits(fatima).post(page, told)

    assert "het logboek op internet" in shown
    assert "Bluesky" in shown
    assert saved.status_code == 302
    assert AskingRules.objects.get().media == ["logboek", "signal"]


def test_a_channel_that_no_protocol_knows_is_refused(ship: School, fatima: Person, visits: Visits) -> None:
    told = {"when": "media", "channels": ["prikbord"], "role": "schoolleiding", "days": 3, "family_days": 5}

    refused = visits(fatima).post(f"/instellingen/school/{ship.code}/goedkeuren/", told)

    assert refused.status_code == 200
    assert not AskingRules.objects.exists()


@pytest.mark.parametrize(("medium", "asked"), [("zilverapp", True), ("logboek", False)])
def test_who_has_a_kind_of_channel_approved_means_also_the_schools_own(medium: str, *, asked: bool) -> None:
    media = MEDIA.widened([Word("zilverapp", "de Zilverapp", "", ("schoolsysteem",)), Word("logboek", "logboek", "")])
    rules = AskingRules(when="media", media=["schoolsysteem"])

    assert asks_approval(rules, medium, media) is asked


def test_a_parent_asks_about_the_schools_own_channel(
    ship: School, noors_mother: Person, noor: Person, visits: Visits
) -> None:
    browser = visits(noors_mother)
    page = browser.post("/delen/", {"at": f"ouder-{ship.code}"})["Location"]
    told = {"do": "save", "version": Draft.objects.get().version, "text": "Op het dek.", "child": [str(noor.pk)]}

    browser.post(page, told | {"medium": "logboek", "audience": "klas"})

    html = browser.get(page).content.decode()
    assert Draft.objects.get().medium == "logboek"
    assert '<option value="logboek" selected>Het logboek op internet</option>' in html
    assert '<option value="klas" selected>' in html
