"""Work that the answer must not wait for: else the time that it takes would tell whether we know a mailbox.

What is not finished when the server stops is finished first; what goes wrong is in the log, by kind and place only.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import OperationalError, connections

TRIES = 3  # a long list that is being taken over may hold the pen of SQLite for half a minute
_HANDS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="later")


def later(work: Callable[[], object]) -> None:
    """Do this beside the answer."""
    _HANDS.submit(_done, work)


def _done(work: Callable[[], object]) -> None:
    try:
        for left in reversed(range(TRIES)):
            try:
                work()
                return
            except OperationalError:
                if not left:
                    raise
    except Exception:
        logging.getLogger("magdit.signin").exception("a mail to come in was not made")
    finally:
        connections.close_all()
