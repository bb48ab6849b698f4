"""What taking over a delivery would change, and what it leaves alone. Values only; no rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from magdit.areas.people.imports.delivery import DeliveredPerson, Delivery, Place


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person decided: this key is that person, or really someone new.

    `end_stays`: who is in the list, and in a group of it no more, left that group on the day of the list.
    """

    same: Mapping[str, str] = field(default_factory=dict)  # key -> id, or '' for the only candidate
    new: frozenset[str] = frozenset()
    end_stays: bool = False


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Perhaps someone we know: shown to match, never made twice and never overwritten.

    `why`: same, several, listed (of the same list), reused (a key that was another's).
    """

    person: DeliveredPerson
    candidates: tuple[UUID, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Change:
    """One known person, and per field what it was and what it will be."""

    id: UUID
    fields: Mapping[str, tuple[object, object]]


@dataclass(frozen=True, slots=True)
class NewRole:
    """A role that will begin."""

    person: UUID
    role: str
    begins: date
    ends: date | None


@dataclass(frozen=True, slots=True)
class NewMember:
    """Someone who comes into a group."""

    group: UUID
    person: UUID
    role: str
    begins: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class NewGroup:
    """A group that will be there."""

    id: UUID
    year: int
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class NewBond:
    """Someone who comes to stand around a child. `authority` is onbekend unless it was told."""

    child: UUID
    guardian: UUID
    relation: str
    authority: str
    since: date | None


@dataclass(frozen=True, slots=True)
class Period:
    """Another begin or end of a role or membership, by the number of its row."""

    pk: int
    person: UUID
    begins: date | None
    ends: date | None
    what: str  # the role, or the id of the group


@dataclass(frozen=True, slots=True)
class OtherBond:
    """Another relation or authority; None where it stays as it is."""

    pk: int
    child: UUID
    guardian: UUID
    version: int
    relation: str | None
    authority: str | None
    since: date | None
    was: str  # the authority as the register has it now


@dataclass(frozen=True, slots=True)
class Astray:
    """A row that points at nobody here, or at several people."""

    code: str
    at: Place
    key: str


@dataclass(slots=True)
class Difference:
    """The whole of it. `absent_*` are in the register and not in a complete delivery: listed, never touched."""

    delivery: Delivery
    system: str
    people: list[tuple[UUID, DeliveredPerson]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    doubtful: list[Doubtful] = field(default_factory=list)
    absent_people: list[UUID] = field(default_factory=list)
    groups: list[NewGroup] = field(default_factory=list)
    renamed: list[tuple[UUID, str, str]] = field(default_factory=list)  # id, name, kind
    roles: list[NewRole] = field(default_factory=list)
    role_periods: list[Period] = field(default_factory=list)
    members: list[NewMember] = field(default_factory=list)
    member_periods: list[Period] = field(default_factory=list)
    absent_members: list[tuple[UUID, UUID]] = field(default_factory=list)  # group, person
    bonds: list[NewBond] = field(default_factory=list)
    other_bonds: list[OtherBond] = field(default_factory=list)
    absent_bonds: list[tuple[UUID, UUID]] = field(default_factory=list)  # child, guardian
    keys: list[tuple[str, str, UUID]] = field(default_factory=list)  # kind, key, object
    moved_keys: list[tuple[str, UUID]] = field(default_factory=list)
    astray: list[Astray] = field(default_factory=list)
    left_out: int = 0  # rows about people who are still doubtful

    @property
    def is_empty(self) -> bool:
        """Whether taking this over would change nothing."""
        return not (
            self.people or self.changes or self.groups or self.renamed or self.roles or self.role_periods
            or self.members or self.member_periods or self.bonds or self.other_bonds or self.keys or self.moved_keys
        )  # fmt: skip

    def counts(self) -> dict[str, int]:
        """How many of each, for the journal and the screen."""
        return {
            "nieuw": len(self.people), "gewijzigd": len(self.changes), "gelijk": self.unchanged,
            "twijfel": len(self.doubtful), "niet-in-bestand": len(self.absent_people), "groepen": len(self.groups),
            "rollen": len(self.roles) + len(self.role_periods),
            "in-groep": len(self.members) + len(self.member_periods),
            "verzorgers": len(self.bonds) + len(self.other_bonds),
        }  # fmt: skip
