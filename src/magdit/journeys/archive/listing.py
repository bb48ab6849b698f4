"""The tasks that checks of an archive left at a school: which of them, where each stands and why. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from magdit.areas.consent.books import book_of
from magdit.areas.drafts.models import Turn
from magdit.areas.drafts.turns import turns_about
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.registers.archive import list_of, told_of
from magdit.areas.registers.models import ArchiveTask, ChannelAccount
from magdit.areas.registers.models_archive import OPEN
from magdit.journeys.archive.taking_down import way_down
from magdit.wording.answer_lines import clause_says
from magdit.wording.archive_levels import LEVELS


@dataclass(frozen=True, slots=True)
class OldPost:
    """One task with what is told of it: `place` and `title` where it stands, `says` the clauses in our words."""

    row: ArchiveTask
    told: dict[str, Any]
    turn: Turn | None
    says: tuple[tuple[str, str, str], ...] = ()
    way_down: ChannelAccount | None = None

    @property
    def level(self) -> str:
        """How bad it is, in words."""
        return LEVELS[self.row.level].title

    @property
    def to_do(self) -> str:
        """What to do with it."""
        return LEVELS[self.row.level].do

    @property
    def is_address(self) -> bool:
        """Whether it stands where a browser can go."""
        return str(self.told.get("place", "")).startswith(("http://", "https://"))


def tasks_at(school: School, *, state: str = OPEN, level: str = "") -> QuerySet[ArchiveTask]:
    """The tasks of a school that are in this state (open, done, everything else), and this bad."""
    which = {OPEN: Q(state=OPEN), "klaar": ~Q(state=OPEN)}.get(state, Q())
    rows = ArchiveTask.objects.filter(which, school=school)
    return (rows.filter(level=level) if level else rows).order_by("-ended_at" if state == "klaar" else "due", "pk")


def listed(rows: Iterable[ArchiveTask]) -> tuple[OldPost, ...]:
    """These as they are shown in the list."""
    found = list(rows)
    told, turns = told_of(found), turns_about({list_of(one.school_id, one.source) for one in found})
    return tuple(OldPost(one, told[one.pk], turns.get(list_of(one.school_id, one.source))) for one in found)


def whole(row: ArchiveTask) -> OldPost:
    """One with everything: what the clauses say, and whether magdit can take it down."""
    one = listed([row])[0]
    way = way_down(row, str(one.told.get("place", ""))) if row.state == OPEN else None
    return OldPost(row, one.told, one.turn, _says(row), way)


def _says(row: ArchiveTask) -> tuple[tuple[str, str, str], ...]:
    try:
        book = book_of(row.school)
    except Refused:
        return tuple((pack, clause, "") for pack, clause in row.clauses)
    known = {ready.pack.id for ready in book.packs}
    return tuple((pack, clause, _said(book, pack, clause) if pack in known else "") for pack, clause in row.clauses)


def _said(book: Any, pack: str, clause: str) -> str:
    """In our words; nothing of a clause that a newer version no longer has."""
    try:
        return clause_says(book, pack, clause)
    except (KeyError, StopIteration):
        return ""
