"""The letters around a round and a birthday, as text for e-mail and as a tagged PDF. Plain values in; sends nothing.

A letter names its reader and one child, never another child and never an address of a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Literal

from django.core.mail import EmailMessage

from magdit.areas.consent.proof.lettering import flat
from magdit.areas.consent.proof.spoken import LANGUAGES, day_told, words_of
from magdit.areas.consent.proof.typeset import typeset
from magdit.areas.journal.refused import Refused

Kind = Literal["vraag", "herinnering", "zestien"]
Audience = Literal["ouder", "leerling", "medewerker"]
READERS: Mapping[str, tuple[str, ...]] = {
    "vraag": ("ouder", "leerling", "medewerker"),
    "herinnering": ("ouder", "leerling", "medewerker"),
    "zestien": ("ouder", "leerling"),
}


@dataclass(frozen=True, slots=True)
class LetterValues:
    """What a letter says. `items`: what is asked, or what rests on the parents' yes, as questions or short names.

    `strict`: from the birthday on the parents' yes no longer counts for what is new.
    """

    reader: str
    audience: Audience
    child: str
    school: str
    board: str
    on: date
    items: tuple[str, ...] = ()
    where: str = ""
    closes: date | None = None
    birthday: date | None = None
    years: int = 16
    strict: bool = True
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in its parts."""

    subject: str
    greeting: str
    opening: tuple[str, ...]
    items_heading: str
    items: tuple[str, ...]
    closing: tuple[str, ...]
    sender: str

    @property
    def text(self) -> str:
        """The letter as plain text, for e-mail."""
        listed = (f"{self.items_heading}:", *(f"- {item}" for item in self.items)) if self.items else ()
        parts = (self.greeting, *self.opening, "\n".join(listed), *self.closing, self.sender)
        return "\n\n".join(part for part in parts if part) + "\n"


def letter(kind: Kind, values: LetterValues) -> Letter:
    """The letter of this kind for this reader; Refused in a language that we have no letters in."""
    if values.language not in LANGUAGES:
        raise Refused("letter_language", language=values.language)
    if values.audience not in READERS[kind]:
        raise ValueError(values.audience)
    words = words_of(kind, values.language)[values.audience]
    told = _told(words, values)
    items = tuple(flat(item) for item in values.items)
    opening = _filled(words["begin"], told)
    if kind == "zestien" and not items:
        opening = (*opening, words["leeg"])
    return Letter(
        subject=words["onderwerp"],
        greeting=words["aanhef"].format(**told),
        opening=opening,
        items_heading=words["lijstkop"],
        items=items,
        closing=_filled(words["slot"], told),
        sender=words["groet"].format(**told),
    )


def letter_pdf(kind: Kind, values: LetterValues) -> bytes:
    """The letter on A4, tagged for screen readers."""
    written = letter(kind, values)
    data = {
        "board": values.board, "school": values.school, "day": day_told(values.on, values.language),
        "greeting": written.greeting, "opening": written.opening, "items_heading": written.items_heading,
        "items": written.items, "closing": written.closing, "sender": written.sender, "footer": values.school,
    }  # fmt: skip
    at = datetime.combine(values.on, time(12), tzinfo=UTC)
    return typeset("letter", data, title=written.subject, language=values.language, at=at)


def letter_mail(kind: Kind, values: LetterValues, *, to: str) -> EmailMessage:
    """The letter as e-mail, with the same as PDF for who wants to keep or print it. Its subject names nobody."""
    written = letter(kind, values)
    message = EmailMessage(subject=written.subject, body=written.text, to=[to])
    name = "brief.pdf" if values.language == "nl" else "letter.pdf"
    message.attach(name, letter_pdf(kind, values), "application/pdf")
    return message


def _told(words: Mapping[str, Any], values: LetterValues) -> dict[str, str]:
    """What is filled in. Names are made flat first: one line, and nothing in them that turns or hides."""
    told = {"lezer": flat(values.reader), "kind": flat(values.child), "school": flat(values.school)}
    told["jaren"] = str(values.years)
    told["verjaardag"] = day_told(values.birthday, values.language) if values.birthday else ""
    closing = words.get("sluit", "") if values.closes else ""
    told["sluit"] = closing.format(dag=day_told(values.closes or values.on, values.language))
    told["hoe"] = words["hoe_pagina"].format(adres=values.where) if values.where else words["hoe_papier"]
    told["regel"] = words.get("streng" if values.strict else "soepel", "").format(**told)
    return told


def _filled(lines: list[str], told: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(line for line in (line.format(**told) for line in lines) if line)
