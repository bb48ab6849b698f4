"""Reads EDEXML 2.1 and a saved UWLR answer: school, groups, pupils, teachers. No guardians stand in it.

Never read: BSN, onderwijsnummer, photo, address, origin. The eckid serves learning material only, so it stays out too.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from magdit.areas.people.imports.delivery import (
    DeliveredGroup,
    DeliveredMember,
    DeliveredPerson,
    DeliveredRole,
    DeliveredSchool,
    Delivery,
    Dropped,
    Place,
)
from magdit.areas.people.imports.edexml_records import Record, group_key, read_records
from magdit.areas.people.imports.forbidden import is_forbidden
from magdit.areas.people.imports.problems import Problems
from magdit.areas.people.imports.sound import sound
from magdit.areas.people.imports.spoken import mail, name_part, surname
from magdit.areas.people.imports.wanted import Wanted, chosen
from magdit.words.roles import ROLES

_YEAR = re.compile(r"(\d{4})\s*[-/]\s*(\d{4})")
_ORDINARY = ROLES.below("leerkracht") | {"oop"}


def read_edexml(source: Path, wanted: Wanted, *, as_of: date) -> Delivery:
    """The delivery for one school, or NotTaken with everything that is wrong in it."""
    problems = Problems()
    reading = _Reading(source.name, problems)
    reader = read_records(source, reading.take, problems)
    place = Place(source.name, 0)
    if "Fault" in reader.seen:
        raise problems.fail("soap_fault", place)
    if not reader.seen >= {"school", "leerlingen"}:
        raise problems.fail("no_edexml", place)
    school = chosen([reading.school], wanted, problems, at=place)
    groups, members = reading.placed()
    problems.stop()
    dropped = (Dropped(source.name, name, _forbidden(name)) for name in sorted(reader.unread))
    found = Delivery(
        system="edexml", kind="bulk", as_of=reading.as_of or as_of, school=school, groups=groups,
        people=tuple(reading.people.values()), members=members, dropped=tuple(dropped), remarks=problems.remarks,
        complete=frozenset({"people", "groups", "members"}),
    )  # fmt: skip
    return sound(found, problems)


class _Reading:
    def __init__(self, file: str, problems: Problems) -> None:
        self.file, self.problems = file, problems
        self.school = DeliveredSchool("")
        self.year: int | None = None
        self.as_of: date | None = None
        self.groups: dict[str, Record] = {}
        self.people: dict[str, DeliveredPerson] = {}
        self._of: list[tuple[Record, bool]] = []

    def take(self, record: Record) -> None:
        """One record of the file."""
        if record.kind == "school":
            self._school(record)
        elif not record.key:
            self.problems.add("value_needed", Place(self.file, record.line, f"{record.kind} key"))
        elif record.kind in {"groep", "samengestelde_groep"}:
            self._group(record)
        else:
            self._person(record, is_pupil=record.kind == "leerling")

    def placed(self) -> tuple[tuple[DeliveredGroup, ...], tuple[DeliveredMember, ...]]:
        """Groups and who is in them, once the whole file was seen: a pupil may stand before its group."""
        year = self.year or 0
        groups = tuple(
            DeliveredGroup(
                key, record.texts.get("naam", ""), year, "klas" if record.kind == "groep" else "groep",
                code=record.key, at=Place(self.file, record.line),
            )
            for key, record in self.groups.items()
        )  # fmt: skip
        members: dict[tuple[str, str], DeliveredMember] = {}
        for record, is_pupil in self._of:
            for key, line in record.groups:
                at = Place(self.file, line, "groep")
                if key not in self.groups:
                    self.problems.add("group_unknown", at, key=key.removeprefix("s:"))
                person = _person_key(record)
                members[(key, person)] = DeliveredMember(key, person, "leerling" if is_pupil else "leerkracht", at=at)
        return groups, tuple(members.values())

    def _school(self, record: Record) -> None:
        brin, location = (record.texts.get(name, "") for name in ("brincode", "dependancecode"))
        self.school = DeliveredSchool(brin + location, brin=(brin + location).upper())
        told = _YEAR.fullmatch(record.texts.get("schooljaar", ""))
        if told is None or int(told[2]) != int(told[1]) + 1:
            self.problems.add("school_year", Place(self.file, record.line, "schooljaar"))
        else:
            self.year = int(told[1])
        self.as_of = self._day(record, "peildatum") or self._day(record, "aanmaakdatum")

    def _group(self, record: Record) -> None:
        key = group_key(record.kind, record.key)
        if key in self.groups:
            self.problems.add("double_key", Place(self.file, record.line, record.kind), key=record.key)
        if not record.texts.get("naam"):
            self.problems.add("value_needed", Place(self.file, record.line, f"{record.kind} naam"))
        self.groups[key] = record

    def _person(self, record: Record, *, is_pupil: bool) -> None:
        key = _person_key(record)
        if key in self.people:
            self.problems.add("double_key", Place(self.file, record.line, record.kind), key=record.key)
            return
        infix, last = surname(record.texts.get("achternaam", ""), record.texts.get("voorvoegsel") or None)
        if not last:
            self.problems.add("value_needed", Place(self.file, record.line, "achternaam"))
        mail_at = self._at(record, "emailadres")
        self.people[key] = DeliveredPerson(
            key,
            first=self._name(record, "voornamen", "first") if record.texts.get("voornamen") else None,
            called=self._name(record, "roepnaam", "called"),
            infix=name_part(infix, field="infix", at=self._at(record, "voorvoegsel"), problems=self.problems),
            last=name_part(last, field="last", at=self._at(record, "achternaam"), problems=self.problems),
            born=self._day(record, "geboortedatum") if is_pupil else None,
            email=mail(record.texts.get("emailadres", ""), at=mail_at, problems=self.problems),
            roles=(self._role(record, is_pupil=is_pupil),),
            at=Place(self.file, record.line),
        )
        self._of.append((record, is_pupil))

    def _role(self, record: Record, *, is_pupil: bool) -> DeliveredRole:
        if is_pupil:
            begins, ends = self._day(record, "instroomdatum"), self._day(record, "uitstroomdatum")
            return DeliveredRole("leerling", begins, ends)
        told = record.texts.get("rol", "")
        code = ROLES.code(told) if told and told in ROLES else "leerkracht"
        if code not in _ORDINARY:
            self.problems.remark("role_with_powers", self._at(record, "rol"))
            return DeliveredRole("leerkracht" if record.groups else "medewerker")
        return DeliveredRole("oop" if code == "oop" else "leerkracht")

    def _name(self, record: Record, element: str, field: str) -> str:
        text = record.texts.get(element, "")
        return name_part(text, field=field, at=self._at(record, element), problems=self.problems)

    def _day(self, record: Record, element: str) -> date | None:
        text = record.texts.get(element, "")
        try:
            return date.fromisoformat(text[:10]) if text else None
        except ValueError:
            self.problems.add("bad_date", self._at(record, element), value=text[:20], form="jjjj-mm-dd")
            return None

    def _at(self, record: Record, element: str) -> Place:
        return Place(self.file, record.lines.get(element, record.line), element)


def _person_key(record: Record) -> str:
    """Pupils and teachers are numbered apart, so 'leerling 1' and 'leerkracht 1' are two people."""
    return record.key if record.kind == "leerling" else f"l:{record.key}"


def _forbidden(name: str) -> bool:
    heading = name.replace("@", "/").rpartition("/")[2]
    return heading == "eckid" or is_forbidden(heading)
