"""Writing publications: made, claimed by who works on them, and brought to their next state. Judges nothing.

Who works on one claims it first: the row says until when, so two never work on the same, and when one dies another
goes on after that. Nothing here calls a connector.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from magdit.areas.drafts.models_out import Publication
from magdit.areas.drafts.publication_words import ref_out
from magdit.areas.drafts.publications_queries import open_tasks_of
from magdit.areas.drafts.rules_out import GONE, LEASE, LEAVING, next_try
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.registers.models import Appearance


def locked(doing: Doing, publication: UUID) -> Publication:
    """This publication of the board, locked until the end of the transaction."""
    rows = Publication.objects.select_for_update(of=("self",)).select_related("account", "school__board", "author")
    row = rows.filter(pk=publication, board=doing.board).first()
    if row is None:
        raise Refused("not_yours")
    return row


def claim(doing: Doing, row: Publication, *, state: str, then: str) -> bool:
    """Take this one to work on; False when somebody else did, or it is in another state by now."""
    mine = Publication.objects.filter(pk=row.pk, board=doing.board, state=state, next_try=row.next_try)
    kept = {"state": then, "next_try": doing.at + LEASE, "tries": F("tries") + 1}
    if not mine.update(**kept):
        return False
    row.refresh_from_db(fields=["state", "next_try", "tries"])
    return True


def save(doing: Doing, row: Publication, verb: str, *, details: Mapping[str, Any] | None = None, **fields: Any) -> None:
    """Save these fields of a locked publication, with its line in the journal."""
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=list(fields))
    record(doing, verb, ref_out(row.pk), details=details)


def wait_again(doing: Doing, row: Publication, *, trouble: str) -> None:
    """It did not work this time: later again. The journal hears of it once, not at every try."""
    is_new = row.trouble != trouble
    row.trouble, row.next_try = trouble, next_try(doing.at, row.tries)
    row.save(update_fields=["trouble", "next_try"])
    if is_new:
        record(doing, "hapert", ref_out(row.pk), details={"code": trouble, "staat": row.state})


@transaction.atomic
def gone(doing: Doing, row: Publication, *, proof: str, because: str, back_until: datetime | None) -> int:
    """It is gone, and this shows it: every task for it is done, nobody is shown in it. How many tasks that closed.

    For a publication that is locked, and an action that asked the rights.
    """
    closed = open_tasks_of(row.pk).update(done_at=doing.at, proof=proof)
    Appearance.objects.filter(publication=row.pk, down_at=None).update(down_at=doing.at)
    save(
        doing, row, "weggehaald", details={"taken": closed, "omdat": because},
        state=GONE, down_at=doing.at, down_because=because, next_try=None, trouble="", proof=proof,
        back_until=back_until, must_go_by=None,
    )  # fmt: skip
    return closed


def leaving(doing: Doing, row: Publication, *, because: str) -> None:
    """It must go, and its connector is asked to: in the state that says so."""
    save(
        doing, row, "wordt weggehaald", details={"omdat": because},
        state=LEAVING, next_try=doing.at, tries=0, trouble="", down_because=because,
    )  # fmt: skip
