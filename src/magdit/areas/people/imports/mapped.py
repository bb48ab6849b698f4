"""A free table read by a mapping: rows become people, bonds or answers. Knows cells and words; knows no register.

Nobody needs a key: without one, names and birth date make it, so the same row gets the same key next month. Two
children's father without key or e-mail has two keys: whether these are one person is for `matching` to ask.
"""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import replace
from datetime import date
from hashlib import blake2s
from pathlib import Path
from typing import Literal, cast

from magdit.areas.people.exports.tables import unguarded
from magdit.areas.people.imports.delivery import (
    MADE,
    DeliveredAnswer,
    DeliveredBond,
    DeliveredGroup,
    DeliveredMember,
    DeliveredPerson,
    DeliveredRole,
    DeliveredSchool,
    Delivery,
    Dropped,
    Place,
)
from magdit.areas.people.imports.fields import ITEM
from magdit.areas.people.imports.forbidden import is_forbidden
from magdit.areas.people.imports.free_table import FreeTable, read_free_table
from magdit.areas.people.imports.mapping import Mapping, check
from magdit.areas.people.imports.problems import Problems
from magdit.areas.people.imports.sound import sound
from magdit.areas.people.imports.spoken import mail, name_part, surname
from magdit.areas.people.imports.words_here import Words
from magdit.areas.people.names import joined
from magdit.check.tables.cells import Cell
from magdit.check.tables.folded import folded
from magdit.check.tables.unreadable import Unreadable
from magdit.norms.act import school_year
from magdit.wording.imports import field_told

NAMES = {"voornaam": "first", "roepnaam": "called", "tussenvoegsel": "infix", "achternaam": "last"}
MOST_WHO = 80
Relation = Literal["ouder", "voogd", "verzorger"]
Authority = Literal["ja", "nee", "onbekend"]


def read_mapped(source: Path, mapping: Mapping, items: Table[str, str], *, as_of: date) -> Delivery:
    """The delivery of a table, or NotTaken with everything that is wrong in it."""
    problems = Problems()
    table = read_free_table(source, problems)
    check(mapping, table, items, problems)
    problems.stop()
    reading = _Reading(table, mapping, items, problems)
    for line, cells in table.rows:
        reading.row(line, dict(zip(table.headings, cells, strict=True)))
    return sound(reading.delivery(as_of), problems)


class _Reading:
    def __init__(self, table: FreeTable, mapping: Mapping, items: Table[str, str], problems: Problems) -> None:
        self.table, self.mapping, self.problems = table, mapping, problems
        self.items = {folded(name): code for title, code in items.items() for name in (code, title)}
        self.words = Words(mapping, problems)
        self.theirs = {ours: theirs for theirs, ours in mapping.columns.items()}
        self.people: dict[str, DeliveredPerson] = {}
        self.mentioned: dict[str, DeliveredPerson] = {}
        self.groups: dict[str, DeliveredGroup] = {}
        self.members: dict[tuple[str, str], DeliveredMember] = {}
        self.bonds: dict[tuple[str, str], DeliveredBond] = {}
        self.answers: list[DeliveredAnswer] = []
        self._line, self._cells = 0, dict[str, str]()

    def row(self, line: int, cells: dict[str, str]) -> None:
        """One row of the table."""
        self._line, self._cells = line, cells
        before = len(self.problems.told)
        {"leerlingen": self._pupil, "verzorgers": self._guardians, "toestemmingen": self._answers}[self.mapping.kind]()
        self.problems.name(self._who()[:MOST_WHO], since=before)

    def _who(self) -> str:
        """Whom the row is about, as it stands there."""
        prefix = "" if self.mapping.kind == "leerlingen" else "kind_"
        told = {field: self._cell(prefix + field) for field in NAMES}
        return joined(told["roepnaam"] or told["voornaam"], told["tussenvoegsel"], told["achternaam"])

    def delivery(self, as_of: date) -> Delivery:
        """All rows together."""
        unread = (heading for heading in self.table.headings if heading and heading not in self.mapping.columns)
        dropped = tuple(Dropped(self.table.file, heading, is_forbidden(heading)) for heading in unread)
        complete = {"leerlingen": {"people", "members"}, "verzorgers": {"bonds"}, "toestemmingen": set[str]()}
        year = school_year(as_of)
        groups = tuple(DeliveredGroup(key, one.name, year, at=one.at) for key, one in self.groups.items())
        return Delivery(
            system="csv", kind="bulk", as_of=as_of, school=DeliveredSchool(""), groups=groups,
            people=tuple(self.people.values()), members=tuple(self.members.values()),
            bonds=tuple(self.bonds.values()), answers=tuple(self.answers), mentioned=tuple(self.mentioned.values()),
            dropped=dropped, remarks=self.problems.remarks, complete=frozenset(complete[self.mapping.kind]),
        )  # fmt: skip

    def _pupil(self) -> None:
        role = DeliveredRole(
            self.words.role("rol", self._cell("rol"), self._at("rol")), self._day("vanaf"), self._day("tot")
        )
        person = self._person("", key_field="sleutel", roles=(role,), needs_name=True)
        if person.key in self.people:
            self.problems.add("double_key", self._at("sleutel"), key=person.key)
        self.people[person.key] = person
        as_what: Literal["leerling", "leerkracht"] = "leerling" if role.role == "leerling" else "leerkracht"
        for name in filter(None, (part.strip() for part in self._cell("groep").split(", "))):
            key = folded(name)
            self.groups.setdefault(key, DeliveredGroup(key, name, 0, at=self._at("groep")))
            self.members[key, person.key] = DeliveredMember(key, person.key, as_what, at=self._at("groep"))

    def _guardians(self) -> None:
        child = self._child()
        told = [prefix for prefix in ("", "v1_", "v2_") if self._cell(f"{prefix}achternaam")]
        for prefix in told:
            self._guardian(prefix, child)
        if not told:
            self.problems.remark("no_guardian", self._at())

    def _guardian(self, prefix: str, child: str) -> None:
        person = self._person(prefix, key_field=f"{prefix}sleutel", roles=(), needs_name=False, child=child)
        earlier = self.people.setdefault(person.key, person)
        if earlier.shown != person.shown:
            self.problems.add("double_key", self._at(f"{prefix}sleutel"), key=person.key)
        field = f"{prefix}gezag"
        authority = self.words.authority(field, self._cell(field), self._at(field))
        field = f"{prefix}relatie"
        relation = self.words.relation(field, self._cell(field), self._at(field))
        bond = DeliveredBond(
            child, person.key, cast(Relation | None, relation), cast(Authority | None, authority),
            self._day(f"{prefix}gezag_sinds"), at=self._at(),
        )  # fmt: skip
        if self.bonds.setdefault((child, person.key), bond).authority != authority:
            self.problems.add("bond_twice", self._at(f"{prefix}gezag"))

    def _answers(self) -> None:
        child = self._child()
        common = DeliveredAnswer(
            child, "", "", giver=self._cell("verzorger_sleutel"), on=self._day("datum"),
            role=self.words.giver("door", self._cell("door"), self._at("door")),
            form=self.words.form("vorm", self._cell("vorm"), self._at("vorm")),
        )  # fmt: skip
        for ours, theirs in self.theirs.items():
            if ours.startswith(ITEM):
                self._answer(common, ours.removeprefix(ITEM), self._cells[theirs], ours)
        if "onderwerp" in self.theirs or "antwoord" in self.theirs:
            item = self.items.get(folded(self._cell("onderwerp")))
            if item is None:
                at, known = self._at("onderwerp"), ", ".join(sorted(set(self.items.values()))) or "geen"
                self.problems.add("item_unknown", at, item=self._cell("onderwerp")[:60], known=known)
            else:
                self._answer(common, item, self._cell("antwoord"), "antwoord")

    def _answer(self, common: DeliveredAnswer, item: str, text: str, field: str) -> None:
        state = self.words.state("antwoord", text, self._at(field))
        if state:
            self.answers.append(replace(common, item=item, state=state, at=self._at(field)))

    def _child(self) -> str:
        """The child a row is about; only pointed at, never made."""
        person = self._person("kind_", key_field="kind_sleutel", roles=(), needs_name=False)
        self.mentioned.setdefault(person.key, person)
        return person.key

    def _person(
        self, prefix: str, *, key_field: str, roles: tuple[DeliveredRole, ...], needs_name: bool, child: str = ""
    ) -> DeliveredPerson:
        told = self._names(prefix)
        if needs_name:
            # A name that is there and no name was told already.
            for field, cells in (("achternaam", ("achternaam",)), ("roepnaam", ("roepnaam", "voornaam"))):
                if not any(self._cell(cell) for cell in cells):
                    self.problems.add("value_needed", self._at(field))
        born = self._day(f"{prefix}geboortedatum")
        mail_at = self._at(f"{prefix}email")
        email = mail(self._cell(f"{prefix}email"), at=mail_at, problems=self.problems)
        key = self._cell(key_field) or _made_key(told, born, email or child)
        shielded = self.words.yes(f"{prefix}afgeschermd", self._cell(f"{prefix}afgeschermd"), mail_at)
        institution = self._is_institution(prefix)
        return DeliveredPerson(
            key, first=told.get("first"), called=told.get("called"), infix=told.get("infix"), last=told.get("last"),
            born=born, email=email, shielded=shielded, institution=institution, roles=roles, at=self._at(),
        )  # fmt: skip

    def _names(self, prefix: str) -> dict[str, str | None]:
        """The parts of a name; a column that is not there says nothing, an empty cell does."""
        institution = bool(self._is_institution(prefix))
        told: dict[str, str | None] = {}
        texts = {field: self._cell(prefix + field) for field in NAMES}
        has_infix = prefix + "tussenvoegsel" in self.theirs
        if not institution and not texts["tussenvoegsel"]:
            texts["tussenvoegsel"], texts["achternaam"] = surname(texts["achternaam"], None)
            has_infix = True
        for field, ours in NAMES.items():
            if prefix + field in self.theirs or (field == "tussenvoegsel" and has_infix):
                at = self._at(prefix + field)
                told[ours] = name_part(texts[field], field=ours, at=at, problems=self.problems, institution=institution)
        return told

    def _is_institution(self, prefix: str) -> bool | None:
        field = f"{prefix}instelling"
        return self.words.yes(field, self._cell(field), self._at(field))

    def _cell(self, field: str) -> str:
        return unguarded(self._cells.get(self.theirs.get(field, ""), ""))

    def _at(self, field: str = "") -> Place:
        return Place(self.table.file, self._line, self.theirs.get(field) or field_told(field))

    def _day(self, field: str) -> date | None:
        cell = Cell(Path(self.table.file), self._line, field, self._cell(field))
        try:
            return cell.day()
        except Unreadable:
            self.problems.add("bad_date", self._at(field), value=cell.value[:20], form="dd-mm-jjjj of jjjj-mm-dd")
            return None


def _made_key(names: Table[str, str | None], born: date | None, more: str) -> str:
    """A key that is the same next month, in whatever order the rows stand. Tells nothing by itself."""
    parts = [folded(names.get(part) or "") for part in ("first", "called", "infix", "last")]
    whole = "|".join([*parts, born.isoformat() if born else "", "" if born else more.casefold()])
    return MADE + blake2s(whole.encode(), digest_size=10).hexdigest()
