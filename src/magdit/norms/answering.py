"""The whole answer about one act: the outcome, the word on screen, and every ground, route and question with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from magdit.norms.act import Act, day_of
from magdit.norms.answer import Answer, Ground, LayerVerdict, Reason, Route
from magdit.norms.combine import Says
from magdit.norms.horizon import valid_until
from magdit.norms.judge import DECIDING_FORCES, Book, Finding, Outcome, is_waiting, outcome_of
from magdit.norms.model import Attention
from magdit.norms.questions import missing_grounds, next_question
from magdit.norms.ready import ReadyPack
from magdit.norms.routes import RouteFinder
from magdit.norms.situation import Situation
from magdit.norms.truth import NO, UNKNOWN, YES

FACT_LACKS = frozenset({"feit", "toestemming"})
EFFECT = {
    Says.DENY: "verbiedt",
    Says.PERMIT: "staat_toe",
    Says.MAYBE_DENY: "onzeker",
    Says.MAYBE_EITHER: "onzeker",
    Says.MAYBE_PERMIT: "onzeker",
    Says.NOTHING: "zwijgt",
}


@dataclass(frozen=True, slots=True)
class Layer:
    """Which part of the packs to judge: one layer, the protocol without the law, or everything."""

    name: str
    ranks: frozenset[str] | None

    @staticmethod
    def named(name: str) -> Layer:
        """The layer of this name: wet, bestuur, school, protocol or alles."""
        ranks = {"alles": None, "protocol": frozenset({"bestuur", "school"})}
        return Layer(name, ranks.get(name, frozenset({name})))

    def packs_of(self, book: Book) -> tuple[ReadyPack, ...]:
        """The packs that have a part in this layer."""
        if self.ranks is None:
            return book.packs
        return tuple(ready for ready in book.packs if _ranks_in(ready) & self.ranks)


def answer(book: Book, act: Act, *, layer: str = "alles") -> Answer:
    """Judge one act and tell everything about it. `layer` limits the judgement to one layer."""
    chosen = Layer.named(layer)
    part = Book(chosen.packs_of(book) or book.packs, book.catalogue)
    situation = Situation(act)
    outcome = outcome_of(part.packs, situation, layers=chosen.ranks)
    routes = RouteFinder(part, chosen.ranks).routes(act, outcome)
    missing = missing_grounds(outcome, situation)
    verdict = word_of(outcome, routes, missing)
    put_to = outcome.silent.pack.default.to if outcome.silent and outcome.value == "voorleggen" else None
    return Answer(
        as_handed_in=outcome.value,
        verdict=verdict,
        clauses=tuple(deciding_clauses(outcome, situation)),
        reasons=tuple(_reason(f) for f in deciding(outcome)),
        routes=routes,
        missing=missing,
        question=next_question(part, act, missing, chosen.ranks) if outcome.value == "onzeker" else None,
        ask=tuple(dict.fromkeys(_to_ask(verdict, routes, outcome, missing, part))),
        duties=tuple(triggered for _, triggered in outcome.duties),
        attentions=tuple(_attentions(part, situation)),
        lifted=tuple(_reason(f) for f in outcome.findings if f.ready.ban and f.says is Says.PERMIT),
        overruled=tuple(_reason(f) for f in _overruled(outcome)),
        advice=tuple(_reason(f) for f in outcome.findings if _is_advice(f)),
        not_looked_at=_not_looked_at(outcome, act),
        valid_until=valid_until(part, act, outcome, chosen.ranks),
        layers=_layers(book, act),
        packs=tuple(_identity(ready) for ready in part.packs),
        notices=tuple(_notices(part, act)),
        put_to=put_to,
        scope_clauses=outcome.silent.scope_clauses if outcome.silent and outcome.scope is NO else (),
        act_id=act.id,
    )


def word_of(outcome: Outcome, routes: tuple[Route, ...], missing: tuple[Ground, ...]) -> str:
    """The word on screen: the outcome as handed in, with the way out."""
    if outcome.value == "mag_niet":
        if any(route.own for route in routes):
            return "mag_mits"
        return "vraag" if routes else "mag_niet"
    if outcome.value == "onzeker":
        return "eerst_weten" if any(_is_fact(ground) for ground in missing) or not missing else "vraag"
    return outcome.value


def deciding(outcome: Outcome) -> list[Finding]:
    """The norms that made the outcome what it is."""
    if outcome.scope is NO:
        return []
    wanted = {
        "mag_niet": {Says.DENY},
        "onzeker": {Says.MAYBE_DENY, Says.MAYBE_EITHER, Says.MAYBE_PERMIT},
        "mag": {Says.PERMIT},
    }.get(outcome.value, set())
    found = [f for f in outcome.findings if f.ready.norm.force in DECIDING_FORCES]
    return [
        f
        for f in found
        if (f.says in wanted and not (outcome.value == "mag_niet" and f.soft))
        or (outcome.value == "onzeker" and f.soft and f.says is Says.DENY)
    ]


def deciding_clauses(outcome: Outcome, situation: Situation) -> Iterator[str]:
    """The clauses to cite: every verdict has at least one."""
    found = [f.ready.norm.clause for f in _sharpest(deciding(outcome), outcome)]
    if outcome.value == "onzeker":
        found += [triggered.duty.clause for _, triggered in outcome.duties if is_waiting(triggered)]
        if not found and outcome.silent is None:
            found += [
                c for f in outcome.findings for c in f.pack.scope_clauses if f.pack.scope.test(situation) is UNKNOWN
            ]
    if not found and outcome.silent is not None:
        silent = outcome.silent
        found = list(silent.scope_clauses) if outcome.scope is not YES else [silent.pack.default.clause]
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
    yield from named or asked or fallback


def _reason(finding: Finding) -> Reason:
    norm = finding.ready.norm
    person = finding.situation.person
    return Reason(
        pack=finding.pack.pack.id,
        clause=norm.clause,
        norm=norm.id,
        kind=norm.kind,
        effect="beginsel" if finding.soft and finding.says is Says.DENY else EFFECT[finding.says],
        person=person.label if person else None,
        grounds=finding.grounds(),
        lifted_by=tuple(
            lifter.norm.id for lifter in finding.ready.lifters if lifter.holds(Situation(finding.situation.act))
        ),
        layer=norm.rank,
    )


def _overruled(outcome: Outcome) -> Iterator[Finding]:
    if outcome.value == "mag_niet":
        yield from (f for f in outcome.findings if not f.ready.ban and f.says is Says.PERMIT)


def _is_advice(finding: Finding) -> bool:
    return finding.ready.norm.force not in DECIDING_FORCES and finding.says in {Says.DENY, Says.MAYBE_DENY}


def _not_looked_at(outcome: Outcome, act: Act) -> tuple[str, ...]:
    """Open norms and flags that play here and that nobody has looked at yet."""
    flags = {name for f in outcome.findings for name in f.ready.flags}
    for pack in dict.fromkeys(f.pack for f in outcome.findings):
        for ready in pack.norms:
            if ready.flags and ready.gate.test(Situation(act)) is not NO:
                flags |= ready.flags
    told = {name for group in act.people.values() for person in group or () for name in person.facts}
    return tuple(sorted(name for name in flags if name not in act.facts and name not in told and name not in act.flags))


def _attentions(book: Book, situation: Situation) -> Iterator[tuple[str, Attention]]:
    for ready in book.packs:
        for attention, piece in ready.attentions:
            if piece.test(situation) is YES:
                yield ready.pack.id, attention


def _layers(book: Book, act: Act) -> dict[str, LayerVerdict]:
    """The verdict of each layer apart, and of the protocol without the law."""
    found: dict[str, LayerVerdict] = {}
    for name in ("wet", "bestuur", "school", "protocol"):
        layer = Layer.named(name)
        packs = layer.packs_of(book)
        if packs:
            found[name] = _layer_verdict(name, Book(packs, book.catalogue), act, layer)
    return found


def _layer_verdict(name: str, part: Book, act: Act, layer: Layer) -> LayerVerdict:
    situation = Situation(act)
    outcome = outcome_of(part.packs, situation, layers=layer.ranks)
    routes = RouteFinder(part, layer.ranks).routes(act, outcome) if outcome.value == "mag_niet" else ()
    word = word_of(outcome, routes, missing_grounds(outcome, situation))
    return LayerVerdict(name, outcome.value, word, tuple(deciding_clauses(outcome, situation)))


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


def _ranks_in(ready: ReadyPack) -> frozenset[str]:
    return frozenset({ready.pack.rank, *(norm.rank for norm in ready.pack.norms)})


def unknown_words(grounds: Iterable[Ground]) -> tuple[str, ...]:
    """The names of unknown facts, each once."""
    return tuple(dict.fromkeys(ground.fact for ground in grounds))
