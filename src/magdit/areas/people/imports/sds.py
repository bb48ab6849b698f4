"""Reads Microsoft School Data Sync 2.1: a zip or a folder of CSV files. Always bulk; knows no register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from magdit.areas.people.imports.assemble import Assembler
from magdit.areas.people.imports.bundle import opened
from magdit.areas.people.imports.delivery import Delivery, Place
from magdit.areas.people.imports.problems import Problems
from magdit.areas.people.imports.roster import AROUND, Class, Enrollment, Held, Org, Roster, User
from magdit.areas.people.imports.sheets import Line, Sheets, listed
from magdit.areas.people.imports.spoken import mail, name_part, surname
from magdit.areas.people.imports.wanted import Wanted
from magdit.norms.act import school_year

NEEDED = ("orgs.csv", "users.csv", "roles.csv")


def read_sds(source: Path, wanted: Wanted, *, as_of: date) -> Delivery:
    """The delivery for one school, or NotTaken with everything that is wrong in it."""
    problems = Problems()
    with opened(source, problems) as bundle:
        for name in NEEDED:
            if name not in bundle:
                problems.add("file_needed", Place(source.name, 0), file=name)
        problems.stop()
        reading = _Reading(Sheets(bundle, problems))
        reading.read()
    assembler = Assembler(reading.roster, wanted, problems, as_of=as_of, source=Place(source.name, 0))
    return assembler.delivery(system="sds", dropped=reading.sheets.dropped)


class _Reading:
    def __init__(self, sheets: Sheets) -> None:
        self.sheets, self.problems, self.roster = sheets, sheets.problems, Roster()
        self._years: dict[str, int] = {}

    def read(self) -> None:
        self._orgs()
        self._users()
        self._roles()
        for name, step in (
            ("academicsessions.csv", self._sessions),
            ("classes.csv", self._classes),
            ("enrollments.csv", self._enrollments),
            ("relationships.csv", self._relationships),
            ("demographics.csv", self._births),
        ):
            if name in self.sheets.bundle:
                step()

    def _orgs(self) -> None:
        for line in self.sheets.rows("orgs.csv", needed=("sourcedId", "name", "type"), known=("parentSourcedId",)):
            if self._new(line, line["sourcedId"], self.roster.orgs):
                key = line["sourcedId"]
                # SDS has no column for a BRIN; schools put it in the key.
                brin = key.upper() if len(key) in {4, 6} and key[:2].isdigit() else ""
                self.roster.orgs[key] = Org(key, line["name"], line["type"].lower(), brin, line["parentSourcedId"])

    def _users(self) -> None:
        for line in self.sheets.rows("users.csv", needed=("sourcedId", "givenName", "familyName"), known=("email",)):
            if not self._new(line, line["sourcedId"], self.roster.users):
                continue
            infix, last = surname(line["familyName"], None)
            if not last:
                self.problems.add("value_needed", line.at("familyName"))
            given, family = line.at("givenName"), line.at("familyName")
            self.roster.users[line["sourcedId"]] = User(
                key=line["sourcedId"],
                first=name_part(line["givenName"], field="first", at=given, problems=self.problems),
                called=None,
                infix=name_part(infix, field="infix", at=family, problems=self.problems),
                last=name_part(last, field="last", at=family, problems=self.problems),
                email=mail(line["email"], at=line.at("email"), problems=self.problems),
                gone=False,
                at=line.at(),
            )

    def _roles(self) -> None:
        known = ("roleStartDate", "roleEndDate")
        for line in self.sheets.rows("roles.csv", needed=("userSourcedId", "orgSourcedId", "role"), known=known):
            user = self._user(line, "userSourcedId")
            if user is not None:
                begins, ends = self.sheets.day(line, "roleStartDate"), self.sheets.day(line, "roleEndDate")
                held = Held(line["orgSourcedId"], line["role"].lower(), begins, ends, gone=False, at=line.at("role"))
                user.held.append(held)

    def _sessions(self) -> None:
        known = ("startDate", "schoolYear")
        for line in self.sheets.rows("academicsessions.csv", needed=("sourcedId",), known=known):
            begins = self.sheets.day(line, "startDate")
            if begins:
                self._years[line["sourcedId"]] = school_year(begins)

    def _classes(self) -> None:
        known = ("code", "sessionSourcedIds")
        for line in self.sheets.rows("classes.csv", needed=("sourcedId", "orgSourcedId", "title"), known=known):
            if self._new(line, line["sourcedId"], self.roster.classes):
                years = [self._years[term] for term in listed(line["sessionSourcedIds"]) if term in self._years]
                # SDS tells no homeroom from a lesson group.
                self.roster.classes[line["sourcedId"]] = Class(
                    line["sourcedId"], line["orgSourcedId"], line["title"], line["code"], "homeroom",
                    max(years, default=None), gone=False, at=line.at(),
                )  # fmt: skip

    def _enrollments(self) -> None:
        for line in self.sheets.rows("enrollments.csv", needed=("classSourcedId", "userSourcedId", "role")):
            self.roster.enrollments.append(
                Enrollment(
                    line["classSourcedId"],
                    line["userSourcedId"],
                    line["role"].lower(),
                    None,
                    None,
                    gone=False,
                    at=line.at(),
                )
            )

    def _relationships(self) -> None:
        needed = ("userSourcedId", "relationshipUserSourcedId", "relationshipRole")
        for line in self.sheets.rows("relationships.csv", needed=needed):
            told = line["relationshipRole"].lower()
            if told not in AROUND:
                self.problems.remark("role_unknown", line.at("relationshipRole"))
            elif self._user(line, "userSourcedId") and self._user(line, "relationshipUserSourcedId"):
                self.roster.pairs.append((line["userSourcedId"], line["relationshipUserSourcedId"], told))

    def _births(self) -> None:
        for line in self.sheets.rows("demographics.csv", needed=("userSourcedId",), known=("birthDate",)):
            user = self.roster.users.get(line["userSourcedId"])
            if user is not None:
                user.born = self.sheets.day(line, "birthDate")

    def _user(self, line: Line, column: str) -> User | None:
        user = self.roster.users.get(line[column])
        if user is None:
            self.problems.add("person_unknown", line.at(column), key=line[column])
        return user

    def _new(self, line: Line, key: str, seen: dict[str, Org] | dict[str, User] | dict[str, Class]) -> bool:
        if not key:
            self.problems.add("value_needed", line.at("sourcedId"))
        elif key in seen:
            self.problems.add("double_key", line.at("sourcedId"), key=key)
        return bool(key) and key not in seen
