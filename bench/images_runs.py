"""Starts `magdit` and `deface` as whole processes over the same photo files, and brings back what it cost.

Seconds are of the clock, for both use all processors; memory is the highest of the process, as the system reports it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from magdit.check.images.faces import Face

PEERS = Path(__file__).parents[1] / ".local" / "peers" / "bench" / "bin"
OWN = "own"  # deface looks at a photo in its own size unless told otherwise
MIB = 1024  # ru_maxrss counts in KiB on Linux


class PeerMissing(Exception):
    """deface is not there; the bench has no use without it."""


@dataclass(frozen=True)
class Cost:
    """Of one whole process."""

    seconds: float
    mebibytes: float


def peers() -> Path:
    """The folder with deface; scripts/bench_peers.sh makes it."""
    if not (PEERS / "deface").is_file():
        raise PeerMissing("deface is niet geinstalleerd. Draai eerst: scripts/bench_peers.sh")
    return PEERS


def hide(paths: Sequence[Path]) -> Cost:
    """Hide every face with ours, from files to files."""
    with tempfile.TemporaryDirectory() as folder:
        command = [*magdit(), "hide", *map(str, paths), "--alles", "--uit", folder]
        cost = _timed(command)
        written = len(list(Path(folder).iterdir()))
    if written != len(paths):
        raise RuntimeError(f"{written} of {len(paths)} written")
    return cost


def check(paths: Sequence[Path]) -> Cost:
    """Check a post with these photos, from its start to its answer."""
    words = ["--tekst", "Een mooie dag in het bos.", "--protocol", "osvs", "--als", "leerkracht", "--medium", "website"]
    return _timed([*magdit(), "check", *map(str, paths), *words, "--namens-school"], ends=(0, 1))


def blur(paths: Sequence[Path], scale: str = OWN) -> Cost:
    """Blur every face with deface, which writes beside the photo."""
    with tempfile.TemporaryDirectory() as folder:
        copies = [shutil.copy(path, folder) for path in paths]
        wish = [] if scale == OWN else ["--scale", scale]
        cost = _timed([str(peers() / "deface"), *wish, *map(str, copies)])
        written = len(list(Path(folder).iterdir())) - len(paths)
    if written != len(paths):
        raise RuntimeError(f"{written} of {len(paths)} written")
    return cost


def look(paths: Sequence[Path]) -> dict[Path, list[Face]]:
    """Where ours sees faces, through the door."""
    command = [*magdit(), "look", *map(str, paths), "--json"]
    lines = [json.loads(line) for line in _answer(command) if line.startswith("{")]
    return {Path(line["file"]): [Face(**face) for face in line["faces"]] for line in lines}


def look_of_deface(paths: Sequence[Path], scale: str = OWN) -> dict[Path, list[Face]]:
    """Where deface sees faces; it has no door for that, so its own parts are asked."""
    command = [str(peers() / "python"), str(Path(__file__).with_name("images_peers.py")), scale, *map(str, paths)]
    lines = [json.loads(line) for line in _answer(command) if line.startswith("{")]
    return {Path(line["file"]): [_face(*box) for box in line["faces"]] for line in lines}


def magdit() -> list[str]:
    """How ours is started."""
    return [str(Path(sys.executable).with_name("magdit"))]


def _face(left: float, top: float, right: float, bottom: float, score: float) -> Face:
    return Face(x=round(left), y=round(top), w=round(right - left), h=round(bottom - top), score=score)


def _answer(command: Sequence[str]) -> list[str]:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode > 1:  # 1 says that something was found
        raise RuntimeError(done.stderr)
    return done.stdout.splitlines()


def _timed(command: Sequence[str], *, ends: Sequence[int] = (0,)) -> Cost:
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in ends:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return Cost(time.perf_counter() - begin, usage.ru_maxrss / MIB)
