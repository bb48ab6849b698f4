"""The night: every step alone, what fails undone, and remembered when it ended well."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session

from magdit.areas.people.models import Board
from magdit.journeys.nightly import STEPS, Ran, Step, doings, last_ran, run
from magdit.journeys.one_at_a_time import AlreadyAtWork
from tests.journeys import steps

pytestmark = pytest.mark.django_db
NIGHT = datetime(2026, 11, 21, 2, 30, tzinfo=UTC)
BROKEN = Step("stuk", "tests.journeys.steps:breaks")
COUNTED = Step("geteld", "tests.journeys.steps:counts")
ABSENT = Step("weg", "tests.journeys.steps:not_there")


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA = tmp_path
    steps.seen.clear()
    return tmp_path


def test_a_step_that_fails_is_undone_and_stops_no_other():
    ran = list(run(NIGHT, (BROKEN, ABSENT, COUNTED)))

    assert ran == [Ran("stuk", fault="ValueError"), Ran("weg", fault="AttributeError"), Ran("geteld", done=1)]
    assert not Board.objects.filter(name="Half werk").exists()


def test_it_is_remembered_when_each_step_ended_well_and_when_it_was_tried():
    list(run(NIGHT, (COUNTED,)))
    later = NIGHT + timedelta(days=1)
    list(run(later, (Step("geteld", BROKEN.does),)))

    assert last_ran() == {"geteld": {"goed": NIGHT.isoformat(), "geprobeerd": later.isoformat()}}


def test_a_memory_that_cannot_be_read_is_no_memory(data):
    (data / "nightly.json").write_text("[1, 2")

    assert last_ran() == {}
    assert [one.fault for one in run(NIGHT, (COUNTED,))] == [""]
    assert "geteld" in last_ran()


def test_two_nights_at_once_are_refused():
    first = run(NIGHT, (COUNTED, COUNTED))
    next(first)

    with pytest.raises(AlreadyAtWork):
        next(run(NIGHT, (COUNTED,)))

    assert len(list(first)) == 1
    assert len(list(run(NIGHT, (COUNTED,)))) == 1


def test_the_real_night_can_be_run_twice():
    faults = [one.fault for _ in range(2) for one in run(NIGHT)]

    assert faults == [""] * 2 * len(STEPS)


def test_sessions_that_ended_are_forgotten():
    Session.objects.create(session_key="oud", session_data="", expire_date=NIGHT - timedelta(seconds=1))
    Session.objects.create(session_key="nieuw", session_data="", expire_date=NIGHT + timedelta(hours=1))

    list(run(NIGHT))

    assert [row.session_key for row in Session.objects.all()] == ["nieuw"]


def test_every_step_leads_somewhere_and_has_a_name_of_its_own():
    assert len({step.name for step in STEPS}) == len(STEPS)
    assert all(step.does.count(":") == 1 for step in STEPS)


def test_the_night_acts_for_each_board_by_its_own_name():
    boards = {Board.objects.create(name=name).pk for name in ("De Linde", "Overkant")}

    told = list(doings(NIGHT))

    assert {doing.board for doing in told} == boards
    assert {(doing.actor.kind, doing.actor.id) for doing in told} == {("systeem", "nightly")}
