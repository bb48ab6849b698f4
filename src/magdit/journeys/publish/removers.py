"""Whom the protocols name for taking something down, or for looking after an account. Knows packs; knows no rows."""

from __future__ import annotations

from collections.abc import Iterator

from magdit.norms.judge import Book
from magdit.words.roles import ROLES

REMOVES = frozenset({"weghalen", "verwijderen"})
LOOKS_AFTER = frozenset({"beheren"})
NOT_THE_SCHOOL = frozenset({"leerling", "ouder", "overige_betrokkene", "school", "zelf", "bezoeker", "buitenstaander"})
EVERYBODY = frozenset({"medewerker", "leerkracht", "mentor", "oop"})  # who all work there: that is no one of them


def named_to_remove(book: Book) -> Iterator[tuple[str, str]]:
    """The roles, each with its clause; never just whoever works there, for then it is nobody's."""
    for does in (REMOVES, LOOKS_AFTER):
        for ready in book.packs:
            for duty in ready.pack.duties:
                if does & {duty.does, *duty.either}:
                    yield from ((role, duty.clause) for role in duty.who if _names_somebody(role))


def _names_somebody(role: str) -> bool:
    return role in ROLES and role not in EVERYBODY and NOT_THE_SCHOOL.isdisjoint({role, *ROLES.above(role)})
