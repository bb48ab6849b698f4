"""Whoever changes, removes, swaps, slips in, cuts or rewrites lines is found. Counted: how many of how many."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection

from magdit.areas.journal import heads, key_files
from magdit.areas.journal.actions import Told, record, record_all
from magdit.areas.journal.canonical import FIELDS, Line, mark_of
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.finding import Finding
from magdit.areas.journal.models import Entry
from magdit.areas.journal.second_lock import unlocking
from magdit.areas.journal.verify import verify_all
from tests.areas.conftest import NOON
from tests.areas.journal.attacks import as_stored, attack, flip_a_bit, lock_off, rehash, run

pytestmark = pytest.mark.django_db(transaction=True)
FULL = os.environ.get("MAGDIT_TESTS") == "full"
LENGTH = 40
MANY = 300 if FULL else 12
SEED = random.Random().randrange(10**9) if FULL else 20261121
Attack = Callable[[random.Random, UUID], None]


@pytest.fixture
def board() -> UUID:
    """A board with a journal of forty lines, of one or more in a transaction, with and without personal values."""
    board = uuid4()
    written = random.Random(7)
    for number in range(LENGTH // 2):
        doing = Doing(Ref("persoon", str(UUID(int=written.getrandbits(128)))), board, NOON + timedelta(minutes=number))
        child = Ref("persoon", str(UUID(int=written.getrandbits(128))))
        record_all(
            doing,
            [Told("toestemming gegeven", child, {"versie": number}), Told("ingelezen", child, {}, {"naam": "Noor"})],
        )
    return board


def found(board: UUID) -> set[str]:
    return {finding.code for finding in verify_all(boards=[board])}


def test_what_was_written_is_found_whole(board: UUID) -> None:
    assert list(verify_all()) == []
    assert heads.length(board) == LENGTH


def test_every_changed_bit_is_found(board: UUID) -> None:
    dice = random.Random(SEED)
    wanted, tried, missed, columns = (2000 if FULL else 100), 0, [], set()

    while tried < wanted:
        with attack(), lock_off():
            entry = Entry.objects.get(board=board, number=dice.randint(1, LENGTH))
            column = flip_a_bit(dice, entry)
            if column is None:
                continue
            tried += 1
            columns.add(column)
            if not found(board) - {"unlocked"}:
                missed.append((SEED, entry.number, column))

    assert missed == []
    assert columns == set(FIELDS)


def delete(dice: random.Random, board: UUID) -> None:
    run("DELETE FROM journal_entry WHERE board = %s AND number = %s", as_stored(board), dice.randint(1, LENGTH))


def delete_and_close_the_gap(dice: random.Random, board: UUID) -> None:
    gone = dice.randint(1, LENGTH - 1)
    run("DELETE FROM journal_entry WHERE board = %s AND number = %s", as_stored(board), gone)
    for number in range(gone + 1, LENGTH + 1):
        renumber(board, number, number - 1)


def swap(dice: random.Random, board: UUID) -> None:
    one, other = dice.sample(range(1, LENGTH + 1), 2)
    renumber(board, one, 10**6)
    renumber(board, other, one)
    renumber(board, 10**6, other)


def insert(dice: random.Random, board: UUID) -> None:
    place = dice.randint(2, LENGTH + 1)
    for number in range(LENGTH, place - 1, -1):
        renumber(board, number, number + 1)
    slip_in(dice, board, place)


def cut(dice: random.Random, board: UUID) -> None:
    """The end comes off, and the chain is told that it always ended there."""
    last = dice.randint(0, LENGTH - 1)
    run("DELETE FROM journal_entry WHERE board = %s AND number > %s", as_stored(board), last)
    mark = Entry.objects.filter(board=board, number=last).values_list("mark", flat=True).first() or "0" * 64
    run("UPDATE journal_chain SET number = %s, mark = %s WHERE board = %s", last, mark, as_stored(board))


def cut_and_grow_again(dice: random.Random, board: UUID) -> None:
    """After the cut the school goes on working: soon the journal is as long as it was."""
    cut(dice, board)
    record_all(
        Doing(Ref("systeem", "test"), board, NOON + timedelta(days=1)),
        [Told("gezien", Ref("persoon", str(uuid4()))) for _ in range(LENGTH + 5)],
    )


def rewrite_without_the_key(dice: random.Random, board: UUID) -> None:
    first = dice.randint(1, LENGTH)
    run("UPDATE journal_entry SET verb = 'gewist' WHERE board = %s AND number = %s", as_stored(board), first)
    rehash(board, dice.randbytes(32), first=first)


def rewrite_with_the_key(dice: random.Random, board: UUID) -> None:
    """Even who stole the key of the marks is found, by the marks outside."""
    first = dice.randint(1, LENGTH)
    run("UPDATE journal_entry SET verb = 'gewist' WHERE board = %s AND number = %s", as_stored(board), first)
    rehash(board, key_files.chain_key(in_use=lambda: True), first=first)


def take_out_with_the_key(dice: random.Random, board: UUID) -> None:
    """One line gone, the rest renumbered and marked anew: within the database nothing is wrong."""
    delete_and_close_the_gap(dice, board)
    rehash(board, key_files.chain_key(in_use=lambda: True), first=1)


def renumber(board: UUID, number: int, into: int) -> None:
    run("UPDATE journal_entry SET number = %s WHERE board = %s AND number = %s", into, as_stored(board), number)


def slip_in(dice: random.Random, board: UUID, number: int) -> None:
    row = Entry.objects.filter(board=board).order_by("number").values_list(*FIELDS)[0]
    before = Entry.objects.filter(board=board, number=number - 1).values_list("mark", flat=True).get()
    line = Line(*row)._replace(number=number, before=before, verb="verzonnen", sealed=None, key_id=None)
    Entry.objects.append([Entry(**line._replace(mark=mark_of(line, dice.randbytes(32)))._asdict())])


ATTACKS: list[Attack] = [
    delete,
    delete_and_close_the_gap,
    swap,
    insert,
    cut,
    cut_and_grow_again,
    rewrite_without_the_key,
    rewrite_with_the_key,
    take_out_with_the_key,
]


@pytest.mark.parametrize("act", ATTACKS, ids=lambda act: act.__name__)
def test_every_attack_is_found(board: UUID, act: Attack) -> None:
    dice = random.Random(SEED)
    missed = 0

    for _ in range(MANY):
        with attack(), lock_off():
            act(dice, board)
            missed += not found(board) - {"unlocked"}

    assert missed == 0


def test_the_line_that_was_changed_is_named(board: UUID) -> None:
    with attack(), lock_off():
        run("UPDATE journal_entry SET verb = 'gewist' WHERE board = %s AND number = 17", as_stored(board))

        told = [finding for finding in verify_all(boards=[board]) if finding.code != "unlocked"]

    assert told == [Finding("changed", board, 17, 17)]


def test_a_rewritten_end_is_told_as_one(board: UUID) -> None:
    with attack(), lock_off():
        run("UPDATE journal_entry SET verb = 'gewist' WHERE board = %s AND number = 17", as_stored(board))
        rehash(board, key_files.chain_key(in_use=lambda: True), first=17)

        told = [finding for finding in verify_all(boards=[board]) if finding.code != "unlocked"]

    assert told == [Finding("rewritten", board, 17, LENGTH)]


def test_a_message_that_was_kept_finds_what_the_disk_no_longer_knows(board: UUID) -> None:
    """Someone with the database, the keys and the folder rewrites all three; the e-mail is out of their hands."""
    mark = Entry.objects.get(board=board, number=30).mark
    with attack(), lock_off():
        run("UPDATE journal_entry SET verb = 'gewist' WHERE board = %s AND number = 17", as_stored(board))
        rehash(board, key_files.chain_key(in_use=lambda: True), first=17)
        heads.path_of(board).unlink()

        codes = {finding.code for finding in verify_all(told={(board, 30): mark})}

    assert codes - {"unlocked"} == {"told_otherwise"}


def test_a_journal_that_is_gone_altogether_is_missed(board: UUID) -> None:
    with attack(), lock_off():
        run("DELETE FROM journal_entry")
        run("DELETE FROM journal_chain")

        told = [finding for finding in verify_all() if finding.code == "cut"]

    assert told == [Finding("cut", board, 1, LENGTH)]


def test_a_lock_that_was_taken_off_is_told(board: UUID) -> None:
    with attack():
        for statement in unlocking(connection.vendor):
            run(statement)

        assert found(board) == {"unlocked"}


def test_a_crash_before_the_marks_got_out_is_no_finding(board: UUID) -> None:
    """The change was committed, the light went out, and then the school went on."""
    os.truncate(heads.path_of(board), (LENGTH - 3) * heads.WIDTH)
    record(Doing(Ref("systeem", "test"), board, NOON), "gezien", Ref("persoon", str(uuid4())))

    assert list(verify_all()) == []
    assert heads.length(board) == LENGTH + 1
