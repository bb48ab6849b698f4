"""How many planted changes compare finds, and lint: the count per pack and kind, with the names of what was missed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from magdit.norms.broken import BrokenPack
from magdit.norms.lint.conditions import condition_findings
from magdit.norms.lint.conflicts import conflict_findings
from magdit.norms.lint.consents import consent_findings
from magdit.norms.lint.life import life_findings
from magdit.norms.lint.looked_at import LookedAt
from magdit.norms.lint.names import name_findings
from magdit.norms.lint.silence import silence_findings
from magdit.protocols.cases import read_cases
from magdit.protocols.compare import differ, differing
from magdit.protocols.compare_acts import Side
from magdit.protocols.compare_beside import beside_verdicts
from magdit.protocols.library import Library
from tests.protocols.mutants.made import mutants
from tests.protocols.mutants.other_search import shaken

# Without the search for what no article speaks of: it takes longest and seldom turns on one small change.
RULES = (
    life_findings,
    name_findings,
    silence_findings,
    condition_findings,
    conflict_findings,
    consent_findings,
)
DAY = date(2026, 11, 21)


@dataclass
class Score:
    """What became of the mutants of one kind in one pack."""

    made: int = 0
    refused: int = 0
    found: int = 0
    lint_looked: int = 0
    lint_found: int = 0
    missed: list[str] = field(default_factory=list)
    alike: list[str] = field(default_factory=list)

    @property
    def changing(self) -> int:
        """Mutants that change an answer or the life of the protocol, as far as anyone can tell."""
        return self.found + len(self.missed)


class Measure:
    """Measures the mutants of one pack; what the original says is worked out once."""

    def __init__(self, library: Library, name: str, *, shakes: int, seed: int) -> None:
        self.pack, self.catalogue = library.pack(name), library.book(name, with_law=False).catalogue
        self.left, self.seed = Side.of(self.pack, self.catalogue), seed
        self._said: set[tuple[object, ...]] | None = None
        cases = [dict(case.act) for case in read_cases(library.folder(name))]
        self.others = list(shaken(cases, self.catalogue, times=shakes, seed=seed)) if cases else []

    def score(self, kind: str, *, most: int, with_lint: int = 0) -> Score:
        """The count for one kind; lint looks at the first so many of those that compare found."""
        made = mutants(self.pack, kind, most=most, seed=self.seed)
        score = Score(made=len(made))
        for mutant in made:
            try:
                right = Side.of(mutant.pack, self.catalogue)
            except BrokenPack:
                score.refused += 1
                continue
            if beside_verdicts(self.pack, mutant.pack) or differing(self.left, right) is not None:
                score.found += 1
                if score.lint_looked < with_lint:
                    score.lint_looked += 1
                    score.lint_found += self._lint_says(right) != self._lint_says(self.left)
            elif any(differ(self.left.kept_voice(act), right.voice(act)) for act in self.others):
                score.missed.append(mutant.place)
            else:
                score.alike.append(mutant.place)
        return score

    def _lint_says(self, side: Side) -> set[tuple[object, ...]]:
        """What lint finds, without the examples: those may differ while the findings do not."""
        if side is self.left and self._said is not None:
            return self._said
        at = LookedAt(side.examples.ready, self.catalogue, DAY, side.examples)
        found = [finding for rule in RULES for finding in rule(at)]
        said = {(one.code, one.severity, one.clauses, *sorted(one.facts.items())) for one in found}
        self._said = said if side is self.left else self._said
        return said
