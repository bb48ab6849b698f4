"""A fact as a ground: its value, of whom, and who said it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from magdit.norms.act import _Missing
from magdit.norms.answer import Ground, Lack
from magdit.norms.catalogue import Fact
from magdit.norms.situation import Situation, teller
from magdit.norms.truth import NO, UNKNOWN, YES, Truth

NOTHING_MORE: Mapping[str, str] = {}


def grounding(fact: Fact) -> Callable[[Situation, Truth], Ground]:
    """The ground of an outcome that this fact brought. Made once per act: many norms rest on the same one."""
    places = tuple(f"grond:{fact.name}:{outcome}" for outcome in (NO, UNKNOWN, YES))

    def of_person(situation: Situation, outcome: Truth) -> Ground:
        place = (places[outcome], situation.group, situation.index)
        known: Ground | None = situation.memo.get(place)
        if known is None:
            known = situation.memo[place] = ground_of(fact, situation, outcome)
        return known

    def of_act(situation: Situation, outcome: Truth) -> Ground:
        place = places[outcome]
        known: Ground | None = situation.memo.get(place)
        if known is None:
            known = situation.memo[place] = ground_of(fact, situation, outcome)
        return known

    return of_person if fact.per_person else of_act


def ground_of(
    fact: Fact,
    situation: Situation,
    outcome: Truth,
    *,
    lack: Lack | None = None,
    detail: Mapping[str, str] = NOTHING_MORE,
) -> Ground:
    """The same with what is lacking, where that is not the usual, and with a detail."""
    name, act, person = fact.name, situation.act, situation.person
    if outcome is UNKNOWN and lack is None:
        lack = "oordeel" if fact.is_judgement else "feit"
    if not fact.per_person:
        value = act.facts.get(name) if fact.kind != "personen" else None
        return Ground(name, value, outcome, None, lack, detail, act.sources.get(name, NOTHING_MORE))
    told = teller(name, per_person=True)(situation)
    return Ground(
        name,
        None if isinstance(told, _Missing) else told,
        outcome,
        person.label if person else None,
        lack,
        detail,
        (person or act).sources.get(name, NOTHING_MORE),
        situation.group,
        situation.index,
    )
