"""Writing a line in the journal. Always inside the transaction of the change that the line tells of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.db import transaction

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Chain, Entry

FIRST = "0" * 64


@transaction.atomic
def record(
    doing: Doing,
    verb: str,
    about: Ref,
    *,
    details: Mapping[str, Any] | None = None,
    personal: Mapping[str, Any] | None = None,
    file: Ref | None = None,
) -> Entry:
    """Add a line. `details` holds no personal value; `personal` is enciphered under the key of `file` (or `about`)."""
    Chain.objects.get_or_create(board=doing.board, defaults={"mark": FIRST})
    chain = Chain.objects.select_for_update().get(board=doing.board)
    entry = Entry(
        board=doing.board, number=chain.number + 1, at=doing.at, actor_kind=doing.actor.kind, actor=doing.actor.id,
        verb=verb, object_kind=about.kind, object=about.id,
        details=json.dumps(dict(details or {}), sort_keys=True), before=chain.mark,
    )  # fmt: skip
    entry.mark = sha256(f"{entry.before}{entry.number}{entry.verb}".encode()).hexdigest()
    entry.save(force_insert=True)
    chain.number, chain.mark = entry.number, entry.mark
    chain.save()
    return entry
