"""Faces in photos: `magdit look` and `magdit hide` beside `deface`, on the same files, whole processes, in turns.

deface runs as it comes and at several `--scale`; its best is the quickest that finds no fewer faces than ours. Recall
and precision are of a regression set: a handful of people in many sizes, boxes drawn by eye. Leaves out how well a
hidden face is hidden (tests/check/images/test_hide.py) and everything about films (bench/video.py).
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import images_runs as runs
from bench.images_made import Filed, at_most_two_megapixels, held_eight_ways, phone_photos
from bench.images_refused import cost_of_refusing
from magdit.check.images.faces import Face
from tests.check.images.sets.marks import Marks, marks

SCALES = (runs.OWN, "1280x960", "960x720", "640x480")
ROUNDS = 3
RECALL, PRECISION = 0.99, 0.97
FASTER, FASTER_THAN_BEST, FASTER_ON_PHONES, MEBIBYTES, REFUSING = 3, 2, 10, 572, 0.1


@dataclass(frozen=True)
class Raced:
    """Seconds and memory per contestant, the median of the rounds."""

    costs: Mapping[str, runs.Cost]

    def times_as_fast(self, than: str) -> float:
        """How many times as fast ours is."""
        return self.costs[than].seconds / self.costs["ours"].seconds


def rows() -> list[str]:
    """The rows on photos of the table of goals."""
    try:
        runs.peers()
    except runs.PeerMissing as error:
        sys.exit(f"magdit: {error}")
    with tempfile.TemporaryDirectory() as folder:
        small, phone, held = (_folder(folder, name) for name in ("klein", "telefoon", "gedraaid"))
        return [
            *_small_rows(at_most_two_megapixels(small)),
            *_phone_rows(phone_photos(phone)),
            _turned_row(held_eight_ways(held)),
            _refused_row(cost_of_refusing(_folder(folder, "geweigerd"))),
        ]


def found_and_false(files: Sequence[Filed], seen: Mapping[Path, Sequence[Face]]) -> Marks:
    """The marks for all files together."""
    return sum((marks(seen[one.path], one.scene) for one in files), Marks())


def race(contestants: Mapping[str, Callable[[], runs.Cost]], *, rounds: int = ROUNDS) -> Raced:
    """Run them in turns, so that a busy moment of the machine troubles all alike."""
    costs: dict[str, list[runs.Cost]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, run in contestants.items():
            costs[name].append(run())
    return Raced(
        {
            name: runs.Cost(statistics.median(c.seconds for c in made), max(c.mebibytes for c in made))
            for name, made in costs.items()
        }
    )


def best_scale(found: Mapping[str, Marks], raced: Raced) -> str:
    """The quickest scale at which deface finds no fewer faces than ours; its own size when there is none."""
    as_good = [scale for scale in SCALES if found[scale].recall >= found["ours"].recall]
    return min(as_good or [runs.OWN], key=lambda scale: raced.costs[scale].seconds)


def _small_rows(files: Sequence[Filed]) -> list[str]:
    paths = [one.path for one in files]
    found = {scale: found_and_false(files, runs.look_of_deface(paths, scale)) for scale in SCALES}
    found["ours"] = found_and_false(files, runs.look(paths))
    raced = race({"ours": lambda: runs.hide(paths)} | {scale: _blurring(paths, scale) for scale in SCALES})
    best = best_scale(found, raced)
    seen = "; ".join(f"deface {scale} {found[scale].recall:.3f} / {found[scale].precision:.3f}" for scale in SCALES)
    times = "; ".join(f"{name} {cost.seconds:.2f} s" for name, cost in raced.costs.items())
    ours = found["ours"]
    return [
        f"| images | faces of the regression set: recall / precision | {RECALL} / {PRECISION} |"
        f" {ours.recall:.3f} / {ours.precision:.3f} | {seen} |",
        f"| images | {len(paths)} photos of at most 2 megapixels: times as fast as deface | at least {FASTER} |"
        f" {raced.times_as_fast(runs.OWN):.1f} | {times} |",
        f"| images | the same, against its best `--scale` ({best}) | at least {FASTER_THAN_BEST} |"
        f" {raced.times_as_fast(best):.1f} | quickest that finds no fewer faces than ours |",
    ]


def _blurring(paths: Sequence[Path], scale: str) -> Callable[[], runs.Cost]:
    return lambda: runs.blur(paths, scale)


def _phone_rows(files: Sequence[Filed]) -> list[str]:
    paths = [one.path for one in files]
    raced = race({"ours": lambda: runs.hide(paths), runs.OWN: lambda: runs.blur(paths)}, rounds=1)
    ours = found_and_false(files, runs.look(paths))
    costs = raced.costs
    return [
        f"| images | phone photos of 12 to 36 megapixels: times as fast as deface | at least {FASTER_ON_PHONES} |"
        f" {raced.times_as_fast(runs.OWN):.1f} | {costs['ours'].seconds:.1f} against {costs[runs.OWN].seconds:.1f} s;"
        f" found {ours.recall:.3f}, precision {ours.precision:.3f} |",
        f"| images | memory at most on them, MiB | {MEBIBYTES} | {costs['ours'].mebibytes:.0f} |"
        f" deface {costs[runs.OWN].mebibytes:.0f} |",
    ]


def _turned_row(files: Sequence[Filed]) -> str:
    paths = [one.path for one in files]
    ours, theirs = (found(paths) for found in (runs.look, runs.look_of_deface))
    counts, counts_of_deface = ([len(seen[path]) for path in paths] for seen in (ours, theirs))
    recall, of_deface = (found_and_false(files, seen).recall for seen in (ours, theirs))
    return (
        f"| images | eight ways to hold the phone: recall, boxes fewest to most | the same in all | {recall:.3f},"
        f" {min(counts)} to {max(counts)} | deface {of_deface:.3f},"
        f" {min(counts_of_deface)} to {max(counts_of_deface)} |"
    )


def _refused_row(share: float) -> str:
    what = "refusing the dearest hostile file, as a part of taking in 12 megapixels"
    return f"| images | {what} | at most {REFUSING} | {share:.2f} | |"


def _folder(parent: str, name: str) -> Path:
    folder = Path(parent) / name
    folder.mkdir()
    return folder
