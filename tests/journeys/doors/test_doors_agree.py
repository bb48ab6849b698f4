"""`magdit check --school`, the page and `POST /api/check`: one draft, one answer, whichever door it comes in by."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.journeys.doors.conftest import Doors
from tests.journeys.doors.drafts import CALM, DRAFTS, HARSH, HIDING
from tests.journeys.doors.given import NOBODY, ONLY, ORDINARY, Given, Shows

pytestmark = pytest.mark.django_db
PROTOCOLS = ("osvs", "ozhw", "verkruisen", "vsnon", "ouderportaalschool")


def test_the_drafts_are_of_every_kind():
    assert {given.protocol for given in DRAFTS} == set(PROTOCOLS)
    assert len({given.name for given in (*DRAFTS, *HIDING)}) == len(DRAFTS) + len(HIDING) >= 25


@pytest.mark.parametrize("given", DRAFTS, ids=str)
def test_a_draft_gets_the_same_answer_at_every_door(doors: Doors, given: Given):
    answers = doors(given)

    assert answers["page"] == answers["api"] == answers["command"]


@pytest.mark.parametrize("given", HIDING, ids=str)
def test_a_face_that_will_be_hidden_is_judged_alike_on_the_page_and_over_the_api(doors: Doors, given: Given):
    """The command hides by itself (--herstel): what is not hidden yet cannot be said there."""
    answers = doors(given, without=("command",))

    assert answers["page"] == answers["api"]


def test_together_these_drafts_are_answered_in_every_way(doors: Doors):
    """So that three doors do not agree because nothing ever happens."""
    named = {given.name: given for given in DRAFTS}
    chosen = ("a plain announcement", "an insult of a parent", "Noor without an answer", "a face that nobody named")

    answers = [doors(named[name], without=("command", "api"))["page"] for name in chosen]

    assert len({answer.verdict for answer in answers}) >= 3
    assert any(answer.asks for answer in answers)
    assert any(answer.not_looked for answer in (doors(named["Polish"], without=("command", "api"))["page"],))


@pytest.mark.parametrize("seed", range(8))
def test_a_draft_that_nobody_thought_of_gets_the_same_answer_too(doors: Doors, seed: int):
    given = _drawn(random.Random(f"doors {seed}"))

    answers = doors(given)

    assert answers["page"] == answers["api"] == answers["command"], given


def _drawn(chance: random.Random) -> Given:
    """Not a parent's photos: of those the page knows whose child is whose, and the other doors are not for parents."""
    faces = chance.choice(((), (("noor",),), (("noor", "sem"),), (("nobody",), ("sem",))))
    whole = Given(
        "drawn", protocol=chance.choice(PROTOCOLS),
        role=chance.choice(("leerkracht", "schoolleider", "leerkracht" if faces else "ouder")),
        medium=chance.choice(("website", "instagram", "whatsapp", "nieuwsbrief", "ouderportaal")),
        text=chance.choice((CALM, HARSH, "Noor won, bel 06-12345678.", "")) if faces else CALM, photos=faces,
        for_school=chance.random() < 0.5, facts=chance.choice((ORDINARY, {}, {"kwetsend": True})),
        said=tuple(one for one in (("mother", "ja", "website"), ("father", "nee", "website"), ("sem", "ja", "website"))
                   if chance.random() < 0.5),
    )  # fmt: skip
    if not faces:
        return whole
    shows = tuple(Shows(who, at, place) for at, photo in enumerate(faces, 1) for place, who in enumerate(photo, 1)
                  if who != "nobody" and chance.random() < 0.6)  # fmt: skip
    ticks = frozenset(chance.choice(((), (NOBODY,), (ONLY,)))) if not shows else frozenset()
    return replace(whole, shows=shows, ticks=ticks)
