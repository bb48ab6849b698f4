"""A draft of Bram's of which he doubts, and a school with people who can answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Approval, Doubt
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Person, School
from magdit.journeys.hand_in.asking import ask_doubt, request_approval

TEXT = "Morgen begint de sportdag om negen uur."


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    """Files of one test are no business of another."""
    settings.DATA = tmp_path


@pytest.fixture
def draft(school: School, bram: Person, fatima: Person, doing_as: Callable[..., Doing]) -> Draft:
    """What Bram wants on the website of the school; there is a head."""
    made = actions.begin(doing_as(bram), school, bram, role="leerkracht")
    words = Words(TEXT)
    return actions.change(
        doing_as(bram), made.pk, version=made.version, medium="website", words=words, for_school=True
    )  # fmt: skip


@pytest.fixture
def doubt(draft: Draft, bram: Person, doing_as: Callable[..., Doing]) -> Doubt:
    """Bram asked the head."""
    return ask_doubt(doing_as(bram), draft.pk, version=draft.version, question="Mag de tijd erbij?")


@pytest.fixture
def approval(draft: Draft, bram: Person, doing_as: Callable[..., Doing]) -> Approval:
    """Bram handed it in."""
    return request_approval(doing_as(bram), draft.pk, version=draft.version)
