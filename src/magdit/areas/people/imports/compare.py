"""What a delivery would change in what the register knows. Pure: the same two always give the same difference.

Absence never ends or removes anything; a delivery that says someone is gone ends roles and groups on its own day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID, uuid4

from magdit.areas.people.imports.compare_rows import ended_on, is_running, new_period, other_fields
from magdit.areas.people.imports.delivery import (
    DeliveredBond,
    DeliveredGroup,
    DeliveredMember,
    DeliveredPerson,
    DeliveredRole,
    Delivery,
)
from magdit.areas.people.imports.difference import (
    Astray,
    Change,
    Choices,
    Difference,
    NewBond,
    NewGroup,
    NewMember,
    NewRole,
    OtherBond,
    Period,
)
from magdit.areas.people.imports.known import Known, KnownRole
from magdit.areas.people.imports.matching import Matching
from magdit.areas.people.imports.sound import with_mark


def compared(delivery: Delivery, known: Known, choices: Choices, *, system: str) -> Difference:
    """The difference between a delivery and the register."""
    found = Difference(delivery, system)
    matching = Matching(known, choices, found)
    matching.match(delivery)
    comparing = _Comparing(delivery, known, matching, found)
    comparing.end_stays = choices.end_stays
    comparing.people()
    comparing.groups()
    comparing.members()
    comparing.bonds()
    return found


class _Comparing:
    def __init__(self, delivery: Delivery, known: Known, matching: Matching, found: Difference) -> None:
        self.delivery, self.known, self.matching, self.found = delivery, known, matching, found
        self.as_of = delivery.as_of
        self.new = {made for made, _ in found.people}
        self.group_ids: dict[str, UUID] = {}
        self.over = {group.key for group in delivery.groups if group.gone}
        self.gone = {person.key for person in delivery.people if person.gone}
        self.leaving: dict[UUID, date] = {}
        self.end_stays = False

    def people(self) -> None:
        """New and changed people with their roles, and who is missing."""
        for person in self.delivery.people:
            who = self.matching.ids.get(person.key)
            if who is None:
                continue
            ended = self._roles(who, person)
            if person.gone or ended is not None:
                self.leaving[who] = self.as_of if ended is None else ended
            if who in self.new:
                continue
            fields = other_fields(person, self.known.people[who], as_of=self.as_of, ended=ended)
            if fields:
                self.found.changes.append(Change(who, fields))
            else:
                self.found.unchanged += 1
        if "people" in self.delivery.complete:
            there = set(self.matching.ids.values()) | self._candidates()
            keyed = set(self.known.keys.values()) - there
            self.found.absent_people = sorted((who for who in keyed if self._has_role(who)), key=str)

    def groups(self) -> None:
        """New and renamed groups; a group made by hand is found by its name."""
        names = {(group.year, group.name.casefold()): group.id for group in self.known.groups.values()}
        for group in self.delivery.groups:
            key = f"{group.year}/{group.key}"
            held = self.known.group_keys.get(key)
            if held is None or held not in self.known.groups:
                if group.gone:
                    continue
                held = names.get((group.year, group.name.casefold())) or self._new_group(group, names)
                if self.delivery.system != "csv":  # there the name is the key
                    self.found.keys.append(("groep", key, held))
            elif not group.gone:
                self._renamed(group, held, names)
            self.group_ids[group.key] = held
            if group.gone:
                self._end_all(held)

    def members(self) -> None:
        """Who comes into a group, whose stay changes, and who is in a group here and not there."""
        told: set[tuple[UUID, UUID, str]] = set()
        for member in self.delivery.members:
            group, person = self._group(member), self.matching.ids.get(member.person)
            if group is None or person is None:
                self._astray(member, "group_unknown" if group is None else "person_unknown")
                continue
            told.add((group, person, member.role))
            if member.group not in self.over:
                self._member(member, group, person)
        self._end_stays(told)
        if "members" in self.delivery.complete:
            self._absent_stays(told)

    def bonds(self) -> None:
        """Who comes to stand around a child, and what is told otherwise now. Gezag is only taken when it is told."""
        told = set()
        for bond in self.delivery.bonds:
            child, guardian = self.matching.ids.get(bond.child), self.matching.ids.get(bond.guardian)
            if child is None or guardian is None:
                unsure = self.matching.unsure & {bond.child, bond.guardian}
                if unsure:
                    self.found.left_out += 1
                else:
                    self.found.astray.append(Astray("child_unknown", bond.at, bond.child))
                continue
            told.add((child, guardian))
            self._bond(bond, child, guardian)
        if "bonds" in self.delivery.complete:
            children = {child for child, _ in told}
            self.found.absent_bonds = [
                pair for pair, bond in self.known.bonds.items()
                if pair[0] in children and pair not in told and is_running(bond.ended, self.as_of)
            ]  # fmt: skip

    def _bond(self, bond: DeliveredBond, child: UUID, guardian: UUID) -> None:
        now = self.known.bonds.get((child, guardian))
        if now is None:
            relation, authority = bond.relation or "verzorger", bond.authority or "onbekend"
            self.found.bonds.append(NewBond(child, guardian, relation, authority, bond.since))
            return
        relation_now = bond.relation if bond.relation not in {None, now.relation} else None
        authority_now = bond.authority if bond.authority not in {None, now.authority} else None
        if relation_now or authority_now:
            self.found.other_bonds.append(
                OtherBond(now.pk, child, guardian, now.version, relation_now, authority_now, bond.since, now.authority)
            )

    def _roles(self, who: UUID, person: DeliveredPerson) -> date | None:
        """The roles of one person; answers their last day when the delivery ended all there were."""
        known = self.known.roles.get(who, [])
        ends: dict[int, date | None] = {role.pk: role.ends for role in known}
        begun = False
        for told in self._told_roles(person, known):
            now = next((role for role in known if role.role == told.role and is_running(role.ends, self.as_of)), None)
            # Of a role that runs only the end changes: a role of then may have had the day that is told now.
            begins = told.begins if now is None else None
            period = new_period(begins, told.ends, gone=told.gone or person.gone, as_of=self.as_of, now=now)
            if now is not None and period is not None:
                ends[now.pk] = period[1]
                self.found.role_periods.append(Period(now.pk, who, *period, told.role))
            elif now is None and period is not None and is_running(period[1], self.as_of):
                begun = True
                self._new_role(who, told, known, ends)
        running = begun or any(is_running(last, self.as_of, inside=False) for last in ends.values())
        was = any(is_running(role.ends, self.as_of, inside=False) for role in known)
        last = max((day for day in ends.values() if day), default=None)
        return last if was and not running and who not in self.known.busy else None

    def _told_roles(self, person: DeliveredPerson, known: list[KnownRole]) -> Iterator[DeliveredRole]:
        yield from person.roles
        if person.gone and not person.roles:
            yield from (DeliveredRole(role.role, gone=True) for role in known)

    def _new_role(self, who: UUID, told: DeliveredRole, known: list[KnownRole], ends: dict[int, date | None]) -> None:
        begins = told.begins or self.as_of
        again = next((role for role in known if role.role == told.role and role.begins == begins), None)
        if again is not None:  # they left and came back, and the other system kept the first day
            ends[again.pk] = told.ends
            self.found.role_periods.append(Period(again.pk, who, again.begins, told.ends, told.role))
        else:
            self.found.roles.append(NewRole(who, told.role, begins, told.ends))

    def _new_group(self, group: DeliveredGroup, names: dict[tuple[int, str], UUID]) -> UUID:
        made = uuid4()
        self.found.groups.append(NewGroup(made, group.year, group.name, group.kind))
        names[group.year, group.name.casefold()] = made
        return made

    def _renamed(self, group: DeliveredGroup, held: UUID, names: dict[tuple[int, str], UUID]) -> None:
        now, name = self.known.groups[held], group.name
        if now.name in {with_mark(group.name, mark) for mark in (group.code, group.key) if mark}:
            name = now.name  # told apart from another of that name, in an earlier delivery
        elif names.get((group.year, name.casefold()), held) != held:
            name = with_mark(group.name, group.code or group.key)
        if (name, group.kind) != (now.name, now.kind):
            names[group.year, name.casefold()] = held
            self.found.renamed.append((held, name, group.kind))

    def _group(self, member: DeliveredMember) -> UUID | None:
        """A group of this delivery, or of an earlier one when only changes are delivered."""
        found = self.group_ids.get(member.group)
        if found is None and self.delivery.kind == "delta":
            years = sorted((group.year for group in self.known.groups.values()), reverse=True)
            keys = (f"{year}/{member.group}" for year in dict.fromkeys(years))
            found = next((self.known.group_keys[key] for key in keys if key in self.known.group_keys), None)
        return found

    def _member(self, member: DeliveredMember, group: UUID, person: UUID) -> None:
        now = self.known.members.get((group, person, member.role))
        gone = member.gone or member.person in self.gone
        period = new_period(member.begins, member.ends, gone=gone, as_of=self.as_of, now=now)
        if now is not None and period is not None:
            self.found.member_periods.append(Period(now.pk, person, *period, str(group)))
        elif now is None and period is not None:
            self.found.members.append(NewMember(group, person, member.role, *period))

    def _end_stays(self, told: set[tuple[UUID, UUID, str]]) -> None:
        """Who was told to have left is in no group any more, unless the same list says so."""
        if not self.leaving:
            return
        for (group, person, role), stay in self.known.members.items():
            day = self.leaving.get(person)
            period = ended_on(day, stay) if day is not None and (group, person, role) not in told else None
            if period is not None:
                self.found.member_periods.append(Period(stay.pk, person, *period, str(group)))

    def _absent_stays(self, told: set[tuple[UUID, UUID, str]]) -> None:
        """Who is in a group here and not in the list: listed, or ended when a person chose so and they are listed."""
        ours = set(self.group_ids.values())
        listed = set(self.matching.ids.values()) - self.leaving.keys()
        for (group, person, role), stay in self.known.members.items():
            if group not in ours or (group, person, role) in told or not is_running(stay.ends, self.as_of):
                continue
            period = ended_on(self.as_of, stay) if self.end_stays and person in listed else None
            if period is not None:
                self.found.member_periods.append(Period(stay.pk, person, *period, str(group)))
            else:
                self.found.absent_members.append((group, person))

    def _astray(self, member: DeliveredMember, code: str) -> None:
        if member.person in self.matching.unsure:
            self.found.left_out += 1
        elif not member.gone:
            self.found.astray.append(
                Astray(code, member.at, member.group if code == "group_unknown" else member.person)
            )

    def _end_all(self, group: UUID) -> None:
        for (held, person, _), stay in self.known.members.items():
            period = ended_on(self.as_of, stay) if held == group else None
            if period is not None:
                self.found.member_periods.append(Period(stay.pk, person, *period, str(group)))

    def _has_role(self, who: UUID) -> bool:
        return any(is_running(role.ends, self.as_of, inside=False) for role in self.known.roles.get(who, []))

    def _candidates(self) -> set[UUID]:
        return {one for doubt in self.found.doubtful for one in doubt.candidates}
