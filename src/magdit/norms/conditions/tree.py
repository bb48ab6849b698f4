"""What a condition is made of. A tree of frozen values; knows nothing of acts or packs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

Value = str | int | float | bool | date | datetime


@dataclass(frozen=True, slots=True)
class Name:
    """A bare name: a yes/no fact, a derived fact, a grant or a consent requirement."""

    name: str


@dataclass(frozen=True, slots=True)
class In:
    """The fact is (or holds) one of these words."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnlyFrom:
    """Every word of a list fact is one of these."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Empty:
    """A list fact is known and holds nothing."""

    fact: str


@dataclass(frozen=True, slots=True)
class Compare:
    """A number, date or moment against a bound."""

    fact: str
    sign: str
    bound: Value


@dataclass(frozen=True, slots=True)
class Within:
    """The moment lies inside a named window (or outside)."""

    window: str
    inside: bool


@dataclass(frozen=True, slots=True)
class Objection:
    """Someone in this role objected, explicitly."""

    role: str


@dataclass(frozen=True, slots=True)
class Some:
    """At least one person of a list fact meets the condition."""

    people: str
    condition: Node


@dataclass(frozen=True, slots=True)
class Each:
    """Every person of a list fact meets the condition."""

    people: str
    condition: Node


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause or chapter allows the act: one of its permissions holds in full and none of its prohibitions."""

    reference: str


@dataclass(frozen=True, slots=True)
class Always:
    """True whatever the act; what an absent condition means."""


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


Node = Name | In | OnlyFrom | Empty | Compare | Within | Objection | Some | Each | Clause | Always | Not | And | Or


def children(node: Node) -> tuple[Node, ...]:
    """The conditions directly inside this one."""
    match node:
        case And(parts) | Or(parts):
            return parts
        case Not(part):
            return (part,)
        case Some(_, condition) | Each(_, condition):
            return (condition,)
        case _:
            return ()


def names_in(node: Node) -> frozenset[str]:
    """Every fact, derived fact, grant or requirement that this condition mentions."""
    match node:
        case Name(name) | In(name, _) | OnlyFrom(name, _) | Empty(name) | Compare(name, _, _):
            return frozenset({name})
        case Within():
            return frozenset({"moment"})
        case Objection():
            return frozenset({"bezwaren"})
        case Some(people, condition) | Each(people, condition):
            return names_in(condition) | {people}
        case _:
            return frozenset().union(*(names_in(child) for child in children(node)))


def clauses_in(node: Node) -> frozenset[str]:
    """Every clause or chapter that this condition leans on."""
    if isinstance(node, Clause):
        return frozenset({node.reference})
    return frozenset().union(*(clauses_in(child) for child in children(node)))
