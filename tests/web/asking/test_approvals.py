"""Approval in the browser: handed in, decided, and what changed shown to who decides again."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Approval, AskingRules
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Person, School
from magdit.journeys.hand_in.asking import decide_approval, request_approval

Visits = Callable[[Person], Client]


def place(approval: Approval) -> str:
    return f"/gevraagd/goedkeuring/{approval.pk}/"


def test_handed_in_and_approved(draft: Draft, bram: Person, fatima: Person, visits: Visits) -> None:
    page = f"/school/{draft.school.code}/voorleggen/{draft.pk}/goedkeuring/"
    asked = visits(bram).post(page, {"version": draft.version})

    decided = visits(fatima).post(place(Approval.objects.get()), {"outcome": "goed"})

    assert (asked.status_code, decided.status_code) == (302, 302)
    assert Draft.objects.get().state == "goedgekeurd"


def test_the_maker_cannot_open_it(approval: Approval, bram: Person, olaf: Person, visits: Visits) -> None:
    for person in (bram, olaf):
        assert visits(person).post(place(approval), {"outcome": "goed"}).status_code == 404


def test_sent_back_without_a_note_is_refused(approval: Approval, fatima: Person, visits: Visits) -> None:
    assert visits(fatima).post(place(approval), {"outcome": "terug", "note": ""}).status_code == 409
    assert Draft.objects.get().state == "ter_goedkeuring"


def test_what_changed_since_the_yes_is_shown_word_by_word(
    approval: Approval, bram: Person, fatima: Person, visits: Visits, doing_as: Callable[..., Doing]
) -> None:
    decide_approval(doing_as(fatima), approval.pk, outcome="goed", note="")
    now = Draft.objects.get()
    changed = actions.change(
        doing_as(bram), now.pk, version=now.version, words=Words("Morgen begint de sportdag om tien uur.")
    )  # fmt: skip
    again = request_approval(doing_as(bram), changed.pk, version=changed.version)

    html = visits(fatima).get(place(again)).content.decode()

    assert "<del>negen</del>" in html
    assert "<ins>tien</ins>" in html


def test_a_draft_that_changed_after_it_was_handed_in_is_not_approved(
    approval: Approval, bram: Person, fatima: Person, visits: Visits, doing_as: Callable[..., Doing]
) -> None:
    now = Draft.objects.get()
    actions.change(doing_as(bram), now.pk, version=now.version, words=Words("Iets anders."))

    refused = visits(fatima).post(place(approval), {"outcome": "goed"})

    assert refused.status_code == 409
    assert Draft.objects.get().state == "concept"


def test_a_school_sets_its_own_rules(
    school: School, fatima: Person, bram: Person, olaf: Person, visits: Visits
) -> None:
    page = f"/instellingen/school/{school.code}/goedkeuren/"
    told = {"when": "media", "channels": ["instagram"], "role": "schoolleiding", "days": 3, "family_days": 5}

    saved = visits(fatima).post(page, told)
    refused = visits(fatima).post(page, told | {"channels": []})

    row = AskingRules.objects.get()
    assert (saved.status_code, row.when, row.media, row.days) == (302, "media", ["instagram"], 3)
    assert "Deze keuze kan niet" in refused.content.decode()
    assert visits(bram).get(page).status_code == 404
    assert visits(olaf).get(page).status_code == 404
