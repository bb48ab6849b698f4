"""What another system delivers about a school, whatever its format: one neutral shape. Knows no files and no rows.

What a file may say and we may not keep (a BSN, an address, a photo) has no field here, so it cannot get in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stood: to say so when it does not fit."""

    file: str
    line: int
    column: str = ""


MADE = "n-"  # how a key begins that we made of names, where a table has none
NOWHERE = Place("", 0)


@dataclass(frozen=True, slots=True)
class DeliveredSchool:
    """A school in the delivery; `brin` holds four or six characters, or nothing."""

    key: str
    name: str = ""
    brin: str = ""


@dataclass(frozen=True, slots=True)
class DeliveredGroup:
    """A class or group in one school year. `code` tells two groups of one name apart. `gone`: told to be over."""

    key: str
    name: str
    year: int
    kind: Literal["klas", "groep"] = "klas"
    code: str = ""
    gone: bool = False
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class DeliveredRole:
    """What someone is at the school: leerling, leerkracht, oop or medewerker. Never a role that gives powers."""

    role: str
    begins: date | None = None
    ends: date | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class DeliveredPerson:
    """Someone by the key of the other system. None: the delivery does not speak of it, so nothing changes.

    `gone`: told to be removed there; here roles end and no row goes.
    """

    key: str
    first: str | None = None
    called: str | None = None
    infix: str | None = None
    last: str | None = None
    born: date | None = None
    email: str | None = None
    shielded: bool | None = None
    institution: bool | None = None
    roles: tuple[DeliveredRole, ...] = ()
    gone: bool = False
    at: Place = NOWHERE

    @property
    def shown(self) -> str:
        """The name as the difference shows it to who imports."""
        return " ".join(part for part in (self.called or self.first, self.infix, self.last) if part) or self.key


@dataclass(frozen=True, slots=True)
class DeliveredMember:
    """A person in a group, by both keys."""

    group: str
    person: str
    role: Literal["leerling", "leerkracht"] = "leerling"
    begins: date | None = None
    ends: date | None = None
    gone: bool = False
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class DeliveredBond:
    """Someone around a child. `authority` is None unless the other system really tells of gezag; so is `relation`."""

    child: str
    guardian: str
    relation: Literal["ouder", "voogd", "verzorger"] | None = None
    authority: Literal["ja", "nee", "onbekend"] | None = None
    since: date | None = None
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class DeliveredAnswer:
    """An answer about a child and an item of the board; `giver` is a key, or empty when nobody says who."""

    child: str
    item: str
    state: str
    giver: str = ""
    role: str = ""
    on: date | None = None
    form: str = ""
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Dropped:
    """A column or element that was not read. `forbidden`: we may not keep it; otherwise we have no use for it."""

    file: str
    column: str
    forbidden: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """Something worth knowing that does not stop the import: a code and how often, with the first place."""

    code: str
    count: int
    at: Place


@dataclass(frozen=True, slots=True)
class Delivery:
    """One whole delivery for one school. Bulk says all there is; delta says what changed."""

    system: str
    kind: Literal["bulk", "delta"]
    as_of: date
    school: DeliveredSchool = DeliveredSchool("")
    groups: tuple[DeliveredGroup, ...] = ()
    people: tuple[DeliveredPerson, ...] = ()
    members: tuple[DeliveredMember, ...] = ()
    bonds: tuple[DeliveredBond, ...] = ()
    answers: tuple[DeliveredAnswer, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    remarks: tuple[Remark, ...] = ()
    # What the delivery tells all of, so that absence means something: "people", "groups", "members", "bonds".
    complete: frozenset[str] = frozenset()
    # People that rows point at and that the delivery itself does not bring: looked up, never made.
    mentioned: tuple[DeliveredPerson, ...] = ()
