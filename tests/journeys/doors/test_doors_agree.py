"""`magdit check --school`, the page and `POST /api/check`: one draft, one answer, whichever door it comes in by."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache

from magdit.areas.consent.actions import give, refuse
from magdit.areas.consent.models import Item
from magdit.areas.journal.doing import Doing
from magdit.areas.people.actions import make_key
from magdit.areas.people.models import Person, School
from magdit.check.draft import judged
from magdit.cli import check as command
from magdit.protocols.library import Library
from tests.areas.consent.conftest import make_item
from tests.journeys.doors.drafts import CALM, DRAFTS, HARSH, HIDING
from tests.journeys.doors.given import NOBODY, ONLY, ORDINARY, Given, Shows
from tests.journeys.doors.three import Answered, through_the_api, through_the_command, through_the_page

pytestmark = pytest.mark.django_db
PROTOCOLS = ("osvs", "ozhw", "verkruisen", "vsnon", "ouderportaalschool")
Doors = Callable[..., dict[str, Answered]]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture
def doors(
    school: School, noor: Person, noors_mother: Person, noors_father: Person, sem: Person, bram: Person, system: Doing,
    doing_as: Callable[..., Doing], tmp_path: Path, capsys: pytest.CaptureFixture[str], library: Library,
    monkeypatch: pytest.MonkeyPatch, settings: Any,
) -> Doors:  # fmt: skip
    """Hands one draft in at each door; what other channels would say is left out, for it takes time."""
    monkeypatch.setattr(command, "library_with", lambda folders: library)
    monkeypatch.setattr(judged, "ELSEWHERE", ())
    settings.DATA = tmp_path / "gegevens"
    cache.clear()
    cast = {"noor": noor, "mother": noors_mother, "father": noors_father, "sem": sem, "bram": bram}
    token = make_key(system, name="Parnassys", scopes=("controle",), until=system.today.replace(year=2027))[1]
    items = _items(school)

    def through(given: Given, *, without: tuple[str, ...] = ()) -> dict[str, Answered]:
        School.objects.filter(pk=school.pk).update(protocol=given.protocol)
        school.refresh_from_db()
        _answer(given, cast, items, doing_as)
        found = {
            "page": lambda: through_the_page(given, cast, school, doing_as(bram)),
            "api": lambda: through_the_api(given, cast, token),
            "command": lambda: through_the_command(given, cast, tmp_path, capsys),
        }
        return {door: ask() for door, ask in found.items() if door not in without}

    return through


def _items(school: School) -> dict[str, Item]:
    return {
        "website": make_item(school.board),
        "website, own class": make_item(school.board, "website-groep", purpose="nieuws_eigen_groep", covers=["foto"],
                                        channel="ouderportaal"),
    }  # fmt: skip


def _answer(given: Given, cast: dict[str, Person], items: dict[str, Item], doing_as: Callable[..., Doing]) -> None:
    for giver, word, item in given.said:
        about = cast["sem"] if giver == "sem" else cast["noor"]
        (give if word == "ja" else refuse)(doing_as(cast[giver]), about, items[item])


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
