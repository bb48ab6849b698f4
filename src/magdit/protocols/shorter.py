"""A protocol without one of its parts: to see whether the cases and stories would miss it. Judges nothing itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from magdit.norms.conditions.tree import Always, And, Not
from magdit.norms.model import ConsentRule, Definition, Duty, Lifecycle, Norm, Pack, Step, Window
from magdit.norms.steps import meant

EVERY_DAY = tuple(range(7))
PARTS = {
    "norm": "norms",
    "plicht": "duties",
    "bevoegdheid": "powers",
    "reikwijdte": "scopes",
    "definitie": "definitions",
    "aandacht": "attentions",
    "stap": "steps",
    "maatregel": "measures",
    "instelling": "settings",
}
EXCEPTIONS = {"tenzij": "unless", "uitzondering_op": "lifts", "behalve": "lifts_not", "behoudens": "only_spares"}
ASKED_BY_A_REQUIREMENT = {"vorm": "forms", "kanalen": "channels"}


@dataclass(frozen=True, slots=True)
class Shorter:
    """The pack that is left, what kind of part went, where it stood and what it was."""

    kind: str
    clause: str
    what: str
    pack: Pack

    def __str__(self) -> str:
        """As a reader names it: "artikel 3, norm 3#2"."""
        part = "als geheel" if self.kind == "artikel" else f"{self.kind} {self.what}".strip()
        return f"artikel {self.clause}, {part}" if self.clause else part


def shorter_packs(pack: Pack) -> Iterator[Shorter]:
    """Every pack that comes of taking one thing out: an article's working, a part, an exception, a requirement."""
    yield from _without_clauses(pack)
    for kind, field in PARTS.items():
        for part in getattr(pack, field):
            yield Shorter(kind, part.clause, _name(part), _less(pack, field, part))
    yield from _without_exceptions(pack)
    yield from _without_requirements(pack)
    yield from _without_windows(pack)
    yield from _without_life(pack)


def _without_clauses(pack: Pack) -> Iterator[Shorter]:
    """An article that only keeps its text: nothing in it works any more."""
    for clause in pack.clauses:
        less = pack
        for field in PARTS.values():
            for part in getattr(pack, field):
                less = _less(less, field, part) if part.clause == clause.number else less
        given = tuple(rule for rule in pack.consent_rules if rule.clause == clause.number)
        always = tuple(Definition(rule.name, rule.clause, about=And(())) for rule in given)
        less = replace(
            less,
            consent_rules=tuple(rule for rule in pack.consent_rules if rule not in given),
            definitions=(*less.definitions, *always),
            windows=tuple(_wide_open(w) if w.clause == clause.number else w for w in pack.windows),
            lifecycle=Lifecycle() if pack.lifecycle.clause == clause.number else pack.lifecycle,
        )
        if pack.default.clause == clause.number:
            less = replace(less, default=replace(pack.default, outcome=_other_default(pack), to=None))
        if less != pack:
            yield Shorter("artikel", clause.number, clause.title or "", less)


def _less(pack: Pack, field: str, part: Any) -> Pack:
    """The pack without this part; what leaned on it stands as if it never were."""
    left: Pack = _with(pack, **{field: tuple(other for other in getattr(pack, field) if other is not part)})
    linked = _linked_past(part, left)
    return _never(part, linked) if _is_derived(part) else linked


def _linked_past(part: object, less: Pack) -> Pack:
    """What came after a duty or step that is gone, comes after what it came after itself."""
    if isinstance(part, Duty):
        ids = {part.id, f"plicht:{part.id}"}
        duties = (replace(duty, after=part.after) if duty.after in ids else duty for duty in less.duties)
        return replace(less, duties=tuple(duties))
    if isinstance(part, Step):
        return replace(less, steps=tuple(_step_linked_past(part, step, less.steps) for step in less.steps))
    return less


def _step_linked_past(gone: Step, step: Step, left: tuple[Step, ...]) -> Step:
    beside = tuple(other for other in left if set(other.cases) & set(step.cases))
    kept = tuple(reference for reference in step.after if meant(reference, beside))
    return step if kept == step.after else replace(step, after=tuple(dict.fromkeys((*kept, *gone.after))))


def _is_derived(part: object) -> bool:
    return isinstance(part, Definition) and not part.covers and part.value is None


def _never(part: Any, less: Pack) -> Pack:
    """A derived fact that is gone is never so: the rules that speak of it still stand."""
    gone = Definition(part.word, part.clause, about=Not(Always()))
    return replace(less, definitions=(*less.definitions, gone))


def _without_exceptions(pack: Pack) -> Iterator[Shorter]:
    for place, norm in enumerate(pack.norms):
        for kind, field in EXCEPTIONS.items():
            whole = getattr(norm, field)
            for at in range(len(whole)):
                less: Norm = _with(norm, **{field: (*whole[:at], *whole[at + 1 :])})
                yield Shorter("uitzondering", norm.clause, f"{norm.id} {kind}[{at}]", _with_norm(pack, place, less))
        if norm.only:
            less = replace(norm, only=False, only_within=None, only_rest=(), only_spares=())
            yield Shorter("alleen", norm.clause, norm.id, _with_norm(pack, place, less))
        for at, rest in enumerate(norm.only_rest):
            less = replace(norm, only_rest=(*norm.only_rest[:at], *norm.only_rest[at + 1 :]))
            yield Shorter("alleen", norm.clause, f"{norm.id} rest: {rest}", _with_norm(pack, place, less))


def _without_requirements(pack: Pack) -> Iterator[Shorter]:
    """A yes that is always there, and one that asks less: any form, any channel, one signer fewer."""
    for place, rule in enumerate(pack.consent_rules):
        others = (*pack.consent_rules[:place], *pack.consent_rules[place + 1 :])
        for word, always in (("altijd ja", And(())), ("altijd nee", Not(Always()))):
            given = Definition(rule.name, rule.clause, about=always)
            less = replace(pack, consent_rules=others, definitions=(*pack.definitions, given))
            yield Shorter("toestemmingseis", rule.clause, f"{rule.name}: {word}", less)
        for what, eased in _eased(rule):
            rules = (*pack.consent_rules[:place], eased, *pack.consent_rules[place + 1 :])
            less = replace(pack, consent_rules=rules)
            yield Shorter("toestemmingseis", rule.clause, f"{rule.name}: {what}", less)


def _eased(rule: ConsentRule) -> Iterator[tuple[str, ConsentRule]]:
    for what, field in ASKED_BY_A_REQUIREMENT.items():
        if getattr(rule, field):
            yield f"zonder {what}", _with(rule, **{field: ()})
    if len(rule.signers) > 1:
        for at, signer in enumerate(rule.signers):
            yield f"zonder {signer.role}", replace(rule, signers=(*rule.signers[:at], *rule.signers[at + 1 :]))
    if rule.valid != "tot_intrekking":
        yield "zonder einde", replace(rule, valid="tot_intrekking")


def _without_windows(pack: Pack) -> Iterator[Shorter]:
    for place, window in enumerate(pack.windows):
        windows = (*pack.windows[:place], _wide_open(window), *pack.windows[place + 1 :])
        yield Shorter("venster", window.clause, window.name, replace(pack, windows=windows))


def _without_life(pack: Pack) -> Iterator[Shorter]:
    life, clause = pack.lifecycle, pack.lifecycle.clause or ""
    if life.start is not None:
        yield Shorter("levensloop", clause, "in_werking", replace(pack, lifecycle=replace(life, start=None)))
    if life.end is not None:
        yield Shorter("levensloop", clause, "einde", replace(pack, lifecycle=replace(life, end=None)))
    for key in ("evaluatie", "vaststelling"):
        if life.details.get(key) and (key == "evaluatie" or _counts(life)):
            details = {name: value for name, value in life.details.items() if name != key}
            yield Shorter("levensloop", clause, key, replace(pack, lifecycle=replace(life, details=details)))


def _counts(life: Lifecycle) -> bool:
    """Whether there is a day between the decision and the first day: only then does the decision show."""
    rows = life.details.get("vaststelling")
    days = [row.get("op") for row in (rows if isinstance(rows, list) else [rows]) if isinstance(row, dict)]
    return life.start is not None and any(isinstance(day, date) and day < life.start for day in days)


def _wide_open(window: Window) -> Window:
    return replace(window, days=EVERY_DAY, start=None, end=None)


def _other_default(pack: Pack) -> Any:
    return "niet_geregeld" if pack.default.outcome == "voorleggen" else "voorleggen"


def _with(whole: Any, **changed: Any) -> Any:
    """`replace` for fields that are known by name only."""
    return replace(whole, **changed)


def _with_norm(pack: Pack, place: int, norm: Norm) -> Pack:
    return replace(pack, norms=(*pack.norms[:place], norm, *pack.norms[place + 1 :]))


def _name(part: object) -> str:
    found = (getattr(part, name, None) for name in ("id", "name", "word", "label", "text"))
    return next((str(name) for name in found if name), "")
