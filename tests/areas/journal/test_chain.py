"""However boards, transactions and failures come one after another: a line per change, unbroken, and outside too."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TransactionTestCase

from magdit.areas.journal import heads
from magdit.areas.journal.actions import Told, destroy, record, record_all
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Chain, Entry
from magdit.areas.journal.queries import heads_now, unwitnessed
from magdit.areas.journal.verify import verify_all
from magdit.areas.journal.witness import catch_up
from tests.areas.conftest import NOON

CHILD = Ref("persoon", "6f1c0e5a-0000-4000-8000-000000000009")
STEP = st.tuples(st.integers(0, 2), st.sampled_from(["one", "many", "sealed", "undone inside", "destroyed"]))
TRANSACTION = st.tuples(st.lists(STEP, max_size=4), st.booleans())


class TakenBack(Exception):
    """This was not to be."""


def acts(board: UUID) -> Doing:
    return Doing(Ref("systeem", "test"), board, NOON)


def do(board: UUID, kind: str) -> int:
    """Do something for a board; answers how many lines that should have given."""
    doing = acts(board)
    if kind == "many":
        return len(record_all(doing, [Told("gezien", CHILD)] * 3))
    if kind == "destroyed":
        return int(destroy(doing, Ref("zaak", str(uuid4()))))
    if kind == "undone inside":
        with suppress(TakenBack), transaction.atomic():
            record(doing, "gezien", CHILD)
            raise TakenBack
        return 0
    record(doing, "gezien", CHILD, personal={"naam": "Noor"} if kind == "sealed" else None)
    return 1


class Interleaved(TransactionTestCase):
    """Transactions of several boards, some of which are undone, in any order."""

    @given(st.lists(TRANSACTION, max_size=6))
    def test_a_line_per_change_and_none_for_what_was_undone(
        self, transactions: list[tuple[list[tuple[int, str]], bool]]
    ) -> None:
        boards = [uuid4() for _ in range(3)]
        expected = dict.fromkeys(boards, 0)
        for steps, stands in transactions:
            with suppress(TakenBack), transaction.atomic():
                made = [(boards[which], do(boards[which], kind)) for which, kind in steps]
                if not stands:
                    raise TakenBack
                for board, count in made:
                    expected[board] += count

        assert {board: Entry.objects.filter(board=board).count() for board in boards} == expected
        assert {board: heads.length(board) for board in boards} == expected
        assert [finding for board in boards for finding in verify_all(boards=[board])] == []


pytestmark = pytest.mark.django_db(transaction=True)


def test_a_transaction_that_is_undone_leaves_no_line_and_no_mark() -> None:
    board = uuid4()

    with suppress(TakenBack), transaction.atomic():
        do(board, "many")
        raise TakenBack

    assert not Entry.objects.filter(board=board).exists()
    assert not heads.path_of(board).exists()


def test_a_crash_between_commit_and_mark_is_caught_up(monkeypatch: pytest.MonkeyPatch) -> None:
    board = uuid4()
    do(board, "many")
    with monkeypatch.context() as crash:
        crash.setattr(heads, "keep", lambda *_: (_ for _ in ()).throw(OSError("no room")))
        do(board, "many")
    assert unwitnessed() == 3

    caught = catch_up()

    assert (caught, unwitnessed()) == (3, 0)
    assert list(verify_all(boards=[board])) == []


def test_what_stands_outside_is_never_replaced() -> None:
    board = uuid4()
    do(board, "one")
    mark = heads.mark_at(board, 1)

    heads.keep(board, {1: "a" * 64, 3: "b" * 64})

    assert (heads.mark_at(board, 1), heads.mark_at(board, 2), heads.mark_at(board, 3)) == (mark, None, "b" * 64)
    assert heads.length(board) == 3


def test_the_file_outside_reads_like_a_list() -> None:
    board = uuid4()
    do(board, "many")

    lines = heads.path_of(board).read_text(encoding="ascii").splitlines()

    assert lines == list(Entry.objects.filter(board=board).values_list("mark", flat=True))
    assert (board, 3, lines[-1]) in heads_now()


def test_a_thousand_lines_take_few_statements(django_assert_max_num_queries: object) -> None:
    board = uuid4()
    do(board, "one")

    with django_assert_max_num_queries(20):  # type: ignore[operator]  (pytest-django gives it no type)
        record_all(acts(board), [Told("ingelezen", CHILD, {"nummer": number}) for number in range(1000)])

    assert Chain.objects.get(board=board).number == 1001


if connection.vendor == "postgresql":  # SQLite has one pen for the whole file, however short it is held

    def test_one_board_never_waits_for_another() -> None:
        import threading

        held, done = uuid4(), threading.Event()
        do(held, "one")

        def write() -> None:
            do(uuid4(), "one")
            connection.close()
            done.set()

        with transaction.atomic():
            do(held, "one")
            other = threading.Thread(target=write)
            other.start()
            in_time = done.wait(10)
        other.join()

        assert in_time
