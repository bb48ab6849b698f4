"""The rows of the files of OneRoster: organisations, sessions, users, roles, birth dates, classes, enrollments."""

from __future__ import annotations

from collections.abc import Mapping

from magdit.areas.people.imports.roster import Class, Enrollment, Held, Org, Roster, User
from magdit.areas.people.imports.sheets import Line, Sheets, listed
from magdit.areas.people.imports.spoken import is_infix, mail, name_part, surname
from magdit.norms.act import school_year

GONE = "tobedeleted"
STATUSES = frozenset({"active", GONE, "inactive"})  # inactive: of version 1.0, still seen
NAMES_12 = ("preferredGivenName", "preferredMiddleName", "preferredFamilyName")


class Rows:
    """Reads each file into the roster; what is wrong goes to the problems of the sheets."""

    def __init__(self, sheets: Sheets, roster: Roster, *, version: str) -> None:
        self.sheets, self.roster, self.version = sheets, roster, version
        self.problems = sheets.problems
        self._years: dict[str, int] = {}

    def read(self, kinds: Mapping[str, str]) -> None:
        """Read what is there, in the order in which the files lean on each other."""
        steps = {
            "orgs": self._orgs, "academicsessions": self._sessions, "users": self._users, "roles": self._roles,
            "demographics": self._births, "classes": self._classes, "enrollments": self._enrollments,
        }  # fmt: skip
        for name, step in steps.items():
            if name in kinds and (name != "roles" or self.version == "1.2"):
                step()

    def _orgs(self) -> None:
        needed = ("sourcedId", "name", "type")
        for line in self.sheets.rows("orgs.csv", needed=needed, known=("status", "identifier", "parentSourcedId")):
            if self._key(line, self.roster.orgs) and not self._gone(line, "orgs"):
                brin = line["identifier"].replace(" ", "").upper()
                key = line["sourcedId"]
                self.roster.orgs[key] = Org(key, line["name"], line["type"].lower(), brin, line["parentSourcedId"])

    def _sessions(self) -> None:
        known = ("schoolYear", "startDate")
        for line in self.sheets.rows("academicsessions.csv", needed=("sourcedId",), known=known):
            begins = self.sheets.day(line, "startDate")
            if line["schoolYear"].isdigit() and len(line["schoolYear"]) == 4:
                # OneRoster names a school year after the year in which it ends; we after the year it begins.
                self._years[line["sourcedId"]] = int(line["schoolYear"]) - 1
            elif begins:
                self._years[line["sourcedId"]] = school_year(begins)

    def _users(self) -> None:
        one = ("orgSourcedIds", "role") if self.version == "1.1" else ()
        known = ("status", "middleName", "email", "agentSourcedIds", *NAMES_12)
        for line in self.sheets.rows("users.csv", needed=("sourcedId", "givenName", "familyName", *one), known=known):
            if not self._key(line, self.roster.users):
                continue
            user = self._user(line)
            self.roster.users[user.key] = user
            user.held.extend(
                Held(org, line["role"].lower(), None, None, gone=user.gone, at=line.at("role"))
                for org in listed(line["orgSourcedIds"])
            )

    def _user(self, line: Line) -> User:
        gone = self._gone(line, "users")
        middle, family = line["middleName"], line["preferredFamilyName"] or line["familyName"]
        infix = middle if is_infix(middle) else ""
        first = " ".join(part for part in (line["givenName"], "" if infix else middle) if part)
        infix, last = surname(family, infix)
        if not last and not gone:
            self.problems.add("value_needed", line.at("familyName"))
        preferred = line["preferredGivenName"]
        part = self._part
        return User(
            key=line["sourcedId"],
            first=part(line, "givenName", first, "first"),
            called=part(line, "preferredGivenName", preferred, "called") if preferred else None,
            infix=part(line, "familyName", infix, "infix"),
            last=part(line, "familyName", last, "last"),
            email=mail(line["email"], at=line.at("email"), problems=self.problems),
            gone=gone,
            at=line.at(),
            agents=listed(line["agentSourcedIds"]),
        )

    def _part(self, line: Line, column: str, text: str, field: str) -> str:
        return name_part(text, field=field, at=line.at(column), problems=self.problems)

    def _roles(self) -> None:
        needed = ("userSourcedId", "role", "orgSourcedId")
        for line in self.sheets.rows("roles.csv", needed=needed, known=("status", "beginDate", "endDate")):
            gone = self._gone(line, "roles")
            user = self.roster.users.get(line["userSourcedId"])
            if user is None:
                if "roles" in self.roster.delta:
                    self.problems.remark("role_of_nobody", line.at("userSourcedId"))
                else:
                    self.problems.add("person_unknown", line.at("userSourcedId"), key=line["userSourcedId"])
                continue
            begins, ends = self.sheets.day(line, "beginDate"), self.sheets.day(line, "endDate")
            role = line["role"].lower()
            user.held.append(Held(line["orgSourcedId"], role, begins, ends, gone=gone, at=line.at("role")))

    def _births(self) -> None:
        """Only the birth date; sex, origin and the rest of this file stay unread."""
        for line in self.sheets.rows("demographics.csv", needed=("sourcedId", "birthDate"), known=("status",)):
            user = self.roster.users.get(line["sourcedId"])
            born = self.sheets.day(line, "birthDate")
            if user is not None and line["status"].lower() != GONE:
                user.born = born
            elif user is None and "demographics" not in self.roster.delta:
                self.problems.remark("birth_of_nobody", line.at("sourcedId"))

    def _classes(self) -> None:
        known = ("status", "classCode", "classType", "termSourcedIds")
        for line in self.sheets.rows("classes.csv", needed=("sourcedId", "title", "schoolSourcedId"), known=known):
            if not self._key(line, self.roster.classes):
                continue
            gone = self._gone(line, "classes")
            if not line["title"] and not gone:
                self.problems.add("value_needed", line.at("title"))
            years = [self._years[term] for term in listed(line["termSourcedIds"]) if term in self._years]
            self.roster.classes[line["sourcedId"]] = Class(
                line["sourcedId"], line["schoolSourcedId"], line["title"], line["classCode"],
                line["classType"].lower(), max(years, default=None), gone=gone, at=line.at(),
            )  # fmt: skip

    def _enrollments(self) -> None:
        needed, known = ("classSourcedId", "userSourcedId", "role"), ("status", "beginDate", "endDate")
        for line in self.sheets.rows("enrollments.csv", needed=needed, known=known):
            begins, ends = self.sheets.day(line, "beginDate"), self.sheets.day(line, "endDate")
            self.roster.enrollments.append(
                Enrollment(
                    line["classSourcedId"],
                    line["userSourcedId"],
                    line["role"].lower(),
                    begins,
                    ends,
                    gone=self._gone(line, "enrollments"),
                    at=line.at(),
                )
            )

    def _key(self, line: Line, seen: Mapping[str, Org | User | Class]) -> bool:
        key = line["sourcedId"]
        if not key:
            self.problems.add("value_needed", line.at("sourcedId"))
        elif len(key) > 180:
            self.problems.add("key_long", line.at("sourcedId"))
        elif key in seen:
            self.problems.add("double_key", line.at("sourcedId"), key=key)
        else:
            return True
        return False

    def _gone(self, line: Line, file: str) -> bool:
        status = line["status"].lower()
        if (status and status not in STATUSES) or (not status and file in self.roster.delta):
            self.problems.add("bad_status", line.at("status"), value=status[:20] or "leeg")
        return status in {GONE, "inactive"}
