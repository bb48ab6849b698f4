"""Who belongs to the audience of a publication: what a family is shown of it later. Pure; knows no rows.

Whoever could read it where it was placed may find it back here, and nobody else: being in a picture opens nothing that
was meant for colleagues. Of a class of which nobody wrote down which one it is, nobody belongs to the audience.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

PUBLIC = "openbaar"
OF_THE_SCHOOL = ("semi_openbaar", "groep")  # followers and closed groups: of one class where one was named
OF_THE_CLASS = ("klas", "ouders")
PARENTS_ONLY = "ouders"
COLLEAGUES = "team"


@dataclass(frozen=True, slots=True)
class InClass:
    """A class in which the one who is shown was, and when."""

    group: str
    begins: date | None = None
    ends: date | None = None

    def holds(self, on: date) -> bool:
        """Whether they were in it that day."""
        return (self.begins is None or self.begins <= on) and (self.ends is None or on <= self.ends)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks: a parent of who is shown, or they themself.

    `schools`: where who is shown is a pupil today; `works_at`: where the reader works today.
    """

    is_parent: bool
    schools: frozenset[UUID] = frozenset()
    classes: tuple[InClass, ...] = ()
    works_at: frozenset[UUID] = frozenset()


def belongs(reader: Reader, *, audience: str, school: UUID, groups: Collection[str], on: date) -> bool:
    """Whether what was published on that day, for this audience, was for this reader too. An unknown word: for none."""
    if audience == PUBLIC:
        return True
    if school in reader.works_at:
        return audience in (*OF_THE_SCHOOL, *OF_THE_CLASS, COLLEAGUES)
    if school not in reader.schools or (audience == PARENTS_ONLY and not reader.is_parent):
        return False
    if audience in OF_THE_SCHOOL and not groups:
        return True
    in_class = any(one.group in groups and one.holds(on) for one in reader.classes)
    return audience in (*OF_THE_SCHOOL, *OF_THE_CLASS) and in_class
