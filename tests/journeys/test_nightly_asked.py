"""What time does to a question: reminded once, then the deputy, then one level up, and nothing when it is answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Doubt, StandIn
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Person, School
from magdit.journeys.hand_in.asking import answer_doubt, ask_doubt
from magdit.journeys.nightly_asked import remind_and_pass_on
from tests.areas.conftest import NOON, employee

Acts = Callable[..., Doing]
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def doubt(school: School, bram: Person, fatima: Person, doing_as: Acts) -> Doubt:
    draft = actions.begin(doing_as(bram), school, bram, role="leerkracht")
    draft = actions.change(doing_as(bram), draft.pk, version=1, medium="website", words=Words("Dag!"))
    return ask_doubt(doing_as(bram), draft.pk, version=draft.version, question="Mag dit?")


def now(doubt: Doubt) -> Doubt:
    return Doubt.objects.select_related("asked").get(pk=doubt.pk)


def test_nothing_happens_on_the_day_itself(doubt: Doubt) -> None:
    assert remind_and_pass_on(NOON + HOUR) == 0


def test_a_reminder_goes_once(doubt: Doubt, django_capture_on_commit_callbacks: Callable[..., Any]) -> None:
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        first = remind_and_pass_on(doubt.due - HOUR)
        second = remind_and_pass_on(doubt.due - HOUR / 2)

    assert (first, second) == (1, 0)
    assert [one.to for one in mail.outbox] == [["fatima@delinde.example"]]
    assert Entry.objects.filter(verb="herinnerd aan vraag").count() == 1


def test_past_the_term_the_deputy_is_asked_with_a_new_term(doubt: Doubt, fatima: Person, office: Person) -> None:
    StandIn.objects.create(person=fatima, deputy=office, set_at=NOON)

    remind_and_pass_on(doubt.due + HOUR)

    assert now(doubt).asked == office
    assert now(doubt).due > doubt.due + HOUR
    assert Entry.objects.filter(verb="vraag doorgegeven").count() == 1


def test_then_one_level_up(doubt: Doubt, fatima: Person, office: Person, school: School) -> None:
    StandIn.objects.create(person=fatima, deputy=office, set_at=NOON)
    above = employee(school, "cvb", called="Toos", last="Bos")
    remind_and_pass_on(doubt.due + HOUR)

    remind_and_pass_on(now(doubt).due + HOUR)

    assert now(doubt).asked == above
    assert [one["person"] for one in now(doubt).via] == [str(fatima.pk), str(office.pk)]


def test_who_falls_ill_is_passed_by_at_once(doubt: Doubt, fatima: Person, office: Person) -> None:
    away = (NOON + timedelta(days=5)).date()
    StandIn.objects.create(person=fatima, deputy=office, away_until=away, set_at=NOON)

    remind_and_pass_on(NOON + HOUR)

    assert now(doubt).asked == office


def test_with_nobody_above_it_stays_and_is_told_as_late(doubt: Doubt, fatima: Person) -> None:
    assert remind_and_pass_on(doubt.due + HOUR) == 0
    assert now(doubt).asked == fatima


def test_the_author_is_never_next(doubt: Doubt, fatima: Person, bram: Person) -> None:
    StandIn.objects.create(person=fatima, deputy=bram, set_at=NOON)

    remind_and_pass_on(doubt.due + HOUR)

    assert now(doubt).asked == fatima


def test_an_answer_ends_it(doubt: Doubt, fatima: Person, doing_as: Acts) -> None:
    answer_doubt(doing_as(fatima), doubt.pk, outcome="mag", words="")

    assert remind_and_pass_on(doubt.due + HOUR) == 0


def test_a_draft_that_is_thrown_away_asks_nobody(doubt: Doubt, bram: Person, doing_as: Acts) -> None:
    row = Draft.objects.get()
    actions.throw_away(doing_as(bram), row.pk, version=row.version)

    assert remind_and_pass_on(doubt.due + HOUR) == 0
