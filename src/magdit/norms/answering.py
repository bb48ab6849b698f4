"""The whole answer about one act: the outcome, the word on screen, and every ground, route and question with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from magdit.norms.act import Act, day_of
from magdit.norms.answer import Answer, Ground, LayerVerdict, Reason, Route
from magdit.norms.citing import deciding, deciding_clauses, open_beside, word_of
from magdit.norms.combine import Says
from magdit.norms.horizon import valid_until
from magdit.norms.judge import Book, Finding, Outcome, outcome_of
from magdit.norms.layers import Layer, layer_verdicts, part_of
from magdit.norms.model import Attention
from magdit.norms.questions import missing_grounds, next_question
from magdit.norms.ready import ReadyPack
from magdit.norms.routes import RouteFinder
from magdit.norms.situation import Situation
from magdit.norms.truth import NO, YES
from magdit.words.roles import AUTHOR

EFFECT = {
    Says.DENY: "verbiedt",
    Says.PERMIT: "staat_toe",
    Says.MAYBE_DENY: "onzeker",
    Says.MAYBE_EITHER: "onzeker",
    Says.MAYBE_PERMIT: "onzeker",
    Says.NOTHING: "zwijgt",
}


def answer(book: Book, act: Act, *, layer: str = "alles", not_asked: Collection[str] = ()) -> Answer:
    """Judge one act and tell everything about it. `layer` limits the judgement to one layer.

    `not_asked`: facts that who asks cannot settle; they make no question, and stay as open as they are.
    """
    chosen = Layer.named(layer)
    part = book if chosen.ranks is None else Book(chosen.packs_of(book.packs) or book.packs, book.catalogue)
    situation = Situation(act)
    outcome = outcome_of(part.packs, situation, layers=chosen.ranks)
    routes = RouteFinder(part, chosen.ranks).routes(act, outcome)
    missing = missing_grounds(outcome, situation)
    theirs = tuple(ground for ground in missing if ground.fact not in not_asked)
    verdict = word_of(outcome, routes, missing)
    put_to = outcome.silent.pack.default.to if outcome.silent and outcome.value == "voorleggen" else None
    told = _Reasons()
    clauses = tuple(deciding_clauses(outcome, situation))
    whole = LayerVerdict(chosen.name, outcome.value, verdict, clauses)
    return Answer(
        as_handed_in=outcome.value,
        verdict=verdict,
        clauses=clauses,
        reasons=told.of(deciding(outcome)),
        routes=routes,
        missing=missing,
        question=next_question(part, act, theirs, chosen.ranks) if outcome.value == "onzeker" else None,
        ask=tuple(dict.fromkeys(_to_ask(verdict, routes, outcome, missing, part))),
        duties=tuple(triggered for _, triggered in outcome.duties),
        attentions=tuple(_attentions(part, situation)),
        lifted=told.of(f for f in outcome.findings if f.ready.ban and f.says is Says.PERMIT),
        overruled=told.of(_overruled(outcome)),
        advice=told.of(f for f in outcome.findings if _is_advice(f)),
        not_looked_at=_not_looked_at(part, outcome, situation),
        valid_until=valid_until(part, act, outcome, chosen.ranks),
        layers=layer_verdicts(book, situation, {part_of(part.packs, chosen.ranks): whole}),
        packs=tuple(_identity(ready) for ready in part.packs),
        notices=tuple(_notices(part, act)),
        put_to=put_to,
        scope_clauses=outcome.silent.scope_clauses(situation) if outcome.silent and outcome.scope is NO else (),
        act_id=act.id,
        open=told.of(open_beside(outcome)),
    )


def _to_ask(
    verdict: str, routes: tuple[Route, ...], outcome: Outcome, missing: tuple[Ground, ...], book: Book
) -> Iterator[str]:
    """Whom to ask: who may grant it, who is named to judge, or else whom the protocol puts open cases to."""
    if outcome.value == "voorleggen" and outcome.silent is not None:
        yield from (role for role in (outcome.silent.pack.default.to,) if role)
    if verdict != "vraag":
        return
    asked = [role for route in routes[:1] for step in route.steps for role in step.ask]
    for ground in missing:
        asked += [role for role in ground.detail.get("vraag_aan", "").split(",") if role]
        fact = book.catalogue.fact(ground.fact)
        if ground.lack == "oordeel" and fact is not None and fact.giver:
            asked.append(fact.giver)
    named = [role for finding in deciding(outcome) for role in finding.ready.norm.ask]
    fallback = [ready.pack.default.to for ready in book.packs if ready.pack.default.to]
    # Nobody asks themselves, as long as there is someone else to ask.
    others = [role for role in asked if role != AUTHOR]
    yield from named or others or asked or fallback or book.catalogue.fallback


class _Reasons:
    """Explains findings, each once: what decides may also be what was lifted."""

    def __init__(self) -> None:
        self._told: dict[int, Reason] = {}

    def of(self, findings: Iterable[Finding]) -> tuple[Reason, ...]:
        """The reasons behind these findings, in their order."""
        return tuple([self._one(finding) for finding in findings])

    def _one(self, finding: Finding) -> Reason:
        known = self._told.get(id(finding))
        if known is None:
            known = self._told[id(finding)] = _reason(finding)
        return known


def _reason(finding: Finding) -> Reason:
    norm, person, lifters = finding.ready.norm, finding.situation.person, finding.ready.lifters
    return Reason(
        pack=finding.pack.pack.id,
        clause=norm.clause,
        norm=norm.id,
        kind=norm.kind,
        effect="beginsel" if finding.soft and finding.says is Says.DENY else EFFECT[finding.says],
        person=person.label if person else None,
        grounds=finding.grounds(),
        lifted_by=tuple([one.norm.id for one in lifters if one.holds(finding.situation.whole())]) if lifters else (),
        layer=norm.rank,
        deviation=finding.deviation,
        group=finding.situation.group,
        index=finding.situation.index,
    )


def _overruled(outcome: Outcome) -> Iterator[Finding]:
    if outcome.value == "mag_niet":
        yield from (f for f in outcome.findings if not f.ready.ban and f.says is Says.PERMIT)


def _is_advice(finding: Finding) -> bool:
    """What does not decide and is yet worth telling: better not, or: this may be done, it need not."""
    if finding.ready.decides:
        return False
    return finding.says in ((Says.DENY, Says.MAYBE_DENY) if finding.ready.ban else (Says.PERMIT,))


def _not_looked_at(part: Book, outcome: Outcome, situation: Situation) -> tuple[str, ...]:
    """Open norms and flags that play here and that nobody has looked at yet, also where all norms keep silent."""
    act = situation.act
    flags = {name for f in outcome.findings for name in f.ready.flags}
    for pack in part.packs:
        if pack.scope.test(situation) is NO:
            continue
        for place in pack.index.opened_by(act):
            ready = pack.norms[place]
            if ready.flags and ready.gate.test(situation) is not NO:
                flags |= ready.flags
    if not flags:
        return ()
    told = {name for group in act.people.values() for person in group or () for name in person.facts}
    told |= {name for name, group in act.people.items() if group is not None}
    return tuple(sorted(name for name in flags if name not in act.facts and name not in told and name not in act.flags))


def _attentions(book: Book, situation: Situation) -> Iterator[tuple[str, Attention]]:
    for ready in book.packs:
        for attention, piece in ready.attentions:
            if piece.test(situation) is YES:
                yield ready.pack.id, attention


def _identity(ready: ReadyPack) -> dict[str, str]:
    pack = ready.pack
    return {"id": pack.id, "versie": pack.version, "hash": pack.hash, "titel": pack.title}


def _notices(book: Book, act: Act) -> Iterator[str]:
    """Whether the protocol was in force on the day of the act."""
    if act.moment is None:
        return
    day: date = day_of(act.moment)
    for ready in book.packs:
        cycle = ready.pack.lifecycle
        if cycle.start is not None and day < cycle.start:
            yield f"{ready.pack.id}:nog_niet_in_werking"
        if cycle.end is not None and day >= cycle.end:
            yield f"{ready.pack.id}:verlopen"
