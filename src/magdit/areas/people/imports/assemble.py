"""From a roster of many schools to the delivery of one. Checks every reference; what points nowhere is a problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, cast

from magdit.areas.people.imports.delivery import (
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
from magdit.areas.people.imports.problems import Problems
from magdit.areas.people.imports.roster import AROUND, POWERFUL, ROLES, STAFF, Held, Roster, User
from magdit.areas.people.imports.sound import sound
from magdit.areas.people.imports.wanted import Wanted, chosen
from magdit.norms.act import school_year

Relation = Literal["ouder", "voogd", "verzorger"]


class Assembler:
    """Takes one school out of a roster. `problems` gathers what does not fit."""

    def __init__(self, roster: Roster, wanted: Wanted, problems: Problems, *, as_of: date, source: Place) -> None:
        self.roster, self.problems, self.as_of = roster, problems, as_of
        self.school = _school(roster, wanted, problems, source)
        self.ours = _within(roster, self.school.key)
        self.pairs = tuple(_pairs(roster))
        self.wards = {user.key for user in roster.users.values() if _is_pupil(user, self.ours)}
        self.around = {guardian for child, guardian, _ in self.pairs if child in self.wards}

    def delivery(self, *, system: str, dropped: Iterable[Dropped]) -> Delivery:
        """The whole delivery, or NotTaken with all that is wrong."""
        groups = tuple(self._groups())
        people = tuple(self._people())
        members = tuple(self._members({group.key for group in groups}))
        bonds = tuple(self._bonds())
        self.problems.stop()
        delta = self.roster.delta
        complete = {"people": "users", "groups": "classes", "members": "enrollments", "bonds": "users"}
        found = Delivery(
            system=system, kind="delta" if delta else "bulk", as_of=self.as_of, school=self.school,
            groups=groups, people=people, members=members, bonds=bonds, dropped=tuple(dropped),
            remarks=self.problems.remarks,
            complete=frozenset(what for what, file in complete.items() if file not in delta),
        )  # fmt: skip
        return sound(found, self.problems)

    def _groups(self) -> Iterator[DeliveredGroup]:
        for found in self.roster.classes.values():
            if found.org in self.ours:
                kind: Literal["klas", "groep"] = "klas" if found.kind == "homeroom" else "groep"
                year = school_year(self.as_of) if found.year is None else found.year
                yield DeliveredGroup(
                    found.key, found.name, year, kind, code=found.code, gone=found.gone, at=found.at
                )  # fmt: skip

    def _people(self) -> Iterator[DeliveredPerson]:
        for user in self.roster.users.values():
            roles = tuple(self._roles(user))
            told_gone = user.gone and "users" in self.roster.delta
            if roles or user.key in self.around or (told_gone and not user.held):
                yield DeliveredPerson(
                    user.key, first=user.first, called=user.called, infix=user.infix, last=user.last, born=user.born,
                    email=user.email, roles=roles, gone=user.gone, at=user.at,
                )  # fmt: skip

    def _roles(self, user: User) -> Iterator[DeliveredRole]:
        seen: set[str] = set()
        for held in user.held:
            if held.org in self.ours and held.role not in AROUND:
                role = self._role(held)
                if role and role not in seen:
                    seen.add(role)
                    yield DeliveredRole(role, held.begins, held.ends, gone=held.gone or user.gone)

    def _role(self, held: Held) -> str | None:
        if held.role in POWERFUL:
            self.problems.remark("role_with_powers", held.at)
            return "medewerker"
        role = ROLES.get(held.role) or ("medewerker" if held.role in STAFF else None)
        if role is None:
            self.problems.remark("role_unknown", held.at)
        return role

    def _members(self, groups: set[str]) -> Iterator[DeliveredMember]:
        latest: dict[tuple[str, str, str], DeliveredMember] = {}
        lenient = "enrollments" in self.roster.delta
        for row in self.roster.enrollments:
            if row.group not in groups and (row.group in self.roster.classes or not lenient):
                if row.group not in self.roster.classes:
                    self.problems.add("group_unknown", row.at, key=row.group)
                continue
            if row.user not in self.roster.users and not lenient:
                self.problems.add("person_unknown", row.at, key=row.user)
                continue
            role = ROLES.get(row.role)
            if role not in {"leerling", "leerkracht"}:
                self.problems.remark("role_unknown", row.at)
                continue
            as_what: Literal["leerling", "leerkracht"] = "leerling" if role == "leerling" else "leerkracht"
            member = DeliveredMember(row.group, row.user, as_what, row.begins, row.ends, gone=row.gone, at=row.at)
            key = (row.group, row.user, as_what)
            latest[key] = _later(latest.get(key), member)
        return iter(latest.values())

    def _bonds(self) -> Iterator[DeliveredBond]:
        for child, guardian, told in self.pairs:
            if child not in self.wards:
                continue
            user = self.roster.users.get(guardian)
            place = self.roster.users[child].at
            if user is None:
                self.problems.remark("guardian_unknown", place)
                continue
            roles = (held.role for held in user.held)
            relation = AROUND.get(told) or next((AROUND[role] for role in roles if role in AROUND), None)
            yield DeliveredBond(child, guardian, cast(Relation | None, relation), at=user.at)


def _school(roster: Roster, wanted: Wanted, problems: Problems, source: Place) -> DeliveredSchool:
    if not roster.orgs and wanted.key:  # a delta need not repeat its schools
        return DeliveredSchool(wanted.key)
    schools = [org for org in roster.orgs.values() if org.kind == "school"]
    parts = schools or [
        org for org in roster.orgs.values() if org.key not in {part.parent for part in roster.orgs.values()}
    ]
    return chosen((DeliveredSchool(org.key, org.name, org.brin) for org in parts), wanted, problems, at=source)


def _within(roster: Roster, key: str) -> frozenset[str]:
    """The school and its departments."""
    inside = {key}
    while more := {org.key for org in roster.orgs.values() if org.parent in inside} - inside:
        inside |= more
    return frozenset(inside)


def _is_pupil(user: User, ours: frozenset[str]) -> bool:
    return any(held.org in ours and ROLES.get(held.role) == "leerling" for held in user.held)


def _pairs(roster: Roster) -> Iterator[tuple[str, str, str]]:
    """(child, someone around it, relation), each once, wherever the agent stood: on the child or on the parent."""
    seen: set[tuple[str, str]] = set()
    for child, guardian, told in (*roster.pairs, *_agents(roster)):
        if child != guardian and (child, guardian) not in seen:
            seen.add((child, guardian))
            yield child, guardian, told


def _agents(roster: Roster) -> Iterator[tuple[str, str, str]]:
    for user in roster.users.values():
        if not user.agents or user.gone:
            continue
        is_child = any(ROLES.get(held.role) == "leerling" for held in user.held)
        is_around = any(held.role in AROUND for held in user.held)
        for agent in user.agents:
            if is_child:
                yield user.key, agent, ""
            elif is_around:
                yield agent, user.key, ""


def _later(one: DeliveredMember | None, other: DeliveredMember) -> DeliveredMember:
    """Of two stays in one group the one that lasts longest: without an end, or with the later one."""
    if one is None or one.gone:
        return other
    if other.gone or one.ends is None:
        return one
    return other if other.ends is None or other.ends > one.ends else one
