"""What a check of an archive found, as tasks: kept once per place, ended when it is gone, may stand, or is dealt with.

Where it stands and what was found is enciphered under the key of the task: an address may hold the name of a child.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.db.models import QuerySet

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.sealing import decipher_all, encipher
from magdit.areas.people.entry import free_text
from magdit.areas.people.models import School
from magdit.areas.people.rights import acting_person, require
from magdit.areas.registers.actions import MOST_PROOF, SHOWERS
from magdit.areas.registers.models_archive import DONE, GONE, MAY, NOT_NEEDED, OPEN, ArchiveTask


@dataclass(frozen=True)
class Found:
    """Something that could not be published today. `is_fresh`: it was looked at in this very check."""

    mark: str
    stamp: str
    level: str
    clauses: Sequence[Sequence[str]]
    due: datetime
    told: Mapping[str, Any]
    remote: Mapping[str, Any] = field(default_factory=dict)
    is_fresh: bool = True


@dataclass(frozen=True, slots=True)
class Kept:
    """How many tasks came in, were opened again because it stands there still, and ended."""

    new: int
    again: int
    ended: int


@transaction.atomic
def keep_found(
    doing: Doing, school: School, source: str, *, medium: str, found: Iterable[Found], may: Collection[str],
    is_whole: bool,
) -> Kept:  # fmt: skip
    """Make tasks of what was found. `may`: the places that may stand there now. `is_whole`: every place was asked for,
    so that what was not found is gone; otherwise what is missing stays a task."""
    require(doing, SHOWERS, school=school)
    School.objects.select_for_update().get(pk=school.pk)  # two checks at once make no task twice
    known = {row.mark: row for row in ArchiveTask.objects.filter(school=school, source=source)}
    here = {one.mark: one for one in found}
    new = sum(_kept(doing, ArchiveTask(board_id=doing.board, school=school, source=source, mark=mark,
                                       medium=medium, made_at=doing.at), one)
              for mark, one in here.items() if mark not in known)  # fmt: skip
    again = sum(_seen_again(doing, known[mark], one) for mark, one in here.items() if mark in known)
    left = [row for mark, row in known.items() if row.state == OPEN and mark not in here]
    ended = sum(_ended(doing, row, MAY if row.mark in may else GONE) for row in left if is_whole or row.mark in may)
    details = {"nieuw": new, "heropend": again, "klaar": ended, "open": len(here), "kanaal": medium}
    record(doing, "archief gecontroleerd", Ref("school", str(school.pk)), details=details)
    return Kept(new, again, ended)


@transaction.atomic
def finish(doing: Doing, task_id: UUID, *, proof: str) -> ArchiveTask:
    """It was taken down or changed, and this shows it."""
    row, shows = _open(doing, task_id), free_text(proof, field="bewijs", most=MOST_PROOF)
    if not shows:
        raise Refused("no_proof")
    return _finished(doing, row, DONE, verb="archieftaak gedaan", words=shows)


@transaction.atomic
def say_not_needed(doing: Doing, task_id: UUID, *, reason: str) -> ArchiveTask:
    """It may stay, and this is why; it comes back when what stands there changes."""
    row, why = _open(doing, task_id), free_text(reason, field="reden", most=MOST_PROOF)
    if not why:
        raise Refused("no_reason")
    return _finished(doing, row, NOT_NEEDED, verb="archieftaak niet nodig", words=why)


def told_of(rows: Iterable[ArchiveTask]) -> dict[UUID, dict[str, Any]]:
    """Where each stands and what was found, and how it ended; nothing of one of which the key is gone."""
    listed = list(rows)
    if not listed:
        return {}
    kept = {(row.pk, "told"): (ref_of(row), bytes(row.sealed), _label(row, "told")) for row in listed}
    kept |= {(row.pk, "end"): (ref_of(row), bytes(row.sealed_end), _label(row, "end")) for row in listed
             if row.sealed_end is not None}  # fmt: skip
    found = {key: json.loads(data) for key, data in decipher_all(listed[0].board_id, kept).items()}
    return {row.pk: {**found.get((row.pk, "told"), {}), "end": found.get((row.pk, "end"), "")} for row in listed}


def ended_tasks(school: School) -> QuerySet[ArchiveTask]:
    """Those that nobody has to do anything about any more."""
    return ArchiveTask.objects.filter(school=school).exclude(state=OPEN).exclude(ended_at=None)


def ref_of(row: ArchiveTask) -> Ref:
    """A task as the journal names it, and its key."""
    return Ref("archieftaak", str(row.pk))


def list_of(school: UUID, source: str) -> UUID:
    """All tasks of one source at a school as one thing: whose turn it is, is said of that."""
    return uuid5(NAMESPACE_URL, f"{school}|{source}")


def _kept(doing: Doing, row: ArchiveTask, one: Found) -> bool:
    row.sealed = encipher(doing, ref_of(row), json.dumps(_sealable(one)).encode(), label=_label(row, "told"))
    row.level, row.clauses, row.remote = one.level, [list(clause) for clause in one.clauses], dict(one.remote)
    row.seen_at, row.due, row.state = doing.at, one.due, OPEN
    row.ended_at, row.ended_by, row.sealed_end = None, None, None
    row.save()
    return True


def _seen_again(doing: Doing, row: ArchiveTask, one: Found) -> bool:
    """What a person ended comes back when it is seen there now; what they let stay, when it changed."""
    if row.state == OPEN:
        ArchiveTask.objects.filter(pk=row.pk).update(seen_at=doing.at)
        return False
    has_changed = told_of([row])[row.pk].get("stamp") != one.stamp
    if row.state == NOT_NEEDED and not has_changed:
        return False
    if row.state == DONE and not one.is_fresh:
        return False
    return _kept(doing, row, one)


def _ended(doing: Doing, row: ArchiveTask, state: str) -> bool:
    row.state, row.ended_at = state, doing.at
    row.save(update_fields=["state", "ended_at"])
    return True


def _open(doing: Doing, task_id: UUID) -> ArchiveTask:
    """The task, locked, for who may close it."""
    rows = ArchiveTask.objects.select_for_update(of=("self",)).select_related("school")
    row = rows.filter(pk=task_id, board=doing.board).first()
    if row is None:
        raise Refused("not_yours")
    require(doing, SHOWERS, school=row.school)
    if row.state != OPEN:
        raise Refused("done_already")
    return row


def _finished(doing: Doing, row: ArchiveTask, state: str, *, verb: str, words: str) -> ArchiveTask:
    row.state, row.ended_at, row.ended_by_id = state, doing.at, acting_person(doing)
    row.sealed_end = encipher(doing, ref_of(row), json.dumps(words).encode(), label=_label(row, "end"))
    row.save(update_fields=["state", "ended_at", "ended_by", "sealed_end"])
    record(doing, verb, ref_of(row))
    return row


def _sealable(one: Found) -> dict[str, Any]:
    return {**one.told, "stamp": one.stamp}


def _label(row: ArchiveTask, part: str) -> str:
    return f"archief|{part}|{row.pk}"
