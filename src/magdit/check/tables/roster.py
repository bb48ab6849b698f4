"""The people of a school or class, as its own system lists them. Names, roles and birth dates; no consents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2s
from pathlib import Path

from magdit.check.tables.cells import Cell
from magdit.check.tables.folded import folded
from magdit.check.tables.table import Column, Columns, Row, Table, read_table
from magdit.check.tables.unreadable import Unreadable
from magdit.words.roles import ROLES
from magdit.words.vocabulary import Vocabulary

NAME_COLUMNS = (
    Column("voornaam", ("voornamen", "first name", "firstname", "given name")),
    Column("tussenvoegsel", ("tussenvoegsels", "voorvoegsel", "voorvoegsels", "tv", "infix")),
    Column("achternaam", ("familienaam", "last name", "lastname", "surname")),
    Column("roepnaam", ("noemnaam", "roepnamen")),
    Column("groep", ("klas", "stamgroep", "stamklas", "lesgroep", "groepsnaam")),
    Column("id", ("nummer", "leerlingnummer", "leerling id", "persoon id", "personeelsnummer", "stamnummer")),
)
_COLUMNS = Columns(
    known=(
        *NAME_COLUMNS,
        Column("rol", ("functie", "role")),
        Column("geboortedatum", ("geb.datum", "geboren", "geboren op", "geboorte datum")),
    ),
    needed=(("voornaam", "roepnaam"),),
)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone on the roster. `id` names them everywhere else, so that names need not travel.

    `role` is what they are called by; `more` is what else they are, for who judges.
    """

    id: str
    first: str = ""
    infix: str = ""
    last: str = ""
    called: str = ""
    role: str = "leerling"
    born: date | None = None
    group: str = ""
    more: tuple[str, ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """Everything this person is at the school."""
        return (self.role, *self.more)

    @property
    def given(self) -> str:
        """The name this person goes by."""
        return self.called or self.first

    @property
    def display(self) -> str:
        """The name as a colleague would write it."""
        return " ".join(part for part in (self.given, self.infix, self.last) if part)


@dataclass(frozen=True, eq=False)  # one roster is itself only: what is built from it is kept by identity
class Roster:
    """Everyone the school told us about. `ignored` names the columns that were in the file and were not read."""

    people: tuple[Person, ...]
    ignored: tuple[str, ...] = ()
    by_id: dict[str, Person] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {person.id: person for person in self.people})

    def __iter__(self) -> Iterator[Person]:
        return iter(self.people)

    def __len__(self) -> int:
        return len(self.people)


def read_roster(path: Path, *, roles: Vocabulary | None = ROLES) -> Roster:
    """Read the roster, or raise Unreadable. A voornaam or a roepnaam is enough for a person.

    Without `roles` nobody asks what someone is at the school: for who only looks for names.
    """
    table = read_table(path, _COLUMNS)
    return Roster(people=tuple(_people(table, roles)), ignored=table.ignored)


def _people(table: Table, roles: Vocabulary | None) -> Iterable[Person]:
    seen: dict[str, int] = {}
    for row in table.rows:
        if not row["voornaam"] and not row["roepnaam"]:
            raise Unreadable("missing_value", table.path, line=row.line, column="voornaam", others=("roepnaam",))
        person = _person(table, row, roles)
        if row["id"] and person.id in seen:
            raise Unreadable("double_id", table.path, line=row.line, id=person.id, first_line=seen[person.id])
        counted = _counted(person.id, seen)
        seen[counted] = row.line
        yield person if counted == person.id else _renamed(person, counted)


def _person(table: Table, row: Row, roles: Vocabulary | None) -> Person:
    born = Cell.of(table.path, row, "geboortedatum").day()
    return Person(
        id=row["id"] or _made_id(row, born),
        first=row["voornaam"],
        infix=row["tussenvoegsel"],
        last=row["achternaam"],
        called=row["roepnaam"],
        role=(roles and Cell.of(table.path, row, "rol").word(roles)) or "leerling",
        born=born,
        group=row["groep"],
    )


def _made_id(row: Row, born: date | None) -> str:
    """The same person gets the same id from next month's export too, whatever the order of its rows."""
    names = [folded(row[name]) for name in ("voornaam", "roepnaam", "tussenvoegsel", "achternaam", "groep")]
    whole = "|".join([*names, born.isoformat() if born else ""])
    return "p-" + blake2s(whole.encode(), digest_size=6).hexdigest()


def _counted(wanted: str, seen: dict[str, int]) -> str:
    number = 1
    while (wanted if number == 1 else f"{wanted}-{number}") in seen:
        number += 1
    return wanted if number == 1 else f"{wanted}-{number}"


def _renamed(person: Person, counted: str) -> Person:
    return replace(person, id=counted)
