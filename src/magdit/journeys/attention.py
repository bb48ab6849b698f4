"""What asks for attention from someone today: their own questions, and per school what waits there. Changes nothing.

A handful of queries, however many people a school has. What somebody may know of it is for their roles to say; whoever
asks names the schools.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from magdit.areas.consent.family import About, family_of
from magdit.areas.consent.models import Answer, Letter, Request, Round
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Account, Guardianship, Person, School
from magdit.areas.people.queries import bonds_on
from magdit.areas.registers.models import TakedownTask

PUPIL_AT = "child__roles__school"


@dataclass(frozen=True, slots=True)
class AtSchool:
    """What waits at one school: about how many nobody answered in the round that is open (None: no round), and so on.

    `tasks`: to be taken down, `late` of which past their term. `letters` that could not be sent, `uninvited` parents
    without an account.
    """

    school: School
    unanswered: int | None
    tasks: int
    late: int
    letters: int
    uninvited: int


@dataclass(frozen=True, slots=True)
class Attention:
    """What waits for someone."""

    family: tuple[About, ...]
    schools: tuple[AtSchool, ...]


def attention(
    doing: Doing, viewer: Person, people: Iterable[Person], *, schools: Iterable[School], language: str
) -> Attention:
    """What waits for this person about these people, and at the schools for which they work."""
    family = family_of(viewer, people, doing.today, language=language)
    named = list(schools)
    return Attention(family, _at_schools(named, doing) if named else ())


def _at_schools(schools: list[School], doing: Doing) -> tuple[AtSchool, ...]:
    tasks = TakedownTask.objects.filter(done_at=None)
    at = "appearance__person__roles__school"
    rows = School.objects.filter(pk__in=[school.pk for school in schools]).order_by("name")
    counted = rows.annotate(
        round_open=Exists(_open_rounds(doing.today).filter(school=OuterRef("pk"))),
        unanswered=_number(_unanswered(doing.today), "round__school", "person"),
        tasks=_number(tasks, at, "pk"),
        late=_number(tasks.filter(due__lt=doing.at), at, "pk"),
        letters=_number(_letters(), "request__round__school", "pk"),
        uninvited=_number(_uninvited(doing.today), PUPIL_AT, "guardian"),
    )
    return tuple(
        AtSchool(one, one.unanswered if one.round_open else None, one.tasks, one.late, one.letters, one.uninvited)
        for one in counted
    )


def _number(rows: QuerySet[Any], at: str, what: str) -> Coalesce:
    """How many different ones there are at a school, as part of the query for the school."""
    here = rows.filter(**{at: OuterRef("pk")}).order_by().values(at)
    return Coalesce(Subquery(here.annotate(n=Count(what, distinct=True)).values("n"), output_field=IntegerField()), 0)


def _open_rounds(on: date) -> QuerySet[Round]:
    return Round.objects.filter(Q(closes=None) | Q(closes__gte=on), opens__lte=on)


def _unanswered(on: date) -> QuerySet[Request]:
    """The questions of the rounds of now about whom nobody answered anything since they were asked."""
    since = Answer.objects.filter(person=OuterRef("person"), at__gte=OuterRef("asked_at"))
    return Request.objects.filter(~Exists(since), round__in=_open_rounds(on), ended_at=None)


def _letters() -> QuerySet[Letter]:
    return Letter.objects.filter(sent_at=None, request__ended_at=None).exclude(failed="")


def _uninvited(on: date) -> QuerySet[Guardianship]:
    """The bonds of parents who cannot come in, with pupils of now."""
    known = Account.objects.filter(person=OuterRef("guardian"))
    lasting = Q(child__roles__ends=None) | Q(child__roles__ends__gte=on)
    pupils = bonds_on(on).filter(lasting, child__roles__role="leerling", guardian__removed_on=None)
    return pupils.exclude(authority="nee").filter(~Exists(known))
