"""A whole form on paper: all of its answers with one scan, or nothing of it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from magdit.areas.consent.actions import withdraw
from magdit.areas.consent.models import Answer, Scan
from magdit.areas.consent.paper import Paper, PaperRefused, answers_on, enter_form
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from tests import cast
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db
SCAN = b"%PDF-1.7 een formulier op papier"


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def newsletter(board):
    """A second question."""
    return make_item(board, "nieuwsbrief-foto", channel="nieuwsbrief", order=2)


@pytest.fixture
def enters(doing_as, school, noor, noors_mother, office):
    """`enters({item: True})`: Wendy takes in a form of Noor's mother."""

    def act(says, *, by=office, scan=SCAN, giver=noors_mother, day=cast.TODAY):
        return enter_form(doing_as(by), noor, says, Paper(giver, day, scan), school=school)

    return act


def test_every_answer_rests_on_the_one_scan(enters, website, newsletter):
    taken = enters({website: True, newsletter: False})

    assert [one.state for one in answers_on(taken.scan)] == ["gegeven", "geweigerd"]
    assert (Scan.objects.count(), taken.again) == (1, False)


def test_the_same_paper_is_there_once(enters, website, newsletter):
    first = enters({website: True, newsletter: False})

    again = enters({website: True, newsletter: False})

    assert (again.again, again.scan) == (True, first.scan)
    assert Answer.objects.count() == 2


@pytest.mark.parametrize("days", [(3, 1), (1, 3)])
def test_the_same_paper_with_another_day_mends_the_day(enters, website, newsletter, days):
    first, then = (cast.TODAY - timedelta(days=ago) for ago in days)
    enters({website: True, newsletter: False}, day=first)

    mended = enters({website: True, newsletter: False}, day=then)
    again = enters({website: True, newsletter: False}, day=then)

    last = Answer.objects.filter(item=website).order_by("number").last()
    assert (mended.again, again.again) == (False, True)
    assert last.at.date() == then
    assert Entry.objects.filter(verb="toestemming op papier").count() == 2


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1999, 12, 31), date(2016, 5, 5)])
def test_a_paper_of_before_the_child_was_born_is_refused(enters, website, day):
    with pytest.raises(PaperRefused) as refused:
        enters({website: True}, day=day)

    assert refused.value.reasons[website.pk].code == "paper_too_early"
    assert not Answer.objects.exists()


def test_the_same_scan_with_another_answer_is_another_paper(enters, website):
    enters({website: True})

    again = enters({website: False})

    assert not again.again
    assert Answer.objects.count() == 2


def test_a_paper_of_before_a_withdrawal_does_not_bring_the_yes_back(enters, doing_as, noor, noors_mother, website):
    enters({website: True})
    withdraw(doing_as(noors_mother), noor, website)

    with pytest.raises(PaperRefused) as refused:
        enters({website: True})

    assert refused.value.reasons[website.pk].code == "paper_too_old"


def test_of_a_paper_that_is_refused_in_part_nothing_is_kept(enters, board, noors_mother, website, tmp_path):
    staff = make_item(board, "personeel-foto", asked_of="medewerker")

    with pytest.raises(PaperRefused) as refused:
        enters({website: True, staff: True})

    assert {item: reason.code for item, reason in refused.value.reasons.items()} == {staff.pk: "not_about_this_person"}
    assert not Answer.objects.exists()
    assert not (tmp_path / "bestanden").exists()


def test_a_form_without_an_answer_or_a_whole_scan_is_refused(enters, website):
    with pytest.raises(Refused, match="paper_empty"):
        enters({})
    with pytest.raises(Refused, match="scan_cut_off"):
        enters({website: True}, scan=b"%PDF-1.7")


@pytest.mark.parametrize("who", ["bram", "noors_mother", "olaf"])
def test_only_who_keeps_the_register_takes_in_a_form(enters, website, request, who):
    with pytest.raises(Refused, match="no_right"):
        enters({website: True}, by=request.getfixturevalue(who))

    assert not Answer.objects.exists()
