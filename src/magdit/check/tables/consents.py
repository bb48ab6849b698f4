"""Who said yes or no to what, as the school's own system lists it. Reads answers; does not judge whether they hold.

A record has the Dutch keys that an act of `magdit judge` has. What a row leaves open stays open: the key is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from magdit.check.tables.cells import Cell
from magdit.check.tables.folded import folded
from magdit.check.tables.roster import NAME_COLUMNS, Person, Roster
from magdit.check.tables.table import Column, Columns, Row, read_table
from magdit.check.tables.unreadable import Unreadable
from magdit.check.tables.whose import Whose
from magdit.words.media import MEDIA
from magdit.words.roles import ROLES
from magdit.words.states import AUTHORITY, CONSENT_STATES, COVERS, FORMS
from magdit.words.vocabulary import Vocabulary

Record = Mapping[str, str | list[str]]

_COLUMNS = Columns(
    known=(
        *NAME_COLUMNS,
        Column("door", ("gegeven door", "wie", "ingevuld door")),
        Column("naam_ouder", ("naam ouder", "ouder naam", "naam verzorger")),
        Column("staat", ("status", "toestemming", "antwoord")),
        Column("datum", ("datum antwoord", "gegeven op", "op")),
        Column("vorm", ("hoe",)),
        Column("dekt", ("voor", "soort", "soorten")),
        Column("kanalen", ("kanaal", "medium", "media")),
        Column("tot", ("geldig tot", "einddatum", "tot en met")),
        Column("gezag", ("ouderlijk gezag", "heeft gezag")),
    ),
    needed=(("id", "voornaam", "roepnaam"), ("door",), ("staat",)),
)
_GIVERS = ("ouder", "voogd", "leerling", "medewerker", "zelf")


@dataclass(frozen=True, slots=True)
class Consents:
    """Per person on the roster the answers there are, in the order of the file."""

    by_person: Mapping[str, tuple[Record, ...]]

    def of(self, person_id: str) -> tuple[Record, ...]:
        """The answers for one person; empty when nobody was asked, as far as this table goes."""
        return self.by_person.get(person_id, ())


def read_consents(path: Path, roster: Roster, *, media: Vocabulary = MEDIA) -> Consents:
    """Read the answers, or raise Unreadable. A row that fits nobody or two people stops it: a lost 'no' is worse."""
    table = read_table(path, _COLUMNS)
    whose = Whose(roster, path)
    parents: dict[str, list[str]] = {}
    records: dict[str, list[Record]] = {}
    for row in table.rows:
        person = whose.one(row)
        names = parents.setdefault(person.id, [])
        records.setdefault(person.id, []).append(_record(path, row, person=person, parents=names, media=media))
    return Consents({person: tuple(answers) for person, answers in records.items()})


def _record(path: Path, row: Row, *, person: Person, parents: list[str], media: Vocabulary) -> Record:
    record: dict[str, str | list[str]] = {
        "door": _giver(path, row, person),
        "staat": _required(path, row, "staat").word(CONSENT_STATES) or "",
    }
    texts = {
        "datum": _day(path, row, "datum"),
        "vorm": Cell.of(path, row, "vorm").word(FORMS),
        "tot": _day(path, row, "tot"),
        "gezag": Cell.of(path, row, "gezag").word(AUTHORITY),
        "naam": _parent(row["naam_ouder"], parents),
    }
    lists = {"dekt": Cell.of(path, row, "dekt").many(COVERS), "kanalen": Cell.of(path, row, "kanalen").many(media)}
    record |= {key: value for key, value in texts.items() if value}
    record |= {key: list(words) for key, words in lists.items() if words}
    return record


def _giver(path: Path, row: Row, person: Person) -> str:
    cell = _required(path, row, "door")
    code = ROLES.code(cell.value) if cell.value in ROLES else cell.word(ROLES, of=_GIVERS) or ""
    if code in ROLES.below("medewerker"):
        code = "zelf" if person.role != "leerling" else "medewerker"
    if code not in _GIVERS:
        raise cell.wrong(accepted=_GIVERS)
    return "leerling" if code == "zelf" and person.role == "leerling" else code


def _required(path: Path, row: Row, column: str) -> Cell:
    if not row[column]:
        raise Unreadable("missing_value", path, line=row.line, column=column, others=())
    return Cell.of(path, row, column)


def _day(path: Path, row: Row, column: str) -> str | None:
    day = Cell.of(path, row, column).day()
    return day.isoformat() if day else None


def _parent(name: str, parents: list[str]) -> str | None:
    """'ouder 1', 'ouder 2': enough to see that two people answered. Their own names stay in the school's table."""
    if not folded(name):
        return None
    if folded(name) not in parents:
        parents.append(folded(name))
    return f"ouder {parents.index(folded(name)) + 1}"
