"""Everything in the office of a school that waits for a person, each with whom it is about. Reads only.

Parents who differ, authority that nobody wrote down, children about whom nobody can be asked, pupils without a class,
letters that did not arrive, birthdays, and where the pupil administration says something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from magdit.areas.consent.asking.overview import titles
from magdit.areas.consent.attention import Differing, Mirror, differing, mirror_of, waiting_for_authority
from magdit.areas.consent.loading import Loaded
from magdit.areas.consent.rounds.handover import Handover, coming_handovers
from magdit.areas.consent.rounds.post import NOT_SENT, tray
from magdit.areas.consent.rounds.queries import wanted
from magdit.areas.people.at_school import pupils_without_class
from magdit.areas.people.models import Guardianship, Person, School
from magdit.areas.people.rules import holds

BOUNCED = "bounced"


@dataclass(frozen=True, slots=True)
class Conflict:
    """About one pupil: the question, who said yes and who no."""

    title: str
    yes: tuple[Person, ...]
    no: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A bond of which nobody knows whether there is authority. `waits`: a yes was given that counts once there is."""

    bond: int
    child: Person
    guardian: Person
    waits: bool


@dataclass(frozen=True, slots=True)
class Attention:
    """What waits, in the order in which it is looked at. Conflicts and birthdays ask nothing: they are told."""

    conflicts: tuple[tuple[Person, tuple[Conflict, ...]], ...]
    authority: tuple[Unknown, ...]
    nobody: tuple[Person, ...]
    no_class: tuple[Person, ...]
    failed: tuple[Person, ...]
    birthdays: tuple[Handover, ...]
    mirror: Mirror | None
    noes: tuple[tuple[Person, tuple[str, ...]], ...]

    @property
    def to_do(self) -> int:
        """How many things there are to do: what the page lists, and what the desk counts."""
        lists = (self.authority, self.nobody, self.no_class, self.failed, self.noes)
        return sum(len(one) for one in lists) + (self.mirror is not None and self.mirror.is_old)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look at."""
        return not self.to_do and not self.conflicts and not self.birthdays


def attention_of(school: School, on: date, *, language: str) -> Attention:
    """Read the school once, and say what a person has to look at."""
    open_, loaded = wanted(school, on)
    named = dict(zip((item.id for item in loaded.items), titles(loaded.items, language=language), strict=True))
    differ, unknown, mirror = differing(loaded), _unknown(loaded), mirror_of(school, loaded.people, on)
    givers = _people(school, {key for one in differ for key in (*one.yes, *one.no)} | {b.guardian_id for b in unknown})
    noes: dict[UUID, list[str]] = defaultdict(list)
    for person, item in mirror.noes if mirror is not None else ():
        noes[person].append(named.get(item, ""))
    return Attention(
        conflicts=_conflicts(differ, loaded.people, givers, named),
        authority=tuple(_told(loaded, unknown, givers)),
        nobody=() if school.mirror else tuple(loaded.people[one.person] for one in open_ if not one.askable),
        no_class=tuple(pupils_without_class(school, on)),
        failed=tuple(one for one in givers.values() if getattr(one, BOUNCED)),
        birthdays=tuple(sorted(coming_handovers(school, on, loaded=loaded), key=lambda one: one.day)),
        mirror=mirror,
        noes=tuple((loaded.people[person], tuple(told)) for person, told in noes.items() if person in loaded.people),
    )


def waiting_in(school: School, on: date) -> int:
    """How many of these there are that only reading the school tells: authority, nobody to ask, the administration."""
    open_, loaded = wanted(school, on)
    mirror = mirror_of(school, loaded.people, on)
    if mirror is not None:
        people = {person for person, _item in mirror.noes if person in loaded.people}
        return len(_unknown(loaded)) + len(people) + mirror.is_old
    return len(_unknown(loaded)) + sum(not one.askable for one in open_)


def _people(school: School, keys: Iterable[UUID]) -> Mapping[UUID, Person]:
    """These people, and those whose e-mail did not arrive, in one read."""
    bounced = tray(school).filter(failed=NOT_SENT)
    meant = Q(pk__in=list(keys)) | Q(pk__in=bounced.order_by().values("request__asked"))
    rows = Person.objects.filter(meant, board=school.board_id)
    marked = rows.annotate(**{BOUNCED: Exists(bounced.order_by().filter(request__asked=OuterRef("pk")))})
    return {one.pk: one for one in marked.order_by("last", "called")}


def _unknown(loaded: Loaded) -> list[Guardianship]:
    """The bonds that hold, around pupils of now, of which nobody wrote down whether there is authority."""
    pupils = (key for key, who in loaded.subjects.items() if "leerling" in who.roles)
    bonds = (bond for child in pupils for bond in loaded.bonds.get(child, {}).values() if bond.authority == "onbekend")
    return [bond for bond in bonds if holds(bond, born=loaded.people[bond.child_id].born, on=loaded.on)]


def _told(loaded: Loaded, bonds: Iterable[Guardianship], givers: Mapping[UUID, Person]) -> Iterator[Unknown]:
    waits = waiting_for_authority(loaded)
    for bond in bonds:
        if bond.guardian_id in givers:
            pair = bond.child_id, bond.guardian_id
            yield Unknown(bond.pk, loaded.people[bond.child_id], givers[bond.guardian_id], pair in waits)


def _conflicts(
    found: Iterable[Differing], people: Mapping[UUID, Person], givers: Mapping[UUID, Person], named: Mapping[UUID, str]
) -> tuple[tuple[Person, tuple[Conflict, ...]], ...]:
    together: dict[UUID, list[Conflict]] = defaultdict(list)
    for one in found:
        yes, no = (tuple(givers[key] for key in keys if key in givers) for keys in (one.yes, one.no))
        together[one.person].append(Conflict(named[one.item.id], yes, no))
    return tuple((people[person], tuple(told)) for person, told in together.items())
