"""From what a file, form or program hands in to an Act, or to every mistake in it with the nearest known word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from magdit.norms.act import Act, Consent, Deviation, FactValue, Grant, Objection, Person, age_on, day_of
from magdit.norms.catalogue import Catalogue, Fact
from magdit.norms.read_value import BadAct, ValueReader, as_moment
from magdit.words.states import AUTHORITY, CONSENT_STATES, COVERS, FORMS, GRANT_STATES
from magdit.words.vocabulary import Vocabulary

ACT_KEYS = ("id", "akkoorden", "bezwaren", "gedaan", "vlaggen", "afwijkingen", "herkomst")
PERSON_KEYS = ("toestemming", "toestemmingen", "vlaggen", "herkomst")
MOST_PEOPLE = 2000
OLDEST = 130


def read_act(raw: object, catalogue: Catalogue) -> Act:
    """Read one act with the words of this catalogue; raises BadAct with all mistakes."""
    reader = _Reader(catalogue)
    act = reader.act(raw)
    if reader.mistakes:
        raise BadAct(tuple(reader.mistakes))
    return act


class _Reader(ValueReader):
    """Reads an act with the words of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue

    def act(self, raw: object) -> Act:
        table = self.table(raw, "handeling")
        known = {name for name, fact in self.catalogue.facts.items() if not fact.per_person}
        self.only_known(table, known | set(ACT_KEYS), "")
        people = {
            name: self._people(table[name], name)
            for name, fact in self.catalogue.facts.items()
            if fact.kind == "personen" and table.get(name) is not None
        }
        facts = self._facts(table, per_person=False, where="")
        for name, group in people.items():
            self._fitting_ages(group, facts.get("moment"), name)
        given_id = table.get("id")
        return Act(
            facts=facts,
            people=people,
            grants=self.records(table, "akkoorden", self._grant),
            objections=self.records(table, "bezwaren", self._objection),
            deviations=self.records(table, "afwijkingen", self._deviation) or (),
            done=frozenset(self.texts(table.get("gedaan"), "gedaan")),
            flags=self._flags(table, ""),
            sources=self._sources(table, "herkomst"),
            id=None if given_id is None else str(given_id),
        )

    def _facts(self, table: Mapping[str, Any], *, per_person: bool, where: str) -> dict[str, FactValue]:
        facts: dict[str, FactValue] = {}
        for name, fact in self.catalogue.facts.items():
            if fact.kind == "personen" or fact.per_person != per_person or table.get(name) is None:
                continue
            value = self._value(fact, table[name], f"{where}{name}")
            if value is not None:
                facts[name] = value
        return facts

    def _value(self, fact: Fact, given: object, where: str) -> FactValue | None:
        readers: dict[str, Callable[[object, str], FactValue | None]] = {
            "ja_nee": self.yes_no,
            "getal": self.number,
            "datum": self.near_day,
            "moment": self.near,
            "tekst": self.text,
            "teksten": lambda raw, at: tuple(self.texts(raw, at)),
        }
        vocabulary = self.catalogue.words_of(fact)
        if fact.kind == "keuze" and vocabulary is not None:
            return self.word(vocabulary, given, where)
        if fact.kind == "keuzes" and vocabulary is not None:
            return self.words(vocabulary, given, where)
        return readers[fact.kind](given, where)

    def _people(self, raw: object, where: str) -> tuple[Person, ...]:
        rows = [raw] if isinstance(raw, Mapping) else raw
        if not isinstance(rows, list | tuple) or len(rows) > MOST_PEOPLE:
            self.wrong(where, "wrong_type", raw, wanted="een lijst van personen")
            return ()
        return tuple(self._person(row, f"{where}[{number}].") for number, row in enumerate(rows, 1))

    def _person(self, raw: object, where: str) -> Person:
        table = self.table(raw, where.rstrip("."))
        known = {name for name, fact in self.catalogue.facts.items() if fact.per_person}
        self.only_known(table, known | set(PERSON_KEYS), where)
        consents = table.get("toestemmingen")
        short = table.get("toestemming")
        if consents is not None and short is not None:
            self.wrong(f"{where}toestemming", "not_both", "toestemming", wanted="toestemmingen")
        return Person(
            facts=self._facts(table, per_person=True, where=where),
            consents=None if consents is None else self.records(table, "toestemmingen", self._consent, where),
            consent=None if short is None else self.word(CONSENT_STATES, short, f"{where}toestemming"),
            flags=self._flags(table, where),
            sources=self._sources(table, f"{where}herkomst"),
        )

    def _fitting_ages(self, people: tuple[Person, ...], moment: FactValue | None, where: str) -> None:
        """Refuse an age that cannot be, and one that says something else than the birth date."""
        for number, person in enumerate(people, 1):
            age, born = person.facts.get("leeftijd"), person.facts.get("geboortedatum")
            if isinstance(age, int | float) and not 0 <= age <= OLDEST:
                self.wrong(f"{where}[{number}].leeftijd", "no_age", age)
            if not isinstance(born, date) or not isinstance(moment, date):
                continue
            on_the_day = age_on(day_of(moment), day_of(born))
            if on_the_day < 0:
                self.wrong(f"{where}[{number}].geboortedatum", "not_born", born.isoformat())
            elif age is not None and age != on_the_day:
                self.wrong(f"{where}[{number}].leeftijd", "other_age", age, wanted=str(on_the_day))

    def _consent(self, row: Mapping[str, Any], where: str) -> Consent:
        self.only_known(row, "door staat datum vorm dekt kanalen tot gezag naam gebruikt".split(), where)
        return Consent(
            by=self._needed_word("rol", row, "door", where),
            state=self._needed(CONSENT_STATES, row, "staat", where) or "ongeldig",
            on=self.maybe(self.near_day, row, "datum", where),
            form=self.maybe(lambda raw, at: self.word(FORMS, raw, at), row, "vorm", where),
            covers=self.maybe(lambda raw, at: self.words(COVERS, raw, at), row, "dekt", where),
            channels=self.maybe(lambda raw, at: self.words(self._list("medium"), raw, at), row, "kanalen", where),
            until=self.maybe(self.day, row, "tot", where),
            authority=self.maybe(lambda raw, at: self.word(AUTHORITY, raw, at), row, "gezag", where),
            giver=self.maybe(self.text, row, "naam", where),
            used=self.maybe(self.yes_no, row, "gebruikt", where),
        )

    def _grant(self, row: Mapping[str, Any], where: str) -> Grant:
        self.only_known(row, "wat door staat aan van tot".split(), where)
        roles = self._list("rol")
        return Grant(
            by=self._needed_word("rol", row, "door", where),
            state=self.word(GRANT_STATES, row.get("staat", "gegeven"), f"{where}staat") or "geweigerd",
            what=self.maybe(self.text, row, "wat", where),
            to=self.maybe(lambda raw, at: self.words(roles, raw, at), row, "aan", where),
            start=as_moment(self.maybe(self.moment, row, "van", where), end=False),
            until=as_moment(self.maybe(self.moment, row, "tot", where), end=True),
        )

    def _objection(self, row: Mapping[str, Any], where: str) -> Objection:
        self.only_known(row, "door wat staat".split(), where)
        state = self.word(GRANT_STATES, row.get("staat", "gegeven"), f"{where}staat") or "gegeven"
        what = self.maybe(self.text, row, "wat", where)
        return Objection(by=self._needed_word("rol", row, "door", where), what=what, state=state)

    def _deviation(self, row: Mapping[str, Any], where: str) -> Deviation:
        self.only_known(row, "artikel reden door".split(), where)
        if not row.get("artikel") or not str(row.get("reden", "")).strip():
            self.wrong(where.rstrip("."), "reason_missing", row.get("artikel", ""), wanted="artikel en reden")
        return Deviation(
            clause=str(row.get("artikel", "")),
            reason=str(row.get("reden", "")).strip(),
            by=self.maybe(lambda raw, at: self.word(self._list("rol"), raw, at), row, "door", where),
        )

    def _needed_word(self, vocabulary: str, row: Mapping[str, Any], key: str, where: str) -> str:
        return self._needed(self._list(vocabulary), row, key, where)

    def _needed(self, words: Vocabulary, row: Mapping[str, Any], key: str, where: str) -> str:
        if row.get(key) is None:
            self.wrong(f"{where}{key}", "missing", "", wanted=key)
            return ""
        return self.word(words, row[key], f"{where}{key}") or ""

    def _flags(self, table: Mapping[str, Any], where: str) -> frozenset[str]:
        flags = self.texts(table.get("vlaggen"), f"{where}vlaggen")
        for flag in flags:
            if self.catalogue.fact(flag) is None:
                self.wrong(f"{where}vlaggen", "unknown_key", flag, self.catalogue.nearest(flag))
        return frozenset(flags)

    def _sources(self, table: Mapping[str, Any], where: str) -> dict[str, dict[str, str]]:
        raw = table.get("herkomst")
        if raw is None:
            return {}
        return {
            str(name): {str(key): str(value) for key, value in self.table(entry, f"{where}.{name}").items()}
            for name, entry in self.table(raw, where).items()
        }

    def _list(self, vocabulary: str) -> Vocabulary:
        return self.catalogue.vocabularies[vocabulary]
