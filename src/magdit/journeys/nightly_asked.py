"""What time does to questions that wait: a reminder, then who stands in, then one level up."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import WAITING, Waiting
from magdit.areas.drafts.passing import pass_when_due
from magdit.areas.drafts.rules import OPEN
from magdit.areas.drafts.waiting import still_open
from magdit.areas.journal.doing import Doing
from magdit.journeys.nightly import doings
from magdit.journeys.told_by_mail import mail_asked


def remind_and_pass_on(at: datetime) -> int:
    """Every question of every board that waits; each in a transaction of its own. How many were told or passed on."""
    return sum(_of_board(doing, kind) for doing in doings(at) for kind in WAITING.values())


def _of_board(doing: Doing, kind: type[Waiting]) -> int:
    drafts = Draft.objects.filter(board=doing.board, state__in=OPEN)
    rows = still_open(kind._default_manager.filter(draft__in=drafts))
    return sum(_one(doing, kind, row) for row in rows.values_list("pk", flat=True))


@transaction.atomic
def _one(doing: Doing, kind: type[Waiting], row_id: UUID) -> bool:
    row = still_open(kind._default_manager.select_for_update(of=("self",)).filter(pk=row_id)).first()
    if row is None:
        return False
    draft = Draft.objects.select_related("school").get(pk=row.draft_id)
    done = pass_when_due(doing, row, draft)
    if done:
        mail_asked(row, kind="vraag" if done == "doorgegeven" else "vraag_herinnering")
    return bool(done)
