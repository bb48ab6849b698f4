"""Reconcile by exception: who of the chosen class may not be in this picture here, asked in one question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.queries import visible_pupils
from magdit.check.tables.roster import Person
from magdit.journeys.hand_in.judging import ONLY_WITH_CONSENT, Judging
from magdit.journeys.hand_in.shown import IS_IN_IT, looked_for
from magdit.web.visit import Visit

MOST = 60


@dataclass(frozen=True, slots=True)
class Child:
    """A child to look for; `there`: the author said it is in the picture."""

    id: str
    name: str
    group: str
    there: bool


@dataclass(frozen=True, slots=True)
class Children:
    """The question as it stands. `hidden`: too many to ask, or not all to be seen by this visitor: choose a class."""

    rows: tuple[Child, ...]
    hidden: bool
    is_done: bool
    by: str = ""
    at: datetime | None = None


def children_of(visit: Visit, judging: Judging, *, sees_class: bool, names: Mapping[str, str]) -> Children | None:
    """Whom to look for; None when there is nothing to look at. `names`: of who said so."""
    if not any(picture.kind != "geluid" for picture in judging.pictures):
        return None
    row, people = judging.row, judging.to_look_for
    said = row.shortlist.get("people", {})
    is_done = bool(row.told.get(ONLY_WITH_CONSENT, {}).get("value")) and looked_for(row, people)
    there = {key for key, answer in said.items() if answer == IS_IN_IT} | _at_a_face(judging)
    rows = tuple(Child(one.id, one.display, one.group, one.id in there) for one in sorted(people, key=_by_name))
    hidden = len(rows) > MOST or not (sees_class or _sees_all(visit, people))
    by = names.get(row.shortlist.get("by", ""), "")
    at = datetime.fromisoformat(row.shortlist["at"]).astimezone(SCHOOL_CLOCK) if is_done else None
    return Children(() if hidden else rows, hidden, is_done, by, at)


def _at_a_face(judging: Judging) -> set[str]:
    """Who was named at a face, and so is in the picture."""
    return {str(face["person"]) for picture in judging.pictures for face in picture.faces if face.get("person")}


def _by_name(one: Person) -> tuple[str, str]:
    return one.group, one.display


def _sees_all(visit: Visit, people: Iterable[Person]) -> bool:
    """Whether this visitor may see every one of these children."""
    ids = [UUID(one.id) for one in people]
    return not ids or visible_pupils(visit.person, visit.today).filter(pk__in=ids).count() == len(ids)
