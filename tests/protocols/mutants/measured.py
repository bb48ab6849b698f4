"""How many planted changes compare finds, and lint: the count per pack and kind, with the names of what was missed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from magdit.norms.broken import BrokenPack
from magdit.norms.lint.lint import RULES
from magdit.norms.lint.looked_at import LookedAt
from magdit.protocols.cases import read_cases
from magdit.protocols.compare import differing
from magdit.protocols.compare_acts import Side
from magdit.protocols.compare_beside import beside_verdicts
from magdit.protocols.compare_consents import changed_consents
from magdit.protocols.compare_voices import differ
from magdit.protocols.library import Library
from tests.protocols.mutants.made import Mutant, mutants
from tests.protocols.mutants.other_search import shaken

DAY = date(2026, 11, 21)


@dataclass
class Score:
    """What became of the mutants of one kind in one pack. `by`: what showed the found ones."""

    places: int = 0
    made: int = 0
    refused: int = 0
    by: Counter[str] = field(default_factory=Counter)
    lint_looked: int = 0
    lint_found: int = 0
    missed: list[str] = field(default_factory=list)
    alike: list[str] = field(default_factory=list)

    @property
    def found(self) -> int:
        """Mutants that compare found."""
        return self.by.total()

    @property
    def changing(self) -> int:
        """Mutants that change an answer or what stands beside it, as far as anyone can tell."""
        return self.found + len(self.missed)

    @property
    def line(self) -> str:
        """The score as one line of text."""
        by = ", ".join(f"{name} {count}" for name, count in sorted(self.by.items()))
        lint = f"lint {self.lint_found}/{self.lint_looked}"
        rest = f"made {self.made} of {self.places}, refused {self.refused}, alike {len(self.alike)}"
        return f"{self.found}/{self.changing} ({by}) {lint}; {rest}; missed {self.missed}"


class Measure:
    """Measures the mutants of one pack; what the original says is worked out once."""

    def __init__(self, library: Library, name: str, *, shakes: int, seed: int) -> None:
        self.pack, self.catalogue = library.pack(name), library.book(name, with_law=False).catalogue
        self.left, self.seed = Side.of(self.pack, self.catalogue), seed
        self._said: set[tuple[object, ...]] | None = None
        cases = [dict(case.act) for case in read_cases(library.folder(name))]
        self.others = list(shaken(cases, self.catalogue, times=shakes, seed=seed)) if cases else []

    def score(self, kind: str, *, changing: int, most: int = 10_000, with_lint: bool = False) -> Score:
        """The count for one kind: planted one by one until so many change something, or as many as `most` are made."""
        planted = mutants(self.pack, kind, most=10_000, seed=self.seed)
        score = Score(places=len(planted))
        for mutant in planted[:most]:
            if score.changing >= changing:
                break
            score.made += 1
            try:
                right = Side.of(mutant.pack, self.catalogue)
            except BrokenPack:
                score.refused += 1
                continue
            if self._changes(mutant, right, score) and with_lint:
                score.lint_looked += 1
                score.lint_found += self._lint_says(right) != self._lint_says(self.left)
        return score

    def _changes(self, mutant: Mutant, right: Side, score: Score) -> bool:
        """Whether it changes anything, with the score kept."""
        shown = self._shown_by(right)
        if shown:
            score.by[shown] += 1
        elif any(differ(self.left.kept_voice(act), right.voice(act)) for act in self.others):
            score.missed.append(mutant.place)
        else:
            score.alike.append(mutant.place)
            return False
        return True

    def _shown_by(self, right: Side) -> str:
        """What shows the change: an act that is judged otherwise, or else what compare tells beside the verdicts."""
        act = differing(self.left, right)
        if act is not None:
            return "verdict" if differ(self.left.kept_voice(act), right.voice(act)) else "articles"
        if next(changed_consents(self.left, right), None) is not None:
            return "consent"
        return "data" if beside_verdicts(self.pack, right.pack) else ""

    def _lint_says(self, side: Side) -> set[tuple[object, ...]]:
        """What lint finds, without the examples: those may differ while the findings do not."""
        if side is self.left and self._said is not None:
            return self._said
        at = LookedAt(side.examples.ready, self.catalogue, DAY, side.examples)
        found = [finding for rule in RULES for finding in rule(at)]
        said = {(one.code, one.severity, one.clauses, *sorted(one.facts.items())) for one in found}
        self._said = said if side is self.left else self._said
        return said
