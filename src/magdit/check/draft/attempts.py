"""Trying to look, within a time. What fails or takes too long counts as not looked at, never as clean."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from magdit.check.images.refusal import Refused

T = TypeVar("T")
LONGEST = 120.0  # seconds for one look: a 50 megapixel photo on a slow machine takes a tenth of it


@dataclass(frozen=True, slots=True)
class NotLooked:
    """Something that should have been looked at and was not: what, where, and why in one code."""

    what: str
    where: str
    code: str


def attempt(call: Callable[[], T], *, what: str, where: str, longest: float = LONGEST) -> T | NotLooked:
    """The outcome of a look, or that it failed or took longer than `longest` seconds. No answer at all is a failure."""
    try:
        outcome = within(call, longest=longest)
    except TimeoutError:
        return NotLooked(what, where, "timeout")
    except BaseException as error:
        return NotLooked(what, where, error.code if isinstance(error, Refused) else "failed")
    return NotLooked(what, where, "failed") if outcome is None else outcome


def within(call: Callable[[], T], *, longest: float = LONGEST) -> T:
    """The outcome of a call; raises what it raised, or TimeoutError when it took longer than `longest` seconds."""
    outcome: list[T] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(call())
        except BaseException as error:
            raised.append(error)

    # A daemon, so that a look that hangs cannot keep the program from ending.
    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join(longest)
    if raised:
        raise raised[0]
    if not outcome:
        raise TimeoutError
    return outcome[0]
