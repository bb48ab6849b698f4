"""Reading single values that someone handed in: words, dates, numbers, yes and no. Guesses nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from magdit.words.vocabulary import UnknownWord, Vocabulary, Word

LOCAL = ZoneInfo("Europe/Amsterdam")
YES_NO: Mapping[str, bool] = {"ja": True, "nee": False}
FIRST_YEAR, LAST_YEAR = 1900, 2200
YEARS = f"een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}"
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


class ValueReader:
    """Collects mistakes as it goes, so that the giver hears all of them at once."""

    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []

    def records(
        self, table: Mapping[str, Any], key: str, one: Callable[[Mapping[str, Any], str], T], where: str = ""
    ) -> tuple[T, ...] | None:
        """Every row of a list as a record; a single table counts as a list of one; None when the key is absent."""
        raw = table.get(key)
        if raw is None:
            return None
        rows = [raw] if isinstance(raw, Mapping) else raw
        if not isinstance(rows, list | tuple):
            self.wrong(f"{where}{key}", "wrong_type", raw, wanted="een lijst")
            return ()
        places = [f"{where}{key}[{number}]." for number in range(1, len(rows) + 1)]
        return tuple(one(self.table(row, place.rstrip(".")), place) for row, place in zip(rows, places, strict=True))

    def maybe(self, one: Callable[[object, str], T | None], row: Mapping[str, Any], key: str, where: str) -> T | None:
        """One value when it was handed in, else None."""
        return None if row.get(key) is None else one(row[key], f"{where}{key}")

    def word(self, vocabulary: Vocabulary, given: object, where: str) -> str | None:
        """One word of a list, as its code."""
        if not isinstance(given, str):
            self.wrong(where, "wrong_type", given, wanted=f"een woord ({vocabulary.name})")
            return None
        try:
            return vocabulary.code(given)
        except UnknownWord as unknown:
            self.wrong(where, "unknown_word", given, unknown.nearest, wanted=vocabulary.name)
            return None

    def words(self, vocabulary: Vocabulary, given: object, where: str) -> tuple[str, ...]:
        """One or more words of a list, each once."""
        rows = [given] if isinstance(given, str) else given
        if not isinstance(rows, list | tuple):
            self.wrong(where, "wrong_type", given, wanted=f"een lijst van woorden ({vocabulary.name})")
            return ()
        words = (self.word(vocabulary, row, where) for row in rows)
        return tuple(dict.fromkeys(word for word in words if word is not None))

    def yes_no(self, given: object, where: str) -> bool | None:
        """Yes or no, also as the words ja and nee."""
        if isinstance(given, bool):
            return given
        if isinstance(given, str) and given.strip().casefold() in YES_NO:
            return YES_NO[given.strip().casefold()]
        self.wrong(where, "wrong_type", given, wanted="ja of nee")
        return None

    def number(self, given: object, where: str) -> int | float | None:
        """A finite number."""
        if isinstance(given, int | float) and not isinstance(given, bool) and abs(given) < 1e9:
            return given
        self.wrong(where, "wrong_type", given, wanted="een getal")
        return None

    def text(self, given: object, where: str) -> str | None:
        """A text."""
        if isinstance(given, str):
            return given
        self.wrong(where, "wrong_type", given, wanted="tekst")
        return None

    def texts(self, given: object, where: str) -> list[str]:
        """A list of texts; a single text counts as a list of one."""
        rows = [given] if isinstance(given, str) else ([] if given is None else given)
        if isinstance(rows, list | tuple) and all(isinstance(row, str) for row in rows):
            return [str(row) for row in rows]
        self.wrong(where, "wrong_type", given, wanted="een lijst van teksten")
        return []

    def day(self, given: object, where: str) -> date | None:
        """A calendar day."""
        return _day_of(self.moment(given, where))

    def near_day(self, given: object, where: str) -> date | None:
        """A calendar day that is not centuries away."""
        return _day_of(self.near(given, where))

    def moment(self, given: object, where: str) -> date | datetime | None:
        """A day, or a day and hour in Dutch local time."""
        if isinstance(given, str):
            given = _parsed(given)
        if isinstance(given, datetime):
            return self._on_the_wall(given, where)
        if isinstance(given, date):
            return given
        self.wrong(where, "wrong_type", given, wanted="een datum (2026-09-04) of een moment (2026-09-04T14:00)")
        return None

    def near(self, given: object, where: str) -> date | datetime | None:
        """A day or moment that can be one of an act or of a person: not centuries away."""
        found = self.moment(given, where)
        if found is not None and not FIRST_YEAR <= found.year <= LAST_YEAR:
            self.wrong(where, "too_far", given, wanted=YEARS)
            return None
        return found

    def _on_the_wall(self, given: datetime, where: str) -> datetime | None:
        try:
            return given.astimezone(LOCAL).replace(tzinfo=None) if given.tzinfo else given
        except OverflowError:
            self.wrong(where, "too_far", given, wanted=YEARS)
            return None

    def table(self, raw: object, where: str) -> Mapping[str, Any]:
        """A table with keys."""
        if isinstance(raw, Mapping):
            return raw
        self.wrong(where, "wrong_type", raw, wanted="een tabel met sleutels")
        return {}

    def only_known(self, table: Mapping[str, Any], known: set[str] | list[str], where: str) -> None:
        """Name every key that nobody knows, with the nearest known ones."""
        for key in table:
            if key not in known:
                keys = Vocabulary("sleutel", tuple(Word(name, name, name) for name in sorted(known)))
                self.wrong(f"{where}{key}", "unknown_key", key, keys.nearest(str(key)))

    def wrong(self, where: str, code: str, given: object, nearest: tuple[str, ...] = (), *, wanted: str = "") -> None:
        """Write down a mistake; the value counts as not told."""
        self.mistakes.append(Mistake(where, code, _shown(given), nearest, wanted))


def near_on_the_wall(moment: datetime) -> datetime | None:
    """A moment by the clock on the wall of a Dutch school; None when it lies centuries away."""
    try:
        told = moment.astimezone(LOCAL).replace(tzinfo=None) if moment.tzinfo else moment
    except OverflowError:
        return None
    return told if FIRST_YEAR <= told.year <= LAST_YEAR else None


def _day_of(moment: date | datetime | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def _parsed(text: str) -> date | datetime | str:
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return text


def as_moment(value: date | datetime | None, *, end: bool) -> datetime | None:
    """A day as the moment at which it begins, or ends."""
    if value is None or isinstance(value, datetime):
        return value
    return datetime.combine(value, time.max if end else time.min)


def _shown(given: object) -> str:
    text = str(given)
    return text if len(text) <= 60 else f"{text[:57]}…"
