"""The office takes in a form on paper: who it is about, who may have signed it, and what is asked of them.

The rows come from people, the questions from consent; what is written goes through `consent.paper`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from magdit.areas.consent.asking.overview import titles
from magdit.areas.consent.loading import load
from magdit.areas.consent.models import Item
from magdit.areas.consent.paper import Paper, TakenIn, enter_form
from magdit.areas.consent.queries import asking_of, kept_elsewhere, standing_of
from magdit.areas.consent.rounds.rules import OWN_ROLES
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Guardianship, Person, School
from magdit.areas.people.names import whole
from magdit.areas.people.rules import may_see_child


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the form, with how it stands now.

    `elsewhere`: the pupil administration is master, so a yes on paper is put in there; only a no is taken in here.
    """

    item: Item
    title: str
    now: bool
    state: str
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Signer:
    """Someone who may have signed. `relation` is "zelf", or what they are of the child; `known`: their yes counts."""

    person: Person
    relation: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """A form on paper about one person."""

    person: Person
    signers: tuple[Signer, ...]
    questions: tuple[Question, ...]


def form_for(school: School, person: Person, on: date, *, language: str = "nl") -> Form:
    """The questions of this school about one person, and who may have signed the paper."""
    loaded = load(school, on, people=[person.pk])
    items = [item for item in loaded.items if person.pk in loaded.people and loaded.concerns(person.pk, item)]
    asked = [item for item in items if asking_of(loaded, person.pk, item).is_asked]
    named = titles(asked, language=language, name=person.called or person.first, school=school.name)
    stands = [standing_of(loaded, person.pk, item) for item in asked]
    own = any(OWN_ROLES & set(asking_of(loaded, person.pk, item).signers) for item in asked)
    is_pupil = person.pk in loaded.people and loaded.subjects[person.pk].is_pupil
    return Form(
        person=person,
        signers=tuple(_signers(person, on, own=own or not is_pupil)),
        questions=tuple(
            Question(item, title, stand.yes, stand.state, elsewhere=kept_elsewhere(school, item))
            for item, title, stand in zip(asked, named, stands, strict=True)
        ),
    )


def take_in(doing: Doing, school: School, person: Person, says: Mapping[Item, bool], told: Told) -> TakenIn:
    """Take in the whole form with its one scan; all of it or nothing."""
    signer = Person.objects.filter(pk=told.signer, board=doing.board, removed_on=None).first()
    if signer is None:
        raise Refused("not_yours")
    return enter_form(doing, person, says, Paper(signer, told.signed_on, told.scan), school=school)


@dataclass(frozen=True, slots=True)
class Told:
    """What the office says of the paper."""

    signer: UUID
    signed_on: date
    scan: bytes


def titles_of(taken: TakenIn, person: Person, school: School, *, language: str) -> dict[UUID, str]:
    """What each question on a paper that was taken in is called."""
    items = [answer.item for answer in taken.answers]
    told = titles(items, language=language, name=person.called or whole(person), school=school.name)
    return dict(zip((item.pk for item in items), told, strict=True))


def _signers(person: Person, on: date, *, own: bool) -> list[Signer]:
    bonds = Guardianship.objects.filter(child=person, guardian__removed_on=None).select_related("guardian")
    around = [
        Signer(bond.guardian, bond.relation, bond.authority == "ja")
        for bond in bonds.order_by("pk")
        if may_see_child(bond, born=person.born, on=on)
    ]
    return [*around, *([Signer(person, "zelf")] if own else [])]
