"""Posts that wait for their moment. When it comes each is judged again, and sent as if it were sent then."""

from __future__ import annotations

import logging

from django.db import transaction

from magdit.areas.drafts.actions import go_to
from magdit.areas.drafts.approvals import GOOD
from magdit.areas.drafts.asking_rules import whole_ladder
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.orphaned import PLANNED, author_left, left_alone, say_held
from magdit.areas.drafts.publications_queries import planned_drafts
from magdit.areas.drafts.turns import POST, give_turn
from magdit.areas.drafts.waiting import OWNER
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.registers.school_days import school_days
from magdit.check.draft.look import Eyes
from magdit.journeys.publish.sending import send, takes_long
from magdit.journeys.publish.telling import tell_author
from magdit.journeys.told_by_mail import mail_turn

LOG = logging.getLogger("magdit.publish")


def send_planned(doing: Doing, *, long: bool | None = None, eyes: Eyes | None = None) -> int:
    """Send every draft of this board of which the moment has come; how many were sent.

    `long`: those alone of which the copies take long to make, or only the others.
    """
    due = due_now(doing, long=long)
    return sum(not _held(doing, row) and _sent(doing, row, eyes) for row in due)


def due_now(doing: Doing, *, long: bool | None) -> list[Draft]:
    """The drafts of which the moment has come, as `send_planned` takes them."""
    due = left_alone(planned_drafts(doing.board, doing.at), doing.board)
    return [row for row in due if long is None or takes_long(row) is long]


@transaction.atomic
def _held(doing: Doing, row: Draft) -> bool:
    """Keep a post whose author left from going out, and tell who has the account, approved it, or leads the school."""
    if not author_left(doing, row):
        return False
    found = Draft.objects.select_for_update(of=("self",)).filter(pk=row.pk, state=PLANNED).first()
    if found is None or found.version != row.version:
        return True  # somebody is at it this moment
    approval = row.approvals.filter(outcome=GOOD).order_by("answered_at").last()
    owner = row.account.owner if row.account else None
    owner = owner or (approval.answered_by if approval else None)
    ladder = whole_ladder([(OWNER, "")])
    until = school_days(row.school).after(doing.at, 1)
    turn = give_turn(
        doing, row.school, kind=POST, subject=row.pk, ladder=ladder, due=until, owner=owner, author=row.author_id
    )
    say_held(doing, row)
    mail_turn(turn)
    return True


def _sent(doing: Doing, row: Draft, eyes: Eyes | None) -> bool:
    try:
        send(doing, row, version=row.version, eyes=eyes)
    except Refused as refused:
        _back(doing, row, refused.code)
        return False
    except Exception as error:  # a file that cannot be made, rules that do not fit: it keeps no other waiting
        LOG.error("a planned post was not sent: %s", type(error).__name__)
        _back(doing, row, "unknown")
        return False
    return True


@transaction.atomic
def _back(doing: Doing, row: Draft, code: str) -> None:
    """No longer allowed as it stands: it is the author's again, and they hear of it."""
    found = Draft.objects.select_for_update(of=("self",)).filter(pk=row.pk, state="ingepland").first()
    if found is None or found.version != row.version:
        return  # somebody changed it meanwhile: it waits for them
    go_to(doing, found, "concept", verb="niet verstuurd", details={"code": code})
    transaction.on_commit(lambda: tell_author(row.author, "niet_geplaatst"))
