"""A pack that judges: its norms, duties and attention points made ready to run on an act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from magdit.norms.act import Act
from magdit.norms.answer import Ground
from magdit.norms.catalogue import Change, Fact
from magdit.norms.combine import ban_holds
from magdit.norms.compile_condition import ConditionCompiler
from magdit.norms.gates import Gate
from magdit.norms.index import NormIndex
from magdit.norms.model import DECIDING_FORCES, PEOPLE_OF, Attention, ConsentRule, Duty, Norm, Pack, Step
from magdit.norms.pieces import ALWAYS, NEVER, NOTHING, Piece, Why, read_by
from magdit.norms.situation import NOBODY_YET, Situation
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, all_of, any_of, negate


@dataclass(slots=True, eq=False)
class ReadyNorm:
    """A norm that can be run. `met`: it plays; `lifted`: an exception, or the command fulfilled; for a permission
    `met` holds everything and `lifted` is what takes it away."""

    norm: Norm
    gate: Gate
    act_part: Piece
    person_part: Piece
    lifted: Piece
    ban: bool
    implied: bool = False
    lifters: list[ReadyNorm] = field(default_factory=list)
    flags: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    changeable: tuple[Fact, ...] = ()
    reads: frozenset[str] = frozenset()
    group: str | None = field(init=False)
    decides: bool = field(init=False)
    told: tuple[Piece, ...] = field(init=False)

    def __post_init__(self) -> None:
        """What is asked of it time and again.

        `group`: the people it looks at one by one, if any. `decides`: it counts for the outcome, and does not only
        advise. `told`: what it says of itself, without what is empty.
        """
        self.group = PEOPLE_OF[self.norm.per] if self.norm.per else None
        self.decides = self.norm.force in DECIDING_FORCES
        parts = (self.gate, self.act_part, self.person_part, self.lifted)
        self.told = tuple(part for part in parts if part is not ALWAYS and part is not NEVER)

    @property
    def read_directly(self) -> frozenset[str]:
        """What its own conditions read; of clauses it leans on only the name, and without those that lift it."""
        group = {self.group} if self.group else NOTHING
        return read_by((self.gate, self.act_part, self.person_part, self.lifted)) | group

    def met(self, situation: Situation, *, is_open: bool = False) -> Truth:
        """Whether it plays for the act, or for the person in view."""
        whole = self._whole(situation, is_open)
        return whole if whole is NO else min(whole, self.person_part.test(situation))

    def _whole(self, situation: Situation, is_open: bool = False) -> Truth:
        """The part that is about the act: the same for every person in it. `is_open`: the gate surely is."""
        if is_open:
            return self.act_part.test(situation)
        gate = self.gate.test(situation)
        return gate if gate is NO else min(gate, self.act_part.test(situation))

    def is_lifted(self, situation: Situation) -> Truth:
        """Whether it is lifted for the act, or for the person in view."""
        own = self.lifted.test(situation)
        if own is YES or not self.lifters:
            return own
        whole = situation.whole()
        return max(own, any_of(lifter.holds(whole) for lifter in self.lifters))

    def views(self, situation: Situation, *, is_open: bool = False) -> Sequence[tuple[Situation, Truth]]:
        """Every person (or the act itself) for whom it plays, or may play."""
        group = self.group
        if group is None:
            met = self.met(situation, is_open=is_open)
            return () if met is NO else ((situation, met),)
        whole = self._whole(situation, is_open)
        if whole is NO:
            return ()
        people = situation.each(group)
        if people is None:
            nobody = situation.someone()
            met = self.person_part.test(nobody)
            return () if met is NO else ((nobody, UNKNOWN),)
        test = self.person_part.test
        return [(here, min(whole, met)) for here in people if (met := test(here)) is not NO]

    def holds(self, situation: Situation, *, is_open: bool = False) -> Truth:
        """Whether it holds for the act as a whole: a ban if for someone, a permission only if for all."""
        known: Truth | None = situation.recalled(self, self.reads)
        if known is None:
            known = situation.memo[self] = self._holds(situation, is_open)
        return known

    def _holds(self, situation: Situation, is_open: bool) -> Truth:
        if self.ban:
            return any_of(ban_holds(met, self.is_lifted(here)) for here, met in self.views(situation))
        whole = self._whole(situation, is_open)
        if whole is NO:
            return NO
        if self.group is None:
            return min(whole, self._holds_for(situation))
        people = situation.each(self.group)
        if people is None:
            someone = self._holds_for(situation.someone())
            return min(whole, YES if someone is YES else UNKNOWN)
        return min(whole, all_of(self._holds_for(here) for here in people))

    def _holds_for(self, here: Situation) -> Truth:
        met = self.person_part.test(here)
        return met if met is NO else min(met, negate(self.lifted.test(here)))


@dataclass(frozen=True, slots=True, eq=False)
class ReadyDuty:
    duty: Duty
    called: Piece
    done: Piece | None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All it hangs on."""
        return (self.called,) if self.done is None else (self.called, self.done)


@dataclass(frozen=True, slots=True, eq=False)
class ReadyPack:
    """A pack that judges. `presumes`: the facts that count as something here while nobody tells them."""

    pack: Pack
    norms: tuple[ReadyNorm, ...]
    duties: tuple[ReadyDuty, ...]
    attentions: tuple[tuple[Attention, Piece], ...]
    steps: tuple[tuple[Step, Piece], ...]
    scope: Piece
    scopes: tuple[tuple[str, Piece], ...]
    consents: tuple[tuple[ConsentRule, Piece], ...]
    ages: frozenset[int]
    dates: frozenset[date]
    compiler: ConditionCompiler
    index: NormIndex
    ranks: frozenset[str]
    scope_reads: frozenset[str]
    duties_read: frozenset[str]
    changes: tuple[tuple[Fact, Change], ...]
    presumes: frozenset[str]

    def reads_of(self, act: Act) -> frozenset[str]:
        """Everything that what this pack says of an act may hang on."""
        return self.index.read_of(act)

    def scope_clauses(self, situation: Situation) -> tuple[str, ...]:
        """The scope clauses that put an act outside, or else those that leave it open, or else all of them."""
        values = [(clause, piece.test(situation)) for clause, piece in self.scopes]
        lowest = min((value for _, value in values), default=YES)
        return tuple(dict.fromkeys(clause for clause, value in values if value is lowest))


def permission_here(permission: ReadyNorm) -> Callable[[Situation], Truth]:
    """Whether a permission holds for the person in view, or else for the act as a whole."""

    def test(situation: Situation) -> Truth:
        if situation.person is None or permission.group is None:
            return permission.holds(situation.whole())
        return min(permission.met(situation), negate(permission.lifted.test(situation)))

    return test


def norm_grounds(ready: ReadyNorm, situation: Situation, *, is_met: bool = False) -> list[Ground]:
    """The facts that made a norm what it is, for the act or the person in view; `is_met`: it surely plays there."""
    if situation.index == NOBODY_YET and ready.group is not None:
        nobody = Ground(ready.group, None, UNKNOWN, lack="feit", group=ready.group)
        return [nobody, *ready.gate.grounds(situation), *ready.act_part.grounds(situation)]
    found: list[Ground] = []
    for piece in ready.told:
        found += piece.why(situation, YES) if is_met and piece is not ready.lifted else piece.grounds(situation)
    return found


def grounds_of(ready: ReadyNorm) -> Why:
    return lambda situation, outcome: norm_grounds(ready, situation)
