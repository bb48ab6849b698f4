"""Carrying out the destruction calendar: files away, keys destroyed, a line in the journal as proof of each."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from magdit.areas.drafts import files
from magdit.areas.drafts.calendar import (
    ARCHIVE,
    EXPIRES,
    ORIGINALS,
    PUBLICATION,
    Due,
    calendar,
    day_of,
    terms_of,
    terms_row,
)
from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.drafts.models_keeping import KeepingTerms
from magdit.areas.drafts.proofs import DESTROYED
from magdit.areas.drafts.rules import ENDED
from magdit.areas.journal.actions import destroy, locked_chain, record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.people.rights import require
from magdit.areas.registers.archive import ended_tasks
from magdit.areas.registers.holds import held_ids

MOST_DAYS = 365
LOG = logging.getLogger("magdit.retention")
SETTERS = ("fg", "bestuur", "beheerder")


def destroy_due(doing: Doing, school: School) -> int:
    """Destroy what is due today and not held; how many. Each by itself, so that one that fails stops no other."""
    return sum(_alone(doing, due) for due in calendar(school, until=doing.today) if not due.held)


@transaction.atomic
def set_terms(doing: Doing, school: School, *, picture_days: int, draft_days: int, version: int) -> KeepingTerms:
    """Choose how long this school keeps; version 0 is that of a school that never chose."""
    require(doing, SETTERS, school=school)
    if not (1 <= picture_days <= MOST_DAYS and 1 <= draft_days <= MOST_DAYS):
        raise Refused("days_out_of_range", most=MOST_DAYS)
    row = KeepingTerms.objects.select_for_update().filter(school=school).first()
    if (row.version if row else 0) != version:
        raise Refused("changed_meanwhile")
    row = row or terms_row(school)
    row.picture_days, row.draft_days, row.version = picture_days, draft_days, version + 1
    row.save()
    details = {"originelen": picture_days, "concepten": draft_days}
    record(doing, "bewaartermijnen", Ref("school", str(school.pk)), details=details)
    return row


def _alone(doing: Doing, due: Due) -> int:
    try:
        return _destroy(doing, due)
    except Exception as error:  # the words of an error may hold names
        LOG.error("not destroyed: %s %s", due.kind, type(error).__name__)
        return 0


def _destroy(doing: Doing, due: Due) -> int:
    does: Mapping[str, Callable[[Doing, Due], bool]] = {
        EXPIRES: _expire, ORIGINALS: _originals, PUBLICATION: _publication, ARCHIVE: _archive,
    }  # fmt: skip
    with transaction.atomic():
        locked_chain(doing)  # a hold that is being placed goes first, or finds it gone
        return int(does[due.kind](doing, due))


def _expire(doing: Doing, due: Due) -> bool:
    """A draft that nobody finished: all of it goes at once."""
    draft = _still(doing, due, Draft.objects.exclude(state__in=(*ENDED, "ingepland")))
    if draft is None:
        return False
    draft.state, draft.ended_at, draft.version = "verlopen", doing.at, draft.version + 1
    draft.save(update_fields=["state", "ended_at", "version"])
    record(doing, "verlopen", due.about)
    _empty(doing, draft, due)
    return True


def _originals(doing: Doing, due: Due) -> bool:
    draft = _still(doing, due, Draft.objects.filter(state__in=ENDED))
    if draft is None:
        return False
    _empty(doing, draft, due)
    return True


def _publication(doing: Doing, due: Due) -> bool:
    row = Publication.objects.select_for_update(of=("self",)).filter(pk=due.about.id, state="weg").first()
    if row is None or due.about.id in held_ids(doing.board, due.about.kind):
        return False
    pictures = list(row.pictures.values_list("pk", "sha256"))
    row.pictures.update(hashes=[], original_hashes=[], sealed_alt=None, gone_at=doing.at)
    row.sealed, row.url, row.remote, row.proof_kept = b"", "", {}, False
    row.save(update_fields=["sealed", "url", "remote", "proof_kept"])
    transaction.on_commit(lambda: files.remove(row.pk), robust=True)  # the picture that showed that it was gone
    _gone(doing, due, pictures)
    return True


def _archive(doing: Doing, due: Due) -> bool:
    """The whole task: seen again it is a new one, judged by the answers of that day."""
    rows = ended_tasks(School.objects.get(pk=due.school)).select_for_update(of=("self",))
    row = rows.filter(pk=due.about.id).first()
    if row is None or due.about.id in held_ids(doing.board, due.about.kind):
        return False
    row.delete()
    _gone(doing, due, [])
    return True


def _still(doing: Doing, due: Due, rows: QuerySet[Draft]) -> Draft | None:
    """The draft, locked, unless it was held or went on since the calendar was made."""
    if due.about.id in held_ids(doing.board, due.about.kind):
        return None
    found = rows.select_for_update(of=("self",)).filter(pk=due.about.id, board=doing.board).first()
    return found if found is not None and day_of(found, terms_of(found.school)) <= doing.today else None


def _empty(doing: Doing, draft: Draft, due: Due) -> None:
    pictures = list(draft.pictures.filter(gone_at=None).values_list("pk", "sha256"))
    draft.pictures.update(gone_at=doing.at, hashes=[], faces=[], sealed_name=b"")
    draft.sealed, draft.told, draft.shortlist = None, {}, {}
    draft.save(update_fields=["sealed", "told", "shortlist"])
    _gone(doing, due, pictures)


def _gone(doing: Doing, due: Due, pictures: list[tuple[UUID, str]]) -> None:
    """The proof: what kind, how many files, by their marks. Then the key, so that no back-up brings it back."""
    ids = [pk for pk, _mark in pictures]
    transaction.on_commit(lambda: files.remove_all(ids), robust=True)
    marks = [mark for _pk, mark in pictures]
    details = {"wat": due.kind, "school": due.school, "bestanden": len(ids), "merken": marks}
    record(doing, DESTROYED, due.about, details=details)
    destroy(doing, due.about)
