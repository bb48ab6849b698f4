"""Who is who: a delivered person is someone we know, someone new, or doubtful. Pure; names are compared, never faces.

A key decides. Without a key, somebody of the same name whom nothing contradicts may be the same one: that is offered
to a person, because two files of one child, or one file of two children, both lose a no.
"""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID, uuid4

from magdit.areas.people.imports.delivery import MADE, DeliveredPerson, Delivery
from magdit.areas.people.imports.difference import Choices, Difference, Doubtful
from magdit.areas.people.imports.known import Known, KnownPerson
from magdit.check.tables.folded import folded


class Matching:
    """Finds people by key, by the number of the register itself, or by what a person chose."""

    def __init__(self, known: Known, choices: Choices, found: Difference) -> None:
        self.known, self.choices, self.found = known, choices, found
        self.ids: dict[str, UUID] = {}
        self.unsure: set[str] = set()
        self.new: set[UUID] = set()  # of this delivery, under keys that we made: another row may be the same one
        self._keyed = set(known.keys.values())
        self._children: dict[str, list[str]] = defaultdict(list)
        for bond in found.delivery.bonds:
            self._children[bond.guardian].append(bond.child)
        self._by_last: dict[str, list[KnownPerson]] = defaultdict(list)
        for person in known.people.values():
            self._by_last[folded(person.last)].append(person)

    def match(self, delivery: Delivery) -> None:
        """Give everyone of the delivery an id, or put them with the doubtful. Children first: they tell who is kin."""
        for person in delivery.mentioned:
            self.mention(person)
        for person in sorted(delivery.people, key=lambda person: not person.roles):
            self._match(person)

    def _match(self, person: DeliveredPerson) -> None:
        chosen = self._chosen(person)
        known = chosen or self._by_key(person.key)
        if known is not None:
            if chosen is None and _is_another(person, self.known.people[known]):
                self._doubt(person, (known,), "reused")
            else:
                self._take(person, known)
        elif person.gone:
            return  # told to be removed there, and never known here
        elif person.key in self.choices.new or not (alike := self._alike(person)):
            self._new(person)
        elif set(alike) <= self.new:
            self._doubt(person, alike, "listed")
        elif kin := self._kin(person, alike):
            self._take(person, kin)
        else:
            self._doubt(person, alike, "same" if len(alike) == 1 else "several")

    def _chosen(self, person: DeliveredPerson) -> UUID | None:
        if person.key not in self.choices.same:
            return None
        told = self.choices.same[person.key]
        alike = self._alike(person) or tuple(filter(None, [self._by_key(person.key)]))
        fitting = [one for one in alike if told in {"", str(one)}]
        return fitting[0] if len(fitting) == 1 else None

    def _take(self, person: DeliveredPerson, known: UUID) -> None:
        self.ids[person.key] = known
        if person.key not in self.known.keys and str(known) != person.key:
            self.found.keys.append(("persoon", person.key, known))

    def _new(self, person: DeliveredPerson) -> None:
        made = uuid4()
        self.ids[person.key] = made
        self.found.people.append((made, person))
        if person.key.startswith(MADE):
            self.new.add(made)
            self._by_last[folded(person.last or "")].append(_as_known(made, person))
        if person.key in self.known.keys:
            self.found.moved_keys.append((person.key, made))
        else:
            self.found.keys.append(("persoon", person.key, made))

    def _doubt(self, person: DeliveredPerson, alike: tuple[UUID, ...], why: str) -> None:
        if why == "reused" and person.key in self.choices.new:
            self._new(person)
            return
        self.unsure.add(person.key)
        self.found.doubtful.append(Doubtful(person, alike, why))

    def _by_key(self, key: str) -> UUID | None:
        found = self.known.keys.get(key)
        if found is None and self.found.delivery.system == "csv":
            found = self._own_number(key)
        return found

    def _own_number(self, key: str) -> UUID | None:
        """A table may name people by the register's own number, as its exports do, or by that of another system."""
        try:
            number = UUID(key)
        except ValueError:
            others = self.known.elsewhere.get(key, set())
            return next(iter(others)) if len(others) == 1 else None
        return number if number in self.known.here else None

    def _alike(self, person: DeliveredPerson) -> tuple[UUID, ...]:
        """Those of the same name whom nothing contradicts, and whom this system does not know by another key."""
        last = self._by_last.get(folded(person.last or ""), []) if person.last else []
        free = (one for one in last if one.id not in self._keyed)
        return tuple(one.id for one in free if _same_given(person, one) and not _contradicts(person, one))

    def _kin(self, person: DeliveredPerson, alike: tuple[UUID, ...]) -> UUID | None:
        """The one of that name who already stands around the same child: no doubt about that."""
        children = [self.ids[child] for child in self._children.get(person.key, ()) if child in self.ids]
        kin = [one for one in alike if any((child, one) in self.known.bonds for child in children)]
        return kin[0] if len(kin) == 1 else None

    def mention(self, person: DeliveredPerson) -> None:
        """Look up someone a row points at: by key, else by name among the people of this school. Never made."""
        found = self._by_key(person.key)
        if found is None and person.last:
            named = [
                one for one in self._by_last.get(folded(person.last), [])
                if one.id in self.known.here and _same_given(person, one) and not _contradicts(person, one)
            ]  # fmt: skip
            found = named[0].id if len(named) == 1 else None
            if len(named) > 1:
                self.unsure.add(person.key)
        if found is not None:
            self.ids[person.key] = found


def _as_known(made: UUID, person: DeliveredPerson) -> KnownPerson:
    return KnownPerson(
        made, person.first or "", person.called or "", person.infix or "", person.last or "", person.born,
        person.email or "", bool(person.shielded), bool(person.institution), None,
    )  # fmt: skip


def _given(*names: str | None) -> set[str]:
    whole = {folded(name) for name in names if name}
    return whole | {folded(name.split()[0]) for name in names if name}


def _same_given(person: DeliveredPerson, known: KnownPerson) -> bool:
    return bool(_given(person.first, person.called) & _given(known.first, known.called))


def _contradicts(person: DeliveredPerson, known: KnownPerson) -> bool:
    """Another birth date, or (where nobody told a birth date) another address of e-mail."""
    if person.born and known.born:
        return person.born != known.born
    return bool(person.email and known.email) and person.email != known.email


def _is_another(person: DeliveredPerson, known: KnownPerson) -> bool:
    """Whether a key seems to have passed to someone else: no name and no date of birth is what it was."""
    if not person.last or folded(person.last) == folded(known.last) or _same_given(person, known):
        return False
    return not (person.born and person.born == known.born)
