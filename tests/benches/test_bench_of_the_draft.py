"""The bench of the draft in short form: it measures what it says. What the figure is stands in bench/results.md."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bench import draft
from bench.draft_handed_in import SIGNS, HandedIn, hand_in, text_of
from bench.images_made import Filed
from bench.images_runs import Cost
from magdit.areas.people.models import Person, School
from magdit.check.images.faces import Face
from magdit.norms import answering, horizon, judge, layers, questions, routes
from magdit.norms.answering import answer
from magdit.norms.read_act import read_act
from magdit.protocols.library import Library
from tests.areas import conftest as rows
from tests.check.images.sets.scenes import PORTRAITS, Scene, photo

MOST_JUDGEMENTS = 24
board, school, group_6a, bram, noor = rows.board, rows.school, rows.group_6a, rows.bram, rows.noor


def test_judging_thirty_persons_is_measured_as_a_part_of_the_whole_check(monkeypatch):
    """One short run: the row names its goal and a share between nothing and everything."""
    monkeypatch.setattr(draft, "RUNS", 1)

    share = draft.share_of_judging()

    assert 0 < share < 1


@pytest.mark.django_db
def test_a_hand_in_is_measured_from_the_first_byte_to_the_verdict(school: School, bram: Person, noor: Person):
    """The words are judged before the photo is there; that it is there shows in the second verdict."""
    told = hand_in([PORTRAITS[0]], school, bram)

    assert 0 < told["first"] < told["whole"]
    assert [len(seen) for seen in told["faces"]] == [1]
    assert told["verdicts"] == ["mag", "mag_mits"]
    assert len(text_of(school)) == SIGNS


def test_the_row_says_what_part_of_the_time_of_deface_it_took(monkeypatch, tmp_path: Path):
    scene = photo(PORTRAITS[0])
    face = Face(*map(round, scene.faces[0]), score=0.9)
    files = [Filed(tmp_path / f"{number}.jpg", Scene("x", scene.image, scene.faces, scene.maybe)) for number in (1, 2)]
    seconds = iter((2.0, 9.0, 4.0))
    _fake(monkeypatch, lambda: HandedIn(0.5, next(seconds), 300, ("mag", "eerst_weten"), ((face,), (face,))))
    monkeypatch.setattr(draft.runs, "look_of_deface", lambda paths: {paths[0]: [face], paths[1]: []})

    speed, recall, first, memory = draft.handed_in_rows(files)

    assert "| 1/10.0 | 4.0 against 40.0 s" in speed
    assert "| 1.000 | deface 0.500" in recall
    assert "| after 12% | 0.50 s" in first
    assert "| 210 |" in memory


def _fake(monkeypatch, ours: Callable[[], HandedIn]) -> None:
    monkeypatch.setattr(draft, "in_a_process", lambda paths: ours())
    monkeypatch.setattr(draft.runs, "blur", lambda paths: Cost(40.0, 500))
    monkeypatch.setattr(draft.runs, "check", lambda paths: Cost(3.0, 210))


def test_without_deface_the_bench_says_what_to_do(monkeypatch, tmp_path: Path):
    monkeypatch.setattr("bench.images_runs.PEERS", tmp_path)

    with pytest.raises(SystemExit, match=r"scripts/bench_peers\.sh"):
        draft.rows()


@pytest.mark.parametrize("state", ["gegeven", "geweigerd"])
def test_a_draft_with_thirty_persons_is_judged_a_bounded_number_of_times(monkeypatch, state):
    """Routes, question and horizon judge again; how often does not grow with the number of people."""
    counted: list[int] = []

    def counting(*args, **kwargs):
        counted.append(1)
        return judge.outcome_of(*args, **kwargs)

    for module in (answering, horizon, layers, questions, routes):
        monkeypatch.setattr(module, "outcome_of", counting)
    book = Library().book("osvs")
    people = [
        {"naam": f"leerling {number}", "rol": "leerling", "leeftijd": 9, "herkenbaar": True, "toestemming": state}
        for number in range(30)
    ]
    act = {"wie": "leerkracht", "handeling": "plaatsen", "medium": "instagram", "moment": "2026-11-20T14:00"}

    answer(book, read_act({**act, "platformafspraken": "gemaakt", "in_beeld": people}, book.catalogue))

    assert 0 < len(counted) <= MOST_JUDGEMENTS
