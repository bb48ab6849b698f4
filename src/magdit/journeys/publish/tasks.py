"""What must be taken down at a school: per publication, with everyone for whom; and what nobody knows the place of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from magdit.areas.drafts.models import Publication, Turn
from magdit.areas.drafts.publications_queries import must_go
from magdit.areas.drafts.rules_out import ON_PAPER
from magdit.areas.drafts.turns import turns_about
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Person, School
from magdit.areas.registers.models import TakedownTask
from magdit.journeys.attention_tasks import LATELY, tasks_at
from magdit.journeys.publish.allowed import is_by_hand


@dataclass(frozen=True, slots=True)
class Takedown:
    """One publication that must go, with the tasks of everyone for whom."""

    row: Publication
    tasks: tuple[TakedownTask, ...]
    turn: Turn | None = None

    @property
    def due(self) -> datetime | None:
        """By when the first of them must be done."""
        return min((one for one in (self.row.must_go_by, *(task.due for task in self.tasks)) if one), default=None)

    @property
    def because(self) -> tuple[str, ...]:
        """Why, as codes."""
        own = [self.row.down_because] if self.row.must_go_by and self.row.down_because else []
        return tuple(dict.fromkeys([*(task.because for task in self.tasks), *own]))

    @property
    def by_itself(self) -> bool:
        """Whether magdit takes it down."""
        return not is_by_hand(self.row.account) and not self.on_paper

    @property
    def on_paper(self) -> bool:
        """Whether it cannot be taken back."""
        return self.row.state == ON_PAPER


@dataclass(frozen=True, slots=True)
class ToDo:
    """`takedowns`: of known publications, the most urgent first; `loose`: only person and channel are known.

    `turns`: whose turn each of the loose ones is, by the id of the task.
    """

    takedowns: tuple[Takedown, ...]
    loose: tuple[TakedownTask, ...]
    done: tuple[TakedownTask, ...]
    gone: tuple[Publication, ...]
    turns: Mapping[UUID, Turn]

    def only_of(self, subjects: Collection[UUID]) -> ToDo:
        """What one person has to do of it."""
        mine = tuple(one for one in self.takedowns if one.row.pk in subjects)
        return ToDo(mine, tuple(one for one in self.loose if one.pk in subjects), (), (), self.turns)


def takedowns_at(doing: Doing, viewer: Person, school: School) -> ToDo:
    """What is to be taken down at this school, and what was lately."""
    tasks = list(tasks_at(doing, viewer, school))
    open_ = [one for one in tasks if one.done_at is None]
    rows = _publications(school, {one.appearance.publication for one in open_})
    by_row: dict[UUID, list[TakedownTask]] = defaultdict(list)
    loose = []
    for task in open_:
        where = task.appearance.publication
        if where in rows:
            by_row[where].append(task)
        else:
            loose.append(task)
    turns = turns_about([*rows, *(task.pk for task in loose)])
    found = [Takedown(row, tuple(by_row[pk]), turns.get(pk)) for pk, row in rows.items()]
    found.sort(key=lambda one: one.due or doing.at)
    gone = tuple(_gone(doing, school))
    told = {row.pk for row in gone}
    done = (one for one in reversed(tasks) if one.done_at is not None and one.appearance.publication not in told)
    return ToDo(tuple(found), tuple(loose), tuple(done), gone, turns)


def _publications(school: School, named: Iterable[UUID]) -> dict[UUID, Publication]:
    """Those named, and those that must go by themselves."""
    here = Publication.objects.filter(school=school).filter(must_go()).select_related("account", "author")
    known = {row.pk: row for row in here}
    wanted = set(named)
    return {pk: row for pk, row in known.items() if pk in wanted or row.must_go_by is not None}


def _gone(doing: Doing, school: School) -> QuerySet[Publication]:
    rows = Publication.objects.filter(school=school, state="weg", down_at__gte=doing.at - LATELY)
    return rows.select_related("account").order_by("-down_at")[:20]
