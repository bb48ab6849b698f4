"""What a check of an archive found at a school becomes tasks in its register, with a term and someone whose turn it is.

Of what was found the kinds go along, and the clauses; no name of anyone, for those stand in the report alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from magdit.areas.drafts.turns import ARCHIVE, end_turns, give_turn
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import School
from magdit.areas.registers import archive
from magdit.areas.registers.archive import Found, Kept, keep_found, list_of
from magdit.areas.registers.channels_queries import accounts_for
from magdit.areas.registers.models import ArchiveTask, ChannelAccount
from magdit.areas.registers.models_archive import OPEN
from magdit.areas.registers.rules_channels import host_of
from magdit.areas.registers.school_days import SchoolDays, school_days
from magdit.check.archive.piece import key_of
from magdit.journeys.publish.turns import ladder_at
from magdit.journeys.told_by_mail import mail_turn
from magdit.wording.archive_levels import LEVELS

NOTHING = "niets"
TOLD = ("place", "page", "title", "verdict", "findings", "faces", "groups", "missed")


@transaction.atomic
def keep_tasks(
    doing: Doing, school: School, source: str, *, medium: str, rows: Sequence[Mapping[str, Any]],
    fresh: Collection[str],
) -> Kept:  # fmt: skip
    """Make, keep and end the tasks of this source. `fresh`: the keys of what was judged in this check itself."""
    there = [row for row in rows if not row.get("gone")]
    days, mark = school_days(school), source_mark(source)
    kept = keep_found(
        doing, school, mark, medium=medium,
        found=[_found(doing, row, days, fresh) for row in there if row["level"] != NOTHING],
        may={row["key"] for row in there if row["level"] == NOTHING},
        is_whole=not any(row["again"] or row.get("rest") for row in rows),
    )  # fmt: skip
    _turn(doing, school, mark, source)
    return kept


def account_for(school: School, place: str) -> ChannelAccount | None:
    """The account in use that serves the site at this address."""
    host = host_of(place)
    rows = accounts_for(school).select_related("owner")
    return next((one for one in rows if host and host_of(one.address) == host), None)


def after_ending(doing: Doing, row: ArchiveTask) -> None:
    """When this was the last of its source nobody has a turn for it any more."""
    if not ArchiveTask.objects.filter(school=row.school_id, source=row.source, state=OPEN).exists():
        end_turns(doing, [list_of(row.school_id, row.source)])


@transaction.atomic
def finish(doing: Doing, task_id: UUID, *, proof: str) -> None:
    """It was taken down or changed."""
    after_ending(doing, archive.finish(doing, task_id, proof=proof))


@transaction.atomic
def say_not_needed(doing: Doing, task_id: UUID, *, reason: str) -> None:
    """It may stay."""
    after_ending(doing, archive.say_not_needed(doing, task_id, reason=reason))


def source_mark(source: str) -> str:
    """By what a source is known again, from wherever it is named; it cannot be read back."""
    whole = source.rstrip("/") if "://" in source else str(Path(source).resolve())
    return key_of(whole)


def _turn(doing: Doing, school: School, mark: str, source: str) -> None:
    """One turn for all that this source asks: nobody gets a mail for every page."""
    first = ArchiveTask.objects.filter(school=school, source=mark, state=OPEN).order_by("due").first()
    if first is None:
        end_turns(doing, [list_of(school.pk, mark)])
        return
    account = account_for(school, source)
    turn = give_turn(
        doing, school, kind=ARCHIVE, subject=list_of(school.pk, mark), ladder=ladder_at(school), due=first.due,
        owner=account.owner if account else None,
    )  # fmt: skip
    if turn.made_at == doing.at:
        mail_turn(turn)


def _found(doing: Doing, row: Mapping[str, Any], days: SchoolDays, fresh: Collection[str]) -> Found:
    due = days.or_next(doing.at + timedelta(days=LEVELS[row["level"]].days or 0))
    return Found(
        mark=row["key"], stamp=row["stamp"], level=row["level"], due=due, is_fresh=row["key"] in fresh,
        clauses=list(dict.fromkeys((one["pack"], one["clause"]) for one in row["clauses"])),
        told={name: row[name] for name in TOLD}, remote=row.get("remote", {}),
    )  # fmt: skip
