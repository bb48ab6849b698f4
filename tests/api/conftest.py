"""Programs at the door: `key(scopes…)` makes a key of the board, `calls(token)` is a client that sends it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from magdit.api import clock
from magdit.areas.consent.models import Item, ItemText
from magdit.areas.journal.doing import Doing
from magdit.areas.people.actions import make_key
from magdit.areas.people.api_keys import SCOPES
from magdit.areas.people.models import Person, School
from tests.areas.conftest import *  # noqa: F403  (the cast as rows)
from tests.areas.conftest import NOON

ALL_SCOPES = tuple(word.code for word in SCOPES)
UNTIL = date(2027, 1, 1)


@pytest.fixture(autouse=True)
def _on_the_day_of_the_cast(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Programs ask at noon on the day of the cast, and nobody has asked before."""
    monkeypatch.setattr(clock, "now", lambda: NOON)
    cache.clear()
    yield
    cache.clear()


class Calls:
    """A program with a key, which it sends with everything it asks."""

    def __init__(self, token: str) -> None:
        self.client = Client(raise_request_exception=False)
        self.headers = {"authorization": f"Bearer {token}"} if token else {}

    def get(self, path: str, **query: Any) -> HttpResponse:
        return self.client.get(f"/api/v1{path}", query, headers=self.headers)

    def post(self, path: str, body: object, **more: Any) -> HttpResponse:
        text = body if isinstance(body, (str, bytes)) else json.dumps(body)
        return self.client.post(f"/api/v1{path}", text, content_type="application/json", headers=self.headers, **more)

    def send(self, path: str, **fields: Any) -> HttpResponse:
        return self.client.post(f"/api/v1{path}", fields, headers=self.headers)


@pytest.fixture
def key(system: Doing) -> Callable[..., str]:
    """`key(*scopes, school=None)`: a new key of De Linde's board; without scopes it may everything."""

    def made(*scopes: str, school: School | None = None, doing: Doing = system, until: date = UNTIL) -> str:
        chosen = scopes or ALL_SCOPES
        return make_key(doing, name="Parnassys", scopes=chosen, until=until, school_id=school.pk if school else None)[1]

    return made


@pytest.fixture
def calls(key: Callable[..., str]) -> Callable[..., Calls]:
    """`calls(*scopes, school=None)`: a program with such a key."""

    def program(*scopes: str, token: str | None = None, **more: Any) -> Calls:
        return Calls(key(*scopes, **more) if token is None else token)

    return program


@pytest.fixture
def website(school: School) -> Item:
    """Photos on the website: asked of every pupil."""
    item = Item.objects.create(
        board=school.board, code="website-foto", purpose="school_laten_zien", channel="website", covers=["foto"]
    )
    ItemText.objects.create(item=item, version=1, title="Mag dit?", body="Nee mag.", made_at=NOON, mark="0" * 64)
    return item


@pytest.fixture
def mirrored(school: School) -> School:
    """De Linde, now with a pupil administration that stays master."""
    school.mirror = True
    school.save()
    return school


def problem(response: HttpResponse) -> dict[str, Any]:
    """The problem that came back, after a look at how it came."""
    assert response["Content-Type"] == "application/problem+json", response.content
    told: dict[str, Any] = json.loads(response.content)
    assert told["status"] == response.status_code
    assert told["message"]
    assert told["what_to_do"]
    return told


def ids(people: list[dict[str, Any]]) -> set[str]:
    """The ids in a list of people."""
    return {one["id"] for one in people}


__all__ = ["Calls", "Person", "ids", "problem"]
