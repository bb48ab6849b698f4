"""What another must judge, an author does not settle for themselves: at no door, unless they hold that role."""

from __future__ import annotations

import pytest

from tests.journeys.doors.conftest import Doors
from tests.journeys.doors.drafts import CALM, HARSH
from tests.journeys.doors.given import ORDINARY, Given

pytestmark = pytest.mark.django_db
TONE = dict.fromkeys(("kwetsend", "fatsoen_overschreden", "aanstootgevend", "lastigvallen"), False)
MARKED = "Strikt vertrouwelijk: de nieuwe indeling van de groepen."
SECRET = {"vertrouwelijk": True, "niet_voor_verspreiding": False}
PUPILS_LESSON = {"tijdens_les": True, "doel": ["leren_over_media"], "les_kan_niet_zonder": True}


FOR_ANOTHER = (
    Given("a teacher finds an insult harmless", text=HARSH, facts={**ORDINARY, **TONE}),
    Given("a parent does", protocol="ozhw", role="ouder", medium="facebook", text=HARSH, for_school=False,
          facts={**ORDINARY, **TONE}),
    Given("a teacher finds a marked text not confidential", text=MARKED,
          facts={**ORDINARY, "vertrouwelijk": False, "niet_voor_verspreiding": False}),
    Given("a teacher finds that a secret harms nobody", protocol="ozhw", medium="facebook", text=CALM,
          facts={**ORDINARY, **SECRET, "vertrouwelijk_schaadt": False}),
)  # fmt: skip
THEIRS = (
    Given("a head finds an insult harmless", role="schoolleider", text=HARSH, facts={**ORDINARY, **TONE}),
    Given("a team leader finds that a secret harms nobody", protocol="ozhw", medium="facebook", text=CALM,
          role="teamleider", facts={**ORDINARY, **SECRET, "vertrouwelijk_schaadt": False}),
    Given("a teacher saw nothing that hurts, and neither did a finder", text=CALM, facts={**ORDINARY, **TONE}),
)  # fmt: skip


@pytest.mark.parametrize("given", FOR_ANOTHER, ids=str)
def test_the_word_of_who_may_not_judge_it_leaves_it_open(doors: Doors, given: Given):
    answers = doors(given)

    assert answers["page"] == answers["api"] == answers["command"]
    assert answers["page"].verdict == "vraag"
    assert answers["page"].answer["vraag_aan"]
    assert answers["page"].asks not in given.facts


@pytest.mark.parametrize("given", THEIRS, ids=str)
def test_the_word_of_who_may_judge_it_settles_it(doors: Doors, given: Given):
    answers = doors(given)

    assert answers["page"] == answers["api"] == answers["command"]
    assert answers["page"].verdict == "mag"


def test_that_it_goes_too_far_anyone_may_say(doors: Doors):
    answers = doors(Given("a teacher finds it hurtful", text=CALM, facts={**ORDINARY, "kwetsend": True}))

    assert answers["page"] == answers["api"] == answers["command"]
    assert answers["page"].verdict == "mag_niet"


def test_a_pupil_does_not_decide_that_the_lesson_needs_it(doors: Doors):
    """OZHW 3.3: only who gives the lesson knows that it cannot be given otherwise."""
    lesson = Given("a pupil", protocol="ozhw", role="leerling", medium="instagram", text="Dit gaat over Noor van Dijk.",
                   for_school=False, facts={**ORDINARY, **PUPILS_LESSON})  # fmt: skip

    answers = doors(lesson)

    assert answers["page"] == answers["api"] == answers["command"]
    assert answers["page"].verdict != "mag"
