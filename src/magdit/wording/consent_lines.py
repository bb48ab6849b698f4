"""Consents told in the terminal: what a school asks, how people stand, how far a round is. Lays out, no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from magdit.wording.answer_lines import Line

HOW_OFTEN = {True: "elk schooljaar opnieuw", False: "één keer, tot iemand het intrekt"}
OUTCOMES = {"nooit": "doet de school niet, ook niet met een ja", "niet_nodig": "hier is geen ja voor nodig"}
SIGNS = {True: "ja", False: "nee", None: "-"}
COLUMN = 4  # three signs and a space
WHY = {
    "given": "er is een geldig ja",
    "not_objected": "niemand maakte bezwaar",
    "not_needed": "er is geen ja nodig",
    "never": "dit doet de school nooit",
    "refused": "er is nee gezegd",
    "withdrawn": "het ja is ingetrokken",
    "objected": "er is bezwaar gemaakt",
    "expired": "het ja is verlopen",
    "used": "het ja was voor één keer",
    "asked": "gevraagd, nog geen antwoord",
    "not_asked": "nog geen antwoord",
    "unknown": "nog geen antwoord dat telt",
    "stale": "de gegevens uit de leerlingadministratie zijn te oud",
    "no_authority": "het ja kwam van iemand zonder (bekend) gezag",
    "wrong_signer": "het ja kwam van iemand die hier nu niet over beslist",
    "wrong_form": "het ja is niet gegeven zoals het protocol vraagt",
    "not_covered": "het ja gaat over iets anders",
    "wrong_channel": "het ja gaat over een ander kanaal",
    "incomplete": "nog niet iedereen die ja moet zeggen, zei ja",
    "nobody_may_sign": "niemand kan hier ja op zeggen",
    "invalid": "het ja is ongeldig",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One kind of person ("leerling tot 16 jaar") and what the packs make of the topic for them.

    `signers` stands once per requirement, with its article, and all of these must say yes; within one ("een ouder of
    een voogd") one is enough.
    """

    who: str
    outcome: str
    signers: tuple[str, ...]
    yearly: bool
    objection: bool
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic, with every kind of person for whom it is different."""

    title: str
    code: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class ClassRow:
    """How far a class is in a round; the names are those of the pupils."""

    name: str
    asked: int
    complete: int
    begun: tuple[str, ...]
    silent: tuple[str, ...]
    nobody_to_ask: tuple[str, ...]


def topic_lines(rows: Iterable[TopicRow]) -> Iterator[Line]:
    """What a school asks, topic by topic, with the clauses that ask it."""
    for row in rows:
        yield Line(f"{row.title} ({row.code})", "head")
        for side in row.sides:
            yield Line(f"{side.who}: {_asked(side)}{_cited(side.clauses)}", indent=1)


def matrix_lines(
    names: Sequence[str], titles: Sequence[str], cells: Sequence[Sequence[bool | None]], *, width: int = 100
) -> Iterator[Line]:
    """Person by topic: ja, nee, or - where a topic is not about them. Topics are numbered to stay narrow.

    What does not fit in the width stands in a next block, under the first.
    """
    about = [number for number in range(len(titles)) if any(row[number] is not None for row in cells)]
    for number in about:
        yield Line(f"{number + 1:>2}  {titles[number]}", "soft")
    room = max((len(name) for name in names), default=4) + 2
    most = max(1, (width - room + 1) // COLUMN)
    for start in range(0, len(about), most):
        block = about[start : start + most]
        yield Line("")
        yield Line(" " * room + " ".join(f"{number + 1:>3}" for number in block), "head")
        for name, row in zip(names, cells, strict=True):
            yield Line(f"{name:<{room}}" + " ".join(f"{SIGNS[row[number]]:>3}" for number in block))


def mirror_line(school: str, newest: date | None, *, today: date, most_days: int) -> Line:
    """How old the data of a school are that takes its consents from the pupil administration."""
    if newest is None:
        return Line(
            f"De toestemmingen van {school} staan in de leerlingadministratie. Lees eerst een lijst in.", "warn"
        )
    told = f"Uit de leerlingadministratie, stand van {newest:%d-%m-%Y}"
    if (today - newest).days > most_days:
        older = f"Dat is ouder dan {most_days} dagen: een ja telt nu niet. Lees een nieuwe lijst in."
        return Line(f"{told}. {older}", "warn")
    return Line(f"{told}.", "soft")


def why_said(code: str) -> str:
    """Why someone may or may not be shown, in words."""
    return WHY[code]


def class_lines(rows: Iterable[ClassRow]) -> Iterator[Line]:
    """How far each class is, and who did not answer yet."""
    for row in rows:
        yield Line(f"{row.name or 'zonder klas'}: {row.complete} van {row.asked} compleet", "head")
        for words, names in (
            ("begonnen, nog niet klaar", row.begun),
            ("nog niets van gehoord", row.silent),
            ("niemand om te vragen (van wie is het gezag bekend?)", row.nobody_to_ask),
        ):
            if names:
                yield Line(f"{words}: {', '.join(names)}", indent=1)


def _asked(side: Side) -> str:
    if side.outcome in OUTCOMES:
        return OUTCOMES[side.outcome]
    who = " en ook aan ".join(side.signers)
    if side.objection:
        return f"mag, tot {' of '.join(side.signers)} bezwaar maakt"
    return f"vraagt de school aan {who}, {HOW_OFTEN[side.yearly]}"


def _cited(clauses: tuple[str, ...]) -> str:
    return f" [{', '.join(clauses)}]" if clauses else ""
