"""How a class stands, for who stands before it: per pupil and topic yes, no, or no answer. Never who said it, nor why.

A topic is an item of the board that the school's packs make askable for this class. What they never allow is told once,
with the clauses. Reads a class in a handful of queries, whatever the size of the school.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from magdit.areas.consent.asking.asked import Asking, Cited
from magdit.areas.consent.books import channel_told, channels_of
from magdit.areas.consent.loading import PUPIL_ITEM, Loaded, load
from magdit.areas.consent.models import Item
from magdit.areas.consent.queries import asking_of, standing_of, until_of
from magdit.areas.consent.texts.catalogue import publishes, purposes
from magdit.areas.people.models import Group, Membership, Person, School
from magdit.areas.people.names import short_names, sort_key
from magdit.areas.people.queries import members_on, roles_at, visible_groups
from magdit.areas.people.rules import lasts, year_bounds
from magdit.check.tables.folded import folded
from magdit.norms.ready import ReadyPack
from magdit.words.roles import ROLES
from magdit.words.vocabulary import Vocabulary

Mark = Literal["ja", "nee", "open"]
LESSON = "app_in_de_les"


@dataclass(frozen=True, slots=True)
class Clause:
    """An article that never allows something: of which protocol, its number, and what it says in our words."""

    protocol: str
    number: str
    says: str


@dataclass(frozen=True, slots=True)
class ClassTopic:
    """One item as a column. `shows`: it is about showing someone on the channel. `never`: nobody here ever may."""

    item: Item
    purpose: str
    shows: bool
    never: bool = False
    because: tuple[Clause, ...] = ()

    @property
    def covers(self) -> tuple[str, ...]:
        """What of a person it is about: foto, video, geluid, naam …"""
        return tuple(self.item.covers)


@dataclass(frozen=True, slots=True)
class ClassPupil:
    """A pupil as the class calls them, and how they stand per topic; no answer that counts is `open`."""

    person: Person
    name: str
    marks: Mapping[UUID, Mark]

    def may(self, topic: ClassTopic) -> bool:
        """Whether this pupil may be shown: only a yes that counts is one."""
        return not topic.never and self.marks.get(topic.item.id) == "ja"


@dataclass(frozen=True, slots=True)
class Ends:
    """The last day on which a list of this class can be trusted, and why not longer: dagen, antwoord, nieuw, jaar."""

    day: date
    because: Literal["dagen", "antwoord", "nieuw", "jaar"] = "dagen"


@dataclass(frozen=True, slots=True)
class ClassLine:
    """A class in a list of classes: how many pupils, and whether it is a class of who asks."""

    group: Group
    pupils: int
    own: bool


@dataclass(frozen=True)
class ClassView:
    """A class on a day: its pupils in the order of the names that are shown, its topics in that of the questions."""

    group: Group
    on: date
    pupils: tuple[ClassPupil, ...]
    topics: tuple[ClassTopic, ...]
    coming: tuple[date, ...]  # the days on which another pupil begins in this class
    channels: Vocabulary
    loaded: Loaded = field(repr=False)

    def channel_name(self, code: str, language: str) -> str:
        """What a channel is called here; a school's own pack may know more channels than we do."""
        return channel_told(code, self.channels)[language]

    def on_channel(self, code: str) -> tuple[ClassTopic, ...]:
        """The topics that are about showing someone there, those of a wider channel too (names on all social media)."""
        wide = {code, *(self.channels.above(code) if code in self.channels else ())}
        return tuple(one for one in self.topics if one.shows and one.item.channel in wide)


def classes_of(viewer: Person, school: School, on: date) -> tuple[ClassLine, ...]:
    """The classes of a school that this person may see: the own ones first, then by name."""
    lasting = (Q(members__begins=None) | Q(members__begins__lte=on)) & (
        Q(members__ends=None) | Q(members__ends__gte=on)
    )
    pupils = Q(members__role="leerling", members__person__removed_on=None) & lasting
    teaches = members_on(on).filter(group=OuterRef("pk"), person=viewer, role="leerkracht")
    groups = visible_groups(viewer, on).filter(school=school)
    rows = groups.annotate(pupils=Count("members", filter=pupils), own=Exists(teaches)).order_by("kind", "name")
    lines = (ClassLine(row, row.pupils, row.own) for row in rows)
    return tuple(sorted(lines, key=lambda line: (not line.own, line.group.kind != "klas", _natural(line.group.name))))


def class_view(group: Group, on: date, *, language: str = "nl") -> ClassView:
    """Everyone in a class for every item about pupils. Who asks has been let in already."""
    people, coming = _pupils(group, on)
    items = tuple(Item.objects.filter(board=group.school.board_id, active=True, asked_of=PUPIL_ITEM))
    loaded = load(group.school, on, people=[one.pk for one in people], items=items)
    called = short_names({one.pk: one for one in people})
    people.sort(key=lambda one: (folded(called[one.pk]), *sort_key(one)))  # as they are read
    return ClassView(
        group=group,
        on=on,
        pupils=tuple(ClassPupil(one, called[one.pk], _marks(loaded, one.pk)) for one in people),
        topics=tuple(_topic(loaded, item, language) for item in items),
        coming=coming,
        channels=channels_of([group.school]),
        loaded=loaded,
    )


def trusted_until(view: ClassView, topics: Collection[ClassTopic]) -> Ends:
    """Until when a printed list of these topics holds: the school's days, or shorter where time alone ends it."""
    day = view.on + timedelta(days=max(1, view.group.school.card_days) - 1)
    ends = [Ends(day), Ends(year_bounds(view.group.year)[1], "jaar")]
    ends += [Ends(last, "antwoord") for last in _last_days(view, topics)]
    ends += [Ends(begins - timedelta(days=1), "nieuw") for begins in view.coming]
    return min(ends, key=lambda one: one.day)


def whom_to_ask(school: School, on: date) -> tuple[tuple[Person, str], ...]:
    """Whom a colleague asks when in doubt: who leads the school and who keeps the answers, with their role."""
    leaders = ROLES.below("schoolleiding")
    rows = roles_at(school, on).filter(school=school, role__in=[*leaders, "administratie"], person__removed_on=None)
    found = sorted(rows.select_related("person"), key=lambda row: (row.role not in leaders, sort_key(row.person)))
    first: dict[bool, list[tuple[Person, str]]] = {True: [], False: []}
    for row in found:
        first[row.role in leaders].append((row.person, row.role))
    return tuple(first[True][:2] + first[False][:2])


def _natural(name: str) -> tuple[tuple[bool, int, str], ...]:
    """The order in which people list classes: 2A before 10B."""
    parts = re.findall(r"\d+|\D+", name)
    return tuple((not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts)


def _pupils(group: Group, on: date) -> tuple[list[Person], tuple[date, ...]]:
    """Who is in the class now, and the days on which others begin."""
    stays = Membership.objects.filter(group=group, role="leerling", person__removed_on=None).select_related("person")
    rows = [stay for stay in stays if stay.ends is None or stay.ends >= on]
    coming = tuple(stay.begins for stay in rows if stay.begins is not None and stay.begins > on)
    now = [stay.person for stay in rows if lasts(stay.begins, stay.ends, on=on)]
    return now, coming


def _marks(loaded: Loaded, person: UUID) -> dict[UUID, Mark]:
    if person not in loaded.people:
        return {}
    return {item.id: _mark(loaded, person, item) for item in loaded.items if loaded.concerns(person, item)}


def _mark(loaded: Loaded, person: UUID, item: Item) -> Mark:
    stands = standing_of(loaded, person, item)
    if stands.yes:
        return "ja"
    return "nee" if stands.is_refused or stands.code == "never" else "open"


def _topic(loaded: Loaded, item: Item, language: str) -> ClassTopic:
    known = purposes().get(item.purpose)
    asking = [asking_of(loaded, person, item) for person in loaded.people if loaded.concerns(person, item)]
    never = bool(asking) and all(one.outcome == "nooit" for one in asking)
    return ClassTopic(
        item=item,
        purpose=known.words[language] if known else item.purpose.replace("_", " "),
        shows=publishes(item.purpose) and LESSON not in item.covers,
        never=never,
        because=_clauses(loaded, asking) if never else (),
    )


def _clauses(loaded: Loaded, asking: Iterable[Asking]) -> tuple[Clause, ...]:
    packs = {ready.pack.id: ready for ready in loaded.book.packs}
    cited = dict.fromkeys(cited for one in asking for cited in one.because)
    return tuple(_clause(packs[one.pack], one) for one in cited)


def _clause(ready: ReadyPack, cited: Cited) -> Clause:
    return Clause(ready.pack.title, cited.clause, ready.pack.clause(cited.clause).says)


def _last_days(view: ClassView, topics: Collection[ClassTopic]) -> Iterable[date]:
    """The days on which a yes on the list ends by itself."""
    for pupil in view.pupils:
        for topic in topics:
            if pupil.may(topic):
                last = until_of(view.loaded, pupil.person.pk, topic.item)
                if last is not None:
                    yield last
