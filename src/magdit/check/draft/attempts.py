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
    """The outcome of a look, or that it failed or took longer than `longest` seconds."""
    outcome: list[T | BaseException] = []

    def run() -> None:
        try:
            outcome.append(call())
        except BaseException as error:
            outcome.append(error)

    # A daemon, so that a look that hangs cannot keep the program from ending.
    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join(longest)
    if not outcome:
        return NotLooked(what, where, "timeout")
    if isinstance(outcome[0], BaseException):
        return NotLooked(what, where, _code(outcome[0]))
    return outcome[0]


def _code(error: BaseException) -> str:
    return error.code if isinstance(error, Refused) else "failed"
