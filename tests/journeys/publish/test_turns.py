"""Who takes down what must go: as the protocol, the school, the account and the board of heads say, in that order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from magdit.areas.drafts.models import AskingRules, StandIn, Turn
from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Role
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.journeys.publish.again import ask_to_go, rejudge_changed
from magdit.journeys.publish.placing import place_waiting
from magdit.journeys.publish.removers import named_to_remove
from magdit.journeys.publish.taking_down import take_down_waiting
from magdit.journeys.publish.turns import give_turns, ladder_at, pass_turns
from magdit.protocols.library import Library
from tests.areas.conftest import NOON, employee
from tests.journeys.publish.conftest import sends

PACK = """
[protocol]
id = "weghaler"
titel = "Protocol met een weghaler"
organisatie = "Stichting Verzonnen"
sector = ["po"]
rang = "school"
[levensloop]
in_werking = 2020-01-01
[standaard]
artikel = "1"
oordeel = "niet_geregeld"
[[artikel]]
nummer = "1"
soort = ["gebod"]
zegt = "De social mediacoach haalt weg wat niet mag."
[[artikel.plicht]]
id = "weghalen"
wie = ["medewerker", "social_mediacoach"]
handelt = []
doe = "weghalen"
tekst = "Haal het weg."
"""


@pytest.fixture
def out(words_only, account, bram, doing_as, system):
    """A post of the school that is out there."""
    row = sends(doing_as(bram), words_only)
    place_waiting(system)
    return row


@pytest.fixture
def lieke(school):
    return employee(school, "communicatiemedewerker", called="Lieke", last="Post")


def asked_for(publication) -> Turn:
    return Turn.objects.get(subject=publication.pk, ended_at=None)


def test_without_anything_said_the_head_of_the_school_takes_it_down(out, fatima, doing_as):
    ask_to_go(doing_as(fatima), out.pk)

    assert (asked_for(out).asked, asked_for(out).asked_role) == (fatima, "schoolleiding")
    assert Entry.objects.filter(verb="beurt gegeven", object=str(out.pk)).count() == 1


def test_who_has_the_account_comes_before_the_head(out, account, bram, fatima, doing_as):
    type(account).objects.update(owner=bram)

    ask_to_go(doing_as(fatima), out.pk)

    assert asked_for(out).asked == bram


def test_whom_the_school_chose_comes_before_who_has_the_account(out, account, bram, fatima, lieke, school, doing_as):
    type(account).objects.update(owner=bram)
    AskingRules.objects.create(school=school, remover="communicatiemedewerker")

    ask_to_go(doing_as(fatima), out.pk)

    assert asked_for(out).asked == lieke


def test_whom_the_protocol_names_comes_first_and_everybody_is_nobody(tmp_path: Path, settings, school):
    (tmp_path / "weghaler").mkdir()
    (tmp_path / "weghaler" / "protocol.toml").write_text(PACK, encoding="utf-8")
    settings.PACKS = (tmp_path,)
    AskingRules.objects.create(school=school, remover="administratie")
    school.protocol = "weghaler"

    named = [role for role, _clause in ladder_at(school)]

    assert named == ["social_mediacoach", "administratie", "eigenaar", "schoolleiding", "bestuur"]
    assert ladder_at(school)[0] == ("social_mediacoach", "1")


@pytest.mark.parametrize("protocol", ["osvs", "ozhw", "verkruisen", "vsnon", "ouderportaalschool"])
def test_no_protocol_of_ours_names_one_of_its_own_for_it(protocol):
    """They say that it must go, and leave to the school who does it; so the school chooses."""
    assert list(named_to_remove(Library().book(protocol))) == []


def test_who_left_the_school_is_passed_over(out, account, bram, fatima, doing_as):
    type(account).objects.update(owner=bram)
    Role.objects.filter(person=bram).update(ends=date(2026, 3, 2))

    ask_to_go(doing_as(fatima), out.pk)

    assert asked_for(out).asked == fatima


def test_who_is_away_is_stood_in_for(out, account, bram, lieke, fatima, doing_as):
    type(account).objects.update(owner=bram)
    StandIn.objects.create(person=bram, deputy=lieke, away_until=date(2026, 3, 20), set_at=NOON)

    ask_to_go(doing_as(fatima), out.pk)

    assert asked_for(out).asked == lieke
    assert asked_for(out).via[0]["why"] == "afwezig"


def test_when_the_term_passes_it_goes_to_the_deputy_and_then_up(out, account, bram, lieke, fatima, doing_as):
    type(account).objects.update(owner=bram)
    StandIn.objects.create(person=bram, deputy=lieke, set_at=NOON)
    ask_to_go(doing_as(fatima), out.pk)

    found = []
    for days in (2, 4, 6):
        pass_turns(NOON + timedelta(days=days))
        found.append(asked_for(out).asked)

    assert found == [lieke, fatima, fatima]
    assert Entry.objects.filter(verb="beurt doorgegeven").count() == 2


def test_the_turn_ends_when_it_is_gone_and_comes_back_when_it_must_go_again(out, fatima, doing_as, system):
    ask_to_go(doing_as(fatima), out.pk)
    take_down_waiting(system)

    give_turns(system)

    assert not Turn.objects.filter(ended_at=None).exists()


def test_a_no_gets_a_turn_within_a_round_also_of_a_post_that_nobody_knows(board, noor, fatima, system):
    shown = Appearance.objects.create(
        board=board, person=noor, publication=uuid4(), channel="instagram", covers=["foto"], shown_at=NOON
    )
    task = TakedownTask.objects.create(appearance=shown, because="ingetrokken", made_at=NOON, due=NOON)

    given = [give_turns(system), give_turns(system)]

    assert given == [1, 0]
    assert Turn.objects.get().subject == task.pk
    assert Turn.objects.get().asked == fatima


def test_of_a_closed_account_the_term_skips_the_holiday_and_of_a_no_it_does_not(out, account, school, board, system):
    from magdit.areas.registers.models import FreeDays

    FreeDays.objects.create(board=board, school=school, name="Vrij", first=date(2026, 3, 4), last=date(2026, 3, 6))
    type(account).objects.update(state="gesloten")

    rejudge_changed(replace(system, at=NOON))

    out.refresh_from_db()
    assert out.must_go_by is not None
    assert out.must_go_by.date() == date(2026, 3, 9)
