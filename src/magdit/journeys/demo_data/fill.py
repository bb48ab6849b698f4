"""Filling an empty register with the invented schools: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from magdit.areas.consent.models import Answer
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Board, Person
from magdit.areas.people.queries import pupils_of
from magdit.journeys.demo_data.answers import answer
from magdit.journeys.demo_data.invented import SCHOOLS, Invented
from magdit.journeys.demo_data.plan import plan_of
from magdit.journeys.demo_data.posts import begin_posts
from magdit.journeys.demo_data.rows import board_id, write
from magdit.norms.act import school_year

ACTOR = Ref("systeem", "demo-data")


@dataclass(frozen=True, slots=True)
class Filled:
    """What was made of one school."""

    invented: Invented
    pupils: int
    people: int
    answers: int


@transaction.atomic
def fill(at: datetime) -> list[Filled]:
    """Make the five schools as they are on this day. Refused when there is anything in the register already."""
    if Board.objects.filter(pk__in=[board_id(invented) for invented in SCHOOLS]).exists():
        raise Refused("demo_there")
    if Board.objects.exists() or Person.objects.exists():
        raise Refused("register_filled")
    return list(_schools(at))


def _schools(at: datetime) -> Iterator[Filled]:
    for invented in SCHOOLS:
        doing = Doing(ACTOR, board_id(invented), at)
        plan = plan_of(invented, year=school_year(doing.today))
        school = write(doing, plan)
        answer(doing, plan, school)
        begin_posts(doing, school)
        people = Person.objects.filter(board=school.board_id)
        answers = Answer.objects.filter(person__in=people)
        yield Filled(invented, pupils_of(school, doing.today).count(), people.count(), answers.count())
