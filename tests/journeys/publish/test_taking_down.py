"""What is no longer allowed comes down: by its connector, looked at afterwards, or by a person with proof."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from magdit.areas.consent.actions import give, withdraw
from magdit.areas.drafts.models import Publication
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.journeys.publish import taking_down
from magdit.journeys.publish.again import ask_to_go
from magdit.journeys.publish.by_hand import package, placed_by_hand
from magdit.journeys.publish.placing import place_waiting
from magdit.journeys.publish.restoring import restore
from magdit.journeys.publish.taking_down import cannot_be_undone, gone_by_hand, proof_picture, take_down_waiting
from tests.areas.conftest import NOON
from tests.journeys.hand_in.conftest import photo
from tests.journeys.publish.conftest import add_noor, make_account, sends


@pytest.fixture
def placed(with_noor, bram, doing_as, system):
    """Noor is on the website."""
    sends(doing_as(bram), with_noor)
    place_waiting(system)
    return Publication.objects.get()


@pytest.fixture
def by_hand(begins, account, agreed, school, bram, doing_as):
    """Noor is in a post that Bram placed himself."""
    account = make_account(school, connector="hand", name="krantje")
    made = sends(doing_as(bram), add_noor(doing_as(bram), begins(account), agreed))
    package(doing_as(bram), made.pk)
    return placed_by_hand(doing_as(bram), made.pk, url="https://school.example/1")


@pytest.fixture
def says_no(agreed, noors_mother, website, doing_as):
    return lambda: withdraw(doing_as(noors_mother), agreed, website)


def test_a_withdrawn_yes_takes_it_down_and_the_task_has_proof(placed, says_no, wall, system):
    says_no()

    gone = take_down_waiting(system)

    row, task = Publication.objects.get(), TakedownTask.objects.get()
    assert (gone, row.state, row.down_because, wall.posts) == (1, "weg", "ingetrokken", {})
    assert "keek na" in task.proof
    assert Appearance.objects.get().down_at == NOON
    assert row.back_until > NOON


def test_without_a_no_nothing_comes_down(placed, wall, system):
    assert take_down_waiting(system) == 0
    assert len(wall.posts) == 1


@pytest.mark.parametrize("mood", ["unreachable", "stays", "breaks", "not_accepted"])
def test_what_will_not_go_is_asked_again_and_a_person_sees_why(mood, placed, says_no, wall, system):
    says_no()
    wall.moods = [mood]

    first = take_down_waiting(system)
    row = Publication.objects.get()
    again = take_down_waiting(replace(system, at=NOON + timedelta(minutes=2)))

    assert (first, row.state, bool(row.trouble), again) == (0, "wordt_weggehaald", True, 1)
    assert wall.posts == {}


def test_a_person_closes_it_with_proof_in_words_and_a_picture(by_hand, says_no, bram, doing_as, system):
    says_no()
    left_alone = take_down_waiting(system)

    gone_by_hand(doing_as(bram), by_hand.pk, proof="de pagina geeft 404", picture=[photo()])

    row = Publication.objects.get()
    assert (left_alone, row.state, TakedownTask.objects.get().proof) == (0, "weg", "de pagina geeft 404")
    assert proof_picture(row)[:3] == b"\xff\xd8\xff"


def test_without_proof_it_is_not_gone(by_hand, says_no, bram, doing_as):
    says_no()

    with pytest.raises(Refused, match="no_proof"):
        gone_by_hand(doing_as(bram), by_hand.pk, proof=" ")
    with pytest.raises(Refused, match="proof_no_picture"):
        gone_by_hand(doing_as(bram), by_hand.pk, proof="", picture=[b"<svg onload=alert(1)>"])

    assert Publication.objects.get().state == "geplaatst"


def test_an_outsider_closes_nothing(by_hand, says_no, noors_mother, olaf, other_board, doing_as):
    says_no()

    with pytest.raises(Refused, match="no_right"):
        gone_by_hand(doing_as(noors_mother), by_hand.pk, proof="weg")
    with pytest.raises(Refused, match="not_yours"):
        gone_by_hand(doing_as(olaf, board=other_board), by_hand.pk, proof="weg")


def test_paper_cannot_be_taken_back_and_the_task_says_so(begins, school, wall, agreed, says_no, bram, doing_as):
    paper = make_account(school, connector="hand", kind="blad", name="schoolkrant", circulation=400)
    made = sends(doing_as(bram), add_noor(doing_as(bram), begins(paper), agreed))
    package(doing_as(bram), made.pk)
    placed_by_hand(doing_as(bram), made.pk)
    says_no()

    cannot_be_undone(doing_as(bram), made.pk)

    row, task = Publication.objects.get(), TakedownTask.objects.get()
    assert (row.state, task.proof) == ("op_papier", "kan niet meer ongedaan: oplage 400")
    assert task.done_at == NOON


def test_what_is_not_on_paper_is_taken_down(by_hand, says_no, bram, doing_as):
    says_no()

    with pytest.raises(Refused, match="not_on_paper"):
        cannot_be_undone(doing_as(bram), by_hand.pk)


def test_the_school_takes_something_down_of_its_own_accord(placed, bram, doing_as, wall, system):
    ask_to_go(doing_as(bram), placed.pk)

    take_down_waiting(system)

    assert (Publication.objects.get().down_because, wall.posts) == ("op_verzoek", {})


def test_a_takedown_by_mistake_is_put_back_when_it_may_stand_there(placed, bram, doing_as, wall, system):
    ask_to_go(doing_as(bram), placed.pk)
    take_down_waiting(system)

    restore(doing_as(bram), placed.pk)
    place_waiting(system)

    row = Publication.objects.get()
    assert (row.state, list(wall.posts), Appearance.objects.get().down_at) == ("geplaatst", [row.key], None)
    assert row.key != placed.key


def test_after_a_no_or_too_late_it_is_not_put_back(
    placed, says_no, noors_mother, agreed, website, doing_as, bram, system
):
    says_no()
    take_down_waiting(system)

    with pytest.raises(Refused, match="may_not_go"):
        restore(doing_as(bram), placed.pk)
    give(doing_as(noors_mother), agreed, website)
    with pytest.raises(Refused, match="too_late_to_restore"):
        restore(doing_as(bram, at=NOON + timedelta(days=8)), placed.pk)

    assert Publication.objects.get().state == "weg"


def test_a_no_that_crosses_the_takedown_leaves_no_task_behind(placed, says_no, agreed, system):
    says_no()
    take_down_waiting(system)
    shown = Appearance.objects.get()
    TakedownTask.objects.create(appearance=shown, because="ingetrokken", made_at=NOON, due=NOON)

    take_down_waiting(system)

    assert not TakedownTask.objects.filter(done_at=None).exists()


def test_every_step_is_in_the_journal(placed, says_no, bram, doing_as, system):
    says_no()
    take_down_waiting(system)

    verbs = set(Entry.objects.filter(object=str(placed.pk)).values_list("verb", flat=True))
    assert {"gepubliceerd", "getoond", "geplaatst", "wordt weggehaald", "weggehaald"} <= verbs
    assert taking_down.PROOF == "bewijs"
