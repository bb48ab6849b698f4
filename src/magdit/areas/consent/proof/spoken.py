"""The words of receipts and letters, in Dutch and English, and how days and moments are told in them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from magdit.areas.consent.texts.catalogue import DATA
from magdit.areas.journal.doing import SCHOOL_CLOCK

LANGUAGES = ("nl", "en")
MONTHS: Mapping[str, tuple[str, ...]] = {
    "nl": tuple("januari februari maart april mei juni juli augustus september oktober november december".split()),
    "en": tuple("January February March April May June July August September October November December".split()),
}


def paper_language(wished: str) -> str:
    """The language of a letter for someone: English for who reads English, otherwise Dutch."""
    return "en" if wished.partition("-")[0] == "en" else "nl"


@cache
def words_of(paper: str, language: str) -> Mapping[str, Any]:
    """The words of one kind of paper in data/letters, in one language."""
    found: Mapping[str, Any] = _paper(paper)[language]
    return found


@cache
def language_name(code: str, *, told_in: str) -> str:
    """What a language is called; its code when we have no word for it."""
    return str(_paper("bewijs")["talen"][told_in].get(code.partition("-")[0], code))


def day_told(day: date, language: str) -> str:
    """A day in full: 3 maart 2026."""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def moment_told(at: datetime, language: str) -> str:
    """A moment on the school's own clock."""
    here = at.astimezone(SCHOOL_CLOCK)
    told = str(words_of("bewijs", language)["moment"])
    return told.format(
        dag=day_told(here.date(), language), tijd=f"{here:%H.%M}" if language == "nl" else f"{here:%H:%M}"
    )


@cache
def _paper(name: str) -> Mapping[str, Any]:
    return tomllib.loads((DATA / "letters" / f"{name}.toml").read_text(encoding="utf-8"))
