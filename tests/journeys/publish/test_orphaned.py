"""A planned post whose author left before its hour is held: it is taken over or dropped, and never sent silently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from magdit.areas.drafts.models import AskingRules, Draft, Publication, Turn
from magdit.areas.drafts.orphaned import drop, take_over
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Account, Person, Role
from magdit.journeys.hand_in.asking import decide_approval, request_approval
from magdit.journeys.hand_in.judging import judge_draft
from magdit.journeys.publish.allowed import to_look_at
from magdit.journeys.publish.planned import send_planned
from magdit.journeys.publish.sending import publish
from magdit.journeys.publish.turns import give_turns
from tests.areas.conftest import NOON
from tests.journeys.publish.conftest import sends

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned(words_only, bram, fatima, doing_as):
    """Bram planned it for Thursday."""
    Draft.objects.filter(pk=words_only.pk).update(planned=NOON + timedelta(days=2))
    return plans(doing_as(bram), words_only.pk)


def plans(doing, draft_id) -> Draft:
    row = Draft.objects.get(pk=draft_id)
    looked_at = to_look_at(judge_draft(row, NOON))
    return publish(doing, row.pk, version=row.version, looked_at=looked_at)


@pytest.fixture
def thursday(system):
    return replace(system, at=NOON + timedelta(days=2, minutes=1))


def leaves(person) -> None:
    Role.objects.filter(person=person).update(ends=date(2026, 3, 4))


def test_who_works_there_still_has_it_sent(planned, thursday):
    assert send_planned(thursday) == 1


def test_of_who_left_it_is_held_once_and_told_to_who_leads(
    planned, thursday, bram, fatima, mailoutbox, django_capture_on_commit_callbacks
):
    leaves(bram)

    with django_capture_on_commit_callbacks(execute=True):
        sent = [send_planned(thursday), send_planned(thursday)]

    planned.refresh_from_db()
    assert (sent, planned.state, Publication.objects.count()) == ([0, 0], "ingepland", 0)
    assert (Turn.objects.get().asked, [mail.to for mail in mailoutbox]) == (fatima, [[fatima.email]])
    assert Entry.objects.filter(verb="vastgehouden").count() == 1


def test_a_closed_file_holds_it_too(planned, thursday, bram):
    Person.objects.filter(pk=bram.pk).update(removed_on=date(2026, 3, 4))

    assert send_planned(thursday) == 0
    assert Turn.objects.count() == 1


def test_a_closed_way_in_holds_it_too(planned, thursday, bram):
    Account.objects.create(login="bram", person=bram, is_active=False)

    assert send_planned(thursday) == 0
    assert Turn.objects.count() == 1


def test_who_has_the_account_is_asked_before_the_head(planned, thursday, account, bram, office):
    type(account).objects.update(owner=office)
    leaves(bram)

    send_planned(thursday)

    assert Turn.objects.get().asked == office


def test_who_takes_it_over_is_its_author_and_sends_it_themself(planned, thursday, bram, fatima, doing_as):
    leaves(bram)
    send_planned(thursday)
    now = replace(doing_as(fatima), at=thursday.at)

    row = take_over(now, planned.pk)

    assert (row.author, row.role, row.state) == (fatima, "schoolleider", "concept")
    assert not Turn.objects.filter(ended_at=None).exists()
    assert Entry.objects.filter(verb="overgenomen", object=str(row.pk)).count() == 1
    assert sends(now, row).author == fatima


def test_who_drops_it_throws_it_away(planned, thursday, bram, fatima, doing_as):
    leaves(bram)
    send_planned(thursday)

    row = drop(replace(doing_as(fatima), at=thursday.at), planned.pk)

    assert (row.state, send_planned(thursday), Publication.objects.count()) == ("weggegooid", 0, 0)


def test_nobody_else_says_what_becomes_of_it(planned, thursday, bram, office, olaf, other_board, doing_as):
    leaves(bram)
    send_planned(thursday)

    for doing in (doing_as(office), doing_as(bram), doing_as(olaf), doing_as(olaf, board=other_board)):
        for action in (take_over, drop):
            with pytest.raises(Refused, match="not_yours"):
                action(replace(doing, at=thursday.at), planned.pk)


def test_what_is_not_held_cannot_be_taken_over(planned, fatima, doing_as):
    with pytest.raises(Refused, match="not_yours"):
        take_over(doing_as(fatima), planned.pk)


def test_the_turn_ends_when_it_is_no_longer_planned(planned, thursday, bram):
    leaves(bram)
    send_planned(thursday)
    Draft.objects.update(state="concept")

    give_turns(thursday)

    assert not Turn.objects.filter(ended_at=None).exists()


def test_an_approval_given_in_office_stays_when_the_approver_left(school, words_only, thursday, bram, fatima, doing_as):
    """What was approved then was looked at by who had to; their leaving changes nothing in the post."""
    AskingRules.objects.create(school=school, when="altijd", role="schoolleider")
    Draft.objects.filter(pk=words_only.pk).update(planned=NOON + timedelta(days=2))
    row = Draft.objects.get(pk=words_only.pk)
    asked = request_approval(doing_as(bram), row.pk, version=row.version)
    decide_approval(doing_as(fatima), asked.pk, outcome="goed", note="")
    plans(doing_as(bram), row.pk)
    leaves(fatima)

    assert send_planned(thursday) == 1
