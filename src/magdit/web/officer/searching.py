"""Finding people by parts of their name, with or without accents. Reads whom the asker may see, and no other.

A database folds accents in its own way, or not at all; so the names are compared here. That is one read of short rows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from magdit.areas.people.models import Guardianship, Person, Role
from magdit.areas.people.names import sort_key
from magdit.areas.people.queries import visible_bonds, visible_files
from magdit.check.tables.folded import folded

MOST = 50
NAMES = ("first", "called", "infix", "last")
PARTING = re.compile(r"[\s,-]+")


@dataclass(frozen=True, slots=True)
class Found:
    """Someone who was found, with their roles and where they have or had these, and of whom they are the parent."""

    person: Person
    roles: tuple[Role, ...]
    children: tuple[Guardianship, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """Who was found, in the order of a Dutch list; `more` when there are others beside these."""

    people: tuple[Found, ...]
    more: bool


def search(viewer: Person, on: date, wanted: str) -> Result:
    """Everyone in whose name each of the words begins a part, at most fifty of them."""
    words = _parts(wanted)
    rows = visible_files(viewer, on).values_list("pk", *NAMES)
    ids = [pk for pk, *names in rows.iterator() if _fits(words, names)] if words else []
    people = sorted(_people(ids[: MOST * 4]), key=sort_key)
    shown = people[:MOST]
    roles, children = _roles([one.pk for one in shown]), _children(viewer, on, [one.pk for one in shown])
    found = tuple(Found(one, tuple(roles[one.pk]), tuple(children[one.pk])) for one in shown)
    return Result(found, len(ids) > MOST)


def _fits(words: Sequence[str], names: Sequence[str]) -> bool:
    together = " ".join(names)
    whole = folded(together)
    if not all(word in whole for word in words):  # quick, and true of nearly everyone
        return False
    parts = _parts(together)
    return all(any(part.startswith(word) for part in parts) for word in words)


def _parts(text: str) -> list[str]:
    """The parts of a name, as they are compared: no capitals, accents or signs; a hyphen parts too."""
    return [part for one in PARTING.split(text) if (part := folded(one))]


def _people(ids: list[UUID]) -> list[Person]:
    return list(Person.objects.filter(pk__in=ids))


def _roles(ids: list[UUID]) -> dict[UUID, list[Role]]:
    found: dict[UUID, list[Role]] = defaultdict(list)
    for role in Role.objects.filter(person__in=ids).select_related("school").order_by("begins", "pk"):
        found[role.person_id].append(role)
    return found


def _children(viewer: Person, on: date, ids: list[UUID]) -> dict[UUID, list[Guardianship]]:
    """The bonds that these people have with children, as far as the viewer may see them."""
    found: dict[UUID, list[Guardianship]] = defaultdict(list)
    bonds = visible_bonds(viewer, on).filter(guardian__in=ids).select_related("child")
    for bond in bonds.order_by("child__called", "pk"):
        found[bond.guardian_id].append(bond)
    return found
