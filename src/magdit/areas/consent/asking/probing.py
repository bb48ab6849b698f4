"""The school posts someone, supposed: as acts that differ in nothing but who said yes. Knows acts and packs; no rows.

Used to find out what a yes changes, so that nothing about asking stands in Python: the packs decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from magdit.norms.act import Act, Consent, FactValue, Person
from magdit.norms.catalogue import Catalogue
from magdit.norms.combine import Says
from magdit.norms.judge import DECIDING_FORCES, outcome_of
from magdit.norms.ready import ReadyPack
from magdit.norms.situation import Situation
from magdit.words.states import FORMS

PICTURES = ("foto", "video", "geluid")
PUPILS = frozenset({"leerling", "oud_leerling"})
MESSAGES = frozenset({"email", "brief"})
AUTHOR = "medewerker"
SEVERITY = {Says.DENY: 2, Says.MAYBE_DENY: 1, Says.MAYBE_EITHER: 1}


@dataclass(frozen=True, slots=True)
class Topic:
    """What is asked, without rows: what of someone is shown, on which channel, and for what.

    `by_interest`: the school rests on a legitimate interest, so that only an objection is heard where that suffices.
    """

    channel: str
    covers: tuple[str, ...]
    purpose: str = ""
    by_interest: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom it is about: their roles at the school, and the birth date (or the age) as far as that is known."""

    roles: tuple[str, ...]
    born: date | None = None
    age: int | None = None

    @property
    def is_pupil(self) -> bool:
        """Whether parents may have a say: a pupil, or one who left."""
        return bool(PUPILS & set(self.roles))


@dataclass(frozen=True, slots=True)
class Posting:
    """One way in which a school would show someone: all facts but the answers. `group`: where the person stands."""

    facts: Mapping[str, FactValue]
    shown: Mapping[str, FactValue]
    group: str

    def with_answers(self, consents: Iterable[Consent] = (), agreed: Iterable[str] = ()) -> Situation:
        """This posting of one person with these answers; `agreed`: requirements whose yes is supposed."""
        person = Person(self.shown, consents=tuple(consents), agreed=frozenset(agreed))
        return Situation(Act(self.facts, {self.group: (person,)}))


def postings(topic: Topic, who: Subject, *, words: Catalogue, day: date | None = None) -> Iterator[Posting]:
    """The ways in which a school shows what this topic is about; several for a name: alone, and beside a picture.

    Without a day it is some day or other: hours and weekends then forbid nothing, and the age is told as such.
    """
    lesson = "app_in_de_les" in topic.covers
    facts: dict[str, FactValue] = {
        "wie": (AUTHOR,),
        "handeling": "sociale_media_inzetten" if lesson else _verb(topic.channel, words),
        "medium": topic.channel,
        "hoedanigheid": "namens_school",
        "account": "school",
    }
    if day is not None:
        facts["moment"] = day
    if topic.purpose in words.vocabularies["doel"]:
        facts["doel"] = (topic.purpose,)
    for content in _contents(topic):
        yield _posting({**facts, "inhoud": content}, topic, who, words, "wederpartij" if lesson else "in_beeld")


def full_yes(posting: Posting, topic: Topic, who: Subject) -> tuple[Consent, ...]:
    """A yes of everyone who can ever be asked in the register, in every form, to this and to the picture beside it."""
    beside = posting.facts["inhoud"]
    pictures = tuple(kind for kind in PICTURES if isinstance(beside, tuple) and kind in beside)
    covers = tuple(dict.fromkeys((*topic.covers, *pictures)))
    return tuple(
        Consent(by, "gegeven", form=form.code, covers=covers, channels=(topic.channel,), giver=f"{by} {form.code}")
        for by in givers(who)
        for form in FORMS
    )


def full_no(topic: Topic, who: Subject) -> tuple[Consent, ...]:
    """A no of everyone who can ever be asked."""
    return tuple(Consent(by, "geweigerd", covers=topic.covers, channels=(topic.channel,)) for by in givers(who))


def givers(who: Subject) -> tuple[str, ...]:
    """In which roles the register takes answers about someone."""
    return ("zelf", "ouder", "voogd") if who.is_pupil else ("zelf",)


@dataclass(frozen=True, slots=True)
class Ban:
    """How hard a prohibition stands in the way: 0 not, 1 perhaps, 2 surely; `soft` asks for a reason only."""

    clause: str
    severity: int
    soft: bool
    names: frozenset[str]


Bans = Mapping[str, Ban]


def bans(pack: ReadyPack, situation: Situation) -> Bans:
    """What every prohibition of a pack says, by the id of the norm."""
    found = (f for f in outcome_of((pack,), situation).findings if f.ready.ban)
    return {
        f.ready.norm.id: Ban(f.ready.norm.clause, SEVERITY.get(f.says, 0), f.soft, f.ready.names)
        for f in found
        if f.ready.norm.force in DECIDING_FORCES
    }


def harder(than: Bans, now: Bans) -> list[Ban]:
    """The prohibitions that stand harder in the way now than they did."""
    return [ban for norm, ban in now.items() if ban.severity > (than[norm].severity if norm in than else 0)]


def _posting(facts: dict[str, FactValue], topic: Topic, who: Subject, words: Catalogue, group: str) -> Posting:
    content = facts["inhoud"]
    pictured = isinstance(content, tuple) and bool({"foto", "video"} & set(content))
    shown: dict[str, FactValue] = {
        "rol": who.roles,
        "herkenbaar": pictured,
        "genoemd": "naam" in topic.covers,
        "hoorbaar": "geluid" in topic.covers,
    }
    if who.born is not None:
        shown["geboortedatum"] = who.born
    if who.age is not None:
        shown["leeftijd"] = who.age
    personal = words.fact("persoonsgegevens")
    if personal is not None:
        (shown if personal.per_person else facts)["persoonsgegevens"] = "persoonsgegevens" in topic.covers
    return Posting(facts, shown, group)


def _contents(topic: Topic) -> Iterator[tuple[str, ...]]:
    pictures = tuple(kind for kind in PICTURES if kind in topic.covers)
    words = ("tekst",) if {"naam", "persoonsgegevens"} & set(topic.covers) else ()
    if pictures or "app_in_de_les" in topic.covers:
        yield pictures + words
    else:
        yield ("tekst",)
        yield ("foto", "tekst")


def _verb(channel: str, words: Catalogue) -> str:
    media = words.vocabularies["medium"]
    return "versturen" if channel in MESSAGES | media.below("berichtendienst") else "plaatsen"
