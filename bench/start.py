"""How long `magdit mag` takes to show its first question, beside a bare interpreter that imports argparse and json.

Whole processes, in turn, many times; the median of each. The first question is there when its prompt is: what the
program loads behind it, while the user reads, does not count; the third row is what that costs.
"""

from __future__ import annotations

import os
import pty
import statistics
import subprocess
import sys
import time

RUNS = 31
GOAL = 5.0
BARE = (sys.executable, "-c", "import argparse, json; print('> ', end='', flush=True)")
MAG = (sys.executable, "-m", "magdit.cli.main", "mag")
TOLD = (*MAG, "--protocol", "osvs", "--als", "docent", "--doe", "plaatsen")
PROMPT = b"> "


def rows() -> list[str]:
    """Rows without the protocol, with it, and with so much told that the first question needs the norms."""
    return [
        row("`magdit mag` to its first question", MAG),
        row("`magdit mag --protocol osvs` to its first question", (*MAG, "--protocol", "osvs")),
        row("the same with role and action given: to the first question that needs the norms", TOLD, goal="shown"),
    ]


def row(
    what: str, command: tuple[str, ...], *, goal: str = f"at most {GOAL:.0f} × a bare interpreter", runs: int = RUNS
) -> str:
    """The ratio of one command to the bare interpreter, measured in turn."""
    bare, ours = beside_each_other(command, runs=runs)
    return (
        f"| start | {what} | {goal} | {ours / bare:.1f} × |"
        f" {ours * 1000:.0f} ms and {bare * 1000:.0f} ms, median of {runs} |"
    )


def beside_each_other(command: tuple[str, ...], *, runs: int = RUNS) -> tuple[float, float]:
    """The median seconds of the bare interpreter and of this command."""
    seconds_to_prompt(command)
    pairs = [(seconds_to_prompt(BARE), seconds_to_prompt(command)) for _ in range(runs)]
    bare, ours = zip(*pairs, strict=True)
    return statistics.median(bare), statistics.median(ours)


def seconds_to_prompt(command: tuple[str, ...]) -> float:
    """From starting the process until its prompt is on the screen; it is ended then."""
    above, below = pty.openpty()
    start = time.perf_counter()
    with subprocess.Popen(command, stdin=below, stdout=below, stderr=below) as process:
        os.close(below)
        seen = b""
        while not seen.endswith(PROMPT):
            seen += os.read(above, 4096)
        passed = time.perf_counter() - start
        process.kill()
    os.close(above)
    return passed
