"""How a school stands, in numbers: what was asked and answered, taken back, still to be taken down. Names nobody.

Of a class nothing is told that is about fewer than five: `Guarded` says so instead of the number, and of the rest too,
since who knows the whole can take away the one from the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal
from uuid import UUID

from django.db.models import Q

from magdit.areas.consent.asking.overview import titles
from magdit.areas.consent.loading import PUPIL_ITEM, Loaded, load
from magdit.areas.consent.models import Answer, Item, Letter
from magdit.areas.consent.queries import asking_of, standing_of
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.models import Role, School
from magdit.areas.people.queries import members_on, pupils_of
from magdit.areas.people.rules import year_bounds
from magdit.areas.registers.models import TakedownTask
from magdit.norms.act import school_year

FEW = 5
Said = Literal["ja", "nee", "open"]


@dataclass(frozen=True, slots=True)
class Guarded:
    """A number of a whole, told as far as it is about nobody in particular: exact, `few` of them, or all but `few`."""

    count: int | None
    few: bool = False

    @classmethod
    def of(cls, count: int, whole: int) -> Guarded:
        """What may be told of so many out of so many."""
        if 0 < whole < FEW or 0 < count < FEW:
            return cls(None, few=True)
        return cls(None) if 0 < whole - count < FEW else cls(count)


@dataclass(frozen=True, slots=True)
class TopicFigure:
    """How many pupils stand where for one topic. `never`: the protocol allows it for nobody, so nobody is asked."""

    title: str
    yes: int
    no: int
    open: int

    @property
    def asked(self) -> int:
        """About how many it is asked."""
        return self.yes + self.no + self.open

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """Where each part of a bar of a hundred begins and how wide it is: yes, no, open."""
        whole = self.asked or 1
        widths = (round(100 * self.yes / whole), round(100 * self.no / whole))
        return (0, widths[0]), (widths[0], widths[1]), (sum(widths), 100 - sum(widths))


@dataclass(frozen=True, slots=True)
class ClassFigure:
    """How many of a class answered all that was asked, and how many did not."""

    name: str
    pupils: Guarded
    complete: Guarded
    rest: Guarded


@dataclass(frozen=True, slots=True)
class Figures:
    """A school on a day. The hours are a mean over this school year; None when nothing was taken down."""

    school: School
    on: date
    pupils: int
    complete: int
    partly: int
    silent: int
    topics: tuple[TopicFigure, ...]
    classes: tuple[ClassFigure, ...]
    withdrawn: int
    tasks_open: int
    tasks_late: int
    hours_to_takedown: int | None
    letters_failed: int


def figures_of(school: School, at: datetime, *, language: str = "nl") -> Figures:
    """The figures of one school at a moment. Who asks has been let in already."""
    on = at.astimezone(SCHOOL_CLOCK).date()
    since = year_began(on)
    items = tuple(Item.objects.filter(board=school.board_id, active=True, asked_of=PUPIL_ITEM))
    loaded = load(school, on, people=list(pupils_of(school, on).values_list("pk", flat=True)), items=items)
    said = _said(loaded)
    full = {person for person, told in said.items() if told and "open" not in told.values()}
    silent = {person for person, told in said.items() if told and set(told.values()) == {"open"}}
    asked = sum(bool(told) for told in said.values())
    here = Role.objects.filter(school=school).values("person")
    tasks = TakedownTask.objects.filter(appearance__person__in=here)
    lately = tasks.filter(Q(done_at=None) | Q(done_at__gte=since)).values_list("made_at", "done_at", "due")
    done = [(made, end) for made, end, _ in lately if end is not None]
    dues = [due for _, end, due in lately if end is None]
    letters = Letter.objects.filter(request__person__in=here, made_at__gte=since, sent_at=None)
    return Figures(
        school=school, on=on, pupils=len(loaded.people),
        complete=len(full), silent=len(silent), partly=asked - len(full) - len(silent),
        topics=_topics(items, said, language), classes=_classes(school, on, full),
        withdrawn=Answer.objects.filter(person__in=here, state="ingetrokken", at__gte=since).count(),
        tasks_open=len(dues), tasks_late=sum(due < at for due in dues),
        hours_to_takedown=_mean_hours(done),
        letters_failed=letters.exclude(failed="").count(),
    )  # fmt: skip


def year_began(on: date) -> datetime:
    """When the school year of this day began."""
    return datetime.combine(year_bounds(school_year(on))[0], time(), tzinfo=SCHOOL_CLOCK)


def _said(loaded: Loaded) -> Mapping[UUID, Mapping[UUID, Said]]:
    """Per pupil and topic that is asked about them: yes, no, or nothing that counts."""
    found: dict[UUID, dict[UUID, Said]] = {}
    for person in loaded.people:
        found[person] = {
            item.id: _one(loaded, person, item)
            for item in loaded.items
            if loaded.concerns(person, item) and asking_of(loaded, person, item).is_asked
        }
    return found


def _one(loaded: Loaded, person: UUID, item: Item) -> Said:
    stands = standing_of(loaded, person, item)
    return "ja" if stands.yes else "nee" if stands.is_refused else "open"


def _topics(
    items: tuple[Item, ...], said: Mapping[UUID, Mapping[UUID, Said]], language: str
) -> tuple[TopicFigure, ...]:
    counts: dict[UUID, Counter[str]] = defaultdict(Counter)
    for told in said.values():
        for item, one in told.items():
            counts[item][one] += 1
    return tuple(
        TopicFigure(title, counts[item.id]["ja"], counts[item.id]["nee"], counts[item.id]["open"])
        for item, title in zip(items, titles(items, language=language), strict=True)
        if item.id in counts
    )


def _classes(school: School, on: date, full: set[UUID]) -> tuple[ClassFigure, ...]:
    stays = members_on(on).filter(group__school=school, group__kind="klas", role="leerling", person__removed_on=None)
    classes: dict[str, set[UUID]] = defaultdict(set)
    for name, person in stays.values_list("group__name", "person"):
        classes[name].add(person)
    return tuple(
        ClassFigure(
            name, Guarded.of(len(people), len(people)), Guarded.of(len(people & full), len(people)),
            Guarded.of(len(people - full), len(people)),
        )
        for name, people in sorted(classes.items())
    )  # fmt: skip


def _mean_hours(spans: Iterable[tuple[datetime, datetime]]) -> int | None:
    hours = [(end - made).total_seconds() / 3600 for made, end in spans]
    return round(sum(hours) / len(hours)) if hours else None
