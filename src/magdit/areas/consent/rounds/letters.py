"""The letters around a round and a birthday, as text for e-mail and as a tagged PDF. Plain values in; sends nothing.

A letter names its reader and one child, never another child and never an address of a person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any, Literal

from django.core.mail import EmailMessage

from magdit.areas.consent.proof.lettering import flat
from magdit.areas.consent.proof.spoken import LANGUAGES, day_told, words_of
from magdit.areas.consent.proof.typeset import typeset
from magdit.areas.journal.refused import Refused
from magdit.areas.people import links
from magdit.areas.people.actions.ways_in import BY_ACCOUNT, Way

Kind = Literal["vraag", "herinnering", "zestien"]
Audience = Literal["ouder", "leerling", "medewerker"]
READERS: Mapping[str, tuple[str, ...]] = {
    "vraag": ("ouder", "leerling", "medewerker"),
    "herinnering": ("ouder", "leerling", "medewerker"),
    "zestien": ("ouder", "leerling"),
}
BOXES = ("kop", "over", "ja", "nee", "datum", "handtekening")


@dataclass(frozen=True, slots=True)
class LetterValues:
    """What a letter says. `items`: what is asked, or what rests on the parents' yes, as questions or short names.

    `strict`: from the birthday on the parents' yes no longer counts for what is new. `where`: the address of our pages;
    `way`: how the reader comes in, None when there is no way but paper. `klass` is told on paper, with `boxes` for yes
    and no. `contact`: where questions about privacy go.
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
    way: Way | None = BY_ACCOUNT
    on_paper: bool = False
    klass: str = ""
    contact: str = ""

    @property
    def boxes(self) -> bool:
        """Whether it is a paper on which can be answered."""
        return self.on_paper and self.birthday is None and bool(self.items)


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
        closing=(*_filled(words["slot"], told), *_questions(values)),
        sender=words["groet"].format(**told),
    )


def leads_in(kind: Kind, audience: Audience) -> bool:
    """Whether a letter of this kind asks something of this reader, so that it has to say how they come in."""
    return any("{hoe}" in line for line in words_of(kind, "nl")[audience]["slot"])


def letter_pdf(kind: Kind, values: LetterValues) -> bytes:
    """The letter on A4, tagged for screen readers."""
    data = _page(kind, values)
    return typeset("letter", data, title=data["title"], language=values.language, at=_noon(values))


def letters_pdf(written: Sequence[tuple[Kind, LetterValues]]) -> bytes:
    """Letters to print at once, each on a page of its own, in the order given."""
    first = written[0][1]
    data = {"board": first.board, "footer": first.school, "letters": [_page(kind, values) for kind, values in written]}
    return typeset("letters", data, title=first.school, language=first.language, at=_noon(first))


def letter_mail(kind: Kind, values: LetterValues, *, to: str) -> EmailMessage:
    """The letter as e-mail, with the same as PDF for who wants to keep or print it. Its subject names nobody."""
    written = letter(kind, values)
    message = EmailMessage(subject=written.subject, body=written.text, to=[to])
    name = "brief.pdf" if values.language == "nl" else "letter.pdf"
    kept = values if values.way is None else replace(values, way=BY_ACCOUNT)  # a page is kept and shown: no key in it
    message.attach(name, letter_pdf(kind, kept), "application/pdf")
    return message


def _told(words: Mapping[str, Any], values: LetterValues) -> dict[str, str]:
    """What is filled in. Names are made flat first: one line, and nothing in them that turns or hides."""
    told = {"lezer": flat(values.reader), "kind": flat(values.child), "school": flat(values.school)}
    told["jaren"] = str(values.years)
    told["verjaardag"] = day_told(values.birthday, values.language) if values.birthday else ""
    closing = words.get("sluit", "") if values.closes else ""
    told["sluit"] = closing.format(dag=day_told(values.closes or values.on, values.language))
    told["hoe"] = "\n\n".join(line.format(**_way_told(values)) for line in _how(values))
    told["regel"] = words.get("streng" if values.strict else "soepel", "").format(**told)
    return told


def _how(values: LetterValues) -> list[str]:
    """How the reader answers, in sentences that are still to be filled in."""
    words, way = _ways(values), values.way if values.where else None
    if way is None:
        return list(words["strook" if values.boxes else "papier"])
    if values.on_paper:
        return [*(words["strook"] if values.boxes else ()), *words["code" if way.token else "account_papier"]]
    return list(words["link" if way.token else "account"])


def _way_told(values: LetterValues) -> dict[str, str]:
    way, root = values.way or BY_ACCOUNT, values.where.rstrip("/")
    return {
        "adres": root + links.ASK_PATH, "typadres": root + links.TYPED_PATH, "code": way.token,
        "link": root + links.PATH.format(token=way.token),
        "dag": day_told(way.until or values.on, values.language),
    }  # fmt: skip


def _questions(values: LetterValues) -> tuple[str, ...]:
    return (_ways(values)["vragen"].format(contact=flat(values.contact)),) if values.contact else ()


def _ways(values: LetterValues) -> Mapping[str, Any]:
    found: Mapping[str, Any] = words_of("weg", values.language)["je" if values.audience == "leerling" else "u"]
    return found


def _page(kind: Kind, values: LetterValues) -> dict[str, Any]:
    """The letter as the page wants it. With boxes the questions stand at the end, to be answered."""
    written, paper = letter(kind, values), words_of("weg", values.language)["papier"]
    told = {"klas": flat(values.klass), "kind": flat(values.child), "lezer": flat(values.reader)}
    data: dict[str, Any] = {
        "board": values.board, "school": values.school, "day": day_told(values.on, values.language),
        "title": written.subject, "language": values.language, "klass": "", "boxes": None,
        "greeting": written.greeting, "opening": written.opening, "items_heading": written.items_heading,
        "items": written.items, "closing": written.closing, "sender": written.sender, "footer": values.school,
    }  # fmt: skip
    if values.on_paper and values.klass:
        data["klass"] = paper["klas"].format(**told)
    if values.boxes:
        data["boxes"] = {key: paper[key].format(**told) for key in BOXES}
    return data


def _noon(values: LetterValues) -> datetime:
    return datetime.combine(values.on, time(12), tzinfo=UTC)


def _filled(lines: list[str], told: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(line for line in (line.format(**told) for line in lines) if line)
