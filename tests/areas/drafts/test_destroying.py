"""What a school may no longer keep goes by itself, on the day that its calendar says; a hold keeps it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from magdit.areas.drafts import actions, files
from magdit.areas.drafts.calendar import calendar
from magdit.areas.drafts.destroying import destroy_due, set_terms
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.words import ref, words_of
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Role
from magdit.areas.registers.holds import lift_hold, open_holds, place_hold, reason_of
from tests.areas.conftest import NOON, employee


@pytest.fixture
def officer(school):
    """Who watches over privacy for the whole board."""
    made = employee(school, "fg", called="Els", last="Kok")
    Role.objects.filter(person=made).update(school=None)
    return made


def later(days):
    return NOON + timedelta(days=days)


def at_night(board, at):
    return Doing(Ref("systeem", "nightly"), board.pk, at)


def test_a_draft_that_nobody_touches_is_destroyed_on_its_day_and_not_before(
    begun, school, board, django_capture_on_commit_callbacks
):
    early = destroy_due(at_night(board, later(60)), school)
    kept = (files.folder() / str(begun.pictures.get().pk)).exists()

    with django_capture_on_commit_callbacks(execute=True):
        gone = destroy_due(at_night(board, later(61)), school)

    draft = Draft.objects.get(pk=begun.pk)
    assert (early, kept, gone) == (0, True, 1)
    assert (draft.state, draft.sealed, list(files.folder().iterdir())) == ("verlopen", None, [])


def test_a_change_moves_the_day(begun, school, bram, doing_as, board):
    actions.change(doing_as(bram, at=later(40)), begun.pk, version=begun.version, medium="instagram")

    assert destroy_due(at_night(board, later(61)), school) == 0
    assert destroy_due(at_night(board, later(101)), school) == 1


def test_of_a_post_that_was_thrown_away_the_words_go_after_the_term(begun, school, bram, doing_as, board):
    actions.throw_away(doing_as(bram), begun.pk, version=begun.version)

    destroy_due(at_night(board, later(31)), school)

    assert words_of(Draft.objects.get(pk=begun.pk)).text == ""


def test_the_calendar_shows_what_will_go_and_when(begun, school):
    until = later(61).date()

    assert [(due.about, due.day, due.held) for due in calendar(school, until=until)] == [(ref(begun.pk), until, False)]
    assert calendar(school, until=until - timedelta(days=1)) == []


def test_a_hold_keeps_a_draft_until_it_is_lifted(begun, school, officer, doing_as, board):
    hold = place_hold(doing_as(officer), ref(begun.pk), reason="Er loopt een klacht.")
    during = destroy_due(at_night(board, later(90)), school)
    lift_hold(doing_as(officer), hold.pk)

    after = destroy_due(at_night(board, later(90)), school)

    assert (during, after) == (0, 1)
    assert reason_of(hold) == "Er loopt een klacht."


def test_the_journal_proves_what_was_destroyed(begun, school, board):
    destroy_due(at_night(board, later(61)), school)

    line = Entry.objects.get(verb="vernietigd", object=str(begun.pk))
    assert json.loads(line.details)["bestanden"] == 1
    assert Entry.objects.filter(verb="sleutel vernietigd", object=str(begun.pk)).exists()


def test_only_who_watches_over_privacy_may_stop_the_destruction(begun, bram, olaf, doing_as):
    for person in (bram, olaf):
        with pytest.raises(Refused):
            place_hold(doing_as(person), ref(begun.pk), reason="Voor mijn plakboek.")

    assert not open_holds(begun.board_id)


@pytest.mark.parametrize(("about", "reason", "code"), [
    (None, "", "no_reason"), (None, "  ", "no_reason"), (Ref("sleutel", "1"), "Toch.", "cannot_be_held"),
])  # fmt: skip
def test_a_hold_needs_a_reason_and_something_that_is_kept(begun, officer, doing_as, about, reason, code):
    with pytest.raises(Refused, match=code):
        place_hold(doing_as(officer), about or ref(begun.pk), reason=reason)


def test_a_school_chooses_its_own_terms(begun, school, officer, doing_as, board):
    set_terms(doing_as(officer), school, picture_days=5, draft_days=7, version=0)

    assert destroy_due(at_night(board, later(8)), school) == 1


def test_terms_out_of_range_or_of_an_outsider_are_refused(school, officer, bram, doing_as):
    with pytest.raises(Refused, match="days_out_of_range"):
        set_terms(doing_as(officer), school, picture_days=0, draft_days=7, version=0)
    with pytest.raises(Refused, match="no_right"):
        set_terms(doing_as(bram), school, picture_days=5, draft_days=7, version=0)
    set_terms(doing_as(officer), school, picture_days=5, draft_days=7, version=0)
    with pytest.raises(Refused, match="changed_meanwhile"):
        set_terms(doing_as(officer), school, picture_days=6, draft_days=7, version=0)
