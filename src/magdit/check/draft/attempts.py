"""Trying to look, within a time. What fails or takes too long counts as not looked at, never as clean."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
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
    (outcome,) = attempt_each([(what, call)], where=where, longest=longest)
    return outcome


def attempt_each(
    looks: Iterable[tuple[str, Callable[[], T]]], *, where: str, longest: float = LONGEST
) -> list[T | NotLooked]:
    """The same of several looks, each with a name and a time of its own: one that hangs holds up none of the others.

    They share a thread until one hangs: starting one takes longer than most looks at a text.
    """
    todo, answers = list(looks), list[T | NotLooked]()
    while len(answers) < len(todo):
        answers += _until_one_hangs(todo[len(answers) :], where, longest)
    return answers


def _until_one_hangs(
    looks: Sequence[tuple[str, Callable[[], T]]], where: str, longest: float
) -> Iterable[T | NotLooked]:
    told: SimpleQueue[T | NotLooked] = SimpleQueue()
    given_up = threading.Event()

    def run() -> None:
        outcome: T | NotLooked | None
        for what, call in looks:
            if given_up.is_set():
                return
            try:
                outcome = call()
            except TimeoutError:
                outcome = NotLooked(what, where, "timeout")
            except BaseException as error:
                outcome = NotLooked(what, where, error.code if isinstance(error, Refused) else "failed")
            told.put(NotLooked(what, where, "failed") if outcome is None else outcome)

    # A daemon, so that a look that hangs cannot keep the program from ending.
    threading.Thread(target=run, daemon=True).start()
    for what, _ in looks:
        try:
            yield told.get(timeout=longest)
        except Empty:
            given_up.set()
            yield NotLooked(what, where, "timeout")
            return


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
