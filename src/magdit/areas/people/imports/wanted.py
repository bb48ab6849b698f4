"""Which of the schools in a delivery is the one we import for. Refuses to guess: the wrong school is a data breach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from magdit.areas.people.imports.delivery import DeliveredSchool, Place
from magdit.areas.people.imports.problems import Problems
from magdit.check.tables.folded import folded


@dataclass(frozen=True, slots=True)
class Wanted:
    """Our school: its short name and name, its BRIN if we know it, and its key elsewhere from an earlier time."""

    code: str
    name: str = ""
    brin: str = ""
    key: str = ""


def chosen(schools: Iterable[DeliveredSchool], wanted: Wanted, problems: Problems, *, at: Place) -> DeliveredSchool:
    """The one school that is ours; NotTaken when there is none, or more than one could be."""
    found = tuple(schools)
    if wanted.key:
        by_key = [school for school in found if school.key == wanted.key]
        if by_key:
            return by_key[0]
        raise problems.fail("school_not_here", at, key=wanted.key, found=_told(found))
    fitting = [school for school in found if _fits(school, wanted)]
    if len(fitting) == 1 or (len(found) == 1 and not fitting):
        school = (fitting or list(found))[0]
        if not same_brin(school.brin, wanted.brin):
            raise problems.fail("other_school", at, theirs=school.brin, ours=wanted.brin)
        return school
    raise problems.fail("which_school" if found else "no_school", at, found=_told(found))


def same_brin(theirs: str, ours: str) -> bool:
    """Whether two BRINs may be the same school; four characters fit any location of that school, unknown fits all."""
    shortest = min(len(theirs), len(ours))
    return shortest < 4 or theirs[:shortest].upper() == ours[:shortest].upper()


def _fits(school: DeliveredSchool, wanted: Wanted) -> bool:
    if len(school.brin) >= 4 and len(wanted.brin) >= 4:
        return same_brin(school.brin, wanted.brin)
    names = {folded(wanted.name), folded(wanted.code)} - {""}
    return folded(school.name) in names or folded(school.key) in names


def _told(schools: Iterable[DeliveredSchool]) -> str:
    return ", ".join(f"{school.name or '?'} ({school.key})" for school in list(schools)[:10]) or "geen"
