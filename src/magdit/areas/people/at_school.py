"""Everyone who belongs to a school, for the office that keeps them: found by what is typed of a name. Changes nothing.

Names are compared as people type them: without capitals and accents, in any order.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from magdit.areas.people.models import Guardianship, Person, Role, School
from magdit.areas.people.names import sort_key
from magdit.areas.people.queries import bonds_on, members_on
from magdit.check.tables.folded import folded

MOST = 40


def everyone_of(school: School, on: date) -> QuerySet[Person]:
    """Pupils and staff of now, of later and until they left; and who stands around those pupils."""
    theirs = _roles(school, on)
    around = bonds_on(on).filter(child__in=theirs.filter(role="leerling").values("person"))
    belongs = Q(pk__in=theirs.values("person")) | Q(pk__in=around.values("guardian"))
    return Person.objects.filter(belongs, board=school.board_id, removed_on=None)


def pupils_and_staff_of(school: School, on: date) -> QuerySet[Person]:
    """Whom a question of this school can be about."""
    return Person.objects.filter(
        pk__in=_roles(school, on).values("person"), board=school.board_id, removed_on=None, institution=False
    )


def find(people: QuerySet[Person], words: str, *, most: int = MOST) -> tuple[list[Person], bool]:
    """Those in whose name every word stands, in the order of a list; and whether there were more."""
    wanted = [part for word in words.split() if (part := folded(word))]
    if not wanted:
        return [], False
    rows = people.values_list("pk", "first", "called", "infix", "last")
    keys = [key for key, *parts in rows if _has_all(folded("".join(parts)), wanted)]
    found = sorted(Person.objects.filter(pk__in=keys[: most * 5]), key=sort_key)
    return found[:most], len(keys) > most


def pupils_without_class(school: School, on: date) -> QuerySet[Person]:
    """The pupils of a day who are in no class: nobody sees them in a list of theirs."""
    here = Role.objects.filter(school=school, role="leerling").filter(_lasts(on))
    placed = members_on(on).filter(group__school=school, group__kind="klas", role="leerling")
    pupils = Person.objects.filter(pk__in=here.values("person"), removed_on=None)
    return pupils.exclude(pk__in=placed.values("person")).order_by("last", "called")


def classes_of(school: School, people: Iterable[UUID], on: date) -> dict[UUID, str]:
    """The class of each of these pupils on a day; who is in none is not in it."""
    ids, found = list(people), dict[UUID, str]()
    placed = members_on(on).filter(group__school=school, group__kind="klas", role="leerling")
    for start in range(0, len(ids), 500):
        rows = placed.filter(person__in=ids[start : start + 500]).order_by("-group__name")
        found.update(rows.values_list("person_id", "group__name"))
    return found


def unknown_authority(school: School, on: date) -> QuerySet[Guardianship]:
    """The bonds around the pupils of a school of which nobody wrote down whether there is authority."""
    pupils = Role.objects.filter(school=school, role="leerling").filter(_lasts(on)).values("person")
    bonds = bonds_on(on).filter(child__in=pupils, authority="onbekend", guardian__removed_on=None)
    return bonds.select_related("child", "guardian").order_by("child__last", "child__called", "pk")


def _has_all(name: str, wanted: list[str]) -> bool:
    return all(word in name for word in wanted)


def _lasts(on: date) -> Q:
    return (Q(begins=None) | Q(begins__lte=on)) & (Q(ends=None) | Q(ends__gte=on))


def _roles(school: School, on: date) -> QuerySet[Role]:
    """Roles of now and of later, and the one that someone had when they left: the file is kept there for its term."""
    return Role.objects.filter(Q(ends=None) | Q(ends__gte=on) | Q(ends=F("person__left_on")), school=school)
