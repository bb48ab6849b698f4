"""Starts ours and the peers as processes over the same posts, and brings back what they found, how long and how large.

Seconds are of the processor. Memory is the highest of a whole process, as the system reports it for an ended child.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.text_map import marks_of
from bench.text_score import Mark, Post

ROOT = Path(__file__).parents[1]
PEERS = ROOT / ".local" / "peers" / "bench" / "bin" / "python"
MIB = 1024  # ru_maxrss counts in KiB on Linux


class PeerMissing(Exception):
    """A tool to compare with is not there; the bench has no use without it."""


@dataclass(frozen=True)
class Run:
    """What a tool made of some posts."""

    marked: tuple[tuple[Post, list[Mark]], ...]
    seconds: float
    ready: float


@dataclass(frozen=True)
class Process:
    """What a whole process cost, from its start to its end."""

    seconds: float
    mebibytes: float


def command_of(tool: str, names: Path | None = None, *, repeat: int = 1) -> list[str]:
    """How a tool is started: ours by this Python, a peer by its own."""
    if tool == "ours":
        start = [sys.executable, "-m", "bench.text_ours"]
    elif PEERS.is_file():
        start = [str(PEERS), "-m", "bench.text_peers", tool]
    else:
        raise PeerMissing(f"{tool} is niet geinstalleerd. Draai eerst: scripts/bench_peers.sh")
    return [*start, *(("--names", str(names)) if names else ()), "--repeat", str(repeat)]


def run(tool: str, posts: Sequence[Post], names: Path | None = None, *, repeat: int = 1) -> Run:
    """Let a tool read the posts."""
    asked = "".join(json.dumps({"id": post.id, "text": post.text}) + "\n" for post in posts)
    command = command_of(tool, names, repeat=repeat)
    done = subprocess.run(command, input=asked, capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode != 0:
        raise PeerMissing(f"{tool} stopte met {done.returncode}: {done.stderr[-400:]}")
    return _read(tool, posts, done.stdout.splitlines())


def _read(tool: str, posts: Sequence[Post], lines: Sequence[str]) -> Run:
    *answers, end = map(json.loads, lines)
    if [answer["id"] for answer in answers] != [post.id for post in posts]:
        raise PeerMissing(f"{tool} gaf niet bij elk bericht antwoord")
    marked = tuple((post, marks_of(tool, answer["spans"])) for post, answer in zip(posts, answers, strict=True))
    return Run(marked=marked, seconds=sum(answer["seconds"] for answer in answers), ready=end["ready"])


def together(runs: Iterable[Run]) -> Run:
    """Several runs of one tool, each over other posts, as one."""
    all_runs = list(runs)
    return Run(
        marked=tuple(pair for one in all_runs for pair in one.marked),
        seconds=sum(one.seconds for one in all_runs),
        ready=max(one.ready for one in all_runs),
    )


def process(command: Sequence[str], given: str = "") -> Process:
    """Start a command, let it end, and read what it cost; it may end with any code below 2 (1: something found)."""
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as sink:
        source.write(given.encode())
        source.seek(0)
        child = subprocess.Popen(command, stdin=source, stdout=sink, stderr=sink, cwd=ROOT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise PeerMissing(f"{command[0]} stopte met {child.returncode}")
    return Process(seconds=usage.ru_utime + usage.ru_stime, mebibytes=usage.ru_maxrss / MIB)
