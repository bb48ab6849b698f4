"""Asking about a draft, and answering: the whole story behind each button. Whom to ask comes from the protocol."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from magdit.areas.drafts import approvals, doubts
from magdit.areas.drafts.actions import held
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Approval, Doubt, Waiting
from magdit.areas.drafts.passing import ask_further
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing
from magdit.areas.journal.refused import Refused
from magdit.check.draft.attempts import NotLooked
from magdit.check.draft.draft import Draft as Post
from magdit.check.draft.facts import PERSONAL
from magdit.check.draft.look import Eyes, look_at_words
from magdit.check.text.allow import AllowList
from magdit.journeys.hand_in.changed import snapshot
from magdit.journeys.hand_in.digest import digest_of
from magdit.journeys.hand_in.judging import judge_draft
from magdit.journeys.hand_in.leaves import mark_now
from magdit.journeys.hand_in.roster import kept_roster
from magdit.journeys.hand_in.whom import left_to_others, whom_to_approve, whom_to_ask
from magdit.journeys.told_by_mail import mail_answered, mail_asked

POINTS_AT_SOMEONE = PERSONAL | {"name", "url"}


@transaction.atomic
def ask_doubt(doing: Doing, draft_id: UUID, *, version: int, question: str, role: str = "") -> Doubt:
    """'Ik twijfel'. `role`: whom of those that the protocol names the author chose; otherwise the first."""
    row = held(doing, draft_id, version=version)
    judging = judge_draft(row, doing.at)
    ladder = whom_to_ask(judging)
    roles = [one for one, _ in ladder]
    if role and role not in roles:
        raise Refused("nobody_to_ask")
    doubt = doubts.ask(
        doing, draft_id, version=version, question=question, ladder=ladder, digest=digest_of(judging),
        about=left_to_others(judging), start=roles.index(role) if role else 0,
    )  # fmt: skip
    mail_asked(doubt)
    return doubt


@transaction.atomic
def answer_doubt(
    doing: Doing, doubt_id: UUID, *, outcome: str, words: str, facts: Mapping[str, bool] | None = None
) -> Doubt:
    """Answer about the draft as it is now; refused when it is no longer what was asked about."""
    doubt = doubts.answer(
        doing, doubt_id, outcome=outcome, words=words, digest=_mark_of(doing, Doubt, doubt_id), facts=facts
    )
    mail_answered(doubt)
    return doubt


@transaction.atomic
def put_further(doing: Doing, doubt_id: UUID) -> Waiting:
    """Put a doubt to the next whom the protocol names."""
    row = ask_further(doing, Doubt, doubt_id)
    mail_asked(row)
    return row


@transaction.atomic
def keep_precedent(doing: Doing, doubt_id: UUID, text: str) -> Doubt:
    """Keep an answer as an example. Refused while its words point at anyone: by name, number, address or otherwise."""
    doubt = doubts.keep_precedent(doing, doubt_id, text)
    if points_at_someone(doubt.draft, text, doing):
        raise Refused("still_names")
    return doubt


def points_at_someone(draft: Draft, text: str, doing: Doing) -> bool:
    """Whether a finder sees a name or something personal in these words, or could not look."""
    moment = doing.at.astimezone(SCHOOL_CLOCK).replace(tzinfo=None)
    post = Post(
        roles=(draft.role,), medium="website", moment=moment, text=text, allow=AllowList.written(draft.school.own_data),
        roster=kept_roster(draft.school, doing.today),
    )  # fmt: skip
    missed: list[NotLooked] = []
    seen = look_at_words(post, Eyes(), missed)
    return bool(missed) or any(found.type in POINTS_AT_SOMEONE for one in seen for found in one.findings)


@transaction.atomic
def request_approval(doing: Doing, draft_id: UUID, *, version: int) -> Approval:
    """Hand a draft in to who approves it at this school, or to who may give what is still asked."""
    row = held(doing, draft_id, version=version)
    judging = judge_draft(row, doing.at)
    approval = approvals.request(
        doing, draft_id, version=version, ladder=whom_to_approve(judging, judging.rules.role),
        digest=digest_of(judging), was=snapshot(judging), about=left_to_others(judging),
    )  # fmt: skip
    mail_asked(approval)
    return approval


@transaction.atomic
def decide_approval(doing: Doing, approval_id: UUID, *, outcome: str, note: str) -> Approval:
    """Approve what lies there now, or send it back."""
    digest = _mark_of(doing, Approval, approval_id)
    approval = approvals.decide(doing, approval_id, outcome=outcome, note=note, digest=digest)
    mail_answered(approval)
    return approval


def _mark_of(doing: Doing, kind: type[Doubt] | type[Approval], row_id: UUID) -> str:
    row = kind._default_manager.filter(pk=row_id, draft__board=doing.board).select_related("draft").first()
    if row is None:
        raise Refused("not_yours")
    return mark_now(row.draft)
