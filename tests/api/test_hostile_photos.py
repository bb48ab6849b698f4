"""Files made to break us, sent by a program: each gets a receipt or a problem, never an error of ours."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from django.core.cache import cache

from magdit.check.draft import judged
from magdit.check.images.faces import FaceFinder
from tests.api.conftest import problem
from tests.check.images.sets.hostile import hostile_files
from tests.check.images.sets.raw_form import KIND, raw_form

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore")]
POST = {"school": "de-linde", "role": "leerkracht", "channel": "website", "moment": "2026-03-03T14:00"}


@pytest.fixture
def quick(monkeypatch):
    """What other channels say and where faces are has tests of its own."""
    monkeypatch.setattr(judged, "ELSEWHERE", ())
    monkeypatch.setattr(FaceFinder, "find", lambda *_: ())


def test_each_gets_a_receipt_or_a_problem_and_nothing_stays_behind(calls, school, quick, monkeypatch, tmp_path: Path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    program = calls("controle")
    heard: list[int] = []

    for file in hostile_files():
        cache.clear()  # so many a minute are refused before they are read
        body = raw_form(POST, "photos", [file])
        answer = program.client.generic("POST", "/api/v1/check", body, content_type=KIND, headers=program.headers)
        heard.append(answer.status_code)
        assert answer.status_code in {200, 400, 422}, (file.name, answer.status_code)
        if answer.status_code == 200:
            assert answer["Content-Type"] == "application/json"
            assert not (file.sure and answer.json()["verdict"] == "mag"), file.name
        else:
            assert problem(answer)

    assert 100 < heard.count(200) < 200
    assert list(tmp_path.rglob("*")) == []
