"""Taking down an old post of the school's own WordPress through its connector: asked of the site, and then looked at.

Only what the check itself learned how the site calls it, on an account of this school at that very site. For good: what
was there before magdit is nowhere kept.
"""

from __future__ import annotations

import logging
from uuid import UUID

from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.rights import require
from magdit.areas.registers.actions import SHOWERS
from magdit.areas.registers.archive import told_of
from magdit.areas.registers.channels_secret import way_to
from magdit.areas.registers.models import ArchiveTask, ChannelAccount
from magdit.areas.registers.models_archive import OPEN
from magdit.connectors.connector import Trouble, connectors
from magdit.journeys.archive.tasks import account_for, finish
from magdit.journeys.publish.placing import known

LOG = logging.getLogger("magdit.publish")
CONNECTOR = "wordpress"


def way_down(row: ArchiveTask, place: str) -> ChannelAccount | None:
    """The account through which magdit can take this down; None when a person has to."""
    account = account_for(row.school, place) if row.remote else None
    return account if account is not None and account.connector == CONNECTOR else None


def take_down(doing: Doing, task_id: UUID) -> None:
    """Take it down and look whether it is gone; the task is done then. Refused, with what went wrong, when not."""
    row = ArchiveTask.objects.select_related("school").filter(pk=task_id, board=doing.board).first()
    if row is None:
        raise Refused("not_yours")
    require(doing, SHOWERS, school=row.school)
    if row.state != OPEN:
        raise Refused("done_already")
    place = str(told_of([row])[row.pk].get("place", ""))
    account = way_down(row, place)
    if account is None:
        raise Refused("no_way_down")
    _gone(row, account, place)
    moment = f"{doing.at.astimezone(SCHOOL_CLOCK):%d-%m-%Y %H:%M}"
    proof = f"magdit haalde het weg en keek na: niet meer te zien ({CONNECTOR}, {moment})"
    finish(doing, task_id, proof=proof)


def _gone(row: ArchiveTask, account: ChannelAccount, place: str) -> None:
    connector, remote = connectors()[CONNECTOR], {"key": row.pk.hex, **row.remote}
    try:
        way = way_to(account)
        connector.take_down(way, remote)
        if not connector.is_gone(way, remote, place):
            raise Trouble("still_there", again=True)
    except Trouble as trouble:
        raise Refused("not_taken_down", trouble=known(trouble)) from None
    except Refused:
        raise
    except Exception as error:  # the words of an error may hold names
        LOG.error("a connector failed: %s", type(error).__name__)
        raise Refused("not_taken_down", trouble="connector_failed") from None
