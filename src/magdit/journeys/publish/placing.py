"""The queue of what is to be placed: the rows themselves. Judged again before every try, and never placed twice.

Who works on one says so in its row first (`claim`); the connector is called outside any transaction, with a key that
stays the same. Killed at any moment: the row still says that it waits, and a later try with the same key goes on.
"""

from __future__ import annotations

import logging
from uuid import UUID

from django.db import transaction

from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.publications import claim, gone, leaving, locked, save, wait_again
from magdit.areas.drafts.publications_queries import is_to_go, to_place
from magdit.areas.drafts.rules_out import FAILED, PLACED, WAITING, is_tried_long_enough
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.registers.channels_secret import way_to
from magdit.connectors.connector import Placed, Trouble
from magdit.journeys.publish.allowed import judged_still
from magdit.journeys.publish.posting import connector_of, post_of
from magdit.journeys.publish.telling import tell_author
from magdit.wording.troubles import SENTENCES

NEVER = "nooit geplaatst"
NO_LONGER = "mag_niet_meer"
LOG = logging.getLogger("magdit.publish")


def place_waiting(doing: Doing) -> int:
    """Try everything of this board whose turn it is; how many were placed."""
    return sum(place(doing, row.pk) for row in to_place(doing.board, doing.at))


def place(doing: Doing, publication: UUID) -> bool:
    """Try to place this one, when it is still allowed and nobody else is at work on it."""
    row = _begun(doing, publication)
    if row is None:
        return False
    try:
        placed = _placed(row)
    except Trouble as trouble:
        _failed(doing, publication, trouble)
        return False
    except Refused as refused:  # its files or what it signs in with cannot be read
        _failed(doing, publication, Trouble(refused.code, again=False))
        return False
    except Exception as error:  # a connector of others may do anything; the words of an error may hold names
        LOG.error("a connector failed: %s", type(error).__name__)
        _failed(doing, publication, Trouble("connector_failed", again=True))
        return False
    keep_placed(doing, publication, url=placed.url, remote=dict(placed.remote))
    return True


@transaction.atomic
def keep_placed(doing: Doing, publication: UUID, *, url: str, remote: dict[str, object]) -> Publication:
    """It stands there: keep where. Someone may have said no meanwhile; the task for that is there already."""
    row = locked(doing, publication)
    if row.state == WAITING:
        save(
            doing, row, "geplaatst", state=PLACED, url=url, remote=remote, published_at=doing.at, next_try=None,
            trouble="", tries=row.tries or 1,
        )  # fmt: skip
    return row


@transaction.atomic
def _begun(doing: Doing, publication: UUID) -> Publication | None:
    """Claimed and allowed; otherwise what is no longer allowed is over, or goes to who takes it down."""
    row = locked(doing, publication)
    if row.state != WAITING or row.next_try is None or row.next_try > doing.at:
        return None
    if not is_allowed_still(doing, row):
        stop(doing, row)
        return None
    return row if claim(doing, row, state=WAITING, then=WAITING) else None


def is_allowed_still(doing: Doing, row: Publication) -> bool:
    """Whether it may go out at this moment. What cannot be judged may not."""
    if is_to_go(row):
        return False
    try:
        judged_still(doing, row)
    except Refused:
        return False
    return True


def stop(doing: Doing, row: Publication) -> None:
    """No longer allowed before it was placed. What an earlier try may have left behind is looked for and removed."""
    if row.tries:
        leaving(doing, row, because=NO_LONGER)
        return
    gone(doing, row, proof=NEVER, because=NO_LONGER, back_until=None)
    transaction.on_commit(lambda: tell_author(row.author, "niet_geplaatst"))


def _placed(row: Publication) -> Placed:
    if row.account is None:
        raise Trouble("connector_missing", again=False)
    return connector_of(row).place(way_to(row.account), post_of(row))


@transaction.atomic
def _failed(doing: Doing, publication: UUID, trouble: Trouble) -> None:
    row = locked(doing, publication)
    if row.state != WAITING:
        return
    code = known(trouble)
    if trouble.again and not is_tried_long_enough(row.tries):
        wait_again(doing, row, trouble=code)
        return
    save(doing, row, "mislukt", details={"code": code}, state=FAILED, trouble=code, next_try=None)
    transaction.on_commit(lambda: tell_author(row.author, "mislukt"))


def known(trouble: Trouble) -> str:
    """The code of a trouble, when there is a sentence for it; others may make up what they like."""
    return trouble.code if trouble.code in SENTENCES else "unknown"
