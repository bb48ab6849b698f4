"""Which norms made an outcome, which clauses to cite, and the word on screen that adds the way out."""

from __future__ import annotations

from collections.abc import Iterator

from magdit.norms.answer import Ground, Route
from magdit.norms.combine import Says
from magdit.norms.judge import Finding, Outcome, is_waiting, softened
from magdit.norms.situation import Situation
from magdit.norms.truth import NO, UNKNOWN, YES

WANTED = {
    "mag_niet": (Says.DENY,),
    "onzeker": (Says.MAYBE_DENY, Says.MAYBE_EITHER, Says.MAYBE_PERMIT),
    "mag": (Says.PERMIT,),
}
FACT_LACKS = frozenset({"feit", "toestemming"})
PERSON_LACKS = frozenset({"akkoord", "oordeel"})


def word_of(outcome: Outcome, routes: tuple[Route, ...], missing: tuple[Ground, ...]) -> str:
    """The word on screen: the outcome as handed in, with the way out."""
    if outcome.value == "mag_niet":
        if any(route.own for route in routes):
            return "mag_mits"
        return "vraag" if routes else "mag_niet"
    if outcome.value == "onzeker":
        facts_lack = any(_is_fact(ground) for ground in missing) or not missing
        return "eerst_weten" if facts_lack and not needs_person(outcome) else "vraag"
    return outcome.value


def needs_person(outcome: Outcome) -> bool:
    """Whether someone must be asked whatever facts are still to come: doubt, a norm in principle, a missing leave."""
    if outcome.scope is not YES:
        return False
    if any(
        is_waiting(triggered) and triggered.state == "open" and triggered.duty.to for _, triggered in outcome.duties
    ):
        return True
    return any(_is_for_a_person(finding) for finding in deciding(outcome))


def _is_for_a_person(finding: Finding) -> bool:
    """Whether a ban surely plays, and only a leave or a judgement can tell what becomes of it."""
    if finding.soft and finding.says is Says.DENY:
        return True
    lacks = {ground.lack for ground in finding.grounds() if ground.is_unknown}
    return finding.says is not Says.MAYBE_PERMIT and bool(lacks) and lacks <= PERSON_LACKS


def deciding(outcome: Outcome) -> list[Finding]:
    """The norms that made the outcome what it is."""
    if outcome.scope is NO:
        return []
    wanted = WANTED.get(outcome.value, ())
    return [f for f in outcome.findings if f.ready.decides and softened(f) in wanted]


def open_beside(outcome: Outcome) -> list[Finding]:
    """Where something forbids the act: what else stands in the way of yes, and hangs on what is not known."""
    unsure = (Says.MAYBE_DENY, Says.MAYBE_EITHER)
    found = outcome.findings if outcome.value == "mag_niet" else ()
    return [f for f in found if f.ready.decides and softened(f) in unsure]


def deciding_clauses(outcome: Outcome, situation: Situation) -> Iterator[str]:
    """The clauses to cite: every verdict has at least one."""
    found = [f.ready.norm.clause for f in _sharpest(deciding(outcome), outcome)]
    if outcome.value == "onzeker":
        found += [triggered.duty.clause for _, triggered in outcome.duties if is_waiting(triggered)]
        if not found and outcome.silent is None:
            found += [
                c
                for f in outcome.findings
                if f.pack.scope.test(situation) is UNKNOWN
                for c in f.pack.scope_clauses(situation)
            ]
    if not found and outcome.silent is not None:
        silent = outcome.silent
        found = list(silent.scope_clauses(situation)) if outcome.scope is not YES else [silent.pack.default.clause]
    yield from dict.fromkeys(clause for clause in found if clause)


def _sharpest(found: list[Finding], outcome: Outcome) -> list[Finding]:
    """Where a ban is in doubt, an open permission is not what decides."""
    if outcome.value != "onzeker":
        return found
    bans = [f for f in found if f.says is not Says.MAYBE_PERMIT]
    waiting = any(is_waiting(triggered) for _, triggered in outcome.duties)
    return bans if bans or waiting else found


def _is_fact(ground: Ground) -> bool:
    if ground.lack == "plicht":
        return not ground.detail.get("vraag_aan")
    return ground.lack in FACT_LACKS
