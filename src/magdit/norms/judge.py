"""An act and ready packs in, the outcome out. The way out and the words on screen are added elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from magdit.norms.act import Deviation
from magdit.norms.answer import DutyState, Ground, Triggered, distinct, quick
from magdit.norms.catalogue import Catalogue
from magdit.norms.combine import Says, combined, said_by_ban, said_by_permission
from magdit.norms.model import DECIDING_FORCES as DECIDING_FORCES  # asked for here by who reads an outcome
from magdit.norms.ready import ReadyDuty, ReadyNorm, ReadyPack, norm_grounds
from magdit.norms.situation import Situation
from magdit.norms.truth import NO, UNKNOWN, YES, Truth


@dataclass(frozen=True, slots=True)
class Book:
    """The packs that an act is judged under together, and the facts they speak of."""

    packs: tuple[ReadyPack, ...]
    catalogue: Catalogue


@quick
class Finding:
    """What one norm says of the act, or of one person in it."""

    pack: ReadyPack
    ready: ReadyNorm
    situation: Situation
    says: Says
    met: Truth
    lifted: Truth
    soft: bool = False
    deviation: Deviation | None = None

    @property
    def layer(self) -> str:
        """The layer of the norm: wet, bestuur or school."""
        return self.ready.norm.rank

    def grounds(self) -> tuple[Ground, ...]:
        """The facts that made it so, each once."""
        here = self.situation
        place = (self.ready, "gronden", here.group, here.index)
        known: tuple[Ground, ...] | None = here.memo.get(place)
        if known is None:
            known = here.memo[place] = distinct(
                norm_grounds(self.ready, here, is_met=self.ready.ban and self.met is YES)
            )
        return known


Duties = tuple[tuple[ReadyDuty, Triggered], ...]


@quick
class Outcome:
    """What a set of norms makes of an act: the value as handed in and what it rests on."""

    value: str
    findings: tuple[Finding, ...]
    scope: Truth
    duties: Duties
    situation: Situation
    silent: ReadyPack | None = None

    @property
    def is_open(self) -> bool:
        return self.value == "onzeker"


By = list[tuple[Finding, ...]]


def findings_by_norm(pack: ReadyPack, situation: Situation) -> By:
    """What every norm of a pack says, in their order; nothing from most. Worked out once per act.

    Of an act that is supposed on top of another only the norms that read what differs are judged again.
    """
    known: By | None = situation.memo.get(pack)
    if known is None:
        if situation.before is None:
            known = [()] * len(pack.norms)
            again: Iterable[int] = pack.index.opened_by(situation.act)
        else:
            known = findings_by_norm(pack, situation.before).copy()
            again = pack.index.touched(situation.act, situation.changed)
        wide_open = pack.index.wide_open_to(situation.act)
        for place in again:
            known[place] = _said(pack, pack.norms[place], situation, place in wide_open)
        situation.memo[pack] = known
    return known


def _said(pack: ReadyPack, ready: ReadyNorm, situation: Situation, is_open: bool) -> tuple[Finding, ...]:
    """What one norm says; `is_open`: its gate surely stands open."""
    if ready.ban:
        views = ready.views(situation, is_open=is_open)
        return tuple([_ban_finding(pack, ready, here, met) for here, met in views]) if views else ()
    holds = ready.holds(situation, is_open=is_open)
    return () if holds is NO else (Finding(pack, ready, situation, said_by_permission(holds), holds, NO),)


def _ban_finding(pack: ReadyPack, ready: ReadyNorm, here: Situation, met: Truth) -> Finding:
    soft = ready.norm.force == "in_beginsel"
    kept = next((d for d in here.act.deviations if d.clause == ready.norm.clause), None) if soft else None
    # A reason given for it lifts what holds in principle; the reason stays with the answer.
    lifted = YES if kept else ready.is_lifted(here)
    said = said_by_ban(met, lifted)
    if ready.implied and said in {Says.PERMIT, Says.MAYBE_PERMIT}:
        # The permission itself speaks for the act; its ban being lifted must not say it twice.
        said = Says.NOTHING
    return Finding(pack, ready, here, said, met, lifted, soft, kept)


def outcome_of(packs: Iterable[ReadyPack], situation: Situation, *, layers: frozenset[str] | None = None) -> Outcome:
    """The outcome under these packs (or only their norms of some layers): the strictest of what each pack says."""
    each = [_pack_outcome(pack, situation, layers) for pack in packs]
    return each[0] if len(each) == 1 else strictest(each)


def _pack_outcome(pack: ReadyPack, situation: Situation, layers: frozenset[str] | None) -> Outcome:
    scope = pack.scope.test(situation)
    if scope is NO:
        return Outcome("niet_geregeld", (), NO, (), situation, silent=pack)
    said = chain.from_iterable(findings_by_norm(pack, situation))
    found = tuple(said) if layers is None else tuple(f for f in said if f.layer in layers)
    duties = _duties(pack, situation) if layers is None or pack.pack.rank in layers else ()
    value = _value(pack, found, duties)
    if scope is UNKNOWN and value != "niet_geregeld":
        # The pack itself is named: its scope is then what must be known, and cited, also when no norm speaks.
        return Outcome("onzeker", found, scope, duties, situation, silent=pack)
    return Outcome(value, found, scope, duties, situation, silent=pack if value == pack.pack.default.outcome else None)


def _value(pack: ReadyPack, found: tuple[Finding, ...], duties: Duties) -> str:
    said = combined([softened(f) for f in found if f.ready.decides])
    if said is Says.DENY:
        return "mag_niet"
    if said in {Says.MAYBE_DENY, Says.MAYBE_EITHER} or any(is_waiting(triggered) for _, triggered in duties):
        return "onzeker"
    if said is Says.PERMIT:
        return "mag"
    return "onzeker" if said is Says.MAYBE_PERMIT else pack.pack.default.outcome


def softened(finding: Finding) -> Says:
    """A ban 'in principle' asks for a reason; it never forbids by itself."""
    if finding.soft and finding.says is Says.DENY:
        return Says.MAYBE_DENY
    return finding.says


def is_waiting(triggered: Triggered) -> bool:
    """Whether a duty that comes first is not, or perhaps not, done."""
    return triggered.duty.beforehand and triggered.duty.force == "moet" and triggered.state != "vervuld"


def _duties(pack: ReadyPack, situation: Situation) -> Duties:
    """The duties that the act calls up, and how far they are; worked out once per act."""
    place = (pack, "plichten")
    known: Duties | None = situation.recalled(place, pack.duties_read)
    if known is None:
        called = ((ready, ready.called.test(situation)) for ready in pack.duties)
        known = tuple(
            (ready, Triggered(ready.duty, pack.pack.id, _state(ready, value, situation)))
            for ready, value in called
            if value is not NO
        )
    situation.memo[place] = known
    return known


def _state(ready: ReadyDuty, called: Truth, situation: Situation) -> DutyState:
    done = ready.duty.id in situation.act.done or bool(set(ready.duty.either) & situation.act.done)
    if done or (ready.done is not None and ready.done.test(situation) is YES):
        return "vervuld"
    return "open" if called is YES else "misschien"


STRICTNESS = ("mag", "niet_geregeld", "voorleggen", "onzeker", "mag_niet")


def strictest(outcomes: list[Outcome]) -> Outcome:
    """Several outcomes as one. A law layer that says nothing does not stand in the way of a protocol that does."""
    speaking = [o for o in outcomes if not (o.silent and o.silent.pack.rank == "wet" and o.value == "niet_geregeld")]
    chosen = max(speaking or outcomes, key=lambda outcome: STRICTNESS.index(outcome.value))
    return Outcome(
        chosen.value,
        tuple(f for outcome in outcomes for f in outcome.findings),
        chosen.scope,
        tuple(d for outcome in outcomes for d in outcome.duties),
        chosen.situation,
        silent=chosen.silent,
    )
