"""One request at a time: the server of a browser test has the test's own connection with SQLite in memory.

On that one connection two requests would lie within one transaction, and what one of them undoes the other loses. A
school's server has a connection for each (tests/server).
"""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock

from django.http import HttpRequest, HttpResponseBase

TURN = RLock()


def in_turn(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Whoever asks waits until the one before was answered."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        with TURN:
            return answer(request)

    return answered
