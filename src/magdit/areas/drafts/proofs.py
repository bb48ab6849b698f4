"""The proof that something was destroyed: the lines of the journal that say so, which nobody can change."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from magdit.areas.journal.models import Entry
from magdit.areas.people.models import School

DESTROYED = "vernietigd"


@dataclass(frozen=True, slots=True)
class Proof:
    """One line: its number in the journal and when, what kind it was and its id, and the marks of the files."""

    number: int
    at: datetime
    kind: str
    id: str
    marks: tuple[str, ...]


def proofs_of(school: School, *, most: int) -> list[Proof]:
    """The latest destructions of a school, the newest first."""
    lines = Entry.objects.filter(board=school.board_id, verb=DESTROYED, details__contains=str(school.pk))
    return [_proof(line) for line in lines.order_by("-number")[:most]]


def _proof(line: Entry) -> Proof:
    details = json.loads(line.details)
    return Proof(line.number, line.at, details["wat"], line.object, tuple(details["merken"]))
