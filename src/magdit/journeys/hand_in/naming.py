"""Whose face it is, by the name that was typed: in the chosen class first, and otherwise anyone of the school."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from magdit.areas.drafts.models import PERSON, Draft, Picture
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.check.tables.folded import folded
from magdit.check.tables.roster import Person
from magdit.journeys.hand_in.roster import kept_roster
from magdit.journeys.hand_in.saying import say_of_faces

MOST = 30


@transaction.atomic
def say_names(doing: Doing, picture: Picture, names: Mapping[str, str], *, version: int) -> int:
    """Name every face beside which a name was typed, or none. Refused when a name is nobody's, or several people's."""
    for face, name in names.items():
        if name.strip():
            person = UUID(_the_one(picture.draft, doing.today, name).id)
            version = say_of_faces(doing, picture, [face], fate=PERSON, version=version, person=person).version
    return version


def people_named(draft: Draft, on: date, words: str) -> tuple[Person, ...]:
    """Who is meant by these words: those of the chosen class first."""
    wanted = [part for word in words.split() if (part := folded(word))]
    found = [one for one in kept_roster(draft.school, on).people if wanted and _has_all(one, wanted)]
    group = _class_name(draft)
    return tuple(sorted(found, key=lambda one: (one.group != group, one.display))[:MOST])


def class_of(draft: Draft, people: Iterable[Person]) -> tuple[Person, ...]:
    """Those of the chosen class, in the order of their names."""
    group = _class_name(draft)
    return tuple(sorted((one for one in people if group and one.group == group), key=lambda one: one.display))


def _the_one(draft: Draft, on: date, name: str) -> Person:
    found = people_named(draft, on, name)
    if not found:
        raise Refused("nobody_named")
    exact = [one for one in found if folded(one.display) == folded(name)]
    group = _class_name(draft)
    here = [one for one in (exact or found) if group and one.group == group]
    one = next((rows[0] for rows in (here, exact, found) if len(rows) == 1), None)
    if one is None:
        raise Refused("several_named")
    return one


def _class_name(draft: Draft) -> str:
    return draft.group.name if draft.group else ""


def _has_all(person: Person, wanted: Iterable[str]) -> bool:
    name = folded(" ".join((person.first, person.called, person.infix, person.last)))
    return all(part in name for part in wanted)
