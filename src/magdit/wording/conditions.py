"""A condition of a protocol as a Dutch reader says it. For people who hold a pack beside its source; judges nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

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
from magdit.words.roles import ROLES

SIGNS = {">=": "minstens", "<=": "hoogstens", ">": "meer dan", "<": "minder dan", "=": "precies"}
DAY_SIGNS = {">=": "vanaf", "<=": "tot en met", ">": "na", "<": "voor", "=": "op"}
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
                return " of ".join(self._inner(part) for part in parts)
            case Some(people, condition):
                return f"voor iemand van “{label(people)}” geldt: {self._inner(condition)}"
            case Each(people, condition):
                return f"voor ieder van “{label(people)}” geldt: {self._inner(condition)}"
            case _:
                return self._single(node)

    def words(self, fact: str, codes: Iterable[str]) -> str:
        """Words of a list as a reader sees them: "foto, video of geluid"."""
        known = self.catalogue.fact(fact)
        listed = self.catalogue.words_of(known) if known is not None else None
        return one_of(listed.dutch(listed.code(code)) if listed and code in listed else spoken(code) for code in codes)

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
        return f"{spoken(name)}{where}"


def label(fact: str) -> str:
    """A fact as a reader names it."""
    return LABELS.get(fact, spoken(fact))


def spoken(code: str) -> str:
    """A code of the pack as plain words."""
    return code.replace("_", " ")


def one_of(words: Iterable[str]) -> str:
    """Words in a row with "of" before the last."""
    listed = list(dict.fromkeys(words))
    return " of ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)


def _bound(sign: str, bound: object) -> str:
    if isinstance(bound, datetime):
        return f"{DAY_SIGNS[sign]} {say_moment(bound)}"
    if isinstance(bound, date):
        return f"{DAY_SIGNS[sign]} {say_day(bound)}"
    return f"{SIGNS.get(sign, sign)} {bound}"
