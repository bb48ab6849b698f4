"""One person as the privacy officer sees them: how they stand, every answer with who gave it, and where they are shown.

For nobody else: a teacher sees `class_view`, a parent `queries.own_view`. Who asks has been let in already; that they
looked is for the door to write down.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from magdit.areas.consent.asking.overview import titles
from magdit.areas.consent.loading import load
from magdit.areas.consent.models import Answer, Item
from magdit.areas.consent.proof.queries import answers_about
from magdit.areas.consent.queries import asking_of, schools_to_answer, standing_of
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Guardianship, Membership, Person, Role, School
from magdit.areas.registers.models import Appearance, TakedownTask


@dataclass(frozen=True, slots=True)
class Stand:
    """Yes or no of now at one school; `silent`: no, since nobody gave an answer that counts."""

    school: School
    yes: bool
    silent: bool


@dataclass(frozen=True, slots=True)
class TopicStory:
    """One topic: how it stands now at each school where it is asked, and all answers, the newest first."""

    title: str
    item: Item
    now: tuple[Stand, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class ShownAt:
    """Where someone is or was shown, and the tasks to take that down."""

    appearance: Appearance
    tasks: tuple[TakedownTask, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """Who someone is at the school, and all that was answered about them or by them."""

    person: Person
    roles: tuple[Role, ...]
    groups: tuple[Membership, ...]
    guardians: tuple[Guardianship, ...]
    children: tuple[Guardianship, ...]
    topics: tuple[TopicStory, ...]
    given: tuple[Answer, ...]
    shown: tuple[ShownAt, ...]


def person_view(person: Person, on: date, *, language: str = "nl") -> PersonView:
    """Everything that is told of one person, in a fixed number of reads."""
    bonds = list(
        Guardianship.objects.filter(child=person).select_related("guardian", "child")
        | Guardianship.objects.filter(guardian=person).select_related("guardian", "child")
    )
    return PersonView(
        person=person,
        roles=tuple(Role.objects.filter(person=person).select_related("school").order_by("begins", "pk")),
        groups=tuple(
            Membership.objects.filter(person=person).select_related("group__school").order_by("-group__year", "pk")
        ),
        guardians=tuple(bond for bond in bonds if bond.child_id == person.pk),
        children=tuple(bond for bond in bonds if bond.guardian_id == person.pk),
        topics=_topics(person, on, language),
        given=tuple(answers_given(person)),
        shown=_shown(person),
    )


def answers_given(person: Person) -> list[Answer]:
    """What someone answered about others, the newest first."""
    rows = Answer.objects.filter(giver=person, item__board=person.board_id).exclude(person=person)
    return list(rows.select_related("item", "person", "school").order_by("-at", "-number"))


def _topics(person: Person, on: date, language: str) -> tuple[TopicStory, ...]:
    items = list(Item.objects.filter(board=person.board_id))
    told: dict[UUID, list[Answer]] = defaultdict(list)
    for answer in answers_about(person):
        told[answer.item_id].insert(0, answer)
    stands = _stands(person, items, on)
    return tuple(
        TopicStory(title, item, tuple(stands.get(item.id, ())), tuple(told.get(item.id, ())))
        for item, title in zip(items, titles(items, language=language), strict=True)
        if item.id in told or (item.active and item.id in stands)
    )


def _stands(person: Person, items: list[Item], on: date) -> dict[UUID, list[Stand]]:
    found: dict[UUID, list[Stand]] = defaultdict(list)
    for school in _schools(person, on):
        loaded = load(school, on, people=[person.pk], items=items)
        for item in items:
            if loaded.concerns(person.pk, item) and asking_of(loaded, person.pk, item).is_asked:
                now = standing_of(loaded, person.pk, item)
                found[item.id].append(Stand(school, now.yes, silent=not now.yes and not now.is_refused))
    return found


def _schools(person: Person, on: date) -> tuple[School, ...]:
    try:
        return schools_to_answer(person, on)
    except Refused:  # of no school any more: only what was answered is told
        return ()


def _shown(person: Person) -> tuple[ShownAt, ...]:
    rows = Appearance.objects.filter(person=person).order_by("-shown_at", "pk").prefetch_related("takedowns")
    return tuple(ShownAt(row, tuple(sorted(row.takedowns.all(), key=_made))) for row in rows)


def _made(task: TakedownTask) -> datetime:
    return task.made_at
