"""Acts as people might tell them, made at random from a catalogue: good ones, and the same with one thing wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from random import Random
from typing import Any

from magdit.norms.catalogue import Catalogue, Fact
from magdit.words.states import AUTHORITY, CONSENT_STATES, COVERS, FORMS, GRANT_STATES
from magdit.words.vocabulary import Vocabulary

Told = dict[str, Any]
MOMENTS = ("2026-03-03", "2026-03-03T14:00", "2026-07-31T23:59:59", "2028-02-29", "2026-03-03T14:00+01:00")
# Here the reader takes anything and writes it out as text; the schema asks for text. Tests name that apart.
FORGIVEN = frozenset({"id", "artikel", "reden"})
WRONG = (7.5, True, [], [[]], {}, {"x": 1}, "zzzz", "", [None], -3, "instagramm", ["foto", "fotoo"], 10**12)


class Teller:
    """Tells acts in the words of one catalogue. The same seed, the same acts."""

    def __init__(self, catalogue: Catalogue, seed: int) -> None:
        self.catalogue, self.chance = catalogue, Random(seed)

    def act(self) -> Told:
        """A good act: some facts, now and then with people and records."""
        told = self._facts(per_person=False)
        return told | self._some(
            id=lambda: self.chance.choice(["a-1", 7]),
            akkoorden=lambda: self._many(self._grant),
            bezwaren=lambda: self._many(self._objection),
            gedaan=lambda: ["meld_leidinggevende"],
            vlaggen=lambda: self._flags(),
            afwijkingen=lambda: self._many(self._deviation),
            herkomst=lambda: {"vertrouwelijk": {"door": "leerkracht", "op": "2026-03-03"}},
        )

    def spoiled(self, told: Told) -> Told:
        """The same act with one thing changed, which may make it bad."""
        changed = deepcopy(told)
        tables = list(_tables(changed))
        table = self.chance.choice(tables)
        if not table or self.chance.random() < 0.25:
            table[self.chance.choice(["handelng", "rool", "x", "toestemmng"])] = "ja"
            return changed
        key = self.chance.choice(sorted(table))
        if self.chance.random() < 0.2:
            del table[key]
        elif key not in FORGIVEN:
            table[key] = deepcopy(self.chance.choice(WRONG))
        return changed

    def _facts(self, *, per_person: bool) -> Told:
        facts = [fact for fact in self.catalogue.facts.values() if fact.per_person == per_person]
        return {fact.name: self._value(fact) for fact in self.chance.sample(facts, k=min(6, len(facts)))}

    def _value(self, fact: Fact) -> Any:
        if self.chance.random() < 0.1:
            return None
        words = self.catalogue.words_of(fact)
        if words is not None:
            return self._word(words) if fact.kind == "keuze" else self._words(words)
        return {
            "ja_nee": lambda: self.chance.choice([True, False, "ja", "nee"]),
            "getal": lambda: self.chance.choice([0, 9, 16, 15.5]),
            "tekst": lambda: "sportdag",
            "teksten": lambda: ["een", "twee"],
            "personen": lambda: self._many(self._person),
        }.get(fact.kind, lambda: self.chance.choice(MOMENTS))()

    def _person(self) -> Told:
        told = self._facts(per_person=True) | self._some(
            toestemming=lambda: self._word(CONSENT_STATES),
            toestemmingen=lambda: self._many(self._consent),
            vlaggen=lambda: self._flags(),
        )
        if told.get("toestemming") is not None:
            told.pop("toestemmingen", None)  # the short form or the answers themselves, not both
        return told

    def _consent(self) -> Told:
        return {"door": self._role(), "staat": self._word(CONSENT_STATES)} | self._some(
            datum=self._moment,
            vorm=lambda: self._word(FORMS),
            dekt=lambda: self._words(COVERS),
            kanalen=lambda: self._words(self.catalogue.vocabularies["medium"]),
            tot=self._moment,
            gezag=lambda: self._word(AUTHORITY),
            naam=lambda: "ouder 1",
            gebruikt=lambda: self.chance.choice([True, "nee"]),
        )

    def _grant(self) -> Told:
        return {"door": self._role()} | self._some(
            wat=lambda: "socialmedia_in_les",
            staat=lambda: self._word(GRANT_STATES),
            aan=self._role,
            van=self._moment,
            tot=self._moment,
        )

    def _objection(self) -> Told:
        return {"door": self._role()} | self._some(wat=lambda: "foto", staat=lambda: self._word(GRANT_STATES))

    def _deviation(self) -> Told:
        return {"artikel": "IV.M3", "reden": "kamp"} | self._some(door=self._role)

    def _some(self, **tellers: Callable[[], Any]) -> Told:
        return {key: tell() for key, tell in tellers.items() if self.chance.random() < 0.3}

    def _many(self, one: Callable[[], Told]) -> Any:
        rows = [one() for _ in range(self.chance.randint(0, 2))]
        return rows[0] if len(rows) == 1 and self.chance.random() < 0.3 else rows

    def _flags(self) -> list[str]:
        return self.chance.sample(sorted(self.catalogue.facts), k=2)

    def _role(self) -> str:
        return self._word(self.catalogue.vocabularies["rol"])

    def _moment(self) -> str:
        return self.chance.choice(MOMENTS)

    def _word(self, words: Vocabulary) -> str:
        word = self.chance.choice(words.words)
        return self.chance.choice([word.code, *word.also])

    def _words(self, words: Vocabulary) -> Any:
        several = [self._word(words) for _ in range(self.chance.randint(0, 3))]
        return several if self.chance.random() < 0.8 else self._word(words)


def _tables(value: Any) -> Iterable[Told]:
    """Every table in an act but the free ones of `herkomst`."""
    if isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key != "herkomst":
                yield from _tables(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _tables(inner)
