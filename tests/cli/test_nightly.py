"""`magdit nightly` on the command line: a line per step, and an exit code that cron can mail about."""

import json

import pytest

from magdit.journeys import nightly
from magdit.journeys.nightly import Step
from magdit.journeys.one_at_a_time import alone

pytestmark = pytest.mark.django_db


@pytest.fixture
def data(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path


def test_every_step_is_told_and_remembered(magdit, data):
    ended = magdit("nightly")

    assert ended.code == 0
    assert [line.partition(":")[0] for line in ended.out.splitlines()] == [step.name for step in nightly.STEPS]
    assert set(json.loads((data / "nightly.json").read_text())) == {step.name for step in nightly.STEPS}


def test_a_quiet_night_says_nothing(magdit, data):
    ended = magdit("nightly", "--stil")

    assert (ended.code, ended.out, ended.err) == (0, "", "")


def test_a_step_that_fails_is_told_by_its_kind_and_the_others_go_on(magdit, data, monkeypatch):
    broken = Step("stuk", "tests.journeys.steps:breaks")
    monkeypatch.setattr(nightly.run, "__defaults__", ((broken, *nightly.STEPS),))

    ended = magdit("nightly", "--stil")

    assert ended.code == 1
    assert "stuk: MISLUKT (ValueError)" in ended.out
    assert "Noor" not in ended.out + ended.err
    assert len(json.loads((data / "nightly.json").read_text())) == len(nightly.STEPS) + 1


def test_two_at_once_are_one_too_many(magdit, data):
    with alone(nightly.MEMORY):
        ended = magdit("nightly")

    assert (ended.code, ended.out) == (2, "")
    assert "loopt al" in ended.err
