"""Which facts exist, of what type, asked of whom, and which words they may hold. Knows types; knows no act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Literal

from magdit.words.vocabulary import Vocabulary, Word

FactKind = Literal["ja_nee", "keuze", "keuzes", "getal", "datum", "moment", "tekst", "teksten", "personen"]
Source = Literal["opgegeven", "gemeten", "register", "verleend", "klok", "oordeel"]
Asked = Literal["gewoon", "altijd", "bij_vlag"]


@dataclass(frozen=True, slots=True)
class Change:
    """One way to change a fact (`te_wijzigen`): the remedy's name, the new value or what is left out, and its cost.

    `only_named`: offered only where a norm names it (another channel is a way out of nearly anything). `also`: what it
    changes for every person in view (without the picture nobody is recognisable).
    """

    remedy: str
    to: bool | str | None = None
    without: tuple[str, ...] = ()
    cost: int = 1
    own: bool = True
    only_named: bool = False
    also: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A typed fact: what may be known about an act, or about each person in it."""

    name: str
    kind: FactKind
    question: str
    claim: str = ""
    source: Source = "opgegeven"
    giver: str | None = None
    vocabulary: str | None = None
    per_person: bool = False
    asked: Asked = "gewoon"
    assumed: bool = False
    changes: tuple[Change, ...] = ()

    @property
    def is_judgement(self) -> bool:
        """An open norm: only a person may answer, a machine may flag."""
        return self.source == "oordeel"


@dataclass(frozen=True)
class Catalogue:
    """All facts and word lists that one protocol speaks in.

    `fallback`: the roles that judge an open question where no norm, fact or protocol names anyone.
    """

    facts: Mapping[str, Fact]
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    fallback: tuple[str, ...] = ()

    def fact(self, name: str) -> Fact | None:
        """The fact of this name, or None."""
        return self.facts.get(name)

    def words_of(self, fact: Fact) -> Vocabulary | None:
        """The word list a choice picks from, or None for other kinds."""
        return self.vocabularies.get(fact.vocabulary) if fact.vocabulary else None

    def dutch(self, listed: str, code: str) -> str:
        """What a reader sees for a code of this list; a code that nobody named stays as it is."""
        words = self.vocabularies.get(listed)
        return words.dutch(code) if words is not None and code in words else code

    def nearest(self, name: str, *, more: Iterable[str] = ()) -> tuple[str, ...]:
        """Up to three known names that look like this one."""
        return tuple(get_close_matches(name, [*self.facts, *more], n=3, cutoff=0.5))

    def with_facts(self, facts: Iterable[Fact], words: Mapping[str, Iterable[Word]]) -> Catalogue:
        """The same catalogue with a pack's own facts and words."""
        vocabularies = dict(self.vocabularies)
        for name, more in words.items():
            known = vocabularies.get(name, Vocabulary(name, ()))
            vocabularies[name] = known.widened(more)
        return replace(self, facts={**self.facts, **{fact.name: fact for fact in facts}}, vocabularies=vocabularies)
