"""Giving, withdrawing, publishing, time, birthdays, leaving and dying workers, in any order.

Never is there something out with a person who said no, without a task for it that is open or done. What stands on the
channel is what the register says that stands there, once; and in the end everything that must go is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from magdit.areas.consent.actions import give, object_to, refuse, renew, withdraw
from magdit.areas.consent.again import look_again
from magdit.areas.consent.queries import how_they_stand
from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Board, Group, Person, Role, School
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.journeys.publish.again import ask_to_go, rejudge_all
from magdit.journeys.publish.by_hand import retry
from magdit.journeys.publish.placing import place_waiting
from magdit.journeys.publish.restoring import restore
from magdit.journeys.publish.taking_down import take_down_waiting
from tests.areas.conftest import employee, guardian, pupil
from tests.areas.consent.conftest import make_item
from tests.journeys.publish import fake
from tests.journeys.publish.conftest import make_account, sends

pytestmark = pytest.mark.django_db
START = datetime(2026, 2, 27, 12, tzinfo=SCHOOL_CLOCK)
BORN = date(2010, 3, 20)  # sixteen within a month
LATER = st.sampled_from([timedelta(minutes=2), timedelta(hours=1), timedelta(days=1), timedelta(days=9)])
MOODS = st.lists(
    st.sampled_from(
        "well well well unreachable slow nonsense not_accepted breaks cut_off killed_before killed_after stays".split()
    ),
    max_size=3,
)
ANSWERS = st.sampled_from([give, give, give, give, give, refuse, withdraw, renew, object_to])
SELDOM = st.sampled_from([False, False, False, True])  # so that most of the time something can be published


class Publishing(RuleBasedStateMachine):
    """Sem, his mother, a teacher who names him on the website, and a worker that may die."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = transaction.atomic()
        self.whole.__enter__()
        self.folder = TemporaryDirectory()
        self.data = override_settings(DATA=Path(self.folder.name))
        self.data.enable()
        fake.WALL.clear()
        board = Board.objects.create(name="Stichting De Linde")
        self.school = School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs")
        group = Group.objects.create(school=self.school, year=2025, name="4V")
        self.child = pupil(self.school, group, called="Sem", last="Boer", born=BORN)
        self.voices = (guardian(self.child, called="Els", last="Boer"), self.child)
        self.teacher = employee(self.school, "leerkracht", called="Bram", last="Visser")
        self.item = make_item(board, covers=["foto", "naam", "persoonsgegevens"])
        self.account = make_account(self.school)
        self.now = START
        self.doubled = False

    def teardown(self) -> None:
        self.data.disable()
        self.folder.cleanup()
        transaction.set_rollback(True)
        self.whole.__exit__(None, None, None)

    @rule(voice=st.integers(0, 1), action=ANSWERS)
    def answers(self, voice: int, action: Callable[..., Any]) -> None:
        with suppress(Refused):
            action(self.doing(self.voices[voice]), self.child, self.item)

    @rule(agrees=st.booleans(), moods=st.one_of(st.none(), MOODS))
    def publishes(self, agrees: bool, moods: list[str] | None) -> None:
        self.sends_one(agrees)
        if moods is not None:
            self.works(moods)

    def sends_one(self, agrees: bool) -> None:
        if agrees:
            for voice in (0, 1):
                self.answers(voice, give)
        doing = self.doing(self.teacher)
        row = actions.begin(doing, self.school, self.teacher, role="leerkracht")
        row = actions.change(
            doing, row.pk, version=row.version, words=Words("Sem won de wedstrijd."), medium="website",
            account=self.account, for_school=True,
        )  # fmt: skip
        refused = self.refused()
        try:
            with transaction.atomic():
                made = sends(doing, row)
        except Refused:
            return
        assert not refused, "published after a no"
        assert Appearance.objects.filter(publication=made.pk, person=self.child).exists()

    @rule(moods=MOODS)
    def works(self, moods: list[str]) -> None:
        fake.WALL.moods = list(moods)
        with suppress(fake.Killed):
            take_down_waiting(self.system())
            place_waiting(self.system())
            take_down_waiting(self.system())
        fake.WALL.moods = []

    @rule(moods=MOODS)
    def a_no_comes_while_it_is_placed(self, moods: list[str]) -> None:
        fake.WALL.meanwhile = lambda: self.answers(0, withdraw)
        self.works(moods)
        fake.WALL.meanwhile = lambda: None

    @rule(later=LATER)
    def time_passes(self, later: timedelta) -> None:
        self.now += later

    @rule()
    def night_falls(self) -> None:
        rejudge_all(self.system())
        look_again(self.system(), self.school)

    @rule(leaves=SELDOM)
    def leaves_or_comes_back(self, leaves: bool) -> None:
        yesterday = (self.now - timedelta(days=1)).date()
        Role.objects.filter(person=self.child).update(ends=yesterday if leaves else None)

    @rule(closed=SELDOM)
    def the_account_is_closed_or_opened(self, closed: bool) -> None:
        type(self.account).objects.update(state="gesloten" if closed else "in_gebruik")

    @rule(which=st.integers(0, 20), what=st.sampled_from([restore, retry, ask_to_go]))
    def a_person_steps_in(self, which: int, what: Callable[..., Any]) -> None:
        rows = list(Publication.objects.order_by("pk"))
        if rows:
            with suppress(Refused), transaction.atomic():
                what(self.doing(self.teacher), rows[which % len(rows)].pk)

    @invariant()
    def nobody_who_said_no_is_out_without_a_task(self) -> None:
        shown = Appearance.objects.filter(person=self.child, down_at=None)
        if self.refused():
            assert not shown.exclude(pk__in=TakedownTask.objects.filter(done_at=None).values("appearance")).exists()

    @invariant()
    def what_is_down_has_no_open_task(self) -> None:
        assert not TakedownTask.objects.filter(done_at=None).exclude(appearance__down_at=None).exists()

    @invariant()
    def what_stands_there_is_known_to_stand_there_and_stands_there_once(self) -> None:
        keys = set(Publication.objects.filter(state__in=MAY_STAND).values_list("key", flat=True))
        assert set(fake.WALL.posts) <= keys, "something is out that nobody knows of"
        placed = Publication.objects.filter(state="geplaatst").values_list("key", flat=True)
        assert set(placed) <= set(fake.WALL.posts), "the register says that something is out that is not"

    @invariant()
    def what_was_never_placed_never_stood_there(self) -> None:
        never = Publication.objects.filter(proof="nooit geplaatst").values_list("key", flat=True)
        assert not set(never) & set(fake.WALL.placed)

    def doing(self, person: Person) -> Doing:
        return Doing(Ref("persoon", str(person.pk)), self.school.board_id, self.now)

    def system(self) -> Doing:
        self.now += timedelta(minutes=11)  # whoever held it before has died by now
        return replace(self.doing(self.teacher), actor=Ref("systeem", "publiceren"))

    def refused(self) -> bool:
        day = self.now.astimezone(SCHOOL_CLOCK).date()
        stands = how_they_stand(self.school, day, people=[self.child.pk], items=[self.item])
        return stands[self.child.pk, self.item.pk].is_refused


MAY_STAND = ("wordt_geplaatst", "geplaatst", "mislukt", "wordt_weggehaald")


@pytest.fixture(autouse=True)
def _installed(tmp_path: Path) -> Any:
    with fake.installed(tmp_path / "installed"):
        yield


def machine(examples: int, steps: int) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate),  # a step is a story: to shrink it takes minutes
    )


def test_nobody_who_said_no_is_out_without_a_task() -> None:
    run_state_machine_as_test(Publishing, settings=machine(20, 25))


@pytest.mark.full
def test_nobody_who_said_no_is_out_without_a_task_in_ten_thousand_steps() -> None:
    run_state_machine_as_test(Publishing, settings=machine(200, 50))
