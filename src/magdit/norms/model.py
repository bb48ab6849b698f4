"""A protocol as values: clauses with norms, requirements, powers, duties and what else works. Read by `protocols`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Literal

from magdit.norms.conditions.tree import Always, Node

NormKind = Literal["verbod", "toestemming", "gebod"]
Force = Literal["moet", "in_beginsel", "bij_voorkeur", "kan"]
Group = Literal["persoon_in_beeld", "wederpartij"]

EVERYONE = "iedereen"
DECIDING_FORCES = frozenset({"moet", "in_beginsel"})
PEOPLE_OF = {"persoon_in_beeld": "in_beeld", "wederpartij": "wederpartij"}


@dataclass(frozen=True, slots=True)
class Norm:
    """One rule inside a clause. `about` is when it plays, `needs` what a permission or command asks then."""

    id: str
    clause: str
    kind: NormKind
    force: Force = "moet"
    who: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    per: Group | None = None
    about: Node = field(default_factory=Always)
    needs: Node = field(default_factory=Always)
    unless: tuple[Node, ...] = ()
    lifts: tuple[str, ...] = ()
    lifts_not: tuple[str, ...] = ()
    only: bool = False
    only_within: Node | None = None
    only_rest: tuple[str, ...] = ()
    only_spares: tuple[Node, ...] = ()
    remedies: tuple[str, ...] | None = None
    ask: tuple[str, ...] = ()
    rank: str = "school"


@dataclass(frozen=True, slots=True)
class Signer:
    """Whose yes is asked, and for whom (a condition on the person)."""

    role: str
    when: Node


@dataclass(frozen=True, slots=True)
class ConsentRule:
    """What a valid yes is under this clause (`toestemmingseis`)."""

    name: str
    clause: str
    covers: tuple[str, ...]
    channels: tuple[str, ...]
    signers: tuple[Signer, ...]
    together: Literal["een", "allen"] = "een"
    forms: tuple[str, ...] = ()
    valid: str = "tot_intrekking"
    beforehand: bool = True
    opt_out: bool = False


@dataclass(frozen=True, slots=True)
class Power:
    """Who may grant what to whom (`bevoegdheid`)."""

    name: str
    clause: str
    who: tuple[str, ...]
    to: tuple[str, ...] = ()
    per: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """Something someone must do, before or after the act (`plicht`).

    `actors` are those whose act calls it up; None means: the same people who must do it. A duty that only recurs
    (`repeats` without a condition or action) is for the calendar, no act calls it up.
    """

    id: str
    clause: str
    who: tuple[str, ...]
    does: str
    to: tuple[str, ...] = ()
    actors: tuple[str, ...] | None = None
    actions: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    about: Node = field(default_factory=Always)
    done: Node | None = None
    after: str | None = None
    within: str | None = None
    beforehand: bool = False
    form: str | None = None
    repeats: str | None = None
    either: tuple[str, ...] = ()
    force: Force = "moet"
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom and what the protocol, or some of its clauses, governs (`reikwijdte`)."""

    clause: str
    who: tuple[str, ...] = ()
    about: Node = field(default_factory=Always)
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """A wide word for actions, media or roles, a derived yes/no fact, or a capacity that always holds for a role.

    `absent_is_no`: what nobody told counts as no (`bij_ontbreken`), for things people only speak of when they are so;
    never over a consent or a leave. What it rests on is listed as not looked at.
    """

    word: str
    clause: str
    covers: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    about: Node | None = None
    who: tuple[str, ...] = ()
    value: str | None = None
    absent_is_no: bool = False


@dataclass(frozen=True, slots=True)
class Attention:
    """A value of the protocol, shown at the moment it matters (`aandacht`)."""

    clause: str
    at: tuple[str, ...]
    about: Node
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """What someone does in a case of some kind (`stap`). `after` names numbers of steps or clauses that come first."""

    clause: str
    number: str
    cases: tuple[str, ...]
    who: tuple[str, ...]
    does: str
    to: tuple[str, ...] = ()
    after: tuple[int | str, ...] = ()
    may_skip: bool = False
    within: str | None = None
    about: Node = field(default_factory=Always)
    text: str | None = None

    @property
    def label(self) -> str:
        """How a reader names this step: the clause and what is done."""
        return f"{self.clause} {self.does}"


@dataclass(frozen=True, slots=True)
class Measure:
    """A rung of the ladder of measures for a group (`maatregel`)."""

    clause: str
    group: str
    rung: int
    name: str
    who: tuple[str, ...] = ()
    ground: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """A number or choice that the school fills in (`instelling`); a value of None is not filled in yet."""

    clause: str
    name: str
    kind: str
    value: Any = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The days and hours something may happen; both bounds lie inside."""

    name: str
    clause: str
    days: tuple[int, ...]
    start: time | None = None
    end: time | None = None


@dataclass(frozen=True, slots=True)
class Default:
    """What holds when no norm speaks (`standaard`)."""

    clause: str
    outcome: Literal["voorleggen", "niet_geregeld"]
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """When the protocol works: from the first day up to, and not including, the end."""

    clause: str | None = None
    start: date | None = None
    end: date | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clause:
    """An article: its number, what it says in our words, and where it stands."""

    number: str
    chapter: str
    kinds: tuple[str, ...]
    says: str
    title: str | None = None
    refers: tuple[str, ...] = ()
    source: Mapping[str, Any] | None = None
    left_open: str | None = None
    file: str = ""
    rank: str = "school"


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole protocol. Order of the tuples is the order of the document and decides nothing."""

    id: str
    title: str
    organisation: str
    rank: str
    version: str
    clauses: tuple[Clause, ...]
    norms: tuple[Norm, ...] = ()
    consent_rules: tuple[ConsentRule, ...] = ()
    powers: tuple[Power, ...] = ()
    duties: tuple[Duty, ...] = ()
    scopes: tuple[Scope, ...] = ()
    definitions: tuple[Definition, ...] = ()
    attentions: tuple[Attention, ...] = ()
    steps: tuple[Step, ...] = ()
    measures: tuple[Measure, ...] = ()
    settings: tuple[Setting, ...] = ()
    windows: tuple[Window, ...] = ()
    default: Default = field(default_factory=lambda: Default(clause="", outcome="niet_geregeld"))
    lifecycle: Lifecycle = field(default_factory=Lifecycle)
    sectors: tuple[str, ...] = ()
    hash: str = ""

    def clause(self, number: str) -> Clause:
        """The clause with this number; KeyError when there is none."""
        for clause in self.clauses:
            if clause.number == number:
                return clause
        raise KeyError(number)

    def ladder(self, group: str) -> tuple[Measure, ...]:
        """The measures for a group, the lightest first; those for everyone are among them."""
        rungs = (measure for measure in self.measures if measure.group in (group, EVERYONE))
        return tuple(sorted(rungs, key=lambda measure: measure.rung))
