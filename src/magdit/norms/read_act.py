"""From what a file, form or program hands in to an Act, or a list of every mistake in it with the nearest known word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from magdit.norms.act import Act, Consent, Deviation, FactValue, Grant, Objection, Person
from magdit.norms.catalogue import Catalogue, Fact
from magdit.words.states import AUTHORITY, CONSENT_STATES, COVERS, FORMS, GRANT_STATES
from magdit.words.vocabulary import UnknownWord, Vocabulary, Word

ACT_KEYS = ("id", "akkoorden", "bezwaren", "gedaan", "vlaggen", "afwijkingen", "herkomst")
PERSON_KEYS = ("toestemming", "toestemmingen", "vlaggen", "herkomst")
LOCAL = ZoneInfo("Europe/Amsterdam")
YES_NO: Mapping[str, bool] = {"ja": True, "nee": False}
MOST_PEOPLE = 2000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong and where: `where` is a path such as in_beeld[2].rol."""

    where: str
    code: str
    given: str = ""
    nearest: tuple[str, ...] = ()
    wanted: str = ""


class BadAct(ValueError):
    """An act that cannot be read; carries every mistake, not just the first."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("; ".join(f"{mistake.where}: {mistake.code} {mistake.given}" for mistake in mistakes))
        self.mistakes = mistakes


def read_act(raw: object, catalogue: Catalogue) -> Act:
    """Read one act with the words of this catalogue; raises BadAct with all mistakes."""
    reader = _Reader(catalogue)
    act = reader.act(raw)
    if reader.mistakes:
        raise BadAct(tuple(reader.mistakes))
    return act


class _Reader:
    """Collects mistakes as it goes, so that the giver hears all of them at once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.mistakes: list[Mistake] = []

    def act(self, raw: object) -> Act:
        table = self._table(raw, "handeling")
        known = {name for name, fact in self.catalogue.facts.items() if not fact.per_person}
        self._only_known(table, known | set(ACT_KEYS), "")
        people = {
            name: self._people(table[name], name)
            for name, fact in self.catalogue.facts.items()
            if fact.kind == "personen" and table.get(name) is not None
        }
        given_id = table.get("id")
        return Act(
            facts=self._facts(table, per_person=False, where=""),
            people=people,
            grants=self._records(table, "akkoorden", self._grant),
            objections=self._records(table, "bezwaren", self._objection),
            deviations=self._records(table, "afwijkingen", self._deviation) or (),
            done=frozenset(self._texts(table.get("gedaan"), "gedaan")),
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
            "ja_nee": self._yes_no,
            "getal": self._number,
            "datum": self._date,
            "moment": self._moment,
            "tekst": self._text,
            "teksten": lambda raw, at: tuple(self._texts(raw, at)),
        }
        vocabulary = self.catalogue.words_of(fact)
        if fact.kind == "keuze" and vocabulary is not None:
            return self._word(vocabulary, given, where)
        if fact.kind == "keuzes" and vocabulary is not None:
            return self._words(vocabulary, given, where)
        return readers[fact.kind](given, where)

    def _people(self, raw: object, where: str) -> tuple[Person, ...]:
        rows = [raw] if isinstance(raw, Mapping) else raw
        if not isinstance(rows, list | tuple) or len(rows) > MOST_PEOPLE:
            self._wrong(where, "wrong_type", raw, wanted="een lijst van personen")
            return ()
        return tuple(self._person(row, f"{where}[{number}].") for number, row in enumerate(rows, 1))

    def _person(self, raw: object, where: str) -> Person:
        table = self._table(raw, where.rstrip("."))
        known = {name for name, fact in self.catalogue.facts.items() if fact.per_person}
        self._only_known(table, known | set(PERSON_KEYS), where)
        consents = table.get("toestemmingen")
        short = table.get("toestemming")
        return Person(
            facts=self._facts(table, per_person=True, where=where),
            consents=None if consents is None else self._records(table, "toestemmingen", self._consent, where),
            consent=None if short is None else self._word(CONSENT_STATES, short, f"{where}toestemming"),
            flags=self._flags(table, where),
            sources=self._sources(table, f"{where}herkomst"),
        )

    def _consent(self, row: Mapping[str, Any], where: str) -> Consent:
        self._only_known(row, "door staat datum vorm dekt kanalen tot gezag naam".split(), where)
        return Consent(
            by=self._needed_word("rol", row, "door", where),
            state=self._word(CONSENT_STATES, row.get("staat"), f"{where}staat") or "ongeldig",
            on=self._maybe(self._date, row, "datum", where),
            form=self._maybe(lambda raw, at: self._word(FORMS, raw, at), row, "vorm", where),
            covers=self._maybe(lambda raw, at: self._words(COVERS, raw, at), row, "dekt", where),
            channels=self._maybe(lambda raw, at: self._words(self._list("medium"), raw, at), row, "kanalen", where),
            until=self._maybe(self._date, row, "tot", where),
            authority=self._maybe(lambda raw, at: self._word(AUTHORITY, raw, at), row, "gezag", where),
            giver=self._maybe(self._text, row, "naam", where),
        )

    def _grant(self, row: Mapping[str, Any], where: str) -> Grant:
        self._only_known(row, "wat door staat aan van tot".split(), where)
        roles = self._list("rol")
        return Grant(
            by=self._needed_word("rol", row, "door", where),
            state=self._word(GRANT_STATES, row.get("staat", "gegeven"), f"{where}staat") or "geweigerd",
            what=self._maybe(self._text, row, "wat", where),
            to=self._maybe(lambda raw, at: self._words(roles, raw, at), row, "aan", where),
            start=_as_moment(self._maybe(self._moment, row, "van", where), end=False),
            until=_as_moment(self._maybe(self._moment, row, "tot", where), end=True),
        )

    def _objection(self, row: Mapping[str, Any], where: str) -> Objection:
        self._only_known(row, "door wat staat".split(), where)
        state = self._word(GRANT_STATES, row.get("staat", "gegeven"), f"{where}staat") or "gegeven"
        what = self._maybe(self._text, row, "wat", where)
        return Objection(by=self._needed_word("rol", row, "door", where), what=what, state=state)

    def _deviation(self, row: Mapping[str, Any], where: str) -> Deviation:
        self._only_known(row, "artikel reden door".split(), where)
        if not row.get("artikel") or not str(row.get("reden", "")).strip():
            self._wrong(where.rstrip("."), "reason_missing", row.get("artikel", ""), wanted="artikel en reden")
        return Deviation(
            clause=str(row.get("artikel", "")),
            reason=str(row.get("reden", "")).strip(),
            by=self._maybe(lambda raw, at: self._word(self._list("rol"), raw, at), row, "door", where),
        )

    def _records(
        self, table: Mapping[str, Any], key: str, one: Callable[[Mapping[str, Any], str], T], where: str = ""
    ) -> tuple[T, ...] | None:
        raw = table.get(key)
        if raw is None:
            return None
        rows = [raw] if isinstance(raw, Mapping) else raw
        if not isinstance(rows, list | tuple):
            self._wrong(f"{where}{key}", "wrong_type", raw, wanted="een lijst")
            return ()
        places = [f"{where}{key}[{number}]." for number in range(1, len(rows) + 1)]
        return tuple(one(self._table(row, place.rstrip(".")), place) for row, place in zip(rows, places, strict=True))

    def _needed_word(self, vocabulary: str, row: Mapping[str, Any], key: str, where: str) -> str:
        if row.get(key) is None:
            self._wrong(f"{where}{key}", "missing", "", wanted=key)
            return ""
        return self._word(self._list(vocabulary), row[key], f"{where}{key}") or ""

    def _maybe(self, one: Callable[[object, str], T | None], row: Mapping[str, Any], key: str, where: str) -> T | None:
        return None if row.get(key) is None else one(row[key], f"{where}{key}")

    def _flags(self, table: Mapping[str, Any], where: str) -> frozenset[str]:
        flags = self._texts(table.get("vlaggen"), f"{where}vlaggen")
        for flag in flags:
            if self.catalogue.fact(flag) is None:
                self._wrong(f"{where}vlaggen", "unknown_key", flag, self.catalogue.nearest(flag))
        return frozenset(flags)

    def _sources(self, table: Mapping[str, Any], where: str) -> dict[str, dict[str, str]]:
        raw = table.get("herkomst")
        if raw is None:
            return {}
        return {
            str(name): {str(key): str(value) for key, value in self._table(entry, f"{where}.{name}").items()}
            for name, entry in self._table(raw, where).items()
        }

    def _list(self, vocabulary: str) -> Vocabulary:
        return self.catalogue.vocabularies[vocabulary]

    def _word(self, vocabulary: Vocabulary, given: object, where: str) -> str | None:
        if not isinstance(given, str):
            self._wrong(where, "wrong_type", given, wanted=f"een woord ({vocabulary.name})")
            return None
        try:
            return vocabulary.code(given)
        except UnknownWord as unknown:
            self._wrong(where, "unknown_word", given, unknown.nearest, wanted=vocabulary.name)
            return None

    def _words(self, vocabulary: Vocabulary, given: object, where: str) -> tuple[str, ...]:
        rows = [given] if isinstance(given, str) else given
        if not isinstance(rows, list | tuple):
            self._wrong(where, "wrong_type", given, wanted=f"een lijst van woorden ({vocabulary.name})")
            return ()
        words = (self._word(vocabulary, row, where) for row in rows)
        return tuple(dict.fromkeys(word for word in words if word is not None))

    def _yes_no(self, given: object, where: str) -> bool | None:
        if isinstance(given, bool):
            return given
        if isinstance(given, str) and given.strip().casefold() in YES_NO:
            return YES_NO[given.strip().casefold()]
        return self._wrong(where, "wrong_type", given, wanted="ja of nee")

    def _number(self, given: object, where: str) -> int | float | None:
        if isinstance(given, int | float) and not isinstance(given, bool) and abs(given) < 1e9:
            return given
        return self._wrong(where, "wrong_type", given, wanted="een getal")

    def _text(self, given: object, where: str) -> str | None:
        if isinstance(given, str):
            return given
        return self._wrong(where, "wrong_type", given, wanted="tekst")

    def _texts(self, given: object, where: str) -> list[str]:
        rows = [given] if isinstance(given, str) else ([] if given is None else given)
        if isinstance(rows, list | tuple) and all(isinstance(row, str) for row in rows):
            return [str(row) for row in rows]
        self._wrong(where, "wrong_type", given, wanted="een lijst van teksten")
        return []

    def _date(self, given: object, where: str) -> date | None:
        moment = self._moment(given, where)
        return moment.date() if isinstance(moment, datetime) else moment

    def _moment(self, given: object, where: str) -> date | datetime | None:
        if isinstance(given, str):
            given = _parsed(given)
        if isinstance(given, datetime):
            return given.astimezone(LOCAL).replace(tzinfo=None) if given.tzinfo else given
        if isinstance(given, date):
            return given
        return self._wrong(where, "wrong_type", given, wanted="een datum (2026-09-04) of een moment (2026-09-04T14:00)")

    def _table(self, raw: object, where: str) -> Mapping[str, Any]:
        if isinstance(raw, Mapping):
            return raw
        self._wrong(where, "wrong_type", raw, wanted="een tabel met sleutels")
        return {}

    def _only_known(self, table: Mapping[str, Any], known: set[str] | list[str], where: str) -> None:
        for key in table:
            if key not in known:
                nearest = Vocabulary("sleutel", tuple(Word(name, name, name) for name in sorted(known))).nearest(
                    str(key)
                )
                self._wrong(f"{where}{key}", "unknown_key", key, nearest)

    def _wrong(self, where: str, code: str, given: object, nearest: tuple[str, ...] = (), *, wanted: str = "") -> None:
        self.mistakes.append(Mistake(where, code, _shown(given), nearest, wanted))


def _parsed(text: str) -> date | datetime | str:
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return text


def _as_moment(value: date | datetime | None, *, end: bool) -> datetime | None:
    if value is None or isinstance(value, datetime):
        return value
    return datetime(value.year, value.month, value.day, 23 if end else 0, 59 if end else 0)


def _shown(given: object) -> str:
    text = str(given)
    return text if len(text) <= 60 else f"{text[:57]}…"
