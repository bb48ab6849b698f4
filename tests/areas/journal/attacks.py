"""What somebody does who owns the database: takes the lock off and changes lines, with or without our keys."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection, transaction

from magdit.areas.journal.canonical import FIELDS, Line, mark_of
from magdit.areas.journal.models import Entry
from magdit.areas.journal.second_lock import locking, unlocking

TABLE = "journal_entry"


class Undone(Exception):
    """The attack is taken back, so that the next starts from the same journal."""


@contextmanager
def attack() -> Iterator[None]:
    """Everything inside happens with the lock off, and is undone afterwards; the lock is on again for the reader."""
    try:
        with transaction.atomic():
            yield
            raise Undone
    except Undone:
        pass


@contextmanager
def lock_off() -> Iterator[None]:
    """Without triggers."""
    _run(unlocking(connection.vendor))
    yield
    _run(locking(connection.vendor))


def flip_a_bit(random: random.Random, entry: Entry) -> str | None:
    """Change one bit of one field as it is stored; None when the database itself will not have it."""
    columns = [name for name in FIELDS if getattr(entry, name) is not None]
    column = random.choice(columns)
    value = stored(column, entry.mark)
    try:
        with transaction.atomic():
            write(column, entry.mark, flipped(random, value))
    except (DatabaseError, ValueError, OverflowError, UnicodeError):
        return None
    return column


def stored(column: str, mark: str) -> Any:
    """A field as the database keeps it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {TABLE} WHERE mark = %s", [mark])
        value: Any = cursor.fetchone()[0]
    return value


def write(column: str, mark: str, value: Any) -> None:
    """Write a field past all locks of Python. Broken UTF-8 goes in as it is."""
    place = "CAST(%s AS TEXT)" if connection.vendor == "sqlite" and isinstance(value, Broken) else "%s"
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {TABLE} SET {column} = {place} WHERE mark = %s", [value, mark])


class Broken(bytes):
    """Bytes that are to be stored as text, whether they are text or not."""


def flipped(random: random.Random, value: Any) -> Any:
    """The value with one bit changed."""
    if isinstance(value, int):
        return value ^ (1 << random.randrange(62))
    if isinstance(value, str):
        raw = bytearray(value.encode())
        raw[random.randrange(len(raw))] ^= 1 << random.randrange(8)
        return Broken(raw) if connection.vendor == "sqlite" else raw.decode()
    if isinstance(value, UUID):
        return UUID(int=value.int ^ (1 << random.randrange(128)))
    if isinstance(value, (bytes, memoryview)):
        raw = bytearray(value)
        raw[random.randrange(len(raw))] ^= 1 << random.randrange(8)
        return bytes(raw)
    return value.replace(microsecond=value.microsecond ^ (1 << random.randrange(19)))


def rehash(board: UUID, key: bytes, *, first: int) -> None:
    """Make all marks from a line on fit again, and the chain too: needs the key of the marks."""
    before = Entry.objects.filter(board=board, number=first - 1).values_list("mark", flat=True).first() or "0" * 64
    for row in list(Entry.objects.filter(board=board, number__gte=first).order_by("number").values_list(*FIELDS)):
        line = Line(*row)._replace(before=before)
        mark = mark_of(line, key)
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE {TABLE} SET before = %s, mark = %s WHERE mark = %s", [before, mark, line.mark])
        before = mark
    last = Entry.objects.filter(board=board).order_by("-number").values_list("number", "mark").first()
    number, mark = last or (0, "0" * 64)
    run("UPDATE journal_chain SET number = %s, mark = %s WHERE board = %s", number, mark, as_stored(board))


def as_stored(board: UUID) -> Any:
    """A board's id as this database keeps it."""
    return board.hex if connection.vendor == "sqlite" else board


def run(statement: str, *values: Any) -> None:
    """One statement, past all locks of Python."""
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))


def _run(statements: list[str]) -> None:
    for statement in statements:
        run(statement)
