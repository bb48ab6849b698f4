"""Reading the journal: about something, of someone, and what was sealed in a line. Who asks has been let in already."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from magdit.areas.journal import heads, sealing
from magdit.areas.journal.doing import Ref
from magdit.areas.journal.models import Chain, Entry


def lines_about(board: UUID, about: Ref) -> QuerySet[Entry]:
    """What happened to something, the first thing first."""
    return Entry.objects.filter(board=board, object_kind=about.kind, object=about.id)


def lines_of_person(board: UUID, person: Ref) -> QuerySet[Entry]:
    """Every line someone is in: what they did, what was done about them, and what lies under their key."""
    did = Q(actor_kind=person.kind, actor=person.id)
    about = Q(object_kind=person.kind, object=person.id)
    return Entry.objects.filter(did | about | Q(key__kind=person.kind, key__subject=person.id), board=board)


def page(
    *,
    board: UUID | None = None,
    of: str | None = None,
    verb: str | None = None,
    first: int | None = None,
    count: int = 20,
) -> list[Entry]:
    """Some lines, the oldest first: the last ones, or those from a number on. `of` is an id, as who or as what."""
    rows = Entry.objects.all()
    if board is not None:
        rows = rows.filter(board=board)
    if of is not None:
        rows = rows.filter(Q(actor=of) | Q(object=of))
    if verb is not None:
        rows = rows.filter(verb=verb)
    if first is not None:
        return list(rows.filter(number__gte=first).order_by("board", "number")[:count])
    return list(rows.order_by("-at", "-number")[:count])[::-1]


def personal_of(entry: Entry) -> dict[str, Any] | None:
    """The personal values of a line; None when it has none, or when their key was destroyed."""
    if entry.sealed is None or entry.key is None or entry.key.wrapped is None:
        return None
    key = sealing.unwrapped(entry.key, sealing.wrapping())
    opened = sealing.unseal(key, bytes(entry.sealed), sealing.label_of(entry.board, entry.number))
    told: dict[str, Any] = json.loads(opened)
    return told


def heads_now() -> list[tuple[UUID, int, str]]:
    """Where the journal of each board has got to: board, number of the last line, and its mark."""
    return list(Chain.objects.order_by("board").values_list("board", "number", "mark"))


def unwitnessed() -> int:
    """How many lines at the end stand in the database alone: a crash just before they were carried outside."""
    return sum(max(0, number - heads.length(board)) for board, number, _ in heads_now())
