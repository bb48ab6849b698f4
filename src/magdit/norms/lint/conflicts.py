"""Where norms of one pack meet: a permission under a ban, a command under a ban, and the ban behind "only".

A ban always wins, so a permission beside it is no mistake in itself. It is one when the permission can never be used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from magdit.norms.act import Act
from magdit.norms.combine import Says
from magdit.norms.conditions.tree import In
from magdit.norms.examples.shrink import shrunk
from magdit.norms.examples.telling import BLANK
from magdit.norms.lint.finding import Finding
from magdit.norms.lint.looked_at import LookedAt
from magdit.norms.model import DECIDING_FORCES, Norm

MOST_ACTS, MOST_PROPOSALS, FEW_TRIES = 12, 4, 400


def conflict_findings(at: LookedAt) -> Iterator[Finding]:
    """Contradictions of every class, each with an act that shows it."""
    deciding = [norm for norm in at.pack.norms if norm.force in DECIDING_FORCES]
    beside: dict[tuple[str, tuple[str, ...]], list[tuple[Norm, Act]]] = {}
    for norm in deciding:
        if norm.kind == "toestemming":
            never = _never_used(at, norm)
            if never is not None:
                yield never
                continue
            for code, clauses, example in _beside(at, norm, [other for other in deciding if other.kind == "verbod"]):
                beside.setdefault((code, clauses), []).append((norm, example))
        elif norm.kind == "gebod":
            yield from _command_under_bans(at, norm)
        if norm.only:
            yield from _implied(at, norm)
    for (code, bans), permissions in beside.items():
        allowed = tuple(dict.fromkeys(norm.clause for norm, _ in permissions))
        facts = {"toestemming": ", ".join(allowed), "verbod": ", ".join(bans)}
        yield Finding(code, "weten", (*allowed, *(ban for ban in bans if ban not in allowed)), facts, permissions[0][1])


def _never_used(at: LookedAt, permission: Norm) -> Finding | None:
    """A permission that bans without a way out always beat."""
    freed = _freed(at, permission)
    beaten = [_denying(at, act) for act in freed]
    if not beaten or not all(beaten):
        return None
    bans = _first(beaten)
    facts = {"toestemming": permission.clause, "verbod": ", ".join(bans)}
    return Finding("toestemming_nooit", "luid", (permission.clause, *bans), facts, example=freed[0])


def _beside(at: LookedAt, permission: Norm, bans: list[Norm]) -> Iterator[tuple[str, tuple[str, ...], Act]]:
    """The bans that can hold together with a permission.

    Expected: one with a way out, or one that somebody must first raise. The others just hold, and stand apart.
    """
    found: dict[str, dict[str, Act]] = {"verbod_naast_toestemming": {}, "verbod_wint": {}}
    for ban in bans:
        act = _both(at, permission, ban)
        if act is not None:
            expected = bool(ban.unless) or _rests_on_a_flag(at, ban)
            code = "verbod_wint" if expected else "verbod_naast_toestemming"
            found[code].setdefault(ban.clause, act)
    for clause, act in found["verbod_naast_toestemming"].items():
        yield "verbod_naast_toestemming", (clause,), shrunk(act, _alike(at, permission, clause))
    expected_ones = found["verbod_wint"]
    if expected_ones:
        first = next(iter(expected_ones))
        yield "verbod_wint", tuple(expected_ones), shrunk(expected_ones[first], _alike(at, permission, first))


def _freed(at: LookedAt, permission: Norm) -> list[Act]:
    """Acts on which it holds, told on so that as little as possible stands in its way."""
    return [at.examples.alone(act, keep=permission.id) for act in islice(at.examples.holding(permission), MOST_ACTS)]


def _both(at: LookedAt, permission: Norm, ban: Norm) -> Act | None:
    """An act that the permission allows and the ban forbids."""
    wishes = [*at.supposer.holds(ban), *at.supposer.holds(permission)]
    wishes.sort(key=lambda wish: not isinstance(wish[0], In))  # whom and what they name first: that fails soonest
    looking = ban if ban.per is not None else permission
    alike = _alike(at, permission, ban.clause)
    for act, place in at.supposer.views(looking, BLANK):
        for proposal in islice(at.supposer.all_so(wishes, act, place, tries=FEW_TRIES), MOST_PROPOSALS):
            if alike(proposal):
                return proposal
    return None


def _command_under_bans(at: LookedAt, command: Norm) -> Iterator[Finding]:
    """A command that whoever fulfils it is forbidden to fulfil."""
    done = [at.examples.alone(act, keep=command.id) for act in islice(at.examples.lifted(command), 12)]
    beaten = [_denying(at, act) for act in done]
    if beaten and all(beaten):
        bans = _first(beaten)
        facts = {"gebod": command.clause, "verbod": ", ".join(bans)}
        yield Finding("gebod_tegen_verbod", "luid", (command.clause, *bans), facts, example=done[0])


def _implied(at: LookedAt, norm: Norm) -> Iterator[Finding]:
    """The ban that "only" brings along: whom it hits, and an act it forbids; or that it forbids nothing."""
    at.supposer.gave_up = False
    told = (at.examples.alone(act, keep=f"{norm.id}!") for act in at.examples.implied(norm))
    act = next((act for act in told if _forbids(at, act, f"{norm.id}!")), None)
    if act is None:
        if not at.supposer.gave_up:
            yield Finding("alleen_doet_niets", "gewoon", (norm.clause,), {"norm": norm.id})
        return
    roles = at.catalogue.vocabularies["rol"]
    who = (*norm.who, *norm.only_rest) if norm.who else ()
    hit = ", ".join(roles.dutch(code) for code in at.supposer.values.spelled(roles, who)) or "iedereen"
    yield Finding("geimpliceerd_verbod", "weten", (norm.clause,), {"norm": norm.id, "wie": hit}, example=act)


def _forbids(at: LookedAt, act: Act, norm_id: str) -> bool:
    return any(f.ready.norm.id == norm_id and f.says is Says.DENY for f in at.examples.outcome(act).findings)


def _denying(at: LookedAt, act: Act) -> tuple[str, ...]:
    """The clauses that forbid an act outright."""
    found = at.examples.outcome(act).findings
    return tuple(f.ready.norm.clause for f in found if f.says is Says.DENY and f.ready.norm.force == "moet")


def _first(beaten: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The clauses that are in it every time, or else all of them."""
    every = {clause for by in beaten for clause in by}
    return tuple(sorted(every.intersection(*map(set, beaten)) or every))


def _alike(at: LookedAt, permission: Norm, clause: str) -> Callable[[Act], bool]:
    """Whether an act still shows the same: allowed by the one, forbidden by the other."""

    def test(act: Act) -> bool:
        found = at.examples.outcome(act).findings
        allowed = any(f.ready.norm.id == permission.id and f.says is Says.PERMIT for f in found)
        return allowed and clause in _denying(at, act)

    return test


def _rests_on_a_flag(at: LookedAt, ban: Norm) -> bool:
    """Whether it only holds once somebody raises something: an open norm, expected to win."""
    facts = (at.catalogue.fact(name) for name in at.supposer.values.leaning.names(ban))
    return any(fact is not None and fact.asked == "bij_vlag" for fact in facts)
