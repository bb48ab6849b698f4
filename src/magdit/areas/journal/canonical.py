"""What the mark of a line is taken over: every field, written in one way only. Knows no database."""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

FIRST = "0" * 64
START = datetime(1970, 1, 1, tzinfo=UTC)
TAG = "magdit-journaal-1"


class Line(NamedTuple):
    """The fields of an entry as they were read; what stands there may be damaged, so nothing is taken on trust."""

    board: Any
    number: Any
    at: Any
    actor_kind: Any
    actor: Any
    verb: Any
    object_kind: Any
    object: Any
    details: Any
    sealed: Any
    key_id: Any
    before: Any
    mark: Any


FIELDS = Line._fields
TEXTS = ("actor_kind", "actor", "verb", "object_kind", "object", "details", "before", "mark")


def is_legible(line: Line) -> bool:
    """Whether every field holds what it should; SQLite keeps anything anywhere."""
    return (
        isinstance(line.board, UUID)
        and isinstance(line.number, int)
        and isinstance(line.at, datetime)
        and all(isinstance(getattr(line, name), str) for name in TEXTS)
        and isinstance(line.sealed, (bytes, memoryview, type(None)))
        and isinstance(line.key_id, (int, type(None)))
    )


def canonical(line: Line) -> bytes:
    """The line as bytes. A list in JSON: no two different lines are ever written the same."""
    sealed = None if line.sealed is None else bytes(line.sealed).hex()
    fields = [
        TAG, str(line.board), line.number, (line.at - START) // timedelta(microseconds=1),
        line.actor_kind, line.actor, line.verb, line.object_kind, line.object, line.details,
        sealed, line.key_id, line.before,
    ]  # fmt: skip
    return json.dumps(fields, separators=(",", ":")).encode("ascii")


def mark_of(line: Line, key: bytes) -> str:
    """The mark of a line: only who holds the key of the chain can make one."""
    return hmac.digest(key, canonical(line), "sha256").hex()


def as_details(told: Iterable[tuple[str, Any]]) -> str:
    """Details as they are kept: sorted, without spaces to differ in."""
    return json.dumps(dict(told), sort_keys=True, separators=(",", ":"))
