"""The destruction calendar: what of posts, publications and the archive goes, on which day, and what a hold keeps back.

One list for looking and for doing: what the page shows is what the night destroys.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from magdit.areas.drafts.models import Draft, Picture, Publication
from magdit.areas.drafts.models_keeping import KeepingTerms
from magdit.areas.drafts.rules import ENDED
from magdit.areas.journal.doing import SCHOOL_CLOCK, Ref
from magdit.areas.people.models import Person, School
from magdit.areas.people.rules import removable_from
from magdit.areas.registers.archive import ended_tasks
from magdit.areas.registers.holds import held_ids
from magdit.areas.registers.models_archive import ArchiveTask
from magdit.areas.registers.models_breaches import Breach

EXPIRES, ORIGINALS, PUBLICATION, ARCHIVE = "concept", "originelen", "publicatie", "archief"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that goes: which, of which school, from which day; `held`: a hold keeps it.

    `since` and `medium`: by what a person knows it again without a name: the day it began or went out, and where.
    """

    kind: str
    about: Ref
    school: UUID
    day: date
    held: bool
    since: date
    medium: str


@dataclass(frozen=True, slots=True)
class Terms:
    """How long a school keeps: days of originals and of a draft that nobody touches, years after a takedown."""

    picture_days: int
    draft_days: int
    years: int


def terms_row(school: School) -> KeepingTerms:
    """What this school chose, and otherwise what we propose (version 0, not saved)."""
    return KeepingTerms.objects.filter(school=school).first() or KeepingTerms(school=school, version=0)


def terms_of(school: School) -> Terms:
    """The same with the years of the board."""
    row = terms_row(school)
    return Terms(row.picture_days, row.draft_days, school.board.keep_years)


def may_be_held(board: UUID, about: Ref) -> bool:
    """Whether this is something of the board that a hold can keep."""
    of: Mapping[str, type[Draft] | type[Publication] | type[Person] | type[Breach] | type[ArchiveTask]] = {
        "bericht": Draft, "publicatie": Publication, "persoon": Person, "datalek": Breach, "archieftaak": ArchiveTask,
    }  # fmt: skip
    return about.kind in of and of[about.kind]._default_manager.filter(pk=about.id, board=board).exists()


def calendar(school: School, *, until: date) -> list[Due]:
    """Everything of a school that goes on this day or before, the first to go first."""
    terms = terms_of(school)
    drafts = held_ids(school.board_id, "bericht")
    found = [*_drafts(school, terms, drafts), *_originals(school, terms, drafts)]
    found += _publications(school, terms, held_ids(school.board_id, "publicatie"))
    found += _archive(school, terms, held_ids(school.board_id, "archieftaak"))
    return sorted((due for due in found if due.day <= until), key=lambda due: (due.day, due.kind, due.about.id))


def day_of(draft: Draft, terms: Terms) -> date:
    """The first day on which this draft, or what is left of it, goes."""
    if draft.state in ENDED:
        return _after(draft.ended_at or draft.changed_at, terms.picture_days)
    return _after(draft.changed_at, terms.draft_days)


def _drafts(school: School, terms: Terms, held: Collection[str]) -> Iterator[Due]:
    """Unfinished drafts that nobody touched; one that waits for its hour is not unfinished."""
    for draft in Draft.objects.filter(school=school).exclude(state__in=(*ENDED, "ingepland")):
        yield _of_draft(EXPIRES, draft, terms, held)


def _originals(school: School, terms: Terms, held: Collection[str]) -> Iterator[Due]:
    """What is still kept of drafts that ended: their pictures as they came in, and the words."""
    left = Picture.objects.filter(draft=OuterRef("pk"), gone_at=None)
    rows: QuerySet[Draft] = Draft.objects.filter(school=school, state__in=ENDED)
    for draft in rows.filter(Exists(left)) | rows.exclude(sealed=None):
        yield _of_draft(ORIGINALS, draft, terms, held)


def _of_draft(kind: str, draft: Draft, terms: Terms, held: Collection[str]) -> Due:
    about, since = Ref("bericht", str(draft.pk)), _day(draft.made_at)
    return Due(kind, about, draft.school_id, day_of(draft, terms), about.id in held, since, draft.medium)


def _publications(school: School, terms: Terms, held: Collection[str]) -> Iterator[Due]:
    """What was taken down: the proof that it was allowed is kept for the term of the board (AVG art. 7 lid 1)."""
    rows = Publication.objects.filter(school=school, state="weg").exclude(down_at=None).exclude(sealed=b"")
    for row in rows.only("school", "down_at", "published_at", "made_at", "medium"):
        about, since = Ref("publicatie", str(row.pk)), _day(row.published_at or row.made_at)
        day = removable_from(_day(row.down_at or row.made_at), keep_years=terms.years)
        yield Due(PUBLICATION, about, row.school_id, day, about.id in held, since, row.medium)


def _archive(school: School, terms: Terms, held: Collection[str]) -> Iterator[Due]:
    """Tasks of a check of the archive that ended: that it was dealt with is kept as long as what was taken down."""
    for row in ended_tasks(school).only("school", "ended_at", "made_at", "medium"):
        about = Ref("archieftaak", str(row.pk))
        day = removable_from(_day(row.ended_at or row.made_at), keep_years=terms.years)
        yield Due(ARCHIVE, about, row.school_id, day, about.id in held, _day(row.made_at), row.medium)


def _after(moment: datetime, days: int) -> date:
    return _day(moment) + timedelta(days=days + 1)


def _day(moment: datetime) -> date:
    return moment.astimezone(SCHOOL_CLOCK).date()
