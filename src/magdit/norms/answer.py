"""What a judgement brings: the outcome as handed in, the word on screen, and every ground for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, TypeVar, dataclass_transform

from magdit.norms.act import Deviation, FactValue
from magdit.norms.model import Attention, Duty
from magdit.norms.truth import Truth

DutyState = Literal["open", "vervuld", "misschien"]
Lack = Literal["feit", "oordeel", "akkoord", "toestemming", "plicht"]


Value = TypeVar("Value")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def quick(made: type[Value]) -> type[Value]:
    """A frozen dataclass with slots as far as types go: for values of which a judgement makes many.

    The guard that freezes one as it runs makes each several times as dear; mypy holds that nobody changes them.
    """
    return dataclass(slots=True, unsafe_hash="__hash__" not in vars(made))(made)


@quick
class Ground:
    """One fact that counted: its value (None is unknown), of whom, who said it and when."""

    fact: str
    value: FactValue | None
    truth: Truth
    person: str | None = None
    lack: Lack | None = None
    detail: Mapping[str, str] = field(default_factory=dict)
    source: Mapping[str, str] = field(default_factory=dict)
    group: str | None = None
    index: int | None = None

    @property
    def is_unknown(self) -> bool:
        """Whether this is what keeps a verdict open."""
        return self.truth is Truth.UNKNOWN


def distinct(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    """Each ground once, in the order they came."""
    grounds = tuple(grounds)
    if len({ground.fact for ground in grounds}) == len(grounds):
        return grounds
    return tuple({(g.fact, g.group, g.index, g.truth, g.lack): g for g in grounds}.values())


@quick
class Reason:
    """A clause that counted, how, and on which facts. `group`, `index`: of whom in the act, if of one person."""

    pack: str
    clause: str
    norm: str
    kind: str
    effect: str
    person: str | None
    grounds: tuple[Ground, ...]
    lifted_by: tuple[str, ...] = ()
    layer: str = ""
    deviation: Deviation | None = None
    group: str | None = None
    index: int | None = None


@quick
class Step:
    """One change on a route to yes: what to do, to whom or what, and whether it lies in the author's own hands.

    `until`: of waiting, the first moment (or day) at which it may.
    """

    remedy: str
    fact: str
    label: str
    cost: int
    own: bool
    person: str | None = None
    group: str | None = None
    index: int | None = None
    ask: tuple[str, ...] = ()
    until: date | None = None


@quick
class Route:
    """A smallest set of changes and what the act is after it, judged again."""

    steps: tuple[Step, ...]
    cost: int
    own: bool
    afterwards: str


@dataclass(frozen=True, slots=True)
class Question:
    """The next best question: the fact that settles most."""

    fact: str
    text: str
    person: str | None = None
    group: str | None = None
    index: int | None = None
    options: tuple[str, ...] = ()


@quick
class Triggered:
    """A duty this act calls up. `state`: open, vervuld or misschien."""

    duty: Duty
    pack: str
    state: DutyState


@quick
class LayerVerdict:
    """The outcome of one layer on its own."""

    layer: str
    as_handed_in: str
    verdict: str
    clauses: tuple[str, ...]


@quick
class Answer:
    """The whole answer about one act. `open`: beside a ban, what may forbid it too and is not settled yet."""

    as_handed_in: str
    verdict: str
    clauses: tuple[str, ...]
    reasons: tuple[Reason, ...]
    routes: tuple[Route, ...]
    missing: tuple[Ground, ...]
    question: Question | None
    ask: tuple[str, ...]
    duties: tuple[Triggered, ...]
    attentions: tuple[tuple[str, Attention], ...]
    lifted: tuple[Reason, ...]
    overruled: tuple[Reason, ...]
    advice: tuple[Reason, ...]
    not_looked_at: tuple[str, ...]
    valid_until: datetime | None
    layers: Mapping[str, LayerVerdict]
    packs: tuple[Mapping[str, str], ...]
    notices: tuple[str, ...] = ()
    put_to: str | None = None
    scope_clauses: tuple[str, ...] = ()
    act_id: str | None = None
    open: tuple[Reason, ...] = ()
