"""Very many rows, written with few statements: what they become in the database is worked out before the transaction.

For imports. A writer holds the pen (SQLite) or the end of the journal (PostgreSQL) while others wait, so nothing is
computed there that could be computed before. Knows any model; decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import AutoField, Field, Model

Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class NewRows:
    """Rows of one table as the database takes them."""

    table: str
    columns: tuple[str, ...]
    rows: Sequence[Values]

    def write(self) -> None:
        """Put them in. Inside the transaction of the caller."""
        if self.rows:
            copy(self) if connection.vendor == "postgresql" else insert(self)


@dataclass(frozen=True, slots=True)
class OtherValues:
    """Other values for columns of rows that are there; the key of each row comes last in its values."""

    table: str
    columns: tuple[str, ...]
    key: str
    rows: Sequence[Values]
    also: str = ""  # set to the same for all: "version = version + 1"

    def write(self) -> None:
        """Change them. Inside the transaction of the caller."""
        if not self.rows:
            return
        told = [f"{_quoted(column)} = %s" for column in self.columns] + ([self.also] if self.also else [])
        where = f"WHERE {_quoted(self.key)} = %s"
        with connection.cursor() as cursor:
            cursor.executemany(f"UPDATE {_quoted(self.table)} SET {', '.join(told)} {where}", self.rows)  # noqa: S608  (names of our own models)


def new_rows(model: type[Model], made: Iterable[Model]) -> NewRows:
    """What new rows of a model become; a number that the database gives is left to the database."""
    fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, AutoField)]
    rows = [tuple(prepared(field, field.pre_save(one, add=True)) for field in fields) for one in made]
    return NewRows(model._meta.db_table, tuple(str(field.column) for field in fields), rows)


def other_values(model: type[Model], fields: Sequence[str], rows: Iterable[Values], *, also: str = "") -> OtherValues:
    """Other values for rows of a model: for each its new values in the order of `fields`, and its key."""
    known = {field.name: field for field in model._meta.local_concrete_fields}
    held, key = [known[name] for name in fields], model._meta.pk
    kinds = (*held, key)
    ready = [tuple(prepared(kind, value) for kind, value in zip(kinds, row, strict=True)) for row in rows]
    return OtherValues(model._meta.db_table, tuple(str(field.column) for field in held), str(key.column), ready, also)


def prepared(field: Field[Any, Any], value: object) -> object:
    """A value as this database takes it."""
    return field.get_db_prep_save(value, connection)


def insert(new: NewRows) -> None:
    """In SQLite one statement, run for every row."""
    places = ", ".join(["%s"] * len(new.columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {_quoted(new.table)} ({_names(new)}) VALUES ({places})", new.rows)  # noqa: S608  (names of our own models)


def copy(new: NewRows) -> None:
    """In PostgreSQL all rows stream in behind one statement."""
    with connection.cursor() as cursor, cursor.copy(f"COPY {_quoted(new.table)} ({_names(new)}) FROM STDIN") as stream:
        for row in new.rows:
            stream.write_row(row)


def _names(new: NewRows) -> str:
    return ", ".join(_quoted(column) for column in new.columns)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
