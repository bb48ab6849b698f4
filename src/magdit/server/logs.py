"""What is written in the log: enough to find a fault, and never a child's name, a typed word or a whole address.

Exceptions carry what people typed ("Key (last)=(Jansen) already exists"), and so do addresses (?q=Jansen). Of an
exception only its kind and where it happened is told; of a request only which view it was for.
"""

from __future__ import annotations

import logging
import os
import traceback
from types import TracebackType
from typing import Any

SAYS_REQUESTS = ("django.request", "django.security")


class DiscreetFormatter(logging.Formatter):
    """A line per event; of an exception its kind and the lines of code it went through."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  (the name is logging's)
        """The line, with the view in place of the address."""
        if record.name.startswith(SAYS_REQUESTS):
            record.message = _told(record)
        elif record.name.startswith("gunicorn") and record.levelno >= logging.ERROR:
            record.message = str(record.msg).replace("%s", "…")  # gunicorn fills in the whole address
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802  (the name is logging's)
        """Kinds and places, from the outside in; no messages, since those hold values."""
        error: BaseException | None = ei[1]
        told: list[str] = []
        while error is not None and len(told) < 5:
            told.append(f"{type(error).__module__}.{type(error).__qualname__}\n{_places(error.__traceback__)}")
            error = error.__cause__ or error.__context__
        return "\n".join(told)


def _places(trace: TracebackType | None) -> str:
    return "\n".join(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace))


def _told(record: logging.LogRecord) -> str:
    """Which view answered what; the route has places for ids and no ids."""
    request = getattr(record, "request", None)
    match = getattr(request, "resolver_match", None)
    route = getattr(match, "route", None) or "(geen adres van ons)"
    return f"{getattr(request, 'method', '')} {route} {getattr(record, 'status_code', '')}".strip()


# Who looks for a fault on the command line may see everything (docs/beheer.md warns); `magdit serve` never does.
_FORMATTER: dict[str, Any] = {} if os.environ.get("MAGDIT_LOG") == "debug" else {"()": DiscreetFormatter}

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"chosen": _FORMATTER},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "chosen"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["out"], "level": "WARNING"},
    # Django's own would mail the whole request, form and all, to administrators.
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "psycopg.pool": {"level": "ERROR"},  # it tells each of many attempts
        "django.security.DisallowedHost": {
            "handlers": ["nowhere"],
            "propagate": False,
        },  # scanners, all day
    },
}
