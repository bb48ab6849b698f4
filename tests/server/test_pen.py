"""The pen of SQLite: one writes or copies the log back at a time; readers never wait."""

import sqlite3
import threading

import pytest
from django.db import OperationalError

from magdit.server.database import sqlite
from magdit.server.sqlite.base import DatabaseWrapper
from magdit.server.sqlite.cursor import writes
from magdit.server.sqlite.pen import Pen, PenTaken


@pytest.fixture
def connect(tmp_path, django_db_blocker):
    """Makes connections to one file, as processes of the server have them; closed afterwards."""
    made = []

    def connection(patience=0.05):
        settings = sqlite(tmp_path / "magdit.sqlite3")
        settings["OPTIONS"]["timeout"] = patience
        defaults = {"ATOMIC_REQUESTS": False, "AUTOCOMMIT": True, "CONN_HEALTH_CHECKS": False, "TIME_ZONE": None}
        made.append(DatabaseWrapper({**defaults, **settings}, alias=f"c{len(made)}"))
        return made[-1]

    with django_db_blocker.unblock():  # a file of this test's own, not the database of the run
        yield connection
        for one in made:
            one.close()


@pytest.fixture
def two(connect):
    """Two connections, and a table with one row."""
    one, other = connect(), connect()
    with one.cursor() as cursor:
        cursor.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER)")
        cursor.execute("INSERT INTO t (n) VALUES (1)")
    return one, other


def begin(connection):
    connection._start_transaction_under_autocommit()


def run(connection, statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def test_only_one_holds_the_pen(tmp_path):
    one, other = Pen(tmp_path / "pen"), Pen(tmp_path / "pen")
    one.take(0)

    with pytest.raises(PenTaken):
        other.take(0.01)

    one.lay_down()
    other.take(0)
    assert other.held


def test_who_waits_gets_the_pen_when_it_is_laid_down(tmp_path):
    one, other = Pen(tmp_path / "pen"), Pen(tmp_path / "pen")
    one.take(0)
    threading.Timer(0.05, one.lay_down).start()

    other.take(5)

    assert other.held
    one.put_away()
    other.put_away()


def test_a_pen_taken_twice_is_laid_down_once(tmp_path):
    one, other = Pen(tmp_path / "pen"), Pen(tmp_path / "pen")
    one.take(0)
    one.take(0)

    one.lay_down()

    other.take(0)
    assert other.held


def test_a_transaction_keeps_the_pen_to_its_end(two):
    one, other = two
    begin(one)
    run(one, "UPDATE t SET n = 2")

    with pytest.raises(OperationalError, match="locked"):
        run(other, "UPDATE t SET n = 3")

    one.commit()
    run(other, "UPDATE t SET n = n + 1")
    assert run(one, "SELECT n FROM t") == [(3,)]


def test_what_is_undone_lets_go_of_the_pen(two):
    one, other = two
    begin(one)
    run(one, "UPDATE t SET n = 2")

    one.rollback()

    run(other, "UPDATE t SET n = n + 1")
    assert run(one, "SELECT n FROM t") == [(2,)]


def test_a_reader_never_waits_for_a_writer(two):
    one, other = two
    begin(one)
    run(one, "UPDATE t SET n = 2")

    assert run(other, "SELECT n FROM t") == [(1,)]
    one.rollback()


def test_nobody_copies_the_log_back_while_another_writes(two):
    one, other = two
    begin(one)
    run(one, "UPDATE t SET n = 2")

    with pytest.raises(OperationalError, match="locked"):
        run(other, "PRAGMA wal_checkpoint(TRUNCATE)")

    one.commit()
    assert run(other, "PRAGMA wal_checkpoint(TRUNCATE)")[0][0] == 0


def test_nobody_writes_while_another_copies_the_log_back(two):
    one, other = two
    one.pen.take(0)  # as it is held during the copying

    with pytest.raises(OperationalError, match="locked"):
        run(other, "INSERT INTO t (n) VALUES (2)")


def test_a_statement_that_answers_rows_is_written_before_the_pen_is_laid_down(two):
    one, other = two
    with one.cursor() as cursor:
        cursor.execute("INSERT INTO t (n) VALUES (2) RETURNING id")
        run(other, "INSERT INTO t (n) VALUES (3)")

        assert cursor.fetchone() == (2,)
        assert cursor.fetchone() is None
    assert run(other, "SELECT count(*) FROM t") == [(3,)]


def test_rows_that_were_answered_can_be_read_in_every_way(two):
    one, _ = two
    with one.cursor() as cursor:
        cursor.execute("INSERT INTO t (n) VALUES (2), (3), (4), (5) RETURNING n")

        assert cursor.fetchmany(2) == [(2,), (3,)]
        assert next(cursor.cursor) == (4,)
        assert cursor.fetchall() == [(5,)]
        cursor.execute("SELECT n FROM t ORDER BY n")
        assert list(cursor) == [(1,), (2,), (3,), (4,), (5,)]


def test_a_statement_that_fails_lets_go_of_the_pen(two):
    one, other = two
    with pytest.raises(OperationalError):
        run(one, "INSERT INTO nowhere VALUES (1)")

    run(other, "INSERT INTO t (n) VALUES (2)")

    assert not one.pen.held


def test_closing_lets_go_of_the_pen_and_opening_starts_anew(two):
    one, other = two
    begin(one)
    run(one, "UPDATE t SET n = 2")

    one.close()

    assert run(other, "UPDATE t SET n = 7 RETURNING n") == [(7,)]
    assert run(one, "SELECT n FROM t") == [(7,)]


def test_the_file_keeps_a_log_ahead_of_itself(two, tmp_path):
    one, _ = two

    assert run(one, "PRAGMA journal_mode") == [("wal",)]
    assert run(one, "PRAGMA synchronous") == [(2,)]
    assert one.transaction_mode == "IMMEDIATE"


def test_a_crash_in_the_middle_of_writing_leaves_the_pen_to_the_next(two, tmp_path):
    one, other = two
    begin(one)
    run(one, "UPDATE t SET n = 2")
    one.pen.put_away()  # what the system does for a process that is gone

    with pytest.raises(sqlite3.OperationalError):
        sqlite3.connect(tmp_path / "magdit.sqlite3", timeout=0).execute("UPDATE t SET n = 4")
    one.connection.close()
    run(other, "UPDATE t SET n = n + 1")

    assert run(other, "SELECT n FROM t") == [(2,)]


@pytest.mark.parametrize(
    ("statement", "may"),
    [
        ("SELECT 1", False),
        ("  (select 1)", False),
        ("PRAGMA foreign_keys", False),
        ('SAVEPOINT "s1"', False),
        ("pragma wal_checkpoint(TRUNCATE)", True),
        ("BEGIN IMMEDIATE", True),
        ("WITH x AS (SELECT 1) DELETE FROM t", True),
        ("insert into t values (1)", True),
        ("VACUUM", True),
        ("VACUUM INTO 'elders'", False),
        ("PRAGMA optimize", True),
    ],
)
def test_what_may_write_is_known_by_how_it_begins(statement, may):
    assert writes(statement) is may
