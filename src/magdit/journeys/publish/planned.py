"""Posts that wait for their moment. When it comes each is judged again, and sent as if it were sent then."""

from __future__ import annotations

import logging

from django.db import transaction

from magdit.areas.drafts.actions import go_to
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.publications_queries import planned_drafts
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.check.draft.look import Eyes
from magdit.journeys.publish.sending import send
from magdit.journeys.publish.telling import tell_author

LOG = logging.getLogger("magdit.publish")


def send_planned(doing: Doing, *, eyes: Eyes | None = None) -> int:
    """Send every draft of this board of which the moment has come; how many were sent."""
    return sum(_sent(doing, row, eyes) for row in planned_drafts(doing.board, doing.at))


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
