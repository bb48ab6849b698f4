"""What is wrong with a delivery: gathered, told all at once, and then nothing is taken over. Facts, no sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from magdit.areas.people.imports.delivery import Place, Remark

MOST_TOLD = 50


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that must be mended, with where it stands."""

    code: str
    at: Place
    facts: dict[str, object] = field(default_factory=dict)


class NotTaken(Exception):
    """The delivery was not read. `problems` are the first fifty; `more` counts the rest. Nothing was kept."""

    def __init__(self, problems: tuple[Problem, ...], *, more: int = 0) -> None:
        # For a log: codes only, since a cell may hold the name of a child.
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems, self.more = problems, more


class Problems:
    """Gathers while reading; `stop` ends the reading when there is any."""

    def __init__(self) -> None:
        self.told: list[Problem] = []
        self.count = 0
        self._remarks: Counter[str] = Counter()
        self._first: dict[str, Place] = {}

    def add(self, code: str, at: Place, **facts: object) -> None:
        """Remember a problem; only the first fifty keep their words."""
        self.count += 1
        if len(self.told) < MOST_TOLD:
            self.told.append(Problem(code, at, facts))

    def name(self, who: str, *, since: int) -> None:
        """Say about whom the problems are that came since then, to find the row by."""
        if who:
            self.told[since:] = [replace(one, facts={**one.facts, "who": who}) for one in self.told[since:]]

    def remark(self, code: str, at: Place) -> None:
        """Remember something that stops nothing."""
        self._remarks[code] += 1
        self._first.setdefault(code, at)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What stops nothing, counted."""
        return tuple(Remark(code, count, self._first[code]) for code, count in self._remarks.items())

    def fail(self, code: str, at: Place, **facts: object) -> NotTaken:
        """A problem after which there is nothing more to read: raise what this gives."""
        self.add(code, at, **facts)
        return NotTaken(tuple(self.told), more=self.count - len(self.told))

    def stop(self) -> None:
        """Raise NotTaken when anything was wrong."""
        if self.count:
            raise NotTaken(tuple(self.told), more=self.count - len(self.told))
