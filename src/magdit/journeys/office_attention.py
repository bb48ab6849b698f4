"""Everything in the office of a school that waits for a person, each with whom it is about. Reads only.

Parents who differ, authority that nobody wrote down, children about whom nobody can be asked, pupils without a class,
letters that did not arrive, birthdays, and where the pupil administration says something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from magdit.areas.consent.asking.overview import titles
from magdit.areas.consent.attention import Differing, Mirror, differing, mirror_of, waiting_for_authority
from magdit.areas.consent.models import Letter
from magdit.areas.consent.rounds.handover import Handover, coming_handovers
from magdit.areas.consent.rounds.post import NOT_SENT, tray
from magdit.areas.consent.rounds.queries import wanted
from magdit.areas.people.at_school import pupils_without_class, unknown_authority
from magdit.areas.people.models import Guardianship, Person, School

MOST = 50


@dataclass(frozen=True, slots=True)
class Conflict:
    """About one pupil: the question, who said yes and who no."""

    title: str
    yes: tuple[Person, ...]
    no: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Attention:
    """What waits, in the order in which it is looked at."""

    conflicts: tuple[tuple[Person, tuple[Conflict, ...]], ...]
    authority: tuple[tuple[Guardianship, bool], ...]  # with whether a yes waits for it
    nobody: tuple[Person, ...]
    no_class: tuple[Person, ...]
    failed: tuple[Letter, ...]
    birthdays: tuple[Handover, ...]
    mirror: Mirror | None
    noes: tuple[tuple[Person, tuple[str, ...]], ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look at."""
        lists = (self.conflicts, self.authority, self.nobody, self.no_class, self.failed, self.birthdays, self.noes)
        return not any(lists) and not (self.mirror and self.mirror.is_old)


def attention_of(school: School, on: date, *, language: str) -> Attention:
    """Read the school once, and say what a person has to look at."""
    open_, loaded = wanted(school, on)
    named = dict(zip((item.id for item in loaded.items), titles(loaded.items, language=language), strict=True))
    waits = waiting_for_authority(loaded)
    bonds = unknown_authority(school, on)[:MOST]
    mirror = mirror_of(school, loaded.people, on)
    noes: dict[UUID, list[str]] = defaultdict(list)
    for person, item in mirror.noes if mirror is not None else ():
        noes[person].append(named.get(item, ""))
    return Attention(
        conflicts=_conflicts(differing(loaded), loaded.people, named),
        authority=tuple((bond, (bond.child_id, bond.guardian_id) in waits) for bond in bonds),
        nobody=tuple(loaded.people[one.person] for one in open_ if not one.askable),
        no_class=tuple(pupils_without_class(school, on)[:MOST]),
        failed=tuple(tray(school).filter(failed=NOT_SENT)[:MOST]),
        birthdays=coming_handovers(school, on, loaded=loaded),
        mirror=mirror,
        noes=tuple((loaded.people[person], tuple(told)) for person, told in noes.items() if person in loaded.people),
    )


def _conflicts(
    found: Iterable[Differing], people: Mapping[UUID, Person], named: Mapping[UUID, str]
) -> tuple[tuple[Person, tuple[Conflict, ...]], ...]:
    listed = list(found)
    givers = Person.objects.in_bulk({one for each in listed for one in (*each.yes, *each.no)}) if listed else {}
    together: dict[UUID, list[Conflict]] = defaultdict(list)
    for one in listed:
        yes, no = (tuple(givers[key] for key in keys if key in givers) for keys in (one.yes, one.no))
        together[one.person].append(Conflict(named[one.item.id], yes, no))
    return tuple((people[person], tuple(told)) for person, told in together.items())
