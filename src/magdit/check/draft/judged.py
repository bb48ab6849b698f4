"""The answer about a draft as it was seen. An answer that would be yes is none while something was not looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from magdit.check.draft.attempts import NotLooked
from magdit.check.draft.draft import Draft
from magdit.check.draft.facts import SETTLED, act_of, left_to_others, still_open
from magdit.check.draft.look import Looked
from magdit.check.draft.reconcile import Subject
from magdit.norms.answer import Answer, Step
from magdit.norms.answering import answer
from magdit.norms.judge import Book
from magdit.norms.layers import brief
from magdit.norms.read_act import read_act
from magdit.words.media import MEDIA

OPEN_WORDS = frozenset({"mag", "mag_mits", "niet_geregeld", "voorleggen", "vraag"})


@dataclass(frozen=True)
class Judged:
    """What was seen, the act that it makes, and the answer about it."""

    looked: Looked
    people: tuple[Subject, ...] | None
    act: Mapping[str, Any]
    answer: Answer
    not_looked: tuple[NotLooked, ...]

    @property
    def verdict(self) -> str:
        """The word on screen; never a yes while something was not looked at."""
        return "eerst_weten" if self.not_looked and self.answer.verdict in OPEN_WORDS else self.answer.verdict

    @property
    def as_handed_in(self) -> str:
        """The outcome as handed in; uncertain while something was not looked at."""
        is_open = self.not_looked and self.answer.as_handed_in != "mag_niet"
        return "onzeker" if is_open else self.answer.as_handed_in


def judged(draft: Draft, looked: Looked, people: tuple[Subject, ...] | None, book: Book, *, layer: str) -> Judged:
    """Judge the draft under this book; raises BadAct when the author told a fact that does not exist."""
    act = act_of(draft, looked, people, known=book.catalogue.facts)
    others = left_to_others(draft, looked, book.catalogue.facts)
    found = answer(book, read_act(act, book.catalogue), layer=layer, not_asked=others)
    return Judged(looked, people, act, found, still_open(draft, looked))


@dataclass(frozen=True, slots=True)
class Price:
    """What another medium would answer, and what it would take."""

    medium: str
    verdict: str
    steps: tuple[Step, ...]


OF_THE_ACCOUNT = ("platformafspraken", "publiek")
ELSEWHERE = ("ouderportaal", "website", "nieuwsbrief", "instagram", "facebook", "whatsapp")


def prices(judged_here: Judged, book: Book, *, layer: str) -> tuple[Price, ...]:
    """The same draft in other places and in those the protocol itself names, with the cheapest route there."""
    here = judged_here.act["medium"]
    act = _without_account(judged_here.act)
    own = [word.code for word in book.catalogue.vocabularies["medium"] if word.code not in MEDIA]
    return tuple(_price(medium, act, judged_here, book, layer) for medium in (*ELSEWHERE, *own) if medium != here)


def _price(medium: str, act: Mapping[str, Any], here: Judged, book: Book, layer: str) -> Price:
    word, routes = brief(book, read_act({**act, "medium": medium}, book.catalogue), layer=layer)
    steps = tuple(step for route in routes[:1] for step in route.steps)
    return Price(medium, "eerst_weten" if here.not_looked and word in OPEN_WORDS else word, steps)


def _without_account(act: Mapping[str, Any]) -> dict[str, Any]:
    """The act without what holds of this one account alone: elsewhere another platform agreed to something else."""
    told = [name for name in OF_THE_ACCOUNT if act["herkomst"].get(name) == SETTLED]
    sources = {name: source for name, source in act["herkomst"].items() if name not in told}
    return {name: value for name, value in act.items() if name not in told} | {"herkomst": sources}
