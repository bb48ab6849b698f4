"""The rows that say how people of a school stand, read at once: for one child as for a whole school. Judges nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import F, FilteredRelation, Q, QuerySet

from magdit.areas.consent.asking.probing import PUPILS, Subject, Topic
from magdit.areas.consent.books import book_of
from magdit.areas.consent.models import Answer, Item
from magdit.areas.consent.records import PARENTS, Terms, Told, of_school
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.models import Guardianship, Person, Role, School
from magdit.areas.people.rules import lasts, voice
from magdit.norms.judge import Book

Key = tuple[UUID, UUID]
Held = tuple[UUID, str, date | None, date | None]  # a person, their role, from when and until when
PUPIL_ITEM = "leerling"
BY_INTEREST = "gerechtvaardigd_belang"
AT_ONCE = 500


@dataclass(frozen=True)
class Loaded:
    """Some people of a school on a day, with everything that was ever answered about them until then."""

    school: School
    on: date
    items: tuple[Item, ...]
    people: Mapping[UUID, Person]
    subjects: Mapping[UUID, Subject]
    told: Mapping[Key, tuple[Told, ...]]
    terms: Mapping[UUID, Terms] = field(default_factory=dict)
    bonds: Mapping[UUID, Mapping[UUID, Guardianship]] = field(default_factory=dict)  # child -> who stands around them

    @cached_property
    def book(self) -> Book:
        """The packs of the school."""
        return book_of(self.school)

    @cached_property
    def topics(self) -> Mapping[UUID, Topic]:
        """What each item is about, for the packs."""
        return {item.id: topic_of(item) for item in self.items}

    def answers(self, person: UUID, item: UUID) -> tuple[Told, ...]:
        """Every answer about one person and item."""
        return self.told.get((person, item), ())

    def about(self, person: UUID) -> list[tuple[Told, ...]]:
        """Every answer about one person, item by item."""
        return [told for item in self.items if (told := self.told.get((person, item.id)))]

    def concerns(self, person: UUID, item: Item) -> bool:
        """Whether an item is about people like this one: pupils, or who works for the school."""
        who = self.subjects[person]
        return who.is_pupil if item.asked_of == PUPIL_ITEM else bool(set(who.roles) - PUPILS - PARENTS)


def load(
    school: School, on: date, *, people: Iterable[UUID] | None = None, items: Iterable[Item] | None = None
) -> Loaded:
    """Read what is needed in a handful of queries. Without `people`: everyone with a role there."""
    chosen = tuple(Item.objects.filter(board=school.board_id, active=True)) if items is None else tuple(items)
    rows, roles = _people(school, on, None if people is None else set(people))
    subjects = {key: Subject(roles.get(key, ()), row.born) for key, row in rows.items()}
    bonds = _bonds(rows)
    return Loaded(
        school=school,
        on=on,
        items=chosen,
        people=rows,
        subjects=subjects,
        told=_told(school, rows, chosen, bonds, on),
        terms={key: _terms(school, row, bonds, on) for key, row in rows.items()},
        bonds=bonds,
    )


def load_family(
    schools: Iterable[School],
    on: date,
    *,
    people: Iterable[Person],
    items: Iterable[Item],
    roles: Iterable[Role],
    bonds: Iterable[Guardianship],
) -> Mapping[UUID, Loaded]:
    """The same for a few people at several schools, by school. `roles`, `bonds`: all of theirs, read before."""
    rows, chosen = {person.id: person for person in people}, tuple(items)
    held = [(one.school_id, (one.person_id, one.role, one.begins, one.ends)) for one in roles]
    around = _by_child(bonds)
    answers = list(_answers(list(rows), chosen, on))
    found: dict[UUID, Loaded] = {}
    for school in schools:
        here = _roles_on([one for where, one in held if where in {None, school.pk}], on, chosen=set(rows))
        subjects = {key: Subject(here.get(key, ()), row.born) for key, row in rows.items()}
        told = _as_all_told(answers, school, rows, around, on)
        terms = {key: _terms(school, row, around, on) for key, row in rows.items()}
        found[school.pk] = Loaded(school, on, chosen, rows, subjects, told, terms)
    return found


def topic_of(item: Item) -> Topic:
    """What an item is about, for the packs."""
    return Topic(item.channel, tuple(item.covers), item.purpose, item.basis == BY_INTEREST)


def _people(
    school: School, on: date, chosen: set[UUID] | None
) -> tuple[dict[UUID, Person], dict[UUID, tuple[str, ...]]]:
    """These people with the roles they have here on a day. Not chosen: everyone with a role of that day."""
    here = Q(roles__school=school) | Q(roles__school=None)
    rows = Person.objects.filter(board=school.board_id, removed_on=None)
    rows = rows.alias(here=FilteredRelation("roles", condition=here))
    rows = rows.annotate(held=F("here__role"), since=F("here__begins"), till=F("here__ends"))
    found = list(_some_of(rows, chosen))
    held = ((one.pk, one.held, one.since, one.till) for one in found if one.held)
    roles = _roles_on(held, on, chosen=chosen)
    return {one.pk: one for one in found if chosen is not None or one.pk in roles}, roles


def _some_of(rows: QuerySet[Any], chosen: set[UUID] | None) -> Iterator[Any]:
    """Those that were chosen, or all that have a role; so many at a time as a database can take."""
    if chosen is None:
        yield from rows.filter(held__isnull=False)
        return
    ids = list(chosen)
    for start in range(0, len(ids), AT_ONCE):
        yield from rows.filter(pk__in=ids[start : start + AT_ONCE])


def _roles_on(rows: Iterable[Held], on: date, *, chosen: set[UUID] | None) -> dict[UUID, tuple[str, ...]]:
    """The roles of a day. Who has none there any more and was a pupil is a former pupil; who comes is one already."""
    now: dict[UUID, set[str]] = defaultdict(set)
    was: dict[UUID, set[str]] = defaultdict(set)
    coming: dict[UUID, set[str]] = defaultdict(set)
    for person, role, begins, ends in rows:
        when = now if lasts(begins, ends, on=on) else was if begins is None or begins <= on else coming
        when[person].add(role)
    found = {person: tuple(sorted(roles)) for person, roles in now.items()}
    if chosen is not None:
        left = {person for person, roles in was.items() if "leerling" in roles} - set(now)
        found |= dict.fromkeys(left & chosen, ("oud_leerling",))
        # Parents may answer at enrolment, before the first day of school.
        found |= {one: tuple(sorted(coming[one])) for one in (set(coming) & chosen) - set(now)}
    return found


def _bonds(people: Mapping[UUID, Person]) -> dict[UUID, dict[UUID, Guardianship]]:
    ids = list(people)
    chunks = (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
    return _by_child(bond for chunk in chunks for bond in Guardianship.objects.filter(child__in=chunk))


def _by_child(bonds: Iterable[Guardianship]) -> dict[UUID, dict[UUID, Guardianship]]:
    found: dict[UUID, dict[UUID, Guardianship]] = defaultdict(dict)
    for bond in bonds:
        found[bond.child_id][bond.guardian_id] = bond
    return found


def _terms(school: School, person: Person, bonds: Mapping[UUID, Mapping[UUID, Guardianship]], on: date) -> Terms:
    if school.board.parents_needed != "allen":
        return Terms(mirror_days=school.mirror_days)
    around = bonds.get(person.id, {})
    needed = {str(key) for key, bond in around.items() if voice(bond, born=person.born, on=on).yes}
    return Terms(frozenset(needed), school.mirror_days)


def _unnamed(school: School, person: Person, around: Mapping[UUID, Guardianship], on: date) -> str | None:
    """What is known of the authority of an unnamed parent: the administration lists who has it, if we know of none.

    Unknown, so that their yes does not count, where nobody of those around the child has it, or all must agree.
    """
    if any(voice(bond, born=person.born, on=on).yes for bond in around.values()):
        return None
    return "onbekend" if around or school.board.parents_needed == "allen" else None


def _told(
    school: School,
    people: Mapping[UUID, Person],
    items: tuple[Item, ...],
    bonds: Mapping[UUID, Mapping[UUID, Guardianship]],
    on: date,
) -> dict[Key, tuple[Told, ...]]:
    return _as_all_told(_answers(list(people), items, on), school, people, bonds, on)


def _answers(ids: list[UUID], items: tuple[Item, ...], on: date) -> Iterator[Columns]:
    before = datetime.combine(on + timedelta(days=1), time(), tzinfo=SCHOOL_CLOCK)
    for start in range(0, len(ids), AT_ONCE):
        rows = Answer.objects.filter(
            person__in=ids[start : start + AT_ONCE], item__in=[item.id for item in items], at__lt=before
        )
        yield from rows.values_list(*_COLUMNS)


def _as_all_told(
    rows: Iterable[Columns],
    school: School,
    people: Mapping[UUID, Person],
    bonds: Mapping[UUID, Mapping[UUID, Guardianship]],
    on: date,
) -> dict[Key, tuple[Told, ...]]:
    found: dict[Key, list[Told]] = defaultdict(list)
    unnamed = {key: _unnamed(school, row, bonds.get(key, {}), on) for key, row in people.items()}
    for row in rows:
        told = _as_told(row, bonds.get(row[0], {}), unnamed.get(row[0]))
        if told is not None:
            found[row[0], row[1]].append(told)
    return {key: of_school(told, str(school.pk)) for key, told in found.items()}


_COLUMNS = ("person", "item", "giver", "role", "state", "at", "form", "until", "as_of", "number", "school")
Columns = tuple[UUID, UUID, UUID | None, str, str, datetime, str, date | None, date | None, int, UUID | None]


def _as_told(row: Columns, bonds: Mapping[UUID, Guardianship], unnamed: str | None) -> Told | None:
    """An answer with the authority of its giver; None of a guardian who has no bond with the child any more.

    `unnamed`: what is known of the authority of a parent whom the pupil administration did not name.
    """
    person, _, giver, role, state, at, form, until, as_of, number, school = row
    bond = bonds.get(giver) if giver is not None else None
    if role in PARENTS and giver is not None and bond is None:
        return None
    authority = bond.authority if bond is not None and giver != person else None
    if role in PARENTS and giver is None:
        authority = unnamed
    return Told(
        number=number,
        giver="" if giver is None else str(giver),
        role=role,
        state=state,
        on=at.astimezone(SCHOOL_CLOCK).date(),
        form=form or None,
        until=until,
        authority=authority,
        bond_ends=bond.ended if bond is not None else None,
        as_of=as_of,
        school="" if school is None else str(school),
        since=bond.since if bond is not None else None,
    )
