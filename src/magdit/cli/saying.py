"""Answers as lines of JSON on stdout, and what went wrong on stderr: for commands that go through a row of things."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

from magdit.wording.file_errors import plain_name


def say(told: Mapping[str, Any]) -> None:
    """One line of JSON, at once: who reads along sees how far it is."""
    # A file name may hold a sign that is none; stdout writes it with a backslash.
    print(json.dumps(told, ensure_ascii=False), flush=True)


def say_wrong(where: Mapping[str, Any], message: str, *, as_json: bool) -> None:
    """What went wrong with one of them: in its own place in the JSON, or as a sentence beside the answer."""
    if as_json:
        say({**where, "error": message})
    else:
        print(message, file=sys.stderr, flush=True)


def progress(name: str, at: int, of: int, *, quiet: bool) -> None:
    """How far it is, beside the answers, when there is more than one."""
    if of > 1 and not quiet:
        print(f"{at} van {of}: {plain_name(name)}", file=sys.stderr, flush=True)


def seconds_done(name: str, *, quiet: bool) -> Callable[[float, float], None]:
    """How far a film is, told each time that another tenth of it is done."""
    told = 0

    def tell(done: float, total: float) -> None:
        nonlocal told
        tenth = int(10 * done / total) if total > 0 else 10
        if tenth > told and not quiet:
            told = tenth
            print(f"{plain_name(name)}: {10 * tenth}%", file=sys.stderr, flush=True)

    return tell
