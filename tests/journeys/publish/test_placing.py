"""The queue: placed once however often it is tried, never after a no, and never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from magdit.areas.consent.actions import withdraw
from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.rules_out import LEASE
from magdit.areas.journal.models import Entry
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.journeys.publish.by_hand import retry
from magdit.journeys.publish.placing import place_waiting
from magdit.journeys.publish.taking_down import take_down_waiting
from tests.areas.conftest import NOON
from tests.journeys.publish.conftest import sends
from tests.journeys.publish.fake import Killed


def later(system, **passed):
    return replace(system, at=NOON + timedelta(**passed))


def test_it_is_placed_with_its_words_and_clean_copies(with_noor, bram, doing_as, wall, system):
    made = sends(doing_as(bram), with_noor)

    placed = place_waiting(system)

    row = Publication.objects.get()
    text, pictures = wall.posts[made.key]
    assert (placed, row.state, row.url) == (1, "geplaatst", f"https://muur.example/{made.key}")
    assert text == "Morgen is het feest op school."
    assert pictures == (row.pictures.get().sha256,)
    assert row.remote["key"] == made.key
    assert row.published_at == NOON


def test_after_a_no_it_is_never_placed_and_the_task_says_so(
    with_noor, agreed, noors_mother, website, bram, doing_as, wall, system, mailoutbox,
    django_capture_on_commit_callbacks,
):  # fmt: skip
    sends(doing_as(bram), with_noor)
    withdraw(doing_as(noors_mother), agreed, website)

    with django_capture_on_commit_callbacks(execute=True):
        placed = place_waiting(system)

    row, task = Publication.objects.get(), TakedownTask.objects.get()
    assert (placed, row.state, wall.placed) == (0, "weg", [])
    assert (task.proof, task.done_at) == ("nooit geplaatst", NOON)
    assert Appearance.objects.get().down_at == NOON
    assert mailoutbox[0].to == [bram.email]


def test_a_no_while_it_is_being_placed_takes_it_down_again(
    with_noor, agreed, noors_mother, website, bram, doing_as, wall, system
):
    sends(doing_as(bram), with_noor)
    wall.meanwhile = lambda: withdraw(doing_as(noors_mother), agreed, website)

    place_waiting(system)
    take_down_waiting(system)

    row, task = Publication.objects.get(), TakedownTask.objects.get()
    assert (row.state, wall.posts) == ("weg", {})
    assert "niet meer te zien" in task.proof
    assert task.done_at == NOON


@pytest.mark.parametrize("mood", ["unreachable", "slow", "nonsense", "cut_off", "breaks"])
def test_trouble_is_tried_again_later_and_never_doubled(mood, words_only, bram, doing_as, wall, system):
    sends(doing_as(bram), words_only)
    wall.moods = [mood]

    first = place_waiting(system)
    told = Publication.objects.get().trouble
    too_soon = place_waiting(later(system, seconds=30))
    second = place_waiting(later(system, minutes=2))

    assert (first, too_soon, second) == (0, 0, 1)
    assert told == ("connector_failed" if mood == "breaks" else mood)
    assert len(wall.placed) == 1
    assert Publication.objects.get().trouble == ""


@pytest.mark.parametrize("mood", ["killed_before", "killed_after"])
def test_a_worker_that_is_killed_half_way_loses_nothing_and_doubles_nothing(
    mood, words_only, bram, doing_as, wall, system
):
    sends(doing_as(bram), words_only)
    wall.moods = [mood]

    with pytest.raises(Killed):
        place_waiting(system)
    while_claimed = place_waiting(later(system, minutes=1))
    afterwards = place_waiting(replace(system, at=NOON + LEASE))

    assert (while_claimed, afterwards) == (0, 1)
    assert len(wall.placed) == 1
    assert Publication.objects.get().state == "geplaatst"


def test_what_will_not_help_by_waiting_is_for_a_person_who_is_told_and_can_try_again(
    words_only, bram, doing_as, wall, system, mailoutbox, django_capture_on_commit_callbacks
):
    made = sends(doing_as(bram), words_only)
    wall.moods = ["not_accepted"]
    with django_capture_on_commit_callbacks(execute=True):
        place_waiting(system)
    failed = Publication.objects.get().state

    retry(doing_as(bram), made.pk)
    place_waiting(system)

    assert (failed, Publication.objects.get().state) == ("mislukt", "geplaatst")
    assert [mail.to for mail in mailoutbox] == [[bram.email]]


def test_it_is_not_tried_for_ever(words_only, bram, doing_as, wall, system):
    sends(doing_as(bram), words_only)
    wall.moods = ["unreachable"] * 40

    for hour in range(40):
        place_waiting(later(system, hours=hour))

    assert Publication.objects.get().state == "mislukt"
    assert 20 < 40 - len(wall.moods) < 40


def test_what_an_earlier_try_may_have_left_is_removed_after_a_no(
    with_noor, agreed, noors_mother, website, bram, doing_as, wall, system
):
    sends(doing_as(bram), with_noor)
    wall.moods = ["cut_off"]
    place_waiting(system)
    stood_there = len(wall.posts)
    withdraw(doing_as(noors_mother), agreed, website)

    place_waiting(later(system, minutes=2))
    take_down_waiting(later(system, minutes=2))

    assert (stood_there, wall.posts, Publication.objects.get().state) == (1, {}, "weg")
    assert TakedownTask.objects.get().proof != "nooit geplaatst"


def test_two_workers_never_place_the_same(words_only, bram, doing_as, wall, system):
    sends(doing_as(bram), words_only)
    wall.meanwhile = lambda: place_waiting(system)

    place_waiting(system)

    assert len(wall.asked) == 1


def test_the_journal_tells_of_placing_and_never_what_the_connector_said(words_only, bram, doing_as, wall, system):
    sends(doing_as(bram), words_only)
    wall.moods = ["breaks"]
    place_waiting(system)
    place_waiting(later(system, minutes=2))

    told = Entry.objects.filter(object_kind="publicatie").values_list("verb", flat=True)
    assert {"gepubliceerd", "hapert", "geplaatst"} <= set(told)
    assert not any("Noor" in str(line.details) for line in Entry.objects.all())
