"""One draft handed in at each of the three doors, at the same school and by the same people."""

from __future__ import annotations

from collections.abc import Callable
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
from tests.journeys.doors.given import Given
from tests.journeys.doors.three import Answered, through_the_api, through_the_command, through_the_page

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
