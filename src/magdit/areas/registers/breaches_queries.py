"""Which possible data breaches someone handles, and which still run. Changes nothing."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Person, Role, School
from magdit.areas.people.queries import roles_at, visible_children
from magdit.areas.people.rights import of_schools, where_held, with_narrower
from magdit.areas.registers.models import Appearance, Breach
from magdit.areas.registers.rules_breaches import BREACH, CLOSED, DAY, HANDLERS, REPORTED

GONE = ("oud_leerling",)


def visible_breaches(person: Person, on: date) -> QuerySet[Breach]:
    """Those that someone handles: of their school, or of the whole board."""
    rows = Breach.objects.filter(of_schools(where_held(person, HANDLERS, on)), board=person.board_id)
    return rows.select_related("school", "reported_by", "decided_by")


def open_breaches(rows: QuerySet[Breach]) -> QuerySet[Breach]:
    """Of these what is not closed, the most urgent first."""
    return rows.exclude(state=CLOSED).order_by("due", "pk")


def running(board: UUID, at: datetime) -> QuerySet[Breach]:
    """What still has to be reported, or of which nobody decided whether it must: its clock runs."""
    undecided = Q(state=REPORTED) | Q(state=BREACH, must_report=True, reported_at=None)
    return Breach.objects.filter(undecided, board=board, known_at__lte=at).order_by("due", "pk")


def may_report(person: Person, school: School, on: date) -> bool:
    """Whoever belongs to a school may say that something may be a breach: staff, pupils, and parents of pupils."""
    if person.board_id != school.board_id:
        return False
    around = roles_at(school, on).exclude(role__in=GONE)
    children = visible_children(person, on).values("pk")
    return around.filter(Q(person=person) | Q(person__in=children)).exists()


def reported_lately(person: Person, at: datetime) -> int:
    """How often someone reported in the day before, as the journal has it."""
    return Entry.objects.filter(
        board=person.board_id, verb="datalek gemeld", actor_kind="persoon", actor=str(person.pk), at__gt=at - DAY
    ).count()


def works_at(person: Person, school: School, on: date) -> bool:
    """Whether someone has a role there that is not that of a pupil: they may speak of more than of themself."""
    return roles_at(school, on).filter(person=person).exclude(role__in=("leerling", *GONE)).exists()


def is_shown_in(person: Person, publication: UUID, on: date) -> bool:
    """Whether this publication shows them or their child: then they may say that it should not have."""
    people = Q(person=person) | Q(person__in=visible_children(person, on).values("pk"))
    return Appearance.objects.filter(people, publication=publication, board=person.board_id).exists()


def handlers_of(breach: Breach, on: date) -> QuerySet[Person]:
    """Who handles this one, and hears of it by mail."""
    here = Q(school=breach.school_id) | Q(school=None) if breach.school_id else Q(school=None)
    lasts = (Q(begins=None) | Q(begins__lte=on)) & (Q(ends=None) | Q(ends__gte=on))
    roles = Role.objects.filter(here & lasts, role__in=with_narrower(HANDLERS), person__board=breach.board_id)
    return Person.objects.filter(pk__in=roles.values("person"), removed_on=None).order_by("pk")
