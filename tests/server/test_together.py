"""Several at once: nobody hears that the database is locked, and nobody's change is lost unseen."""

import json
import os
import sys

import pytest

from tests.server.own_register import ended, on_sqlite, on_this_runs_database

pytestmark = pytest.mark.own_database
FULL = os.environ.get("MAGDIT_TESTS") == "full"
WRITERS, EDITORS = 4, 8
EACH_WRITES, EACH_EDITS = (300, 100) if FULL else (60, 15)
MEANWHILE = (
    "Iemand anders heeft dit veranderd terwijl u bezig was. Er is niets veranderd."
    " Kijk wat er nu staat, en doe uw wijziging dan opnieuw als die nog nodig is."
)


def asked(register, what, count=0, *, by=1):
    """What so many processes answer, each with a seed of its own."""
    return [json.loads(said) for said in ended([start(register, what, count, seed) for seed in range(by)])]


def say(what, figure):
    """The figures of docs/reliability.md: `make test-full PYTEST_ARGS="-s -n 0"` shows them."""
    sys.stdout.write(f"\n{what}: {figure}\n")


def start(register, what, count, seed):
    return register.start("tests.server.at_work", what, count, seed)


def test_four_who_read_and_then_write_never_hear_that_sqlite_is_locked(tmp_path):
    register = on_sqlite(tmp_path, tables=True)
    asked(register, "make")

    told = asked(register, "write", EACH_WRITES, by=WRITERS)

    end = asked(register, "tell")[0]
    assert [one["locked"] for one in told] == [0] * WRITERS
    assert end["written"] == end["lines"]["geteld"] == WRITERS * EACH_WRITES
    assert end["wrong"] == []
    say("longest wait in seconds", max(one["longest"] for one in told))


@pytest.mark.full
def test_without_immediate_the_same_work_is_refused(tmp_path):
    register = on_sqlite(tmp_path, settings="tests.server.without_immediate", tables=True)
    asked(register, "make")

    told = asked(register, "write", EACH_WRITES, by=WRITERS)

    end = asked(register, "tell")[0]
    locked = sum(one["locked"] for one in told)
    assert locked > 0
    assert end["written"] + locked == WRITERS * EACH_WRITES
    say("refused without IMMEDIATE", locked)


def test_of_eight_who_edit_the_same_persons_nobody_loses_a_change(tmp_path):
    with on_this_runs_database(tmp_path) as register:
        asked(register, "make")

        told = asked(register, "edit", EACH_EDITS, by=EDITORS)

        end = asked(register, "tell")[0]
    assert end["counted"] == end["versions"] == end["lines"]["persoon gewijzigd"] == EDITORS * EACH_EDITS
    assert {words for one in told for words in one["refused"]} == {MEANWHILE}
    assert end["wrong"] == []
    say("conflicts", sum(count for one in told for count in one["refused"].values()))
