"""Hiding every face in a film: `magdit hide --alles` beside `deface` as it comes, each from file to file.

The films are made here: a camera over photographs, so that the place of every face is known in every frame. Covered is
what the look would erase, held against that truth. Whether a face still shows is asked of one detector, surely (0.5),
of both results alike. deface looks at every frame in full size; it blurs, and leaves the sound out. Seconds are of the
clock, for a film keeps all processors busy.

Leaves out: films of real life, in which people turn, hide and walk; no freely licensed one has its faces written down.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from PIL import Image

from magdit.check.images.faces import Face, FaceFinder
from magdit.check.images.film.looking import look_at_film
from magdit.demo.photos_made import PHOTOS
from tests.check.images.film.filmed import Filmed, Shot, Still, film
from tests.check.images.film.measured import frames_hidden
from tests.check.images.test_faces import PEOPLE

DEFACE = Path(__file__).parents[1] / ".local" / "peers" / "bench" / "bin" / "deface"
COVERED, FASTER, MEMORY = 0.98, 1.0, 600
EVERY = 5  # of the frames, one is asked whether a face still shows
SURE = 0.5
MIB = 1024


@dataclass(frozen=True)
class Outcome:
    """What a whole process cost, and what it made."""

    seconds: float
    mebibytes: float
    shown: float


@dataclass(frozen=True)
class Compared:
    """One film, hidden by both."""

    name: str
    covered: float
    ours: Outcome
    deface: Outcome


def rows() -> list[str]:
    """The line on video of the table of goals."""
    if not DEFACE.is_file():
        sys.exit("magdit: deface is niet geinstalleerd. Draai eerst: scripts/bench_peers.sh")
    with tempfile.TemporaryDirectory() as folder:
        found = [_compared(name, made, Path(folder)) for name, made in films(Path(folder))]
    covered = statistics.mean(one.covered for one in found)
    faster = [one.deface.seconds / one.ours.seconds for one in found]
    times = "; ".join(f"{one.name} {one.ours.seconds:.1f} against {one.deface.seconds:.1f} s" for one in found)
    shown = [statistics.mean(getattr(one, tool).shown for one in found) for tool in ("ours", "deface")]
    most = [max(getattr(one, tool).mebibytes for one in found) for tool in ("ours", "deface")]
    each = ", ".join(f"{one.name} {one.covered:.1%}" for one in found)
    return [
        f"| video | frames in which every face is wholly covered | at least {COVERED:.0%} | {covered:.1%} | {each} |",
        f"| video | times as fast as deface, slowest and median film | at least {FASTER:g} |"
        f" {min(faster):.1f} and {statistics.median(faster):.1f} | {times} |",
        f"| video | frames that still show a face | – | {shown[0]:.1%} | deface {shown[1]:.1%} |",
        f"| video | memory at most, MiB | {MEMORY} | {most[0]:.0f} | deface {most[1]:.0f} |",
    ]


def films(folder: Path, *, seconds: float = 3) -> Iterator[tuple[str, Filmed]]:
    """Pans, zooms and cuts over three photographs, in the sizes that phones and websites use."""
    street = Still(_photo("crossing.jpg"), PEOPLE)
    one = Still(_photo("astronaut.png"), ((176, 52, 98, 128),))
    snow = Still(_photo("skier.jpg"), ((355, 66, 33, 33),))
    pan = Shot(street, seconds, (200, 160, 400), (520, 160, 380))
    near = Shot(one, seconds, (230, 150, 500), (222, 130, 260))
    hill = Shot(snow, seconds, (370, 120, 500), (390, 100, 250))
    far = Shot(street, seconds, (420, 150, 260), (400, 250, 800))
    yield "360p", film(folder / "klein.mp4", [pan, far], size=(640, 360), rate=25)
    yield "720p", film(folder / "knippen.mp4", [near, hill, pan], size=(1280, 720), rate=25)
    yield "1080p", film(folder / "groot.mp4", [pan, near], size=(1920, 1080), rate=30)


def _photo(name: str) -> Image.Image:
    with Image.open(PHOTOS / name) as opened:
        return opened.convert("RGB")


def _compared(name: str, made: Filmed, folder: Path) -> Compared:
    finder = FaceFinder.load()
    covered = frames_hidden(made.truth, look_at_film(made.path, finder))
    out = folder / "uit"
    ours = [str(Path(sys.executable).with_name("magdit")), "hide", str(made.path), "--alles", "--uit", str(out)]
    blurred = folder / f"deface-{made.path.name}"
    theirs = [str(DEFACE), "--output", str(blurred), str(made.path)]
    return Compared(
        name,
        covered,
        _outcome(ours, out / made.path.name, made, finder),
        _outcome(theirs, blurred, made, finder),
    )


def _outcome(command: Sequence[str], target: Path, made: Filmed, finder: FaceFinder) -> Outcome:
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    if status or not target.is_file():
        sys.exit(f"magdit: {command[0]} stopte met {os.waitstatus_to_exitcode(status)}")
    return Outcome(seconds, usage.ru_maxrss / MIB, _still_shown(target, made, finder))


def _still_shown(target: Path, made: Filmed, finder: FaceFinder) -> float:
    """The share of the frames asked in which the detector is sure of a face where one was."""
    told = []
    with av.open(str(target)) as container:
        for at, frame in enumerate(container.decode(video=0)):
            if at % EVERY == 0 and at < len(made.truth):
                faces = finder.find(np.asarray(frame.to_ndarray(format="rgb24"), dtype=np.uint8), SURE)
                told.append(any(_is_one_of(face, made.truth[at]) for face in faces))
    return float(np.mean(told))


def _is_one_of(face: Face, boxes: np.ndarray) -> bool:
    across, down = face.x + face.w / 2, face.y + face.h / 2
    return any(left <= across <= right and top <= down <= bottom for left, top, right, bottom in boxes)
