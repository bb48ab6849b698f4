"""A roster as OneRoster and Microsoft SDS both see it: organisations, users with roles, classes, enrollments.

Between the files and the delivery: still of all schools in the bundle. `assemble` takes our school out of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from magdit.areas.people.imports.delivery import Place

ROLES = {
    **dict.fromkeys(("student",), "leerling"),
    **dict.fromkeys(("teacher", "faculty", "instructor"), "leerkracht"),
    **dict.fromkeys(("aide", "counselor", "proctor", "paraprofessional", "teacherassistant", "assistant"), "oop"),
    **dict.fromkeys(("nurse", "officestaff"), "oop"),
}
# These may do much elsewhere. Here they come in as employee: powers are given by a person, never by a file.
POWERFUL = frozenset(
    """administrator districtadministrator siteadministrator systemadministrator principal itadmin chair
    officialadministrator""".split()
)
STAFF = frozenset(
    """staff professor researcher adjunct affiliate occupationaltherapist physicaltherapist speechtherapist
    visiontherapist specialservices advisor lecturer coach substitute trainer""".split()
)
AROUND = {
    "parent": "ouder", "father": "ouder", "mother": "ouder", "guardian": "verzorger", "relative": "verzorger",
    "other": "verzorger", "steprelation": "verzorger",
}  # fmt: skip


@dataclass(slots=True)
class Org:
    """A school or a part of one."""

    key: str
    name: str
    kind: str
    brin: str
    parent: str


@dataclass(frozen=True, slots=True)
class Held:
    """A role as it was delivered, in lower case, at one organisation."""

    org: str
    role: str
    begins: date | None
    ends: date | None
    gone: bool
    at: Place


@dataclass(slots=True)
class User:
    """Someone in the bundle; not yet known to be of our school."""

    key: str
    first: str
    called: str | None
    infix: str
    last: str
    email: str | None
    gone: bool
    at: Place
    agents: tuple[str, ...] = ()
    held: list[Held] = field(default_factory=list)
    born: date | None = None


@dataclass(frozen=True, slots=True)
class Class:
    """A class or lesson group."""

    key: str
    org: str
    name: str
    code: str
    kind: str
    year: int | None
    gone: bool
    at: Place


@dataclass(frozen=True, slots=True)
class Enrollment:
    """Someone in a class."""

    group: str
    user: str
    role: str
    begins: date | None
    ends: date | None
    gone: bool
    at: Place


@dataclass(slots=True)
class Roster:
    """Everything of the bundle. `pairs` are (child, someone around it, relation or '')."""

    orgs: dict[str, Org] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    classes: dict[str, Class] = field(default_factory=dict)
    enrollments: list[Enrollment] = field(default_factory=list)
    pairs: list[tuple[str, str, str]] = field(default_factory=list)
    delta: frozenset[str] = frozenset()  # files that only tell what changed
