"""What a night does to consents: newcomers asked, the silent reminded, birthdays told, letters sent; twice is once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail

from magdit.areas.consent.actions import give, refuse
from magdit.areas.consent.models import Request
from magdit.areas.consent.rounds.actions import open_round
from magdit.areas.people.models import Guardianship
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.journeys.nightly_consents import (
    announce_birthdays,
    ask_and_remind,
    look_again_at_who_is_shown,
    send_letters,
)
from tests import cast
from tests.areas.conftest import NOON, guardian, pupil

pytestmark = pytest.mark.django_db
NIGHT = NOON + timedelta(hours=14)


@pytest.fixture
def opened(doing_as, office, school, noor, noors_mother, website):
    return open_round(doing_as(office), school, opens=cast.TODAY)


def test_a_newcomer_is_asked_the_next_night_and_only_then(opened, school, group_6a):
    guardian(pupil(school, group_6a, called="Yara", last="Demir", born=date(2016, 2, 2)), called="Ayla", last="Demir")

    nights = [ask_and_remind(NIGHT), ask_and_remind(NIGHT), ask_and_remind(NIGHT + timedelta(days=1))]

    assert nights == [1, 0, 0]
    assert Request.objects.count() == 2


def test_who_is_silent_is_reminded_after_some_nights(opened):
    nights = [ask_and_remind(NIGHT + timedelta(days=days)) for days in range(12)]

    assert [night for night, done in enumerate(nights) if done] == [9]  # ten days after they were asked


def test_letters_leave_once(opened):
    assert [send_letters(NIGHT), send_letters(NIGHT)] == [1, 0]
    assert [message.to for message in mail.outbox] == [["mira@thuis.example"]]


def test_a_birthday_that_comes_is_told_once(school, sem, sems_mother, website):
    before = NIGHT - timedelta(days=20)

    assert [announce_birthdays(before), announce_birthdays(before)] == [1, 0]


def test_a_school_that_mirrors_its_administration_is_left_alone(opened, school):
    school.mirror = True
    school.save()

    assert (ask_and_remind(NIGHT + timedelta(days=30)), send_letters(NIGHT)) == (0, 0)


def test_a_no_that_comes_to_count_brings_a_task_the_next_night(
    school,
    board,
    noor,
    noors_mother,
    noors_father,
    website,
    answers,
):
    answers(refuse, noors_father, noor, website)
    Guardianship.objects.filter(guardian=noors_father).update(authority="nee")
    answers(give, noors_mother, noor, website)
    Appearance.objects.create(
        board=board, person=noor, publication=noor.id, channel="website", covers=["foto"], shown_at=NOON
    )

    nights = [look_again_at_who_is_shown(NIGHT)]
    Guardianship.objects.filter(guardian=noors_father).update(authority="ja")
    nights += [look_again_at_who_is_shown(NIGHT), look_again_at_who_is_shown(NIGHT)]

    assert nights == [0, 1, 0]
    assert TakedownTask.objects.filter(done_at=None).count() == 1
