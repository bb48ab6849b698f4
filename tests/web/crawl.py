"""Asking for what the table declares, as anyone, anywhere: the answer with all that it says, undone afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from unittest.mock import patch
from zipfile import ZipFile

from django.core import mail
from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from magdit.areas.consent.proof import typeset
from tests.web.places import World
from tests.web.routes import Declared, filled_in
from tests.web.row import PLACES, ROLES, Place


@dataclass(frozen=True)
class Mailed:
    """A mail: to whom, and every word of it with what hangs on it."""

    to: str
    text: str


@dataclass(frozen=True)
class Seen:
    """What came back: the answer, every word of it in plain text, what was printed (before it became a PDF) and mailed,
    how many queries it took, and how many rows it changed."""

    answer: HttpResponseBase
    text: str
    printed: str
    mails: tuple[Mailed, ...]
    queries: int
    changed: int


@dataclass(frozen=True)
class Cell:
    """A row of the table, for one role at one place."""

    role: str
    place: str


def open_cells(one: Declared) -> list[Cell]:
    """To whom, and where, a row opens."""
    return [Cell(role, place) for place in PLACES for role in ROLES if one.row.may(role, place)]


def whoever(one: Declared) -> list[Cell | None]:
    """To whom a row opens; None is who is not signed in, where it opens to nobody else."""
    cells = open_cells(one)
    return [*cells] if cells else [None] if one.row.open else []


def ask(one: Declared, world: World, cell: Cell | None, *, language: str = "nl") -> Seen:
    """The answer for someone with this role, at this place; or for who is not signed in."""
    if cell is None:
        return see(one, Client(), world.places["own"], language=language)
    return see(one, world.browsers[cell.role], world.place(cell.role, cell.place), language=language)


def see(one: Declared, client: Client, place: Place, *, language: str = "nl") -> Seen:
    """The answer to a row, for this browser; all that it did is undone, mails and cookies too."""
    cookies, set_in_type = copy(client.cookies), []
    headers = {"accept-language": language}
    mail.outbox = []
    with transaction.atomic(), patch.object(typeset, "printable_all", _noting(set_in_type)):
        address, made = filled_in(one, place)
        before = connection.connection.total_changes
        with CaptureQueriesContext(connection) as asked:
            answer = (
                client.get(address, headers=headers)
                if one.row.sends is None
                else client.post(address, _fields(one, place, made), headers=headers)
            )
            content = _content(answer)
        changed = connection.connection.total_changes - before
        transaction.set_rollback(True)
    client.cookies = cookies
    queries = [one for one in asked.captured_queries if "SAVEPOINT" not in one["sql"]]
    text = _plain(str(answer.headers.get("Content-Type", "")), content)
    return Seen(answer, text, repr(set_in_type), tuple(map(_mail, mail.outbox)), len(queries), changed)


def _fields(one: Declared, place: Place, made: Mapping[str, object]) -> Mapping[str, object]:
    sends = one.row.sends or {}
    return sends(place, made) if callable(sends) else sends


def _noting(told: list[object]) -> Any:
    """A PDF is packed; what goes into it is read before."""
    printable = typeset.printable_all

    def noted(data: Mapping[str, Any]) -> Any:
        told.append(data)
        return printable(data)

    return noted


def _content(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def _plain(kind: str, content: bytes) -> str:
    if "spreadsheet" in kind:
        return _cells(content)
    if "zip" in kind:
        with ZipFile(BytesIO(content)) as packed:
            return "\n".join(packed.read(name).decode(errors="replace") for name in packed.namelist())
    return content.decode(errors="replace")


def _cells(content: bytes) -> str:
    book = load_workbook(BytesIO(content), read_only=True)
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)


def _mail(message: Any) -> Mailed:
    return Mailed(
        message.to[0], "\n".join([message.subject, message.body, *(str(part) for part in message.attachments)])
    )
