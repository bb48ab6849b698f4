"""What asks for attention from someone today: their own questions, and per school what waits there. Changes nothing.

A handful of queries, however many people a school has; the numbers are those of the pages behind them. What somebody
may know of it is for their roles to say; whoever asks names the schools.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from magdit.areas.consent.family import About, family_of
from magdit.areas.consent.models import Letter, Round
from magdit.areas.consent.rounds.queries import progress
from magdit.areas.drafts.asking_queries import answered_to, how_many_wait, number_that_waits
from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.models_asked import Doubt
from magdit.areas.drafts.publications_queries import open_tasks_of
from magdit.areas.journal.doing import Doing
from magdit.areas.people.coming_in import with_a_way_in
from magdit.areas.people.models import Guardianship, Person, School
from magdit.areas.people.queries import bonds_on
from magdit.areas.registers.breaches_queries import open_breaches, visible_breaches
from magdit.areas.registers.models import Breach, TakedownTask

PUPIL_AT = "child__roles__school"
MOST_BREACHES = 5
MOST_COUNTED, MOST_QUESTIONS = 2, 1000  # a first page answers at once


@dataclass(frozen=True, slots=True)
class Missing:
    """About how many (pupils and staff) an answer is missing, of how many; 0 of 0 when it was not counted."""

    people: int = 0
    asked: int = 0


@dataclass(frozen=True, slots=True)
class AtSchool:
    """What waits at one school. `round`: of the round that is open, about how many answers are missing.

    It is None without a round, and where it was not asked for; it is empty where counting would keep someone waiting.
    `tasks`: to be taken down, `late` of which past their term. `letters` that could not be sent, `uninvited` parents
    without an account.
    """

    school: School
    round: Missing | None
    tasks: int
    late: int
    letters: int
    uninvited: int


@dataclass(frozen=True, slots=True)
class Attention:
    """What waits for someone. `breaches`: those that they handle and that are not closed, the most urgent first."""

    family: tuple[About, ...]
    schools: tuple[AtSchool, ...]
    breaches: tuple[Breach, ...] = ()
    asked: int = 0  # how many questions about posts wait for their word
    answered: tuple[Doubt, ...] = ()  # what was answered to their own doubts


def attention(
    doing: Doing,
    viewer: Person,
    people: Iterable[Person],
    *,
    schools: Iterable[School],
    keeps: Iterable[School],
    language: str,
) -> Attention:
    """What waits for this person about these people, and at the schools where they work; `keeps`: with the round."""
    family = family_of(viewer, people, doing.today, language=language)
    named = list(schools)
    handled = open_breaches(visible_breaches(viewer, doing.today))[:MOST_BREACHES]
    answered = tuple(answered_to(viewer, doing.at))
    if not named:
        return Attention(family, (), tuple(handled), how_many_wait(viewer, doing.at), answered)
    at_schools, asked = _at_schools(named, list(keeps), doing, viewer)
    return Attention(family, at_schools, tuple(handled), asked, answered)


def missing(round_: Round, on: date) -> Missing:
    """What the page of the round counts as not complete."""
    counts = progress(round_, on=on)
    asked = sum(one.asked for one in counts)
    return Missing(asked - sum(one.complete for one in counts), asked)


def _at_schools(
    schools: list[School], keeps: list[School], doing: Doing, viewer: Person
) -> tuple[tuple[AtSchool, ...], int]:
    """What waits at each, and in the same question how much is asked of the viewer."""
    tasks = TakedownTask.objects.filter(done_at=None)
    at = "appearance__person__roles__school"
    rows = School.objects.filter(pk__in=[school.pk for school in schools]).order_by("name")
    counted = rows.annotate(
        tasks=_number(tasks, at, "pk"),
        late=_number(tasks.filter(due__lt=doing.at), at, "pk"),
        posts=_number(_posts(), "school", "pk"),
        late_posts=_number(_posts().filter(must_go_by__lt=doing.at), "school", "pk"),
        letters=_number(_letters(), "request__round__school", "pk"),
        uninvited=_number(_uninvited(doing.today), PUPIL_AT, "guardian"),
        asked=number_that_waits(viewer, doing.at),
    )
    rounds = _missing(keeps, doing.today)
    found = list(counted)
    at_schools = (
        AtSchool(one, rounds.get(one.pk), one.tasks + one.posts, one.late + one.late_posts, one.letters, one.uninvited)
        for one in found
    )
    return tuple(at_schools), max((one.asked for one in found), default=0)


def _missing(keeps: list[School], on: date) -> dict[UUID, Missing]:
    """Of one or two rounds that are not too large; of more it takes too long for a first page."""
    asked = Count("requests", filter=Q(requests__ended_at=None))
    open_ = list(_open_rounds(on).filter(school__in=keeps).select_related("school__board").annotate(questions=asked))
    small = len(open_) <= MOST_COUNTED and all(one.questions <= MOST_QUESTIONS for one in open_)
    return {one.school_id: missing(one, on) if small else Missing() for one in open_}


def _number(rows: QuerySet[Any], at: str, what: str) -> Coalesce:
    """How many different ones there are at a school, as part of the query for the school."""
    here = rows.filter(**{at: OuterRef("pk")}).order_by().values(at)
    return Coalesce(Subquery(here.annotate(n=Count(what, distinct=True)).values("n"), output_field=IntegerField()), 0)


def _open_rounds(on: date) -> QuerySet[Round]:
    return Round.objects.filter(Q(closes=None) | Q(closes__gte=on), opens__lte=on)


def _posts() -> QuerySet[Publication]:
    """Publications that must go though nobody who is in them has a task for it."""
    return Publication.objects.filter(~Exists(open_tasks_of(OuterRef("pk"))), must_go_by__isnull=False, down_at=None)


def _letters() -> QuerySet[Letter]:
    return Letter.objects.filter(sent_at=None, request__ended_at=None).exclude(failed="")


def _uninvited(on: date) -> QuerySet[Guardianship]:
    """The bonds of parents who cannot come in, with pupils of now."""
    inside = with_a_way_in(Person.objects.all()).values("person")
    lasting = Q(child__roles__ends=None) | Q(child__roles__ends__gte=on)
    pupils = bonds_on(on).filter(lasting, child__roles__role="leerling", guardian__removed_on=None)
    return pupils.filter(guardian__institution=False).exclude(authority="nee").exclude(guardian__in=inside)
