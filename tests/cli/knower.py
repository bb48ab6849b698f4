"""Someone who knows everything of an act and types it at each question of a dialogue, as words or as numbers."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bench.questions import truth_of
from magdit.cli.asking import Dialogue
from magdit.cli.asking_steps import Ask, Check, next_step
from magdit.cli.asking_told import Told
from magdit.norms.judge import Book
from magdit.norms.trying import CONSENT, LEAVE
from magdit.wording.questions import kind_of, words_for

NAMES = ("Noor", "Sem", "Olaf", "Fatima", "Bram")
MOST_QUESTIONS = 60


class Stuck(AssertionError):
    """An answer that is true was refused, or there is no end to the questions."""


@dataclass
class Knower:
    """Types what is true of the whole act. `typed` is what was asked and typed until now."""

    book: Book
    whole: Mapping[str, Any]
    chance: random.Random
    typed: list[tuple[object, str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    dialogue: Dialogue | None = None
    doubt: float = 0.0

    def run(self) -> Told:
        """What was told at the end of the dialogue."""
        self.dialogue = Dialogue(self.book, Told({"moment": self.whole["moment"]}), self.listen, self.said.append)
        return self.dialogue.run()

    def listen(self) -> str:
        """The next line; the same question twice is a dialogue that got stuck."""
        assert self.dialogue is not None
        step = next_step(self.book, self.dialogue.told)
        assert step is not None
        asked = step.subject if isinstance(step, Ask) else tuple(step.usual)
        if asked in [before for before, _ in self.typed] or len(self.typed) > MOST_QUESTIONS:
            raise Stuck(f"{self.typed[-5:]} {self.said[-3:]}")
        text = self._checked(step) if isinstance(step, Check) else self._answer(step)
        text = "weet ik niet" if self.chance.random() < self.doubt else text
        self.typed.append((asked, text))
        return f"{text}\n"

    def _checked(self, step: Check) -> str:
        other = [str(at) for at, name in enumerate(step.usual, 1) if self._is_otherwise(name, step.usual[name])]
        return ", ".join(other) or "ja"

    def _is_otherwise(self, name: str, usual: bool) -> bool:
        if not self.book.catalogue.facts[name].per_person:
            return bool(self.whole[name]) is not usual
        rows = [row for rows in self.whole.values() if isinstance(rows, list) for row in rows if isinstance(row, dict)]
        return any(row[name] is not usual for row in rows if name in row)

    def _answer(self, step: Ask) -> str:
        if step.subject.fact == LEAVE:
            return self._leaves(step.leaves)
        kind, value = kind_of(self.book, step.subject, step.leaves), truth_of(step.subject, self.whole)
        if kind == "personen":
            return self.chance.choice((", ", " en ", " & ")).join(row["naam"] for row in value) or "niemand"
        if step.subject.duty is not None or kind == "ja_nee":
            return "ja" if value else "nee"
        if kind in {"keuze", "keuzes"} or step.subject.fact == CONSENT:
            return self._words(step, [value] if isinstance(value, str) else value)
        return ", ".join(value) if isinstance(value, list) else str(value)

    def _words(self, step: Ask, codes: list[str]) -> str:
        words = words_for(self.book, step.subject)
        assert words is not None
        places = {word.code: str(at) for at, word in enumerate(words, 1)}
        return ", ".join(self.chance.choice((words.dutch(code), places[code])) for code in codes) or "geen"

    def _leaves(self, leaves: Mapping[str, tuple[str, ...]]) -> str:
        # A leave by someone who may not give it is none: the question says of whom it must be.
        given = {row["wat"] for row in self.whole[LEAVE] if row["door"] in leaves.get(row["wat"], ())}
        if len(leaves) == 1:
            return "gegeven" if set(leaves) <= given else "nog niet gevraagd"
        return ", ".join(str(at) for at, name in enumerate(leaves, 1) if name in given) or "geen"


def with_first_names(whole: Mapping[str, Any]) -> dict[str, Any]:
    """The same act with first names as people type them."""
    return {
        key: [row | {"naam": NAMES[at]} if "naam" in row else row for at, row in enumerate(value)]
        if isinstance(value, list) and all(isinstance(row, dict) for row in value)
        else value
        for key, value in whole.items()
    }
