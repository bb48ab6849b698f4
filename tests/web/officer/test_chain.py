"""Whether the journal is whole, told in words; and when it is not, what to do."""

from __future__ import annotations

import pytest
from django.db import connection

from magdit.areas.journal import second_lock
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from tests.areas.conftest import NOON
from tests.web.classes.test_class import text_of

pytestmark = pytest.mark.django_db
CHAIN = "/privacy/journaal/"


@pytest.fixture(autouse=True)
def _apart(tmp_path, settings):
    """Keys and marks of this test alone."""
    settings.DATA = tmp_path / "gegevens"


@pytest.fixture
def some_lines(system):
    for number in range(3):
        record(system, "opnieuw bekeken", Ref("school", "x"), details={"ronde": number})


def test_a_whole_journal_is_said_to_be_whole(visits, petra, some_lines):
    text = text_of(visits(petra).post(CHAIN, follow=True))

    assert "Het journaal klopt. 3 regels zijn nagekeken" in text


def test_before_anyone_looked_nothing_is_said(visits, petra, some_lines):
    text = text_of(visits(petra).get(CHAIN))

    assert "staan 3 regels" in text
    assert "Het journaal klopt." not in text


def test_the_journal_of_another_board_is_not_looked_at(visits, petra, some_lines, other_board):
    record(Doing(Ref("systeem", "test"), other_board.pk, NOON), "opnieuw bekeken", Ref("school", "x"))

    assert "3 regels zijn nagekeken" in text_of(visits(petra).post(CHAIN, follow=True))


def test_a_line_that_was_changed_is_told_with_what_to_do(visits, petra, some_lines):
    with connection.cursor() as cursor:
        for statement in second_lock.unlocking(connection.vendor):
            cursor.execute(statement)
        cursor.execute("UPDATE journal_entry SET verb = 'gewist' WHERE number = 2")

    text = text_of(visits(petra).post(CHAIN, follow=True))

    assert "Het journaal klopt niet." in text
    assert "Regel 2: na het schrijven veranderd." in text
    assert "Verander nu niets meer." in text


def test_a_journal_that_is_too_long_is_left_to_the_terminal(visits, petra, some_lines, monkeypatch):
    monkeypatch.setattr("magdit.web.officer.chain.MOST", 2)

    text = text_of(visits(petra).post(CHAIN, follow=True))

    assert "Vraag wie de computer beheert om het te doen." in text
    assert "magdit journal" not in text, "a command says nothing to who reads a page"
    assert "nagekeken" not in text
