"""A film of an hour is looked at beside the rounds: what must come down and go out does not wait for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft, Picture
from magdit.cli import film_worker, work
from magdit.cli.film_worker import FilmWorker
from magdit.journeys.publish import working
from magdit.journeys.publish.planned import due_now
from tests.areas.conftest import *  # noqa: F403  (the cast as rows)
from tests.areas.conftest import NOON

FOR_EVER = (sys.executable, "-c", "import time; time.sleep(600)")


@pytest.fixture
def endless(monkeypatch):
    """A look at a film that never ends."""
    monkeypatch.setattr(film_worker, "COMMAND", FOR_EVER)


@pytest.fixture
def a_film_waits(school, bram, doing_as):
    """In a draft of Bram's."""
    draft = actions.begin(doing_as(bram), school, bram, role="leerkracht")
    return Picture.objects.create(draft=draft, order=1, kind="video", sha256="a" * 64, look="wacht", made_at=NOON)


def test_takedowns_go_on_round_after_round_while_a_film_is_looked_at(endless, a_film_waits, monkeypatch):
    begun, rounds, enough = [], [], Event()
    start = FilmWorker.start
    monkeypatch.setattr(FilmWorker, "start", lambda films: begun.append(films) or start(films))
    monkeypatch.setattr(work, "PAUSE", 0)

    def takedowns(_doing) -> int:
        rounds.append([films.is_at_work for films in begun])
        if len(rounds) == 3:
            enough.set()
        return 1

    monkeypatch.setattr(working, "AT_ONCE", (working.Work("weghalen", takedowns),))

    work._round_after_round(enough, enough.is_set)

    assert rounds == [[], [True], [True]]
    assert not begun[0].is_at_work


def test_a_post_of_which_the_film_must_still_be_copied_is_left_to_that_process_too(a_film_waits, system):
    Picture.objects.update(look="gezien")
    Draft.objects.update(state="ingepland", planned=NOON)

    assert due_now(system, long=False) == []
    assert due_now(system, long=True) == [a_film_waits.draft]
    assert working.films_wait(system)


def test_one_process_at_a_time_looks_at_films(endless):
    films = FilmWorker()

    began = [films.start(), films.start()]
    films.stop()

    assert (began, films.is_at_work) == ([True, False], False)


def test_where_no_film_waits_it_ends_at_once(tmp_path: Path) -> None:
    told = {**os.environ, "MAGDIT_DATA": str(tmp_path), "DATABASE_URL": ""}

    ended = subprocess.run(film_worker.COMMAND, env=told, capture_output=True, text=True, timeout=60, check=False)

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "gedaan: films 0\n", "")
