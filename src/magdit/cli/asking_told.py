"""What was told until now in a dialogue: an act as plain data, and what the user does not know. Asks nothing."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any

from magdit.norms.catalogue import Catalogue
from magdit.norms.trying import Subject


@dataclass(frozen=True, slots=True)
class Told:
    """The act as it would stand in a file, and the questions that are over: not known, or looked at."""

    raw: Mapping[str, Any] = field(default_factory=dict)
    unknown: frozenset[Subject] = frozenset()
    looked_at: frozenset[Subject] = frozenset()

    @property
    def over(self) -> frozenset[Subject]:
        """What is not asked again."""
        return self.unknown | self.looked_at

    def knows(self, fact: str) -> bool:
        """Whether this fact of the act was told, or asked in vain."""
        return fact in self.raw or Subject(fact) in self.unknown

    def with_answer(self, subject: Subject, value: Any) -> Told:
        """This too: a fact, a person's consent, the leaves there are, or a duty that was done. Never asked again."""
        return replace(self._holding(subject, value), looked_at=self.looked_at | {subject})

    def _holding(self, subject: Subject, value: Any) -> Told:
        if subject.duty is not None:
            done = [*self.raw.get("gedaan", []), *([subject.duty] if value else [])]
            return self._with("gedaan", list(dict.fromkeys(done)))
        if subject.place is None:
            return self._with(subject.fact, value)
        group, index = subject.place
        people = [dict(person) for person in self.raw[group]]
        people[index][subject.fact] = value
        return self._with(group, people)

    def with_unknown(self, subject: Subject) -> Told:
        """Nobody here knows: it stays unknown, and it is not asked again."""
        return replace(self, unknown=self.unknown | {subject})

    def with_check(
        self, usual: Mapping[str, bool], *, otherwise: Set[str], doubtful: Set[str], catalogue: Catalogue
    ) -> Told:
        """A list of usual answers was looked at; some are otherwise, and of some the user is not sure.

        What is true of someone in it without saying of whom, and what is doubtful, is raised: then it is unknown.
        """
        told = replace(self, looked_at=self.looked_at | {Subject(name) for name in usual})
        for name, answer in usual.items():
            fact = catalogue.facts[name]
            if name in doubtful or (name in otherwise and fact.per_person):
                told = told._raised(name) if fact.asked == "bij_vlag" else told.with_unknown(Subject(name))
            elif not fact.per_person:
                told = told._with(name, answer is not (name in otherwise))
        return told

    def _raised(self, name: str) -> Told:
        return self._with("vlaggen", [*self.raw.get("vlaggen", []), name])

    def _with(self, key: str, value: Any) -> Told:
        return replace(self, raw={**self.raw, key: value})
