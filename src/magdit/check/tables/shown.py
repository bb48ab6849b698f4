"""Who is in these photos or this post, as the author declares it. What is left open is unknown, never filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from magdit.check.tables.cells import Cell
from magdit.check.tables.roster import NAME_COLUMNS, Person, Roster
from magdit.check.tables.table import Column, Columns, Row, read_table
from magdit.check.tables.whose import Whose
from magdit.words.roles import ROLES
from magdit.words.vocabulary import Vocabulary

_COLUMNS = Columns(
    known=(
        *NAME_COLUMNS,
        Column("foto", ("bestand", "bestandsnaam", "foto naam", "beeld")),
        Column("gezicht", ("gezicht nummer", "gezichtnr", "nr gezicht")),
        Column("herkenbaar", ("is herkenbaar",)),
        Column("genoemd", ("wordt genoemd", "naam genoemd")),
        Column("bovenkleding", ("draagt bovenkleding", "gewone bovenkleding")),
        Column("rol", ("functie",)),
        Column("geboortedatum", ("geb.datum", "geboren", "geboren op")),
    ),
    needed=(("id", "voornaam", "roepnaam"),),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One person in one photo, or in the post as a whole when `photo` is empty. `person` is None off the roster.

    `hidden`: their face will be covered. `with_consent`: nobody's name, but the author says that they have a yes.
    """

    line: int
    name: str
    person: Person | None = None
    photo: str = ""
    face: int | None = None
    recognisable: bool | None = None
    named: bool | None = None
    outerwear: bool | None = None
    role: str | None = None
    born: date | None = None
    group: str = ""
    hidden: bool = False
    with_consent: bool = False


def read_shown(path: Path, roster: Roster, *, roles: Vocabulary = ROLES) -> tuple[Shown, ...]:
    """Read who is shown, or raise Unreadable. A name that is not on the roster is a person we have no consents of."""
    table = read_table(path, _COLUMNS)
    whose = Whose(roster, path)
    return tuple(_shown(path, row, whose.at_most_one(row), roles) for row in table.rows)


def _shown(path: Path, row: Row, person: Person | None, roles: Vocabulary) -> Shown:
    """The row's own words come first; the roster fills in what it knows for sure: role, birth date, group."""
    written = (row["roepnaam"] or row["voornaam"], row["tussenvoegsel"], row["achternaam"])
    return Shown(
        line=row.line,
        name=person.display if person else " ".join(part for part in written if part),
        person=person,
        photo=row["foto"],
        face=Cell.of(path, row, "gezicht").number(),
        recognisable=Cell.of(path, row, "herkenbaar").yes_or_no(),
        named=Cell.of(path, row, "genoemd").yes_or_no(),
        outerwear=Cell.of(path, row, "bovenkleding").yes_or_no(),
        role=Cell.of(path, row, "rol").word(roles) or (person.role if person else None),
        born=Cell.of(path, row, "geboortedatum").day() or (person.born if person else None),
        group=row["groep"] or (person.group if person else ""),
    )
