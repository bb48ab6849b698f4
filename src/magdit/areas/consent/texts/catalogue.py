"""What a school can ask to begin with: purposes on channels, with their words. Data; a board makes its own of it.

Which of these a school really asks is for its protocol to say, not for this list.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from magdit.areas.consent.texts.words import Words
from magdit.words.media import MEDIA

DATA = Path(__file__).parents[1] / "data"
LANGUAGES = ("nl", "en")
SIGNS = {
    "foto": "camera", "video": "film", "geluid": "microfoon", "naam": "naamkaart", "persoonsgegevens": "lijst",
    "app_in_de_les": "telefoon",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why something is asked. `publishes`: a yes for this purpose is a yes to show it on the item's channel."""

    code: str
    words: Mapping[str, str]
    term: str = ""  # of the Data Privacy Vocabulary; empty: it has none, so the record carries our own
    publishes: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """One item of the catalogue, with its words per language."""

    code: str
    purpose: str
    channel: str
    covers: tuple[str, ...]
    asked_of: str
    basis: str
    pictogram: str
    words: Mapping[str, Words]


@cache
def purposes() -> Mapping[str, Purpose]:
    """Every purpose we know, by its code."""
    return {
        code: Purpose(
            code=code, words={language: row[language] for language in LANGUAGES}, term=row.get("dpv", ""),
            publishes=row.get("plaatsen", False),
        )
        for code, row in _content()["doel"].items()
    }  # fmt: skip


@cache
def catalogue() -> tuple[Offered, ...]:
    """All items that we offer, in the order in which a family meets them."""
    content = _content()
    return tuple(_offered(row, content["deel"]) for row in content["onderwerp"])


def publishes(purpose: str) -> bool:
    """Whether a yes for this purpose counts for showing something on the channel. Unknown purposes of a board do.

    A yes to the school photographer is no yes to a brochure, though both are printed.
    """
    known = purposes().get(purpose)
    return known is None or known.publishes


@cache
def pictogram(name: str) -> str:
    """A small drawing as SVG; KeyError for a name that has none."""
    if name not in pictograms():
        raise KeyError(name)
    return (DATA / "pictograms" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def pictograms() -> frozenset[str]:
    """The names of all drawings."""
    return frozenset(path.stem for path in (DATA / "pictograms").glob("*.svg"))


def _offered(row: Mapping[str, Any], parts: Mapping[str, Mapping[str, str]]) -> Offered:
    return Offered(
        code=row["code"], purpose=row["doel"], channel=row["kanaal"], covers=tuple(row["gaat_over"]),
        asked_of=row.get("van", "leerling"), basis=row.get("grondslag", "toestemming"), pictogram=row["pictogram"],
        words={language: _words(row, language, parts) for language in LANGUAGES},
    )  # fmt: skip


def _words(row: Mapping[str, Any], language: str, parts: Mapping[str, Mapping[str, str]]) -> Words:
    told = row[language]
    body = "\n".join((told["wat"], *(parts[name][language] for name in row["delen"])))
    word = next(word for word in MEDIA if word.code == row["kanaal"])
    channel = word.dutch if language == "nl" else word.english
    # A sentence about a platform begins with its name.
    return Words(told["vraag"], body.replace("{kanaal}", channel[:1].upper() + channel[1:]), told["waarom"])


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads((DATA / "catalogus.toml").read_text(encoding="utf-8"))
