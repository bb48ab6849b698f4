"""A yes of another before a draft goes out. Of one version: what is changed afterwards is shown and asked anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from magdit.areas.drafts.actions import go_to, held
from magdit.areas.drafts.asked_words import said_in, seal, written
from magdit.areas.drafts.models_asked import Approval
from magdit.areas.drafts.passing import held_waiting, noted_away
from magdit.areas.drafts.waiting import Ladder, answer_by, next_asked, still_open
from magdit.areas.drafts.words import ref
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.rights import acting_person

GOOD, BACK = OUTCOMES = ("goed", "terug")
ASKED = "ter_goedkeuring"


@transaction.atomic
def request(
    doing: Doing, draft_id: UUID, *, version: int, ladder: Ladder, digest: str, was: Mapping[str, Any],
    about: list[list[str]],
) -> Approval:  # fmt: skip
    """Hand the draft in to the first on the ladder. `was`: what it looks like, so that a change can be shown later."""
    row = held(doing, draft_id, version=version)
    waits = still_open(row.approvals.all()).order_by("made_at").last()
    if waits is not None and waits.digest == digest and row.state == ASKED:
        return waits
    past = [row.edited_by_id] if row.edited_by_id else []
    found = next_asked(row.school, ladder, doing.today, author=row.author_id, past=past)
    if found is None:
        raise Refused("nobody_to_ask")
    still_open(row.approvals.all()).update(withdrawn_at=doing.at)
    approval = Approval(
        draft=row, digest=digest, asked=found.person, asked_role=found.role, rung=found.rung, about=about,
        ladder=[list(one) for one in ladder], via=noted_away(doing, found), made_at=doing.at,
        due=answer_by(row.school, doing.at),
    )  # fmt: skip
    approval.sealed = seal(doing, approval, row, {"was": dict(was)})
    approval.save(force_insert=True)
    details = {"rol": found.role, "aan": found.person.pk}
    if row.state == ASKED:
        record(doing, "goedkeuring gevraagd", ref(row.pk), details=details)
    else:
        go_to(doing, row, ASKED, verb="goedkeuring gevraagd", details=details)
    return approval


@transaction.atomic
def decide(doing: Doing, approval_id: UUID, *, outcome: str, note: str, digest: str) -> Approval:
    """Say yes to what lies there (its `digest`), or send it back with a note. Never by who made or changed it."""
    approval, row = held_waiting(doing, Approval, approval_id)
    if outcome not in OUTCOMES:
        raise Refused("no_such_answer")
    if approval.answered_at is not None:
        if approval.outcome == outcome and approval.answered_by_id == acting_person(doing):
            return approval
        raise Refused("answered_already")
    if digest != approval.digest or row.state != ASKED:
        raise Refused("draft_changed")
    if row.edited_by_id == acting_person(doing):
        raise Refused("own_change")
    note = written(note, needed=outcome == BACK)
    approval.outcome, approval.answered_at, approval.answered_by_id = outcome, doing.at, acting_person(doing)
    approval.sealed = seal(doing, approval, row, {**said_in(approval), "note": note})
    approval.save()
    state, verb = ("goedgekeurd", "goedgekeurd") if outcome == GOOD else ("concept", "teruggestuurd")
    go_to(doing, row, state, verb=verb, details={"rol": approval.asked_role})
    return approval
