"""What a single cell says: a date, yes or no, a number, a word from a closed list. Refuses what it cannot read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from magdit.check.tables.folded import folded
from magdit.check.tables.table import Row
from magdit.check.tables.unreadable import Unreadable
from magdit.words.vocabulary import UnknownWord, Vocabulary

DATE_FORMS = ("dd-mm-jjjj", "jjjj-mm-dd")
_DUTCH_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: 0?0:00(?::00)?)?", re.ASCII)
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?", re.ASCII)
_YES_NO = {"ja": True, "j": True, "nee": False, "n": False}
_BETWEEN_WORDS = re.compile(r"[,+;/&|]|\s+")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell and where it stands, so that a refusal can point at it."""

    path: Path
    line: int
    column: str
    value: str

    @classmethod
    def of(cls, path: Path, row: Row, column: str) -> Cell:
        return cls(path, row.line, column, row[column])

    def wrong(self, *, value: str | None = None, accepted: Iterable[str], nearest: Iterable[str] = ()) -> Unreadable:
        """The refusal of this cell: what stands there and what may stand there."""
        return Unreadable(
            "wrong_value", self.path, line=self.line, column=self.column,
            value=self.value if value is None else value, accepted=tuple(accepted), nearest=tuple(nearest),
        )  # fmt: skip

    def day(self) -> date | None:
        """The date, or None when empty. A date that does not exist is refused, and so is a year of two digits."""
        if not self.value:
            return None
        dutch, iso = _DUTCH_DATE.fullmatch(self.value), _ISO_DATE.fullmatch(self.value)
        parts = (dutch[3], dutch[2], dutch[1]) if dutch else (iso[1], iso[2], iso[3]) if iso else None
        try:
            return date(*(int(part) for part in parts)) if parts else self._no_date()
        except ValueError:
            return self._no_date()

    def yes_or_no(self) -> bool | None:
        """Ja or nee, or None when empty."""
        if not self.value:
            return None
        answer = _YES_NO.get(folded(self.value))
        if answer is None:
            raise self.wrong(accepted=("ja", "nee"))
        return answer

    def number(self) -> int | None:
        """A whole number from 0, or None when empty."""
        if not self.value:
            return None
        if not re.fullmatch(r"\d{1,6}", self.value, re.ASCII):
            raise self.wrong(accepted=("0", "1", "2", "…"))
        return int(self.value)

    def word(self, words: Vocabulary, *, of: Iterable[str] | None = None) -> str | None:
        """The code behind the word in this cell, or None when empty."""
        return self._code(self.value, words, of=of) if self.value else None

    def many(self, words: Vocabulary) -> tuple[str, ...]:
        """Several words in one cell, by comma, plus or space; the whole cell may also be one word ('open dag')."""
        if _known(self.value, words):
            return (self._code(self.value, words, of=None),)
        parts = [part for part in _BETWEEN_WORDS.split(self.value) if part]
        return tuple(dict.fromkeys(self._code(part, words, of=None) for part in parts))

    def _code(self, value: str, words: Vocabulary, *, of: Iterable[str] | None) -> str:
        accepted = tuple(of) if of is not None else tuple(word.code for word in words)
        try:
            code = words.code(_spelled(value))
        except UnknownWord as unknown:
            nearest = [code for code in unknown.nearest if code in accepted]
            raise self.wrong(value=value, accepted=accepted, nearest=nearest) from None
        if code not in accepted:
            raise self.wrong(value=value, accepted=accepted)
        return code

    def _no_date(self) -> date:
        raise self.wrong(accepted=DATE_FORMS)


def _spelled(value: str) -> str:
    return value.replace("'", "").replace("’", "").replace("/", "_")


def _known(value: str, words: Vocabulary) -> bool:
    try:
        words.code(_spelled(value))
    except UnknownWord:
        return False
    return True
