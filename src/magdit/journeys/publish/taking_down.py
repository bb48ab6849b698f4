"""What is no longer allowed comes down: by its connector, which is asked and then looked at, or by a person.

A task is done when it is gone, not when it was asked to go. What stands on paper cannot be taken back, and that is
said as it is.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction

from magdit.areas.drafts import files
from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.publication_words import ref_out
from magdit.areas.drafts.publications import claim, gone, leaving, locked, save, wait_again
from magdit.areas.drafts.publications_queries import is_to_go, open_tasks_of, to_take_down
from magdit.areas.drafts.rules_out import FAILED, GONE, LEAVING, ON_PAPER, PLACED, WAITING
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.entry import free_text
from magdit.areas.people.rights import require
from magdit.areas.registers.actions import MOST_PROOF, SHOWERS
from magdit.areas.registers.channels_secret import way_to
from magdit.connectors.connector import Trouble
from magdit.journeys.publish.allowed import is_by_hand
from magdit.journeys.publish.placing import known, stop
from magdit.journeys.publish.posting import connector_of
from magdit.journeys.publish.proof_picture import as_picture

LOG = logging.getLogger("magdit.publish")
PROOF = "bewijs"  # how the file is called that shows that it is gone


def take_down_waiting(doing: Doing) -> int:
    """Take down everything of this board that must go and that a connector can reach; how many are gone."""
    return sum(take_down(doing, row.pk) for row in to_take_down(doing.board, doing.at))


def take_down(doing: Doing, publication: UUID) -> bool:
    """Take this one down, when it must go and nobody else is at work on it. True when it is gone, and looked at."""
    row = _begun(doing, publication)
    if row is None:
        return False
    try:
        _taken(row)
    except Trouble as trouble:
        _failed(doing, publication, known(trouble))
        return False
    except Refused as refused:
        _failed(doing, publication, known(Trouble(refused.code, again=True)))
        return False
    except Exception as error:  # a connector of others may do anything; the words of an error may hold names
        LOG.error("a connector failed: %s", type(error).__name__)
        _failed(doing, publication, "connector_failed")
        return False
    return _is_gone(doing, publication)


@transaction.atomic
def gone_by_hand(doing: Doing, publication: UUID, *, proof: str, picture: Iterable[bytes] | None = None) -> Publication:
    """A person took it down: in words what shows that, or a picture of it, or both. Every task for it is done."""
    row = _held(doing, publication)
    shows = free_text(proof, field="bewijs", most=MOST_PROOF)
    if not shows and picture is None:
        raise Refused("no_proof")
    if row.state == GONE:
        raise Refused("done_already")
    if row.state == WAITING and not is_by_hand(row.account):  # it may come to stand there yet: magdit looks itself
        raise Refused("publication_not_now")
    if picture is not None:
        _keep_picture(doing, row, picture)
    because = row.down_because or _because(row)
    gone(doing, row, proof=shows or "afbeelding", because=because, back_until=_back_until(doing.at))
    return row


@transaction.atomic
def cannot_be_undone(doing: Doing, publication: UUID) -> Publication:
    """On paper, and out of our hands: the tasks are closed with what is true, and nobody does as if it were gone."""
    row = _held(doing, publication)
    if row.state != ON_PAPER:
        raise Refused("not_on_paper")
    count = f": oplage {row.circulation}" if row.circulation else ""
    proof = f"kan niet meer ongedaan{count}"
    tasks = list(open_tasks_of(row.pk).select_related("appearance"))
    if not tasks and row.must_go_by is None:
        raise Refused("done_already")
    for task in tasks:
        task.done_at, task.proof, task.appearance.down_at = doing.at, proof, doing.at
        task.save(update_fields=["done_at", "proof"])
        task.appearance.save(update_fields=["down_at"])
    save(doing, row, "kan niet ongedaan", details={"taken": len(tasks)}, proof=proof, must_go_by=None)
    return row


def proof_picture(row: Publication) -> bytes:
    """The picture that shows that it is gone."""
    return b"".join(files.made(row.board_id, ref_out(row.pk), row.pk, PROOF))


@transaction.atomic
def _begun(doing: Doing, publication: UUID) -> Publication | None:
    row = locked(doing, publication)
    if row.state == GONE:  # a no that crossed the takedown: it is gone already
        open_tasks_of(row.pk).update(done_at=doing.at, proof=row.proof)
        return None
    if is_by_hand(row.account):
        if row.state == WAITING and not row.tries and is_to_go(row):  # nobody has the package yet
            stop(doing, row)
        return None
    if row.state in (PLACED, FAILED) and is_to_go(row):
        leaving(doing, row, because=_because(row))
    return row if claim(doing, row, state=LEAVING, then=LEAVING) else None


def _because(row: Publication) -> str:
    first = open_tasks_of(row.pk).order_by("made_at").first()
    return first.because if first is not None else row.down_because or "mag_niet_meer"


def _taken(row: Publication) -> None:
    """Ask it to go, and look whether it did."""
    if row.account is None:
        raise Trouble("connector_missing", again=True)
    connector, way = connector_of(row), way_to(row.account)
    remote = {"key": row.key, **row.remote}
    connector.take_down(way, remote)
    if not connector.is_gone(way, remote, row.url):
        raise Trouble("still_there", again=True)


@transaction.atomic
def _is_gone(doing: Doing, publication: UUID) -> bool:
    row = locked(doing, publication)
    if row.state != LEAVING:
        return False
    moment = f"{doing.at.astimezone(SCHOOL_CLOCK):%d-%m-%Y %H:%M}"
    proof = f"magdit haalde het weg en keek na: niet meer te zien ({row.account and row.account.connector}, {moment})"
    gone(doing, row, proof=proof, because=row.down_because, back_until=_back_until(doing.at))
    return True


@transaction.atomic
def _failed(doing: Doing, publication: UUID, code: str) -> None:
    """It is tried again, always: what must go, must go. A person sees what goes wrong beside the task."""
    row = locked(doing, publication)
    if row.state == LEAVING:
        wait_again(doing, row, trouble=code)


def _held(doing: Doing, publication: UUID) -> Publication:
    row = locked(doing, publication)
    require(doing, SHOWERS, school=row.school)
    return row


def _keep_picture(doing: Doing, row: Publication, parts: Iterable[bytes]) -> None:
    """Made anew from its pixels, as everything that comes in from outside and is shown again."""
    files.keep_made(doing, ref_out(row.pk), row.pk, PROOF, [as_picture(parts)])
    row.proof_kept = True
    row.save(update_fields=["proof_kept"])


def _back_until(at: datetime) -> datetime:
    return at + timedelta(days=settings.BACK_DAYS)
