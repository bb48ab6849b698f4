"""Another way to look for a difference, that shares nothing with `compare`: the pack's own cases, shaken at random.

Where compare finds no difference this search decides whether there is one: that mutant was missed. Where neither finds
any, the mutant is taken to change nothing (it may be that both are blind).
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from magdit.norms.act import Act
from magdit.norms.catalogue import Catalogue, Fact
from magdit.norms.read_act import read_act
from magdit.norms.read_value import BadAct

CONSENTS = ("gegeven", "geweigerd", "niet_gevraagd", "ingetrokken")
MOMENTS = ("2026-03-03T14:00", "2026-03-03T16:59", "2026-03-03T17:00", "2026-03-03T17:01", "2026-07-31", "2026-08-01")


def shaken(cases: list[dict[str, Any]], catalogue: Catalogue, *, times: int, seed: int) -> Iterator[Act]:
    """The cases, and then so many acts that are a case with one to four things told otherwise."""
    chance = Random(seed)
    for told in cases:
        yield read_act(told, catalogue)
    for _ in range(times):
        told = deepcopy(chance.choice(cases))
        for _ in range(chance.randint(1, 4)):
            _shake(told, catalogue, chance)
        try:
            yield read_act(told, catalogue)
        except BadAct:
            continue


def _shake(told: dict[str, Any], catalogue: Catalogue, chance: Random) -> None:
    people = [person for group in ("in_beeld", "wederpartij") for person in _rows(told.get(group))]
    if people and chance.random() < 0.4:
        person = chance.choice(people)
        if chance.random() < 0.3:
            person.pop("toestemmingen", None)
            person["toestemming"] = chance.choice(CONSENTS)
        else:
            _set(person, chance.choice([f for f in catalogue.facts.values() if f.per_person]), catalogue, chance)
        return
    facts = [f for f in catalogue.facts.values() if not f.per_person and f.kind != "personen"]
    likely = [f for f in facts if f.name in told or f.name in {"wie", "handeling", "medium"}]
    _set(told, chance.choice(likely if chance.random() < 0.6 and likely else facts), catalogue, chance)


def _set(table: dict[str, Any], fact: Fact, catalogue: Catalogue, chance: Random) -> None:
    if chance.random() < 0.15:
        table.pop(fact.name, None)
        return
    words = catalogue.words_of(fact)
    if words is not None:
        word = chance.choice(words.words).code
        table[fact.name] = word if fact.kind == "keuze" else [word]
    elif fact.kind == "ja_nee":
        table[fact.name] = chance.random() < 0.5
    elif fact.kind == "getal":
        table[fact.name] = chance.choice([1, 5, 9, 11, 12, 13, 15, 16, 17, 18, 35])
    elif fact.kind == "moment":
        table[fact.name] = chance.choice(MOMENTS)


def _rows(value: Any) -> list[dict[str, Any]]:
    rows = [value] if isinstance(value, dict) else value or []
    return [row for row in rows if isinstance(row, dict)]
