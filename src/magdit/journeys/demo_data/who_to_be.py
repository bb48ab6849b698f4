"""Whom a visitor of the demo may be: of each role at each school one person, and families that show something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from magdit.areas.people.models import Guardianship, Person, Role, School
from magdit.areas.people.queries import bonds_on, members_on, pupils_of, roles_at
from magdit.areas.people.rules import ADULT, born_by
from magdit.journeys.demo_data.invented import SCHOOLS
from magdit.journeys.demo_data.rows import board_id
from magdit.words.roles import ROLES

PUPILS = frozenset({"leerling", "oud_leerling"})
TEACHER = "leerkracht"
SIXTEEN = 16  # from here on most protocols let a pupil answer; who shows the demo finds one on both sides


@dataclass(frozen=True, slots=True)
class Part:
    """Someone to be: what they are at the school, of whom a parent is one, and of which class a teacher."""

    person: Person
    role: str
    child: Person | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A school with everyone whom one may be there: families, and who works there."""

    school: School
    families: tuple[Part, ...]
    staff: tuple[Part, ...]


def invented_schools() -> QuerySet[School]:
    """The schools that the demo made. A real one is never among them, also where somebody switched the demo on."""
    return School.objects.filter(board__in=[board_id(invented) for invented in SCHOOLS])


def someone(person: str) -> Person | None:
    """The person of this id, if somebody made them up."""
    try:
        key = UUID(person)
    except ValueError:
        return None
    return Person.objects.filter(pk=key, board__in=invented_schools().values("board")).first()


def who_to_be(on: date) -> tuple[Stage, ...]:
    """Every school of the demo, and whom one may be there."""
    schools = invented_schools().order_by("name")
    return tuple(stage_of(school, on) for school in schools)


def stage_of(school: School, on: date) -> Stage:
    """One school, and whom one may be there."""
    families = tuple(_families(school, on))
    teaches = _teachers(next((part.child for part in families if part.child), None), on)
    rows = roles_at(school, on).exclude(role__in=PUPILS).select_related("person").order_by("pk")
    order = [word.code for word in ROLES]
    staff = sorted(_one_each(rows, teaches), key=lambda part: order.index(part.role))
    return Stage(school, families, tuple(staff))


def _teachers(child: Person | None, on: date) -> dict[UUID, str]:
    """Who teaches the class of this child, and what that class is called."""
    groups = members_on(on).filter(person=child, role="leerling", group__kind="klas").values("group")
    rows = members_on(on).filter(group__in=groups, role="leerkracht")
    return dict(rows.values_list("person_id", "group__name"))


def _families(school: School, on: date) -> Iterator[Part]:
    """The parents of Noor, both of them where there are two; the youngest pupil, and the oldest who answers alone."""
    pupils = pupils_of(school, on).filter(left_on=None)
    young, grown = pupils.filter(born__gt=born_by(on, SIXTEEN)), pupils.filter(born__lte=born_by(on, SIXTEEN))
    yield from _parents_of_noor(young, on) or _parents_of_noor(grown, on)
    for one in (young.order_by("-born", "pk").first(), grown.filter(born__gt=born_by(on, ADULT)).first()):
        if one is not None:
            yield Part(one, "leerling")


def _parents_of_noor(pupils: QuerySet[Person], on: date) -> list[Part]:
    """Of the Noors the one with most parents who decide, and who read Dutch: theirs is the story of docs/begin.md."""
    around = bonds_on(on).filter(authority="ja", guardian__institution=False).select_related("guardian", "child")
    per_noor: dict[UUID, list[Guardianship]] = defaultdict(list)
    for bond in around.filter(child__in=pupils.filter(called="Noor")).order_by("pk"):
        per_noor[bond.child_id].append(bond)
    bonds = max(per_noor.values(), key=_told, default=[])
    return [_parent(bond) for bond in bonds]


def _told(bonds: Sequence[Guardianship]) -> tuple[int, int]:
    return len(bonds), sum(bond.guardian.language == "nl" for bond in bonds)


def _parent(bond: Guardianship) -> Part:
    return Part(bond.guardian, "voogd" if bond.relation == "voogd" else "ouder", bond.child)


def _one_each(rows: Iterable[Role], teaches: Mapping[UUID, str]) -> Iterator[Part]:
    """One of each role, so that the list stays short; of the teachers the one whose class the child is in."""
    found: dict[str, Part] = {}
    for row in rows:
        group = teaches.get(row.person_id, "") if row.role == TEACHER else ""
        if group or row.role not in found:
            found[row.role] = Part(row.person, row.role, group=group)
    yield from found.values()
