"""A condition of a protocol as a Dutch reader says it. For people who hold a pack beside its source; judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from unicodedata import combining, normalize

from magdit.norms.catalogue import Catalogue
from magdit.norms.conditions.tree import (
    Always,
    And,
    Clause,
    Compare,
    Each,
    Empty,
    In,
    Name,
    Node,
    Not,
    Objection,
    OnlyFrom,
    Or,
    Some,
    Within,
)
from magdit.norms.model import Pack
from magdit.wording.dates import say_day, say_moment
from magdit.wording.lists import Piece
from magdit.wording.rows import one_of, spoken
from magdit.words.roles import ROLES

SIGNS = {">=": "minstens", "<=": "hoogstens", ">": "meer dan", "<": "minder dan", "=": "precies"}
DAY_SIGNS = {">=": "vanaf", "<=": "tot en met", ">": "na", "<": "voor", "=": "op"}
ARTICLED = ("de inhoud", "het medium", "de ander", "het moment")
LABELS = {
    "wie": "wie dit doet",
    "handeling": "wat u doet",
    "inhoud": "de inhoud",
    "medium": "het medium",
    "hoedanigheid": "namens wie u spreekt",
    "in_beeld": "wie in beeld is",
    "wederpartij": "de ander",
    "moment": "het moment",
}


class Speaker:
    """Says the conditions of one protocol, in its own words and those of the shared lists."""

    def __init__(self, pack: Pack, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._meant = {d.word: d.clause for d in pack.definitions}
        self._rules = {rule.name: rule.clause for rule in pack.consent_rules}
        self._powers = {power.name: power.clause for power in pack.powers}
        known = (word.dutch for listed in catalogue.vocabularies.values() for word in listed)
        self._accents = {_bare(dutch): dutch for dutch in known if _bare(dutch) != dutch and " " not in dutch}

    def say(self, node: Node) -> str:
        """The condition in words; empty for one that always holds."""
        match node:
            case Always():
                return ""
            case Not(part):
                return self._not(part)
            case And(parts):
                return " én ".join(self._inner(part) for part in parts)
            case Or(parts):
                return " óf ".join(self._choices(parts))
            case Some(people, condition):
                return f"voor iemand van “{label(people)}” geldt: {self._inner(condition)}"
            case Each(people, condition):
                return f"voor ieder van “{label(people)}” geldt: {self._inner(condition)}"
            case _:
                return self._single(node)

    def piece(self, word: str, node: Node) -> Piece:
        """The condition behind a word such as "als", ready to be broken into points where it is long."""
        said = self.say(node)
        return Piece(f"{word}: {said}", f"{word}:", tuple(self._points(node))) if said else Piece("")

    def words(self, fact: str, codes: Iterable[str]) -> str:
        """Words of a list as a reader sees them: "foto, video of geluid"."""
        known = self.catalogue.fact(fact)
        listed = self.catalogue.words_of(known) if known is not None else None
        return one_of(listed.dutch(listed.code(code)) if listed and code in listed else spoken(code) for code in codes)

    def code(self, code: str) -> str:
        """A code of any list as a reader sees it: "vrienden worden"; else as a word of the pack."""
        for listed in self.catalogue.vocabularies.values():
            if code in listed:
                return listed.dutch(listed.code(code))
        return self.own(code)

    def own(self, name: str) -> str:
        """A name that the pack made up, with the accents that its parts have in the lists: "wijst op privé"."""
        return " ".join(self._accents.get(part, part) for part in spoken(name).split())

    def _points(self, node: Node) -> Iterator[Piece]:
        """The parts of a condition, each a point; of a long part, its own parts under it."""
        joint = "én" if isinstance(node, And) else "óf"
        if not isinstance(node, And | Or):
            return
        parts = _without_twins(node.parts) if isinstance(node, Or) else node.parts
        for number, part in enumerate(parts):
            said = self._known(part) if Not(part) in node.parts and isinstance(node, Or) else self.say(part)
            word = f"{joint} " if number else ""
            head = f"{word}dit alles:" if isinstance(part, And) else f"{word}een hiervan:"
            yield Piece(f"{word}{said}", head, tuple(self._points(part)))

    def _choices(self, parts: tuple[Node, ...]) -> Iterator[str]:
        return (self._choice(part, parts) for part in _without_twins(parts))

    def _choice(self, part: Node, parts: tuple[Node, ...]) -> str:
        """One of several; of a thing that is so or not so, that it is known."""
        return self._known(part) if Not(part) in parts else self._inner(part)

    def _known(self, part: Node) -> str:
        match part:
            case Name(name):
                fact = self.catalogue.fact(name)
                told = fact.question if fact is not None else ""
                return f"bekend is het antwoord op “{told}”" if told else f"bekend is of dit zo is: {self._name(name)}"
            case In(fact, _) | OnlyFrom(fact, _) | Empty(fact) | Compare(fact, _, _):
                named = label(fact)
                return f"{named}{',' if ' ' in named and named not in ARTICLED else ''} is bekend"
            case _:
                return f"bekend is of dit zo is: {self._inner(part)}"

    def _single(self, node: Node) -> str:
        match node:
            case Name(name):
                return self._name(name)
            case In(fact, values):
                return f"{label(fact)}: {self.words(fact, values)}"
            case OnlyFrom(fact, values):
                return f"{label(fact)}: niets anders dan {self.words(fact, values)}"
            case Empty(fact):
                return f"{label(fact)}: niets"
            case Compare(fact, sign, bound):
                return f"{label(fact)}: {_bound(sign, bound)}"
            case Within(window, inside):
                return f"het is {'binnen' if inside else 'buiten'} de tijden “{spoken(window)}”"
            case Objection(role):
                return f"{ROLES.dutch(role) if role in ROLES else spoken(role)} heeft bezwaar gemaakt"
            case Clause(reference):
                return f"artikel {reference} staat het toe"
            case _:
                return ""

    def _not(self, part: Node) -> str:
        if isinstance(part, In):
            return f"{label(part.fact)}: niet {self.words(part.fact, part.values)}"
        if isinstance(part, Empty):
            return f"{label(part.fact)}: niet leeg"
        fact = self.catalogue.fact(part.name) if isinstance(part, Name) else None
        if fact is not None and not fact.claim:
            return f"nee op de vraag “{fact.question}”"
        return f"niet: {self._inner(part)}"

    def _inner(self, node: Node) -> str:
        said = self.say(node)
        return f"({said})" if isinstance(node, And | Or) else said

    def _name(self, name: str) -> str:
        if name in self._rules:
            return f"er is een geldig ja (artikel {self._rules[name]})"
        if name in self._powers:
            return f"er is akkoord: {spoken(name)} (artikel {self._powers[name]})"
        fact = self.catalogue.fact(name)
        if fact is not None:
            return fact.claim or f"ja op de vraag “{fact.question}”"
        where = f" (artikel {self._meant[name]})" if name in self._meant else ""
        return f"{self.own(name)}{where}"


def _bare(word: str) -> str:
    """A word without the accents on its letters."""
    return "".join(sign for sign in normalize("NFD", word) if not combining(sign))


def _without_twins(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """Without the "not so" of which the "so" stands beside it."""
    return tuple(part for part in parts if not (isinstance(part, Not) and part.part in parts))


def label(fact: str) -> str:
    """A fact as a reader names it."""
    return LABELS.get(fact, spoken(fact))


def _bound(sign: str, bound: object) -> str:
    if isinstance(bound, datetime):
        return f"{DAY_SIGNS[sign]} {say_moment(bound)}"
    if isinstance(bound, date):
        return f"{DAY_SIGNS[sign]} {say_day(bound)}"
    return f"{SIGNS.get(sign, sign)} {bound}"
