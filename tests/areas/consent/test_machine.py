"""Giving, withdrawing, showing, birthdays and crashes in any order: nobody is shown after a no without an open task."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from magdit.areas.consent.actions import give, object_to, refuse, renew, withdraw
from magdit.areas.consent.again import look_again
from magdit.areas.consent.models import Answer, Item
from magdit.areas.consent.queries import how_they_stand
from magdit.areas.consent.showing import show
from magdit.areas.consent.standing import Standing
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Board, Group, Guardianship, Person, School
from magdit.areas.registers.actions import take_down
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.areas.registers.queries import open_tasks, without_task
from tests.areas.conftest import employee, guardian, pupil
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db
START = datetime(2026, 2, 27, 12, tzinfo=SCHOOL_CLOCK)
BORN = date(2010, 3, 20)  # sixteen within a month
LATER = st.sampled_from([timedelta(hours=hours) for hours in (1, 11, 11, 24, 96, 3600)])
CRASH = st.one_of(st.none(), st.none(), st.integers(1, 40))
PURPOSES = st.sampled_from(["school_laten_zien", "oud_leerlingen"])
ANSWERS = st.sampled_from([give, give, refuse, withdraw, renew, object_to])


class Crash(DatabaseError):
    """The database stops answering, somewhere inside a transaction: also at the statement that would end it."""


@contextmanager
def crashing(at: int | None) -> Iterator[None]:
    """Stop at the n-th statement that reaches the database, once."""
    left = [at]

    def count(execute: Callable[..., Any], sql: str, *told: Any) -> Any:
        if sql.startswith("ROLLBACK"):
            left[0] = None  # what is undone after a refusal is not what crashes here
        if left[0] is not None:
            left[0] -= 1
            if left[0] == 0:
                left[0] = None
                raise Crash
        return execute(sql, *told)

    with connection.execute_wrapper(count):
        yield


class Register(RuleBasedStateMachine):
    """One child with a mother, a father of unknown authority, and a teacher who publishes."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = transaction.atomic()
        self.whole.__enter__()
        board = Board.objects.create(name="Stichting De Linde")
        self.school = School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs")
        group = Group.objects.create(school=self.school, year=2025, name="4V")
        self.child = pupil(self.school, group, called="Sem", last="Boer", born=BORN)
        mother = guardian(self.child, called="Els", last="Boer")
        self.father = guardian(self.child, called="Jan", last="Boer", authority="onbekend")
        self.voices = (mother, self.father, self.child)
        self.teacher = employee(self.school, "leerkracht", called="Bram", last="Visser")
        old = make_item(board, "oud-leerling-beeld", purpose="oud_leerlingen")
        self.items = {"school_laten_zien": make_item(board), "oud_leerlingen": old}
        self.now = START
        self.refused: set[str] = set()  # the purposes that a no ever stood about

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.whole.__exit__(None, None, None)

    @rule(voice=st.integers(0, 2), action=ANSWERS, purpose=PURPOSES, crash=CRASH)
    def answers(self, voice: int, action: Callable[..., Answer], purpose: str, crash: int | None) -> None:
        self.tries(lambda: action(self.doing(self.voices[voice]), self.child, self.items[purpose]), crash)

    @rule(purpose=st.one_of(st.just(""), PURPOSES), crash=CRASH)
    def shows(self, purpose: str, crash: int | None) -> None:
        website, old = (self.standing(item) for item in self.items.values())
        allowed = self.standing(self.items[purpose]).yes if purpose else website.yes and not old.is_refused
        told: dict[str, Any] = {"publication": uuid4(), "channel": "website", "covers": ["foto"], "purpose": purpose}
        shown = self.tries(lambda: show(self.doing(self.teacher), self.school, [self.child.pk], **told), crash)
        assert allowed or not shown, "shown without a yes"
        assert shown or not allowed or crash is not None, "not shown with a yes"

    @precondition(lambda self: open_tasks(self.school.board).exists())
    @rule(crash=CRASH)
    def takes_down(self, crash: int | None) -> None:
        task = open_tasks(self.school.board)[0]
        self.tries(lambda: take_down(self.doing(self.teacher), task, proof="weg"), crash)

    @rule(later=LATER)
    def time_passes(self, later: timedelta) -> None:
        self.now += later

    @rule(authority=st.sampled_from(["ja", "nee", "onbekend"]))
    def authority_changes(self, authority: str) -> None:
        Guardianship.objects.filter(guardian=self.father).update(authority=authority)
        look_again(Doing(Ref("systeem", "nightly"), self.school.board_id, self.now), self.school)

    @invariant()
    def nobody_is_shown_after_a_no_without_a_task(self) -> None:
        for purpose, item in self.items.items():
            if self.standing(item).is_refused:
                assert not without_task([self.child.pk]).filter(purpose__in=["", purpose]).exists()

    @invariant()
    def a_no_for_something_else_takes_nothing_down(self) -> None:
        for purpose, item in self.items.items():
            if purpose not in self.refused and not self.standing(item).is_refused:
                assert not TakedownTask.objects.filter(appearance__purpose=purpose).exists()
            else:
                self.refused.add(purpose)

    @invariant()
    def what_is_down_has_no_task_and_an_open_task_is_still_shown(self) -> None:
        assert not TakedownTask.objects.filter(done_at=None).exclude(appearance__down_at=None).exists()
        assert not TakedownTask.objects.filter(appearance__down_at=None).exclude(done_at=None).exists()

    def tries(self, act: Callable[[], object], crash: int | None) -> bool:
        """Whether it was done. What was refused or crashed has left nothing behind; what was done, one line."""
        before = self.rows()
        try:
            with crashing(crash):
                act()
        except (Refused, Crash):
            assert self.rows() == before
            return False
        assert Entry.objects.count() == before[0] + 1
        return True

    def rows(self) -> tuple[int, int, int, int, int]:
        """How much there is of everything."""
        done = TakedownTask.objects.exclude(done_at=None).count()
        rows = (Entry, Answer, Appearance, TakedownTask)
        entries, answers, shown, tasks = (model.objects.count() for model in rows)
        return entries, answers, shown, tasks, done

    def doing(self, person: Person) -> Doing:
        return Doing(Ref("persoon", str(person.pk)), self.school.board_id, self.now)

    def standing(self, item: Item) -> Standing:
        day = self.now.astimezone(SCHOOL_CLOCK).date()
        return how_they_stand(self.school, day, people=[self.child.pk], items=[item])[self.child.pk, item.pk]


def machine(examples: int) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=30,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )


def test_nobody_is_shown_after_a_no_without_an_open_task() -> None:
    run_state_machine_as_test(Register, settings=machine(25))


@pytest.mark.full
def test_nobody_is_shown_after_a_no_without_an_open_task_however_long_one_tries() -> None:
    run_state_machine_as_test(Register, settings=machine(500))
