"""Whose row is this? Finds the one person on the roster that a row means. Never guesses: two is as wrong as none."""

from __future__ import annotations

from pathlib import Path

from rapidfuzz import fuzz, process

from magdit.check.tables.folded import folded
from magdit.check.tables.roster import Person, Roster
from magdit.check.tables.table import Row
from magdit.check.tables.unreadable import Unreadable


class Whose:
    """Looks people up by id or by name, quickly enough for a school of thousands."""

    def __init__(self, roster: Roster, path: Path) -> None:
        self._roster, self._path = roster, path
        self._by_given: dict[str, list[Person]] = {}
        for person in roster:
            for given in {folded(person.first), folded(person.called)} - {""}:
                self._by_given.setdefault(given, []).append(person)

    def one(self, row: Row) -> Person:
        """The person this row means; raises Unreadable when it means nobody we know, or more than one."""
        found = self.at_most_one(row)
        if found is None:
            raise Unreadable("nobody", self._path, line=row.line, given=_written(row), nearest=self._nearest(row))
        return found

    def at_most_one(self, row: Row) -> Person | None:
        """The same, for tables that may also name people who are not on the roster."""
        if row["id"]:
            return self._by_id(row)
        if not row["voornaam"] and not row["roepnaam"]:
            raise Unreadable("missing_value", self._path, line=row.line, column="id", others=("voornaam", "roepnaam"))
        found = self._by_name(row)
        if len(found) > 1:
            raise Unreadable("several_people", self._path, line=row.line, given=_written(row), count=len(found))
        return found[0] if found else None

    def _by_id(self, row: Row) -> Person:
        person = self._roster.by_id.get(row["id"])
        if person is None:
            raise Unreadable("unknown_id", self._path, line=row.line, given=row["id"])
        # A shifted column puts one child's answer behind another child's number: then the name no longer fits.
        if (row["voornaam"] or row["roepnaam"]) and not _fits(person, row):
            raise Unreadable("id_and_name_differ", self._path, line=row.line, given=_written(row), id=row["id"])
        return person

    def _by_name(self, row: Row) -> list[Person]:
        given = folded(row["roepnaam"]) or folded(row["voornaam"])
        candidates = [*self._by_given.get(given, ()), *self._by_given.get(folded(row["voornaam"]), ())]
        fitting = list({person.id: person for person in candidates if _fits(person, row)}.values())
        exact = [person for person in fitting if folded(person.infix) == folded(row["tussenvoegsel"])]
        return exact if len(exact) == 1 else fitting

    def _nearest(self, row: Row) -> tuple[str, ...]:
        names = [person.display for person in self._roster]
        best = process.extract(_written(row), names, scorer=fuzz.ratio, processor=folded, limit=3, score_cutoff=70)
        return tuple(name for name, _, _ in best)


def _fits(person: Person, row: Row) -> bool:
    """What the row says must be so. Left open may be: the infix, and the group or, with a group, the surname."""
    givens = {folded(person.first), folded(person.called)}
    if any(cell and cell not in givens for cell in (folded(row["voornaam"]), folded(row["roepnaam"]))):
        return False
    group, last = _group(row["groep"]), folded(row["achternaam"])
    if group and person.group and group != _group(person.group):
        return False
    if not last:
        return not person.last or bool(group and person.group)
    infix = folded(row["tussenvoegsel"])
    whole = folded(person.infix) + folded(person.last)
    return infix + last == whole or (not infix and last == folded(person.last))


def _group(value: str) -> str:
    """'Groep 5', 'groep5' and '5' are one group."""
    return folded(value).removeprefix("groep").removeprefix("klas")


def _written(row: Row) -> str:
    parts = (row["roepnaam"] or row["voornaam"], row["tussenvoegsel"], row["achternaam"], row["groep"])
    return " ".join(part for part in parts if part)
