"""How many planted changes compare finds, and lint: the count per pack and kind, with the names of what was missed."""

from __future__ import annotations

from dataclasses import dataclass, field

from magdit.norms.broken import BrokenPack
from magdit.protocols.cases import read_cases
from magdit.protocols.compare import differ, differing
from magdit.protocols.compare_acts import Side
from magdit.protocols.compare_beside import beside_verdicts
from magdit.protocols.library import Library
from tests.protocols.mutants.made import mutants
from tests.protocols.mutants.other_search import shaken


@dataclass
class Score:
    """What became of the mutants of one kind in one pack."""

    places: int = 0
    refused: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)
    alike: list[str] = field(default_factory=list)

    @property
    def changing(self) -> int:
        """Mutants that change an outcome or the life of the protocol, as far as anyone can tell."""
        return self.found + len(self.missed)


class Measure:
    """Measures the mutants of one pack; what the original says is worked out once."""

    def __init__(self, library: Library, name: str, *, shakes: int, seed: int) -> None:
        self.pack, self.catalogue = library.pack(name), library.book(name, with_law=False).catalogue
        self.left, self.seed = Side.of(self.pack, self.catalogue), seed
        cases = [dict(case.act) for case in read_cases(library.folder(name))]
        self.others = list(shaken(cases, self.catalogue, times=shakes, seed=seed)) if cases else []

    def score(self, kind: str, *, most: int) -> Score:
        """The count for one kind."""
        made = mutants(self.pack, kind, most=most, seed=self.seed)
        score = Score(places=len(made))
        for mutant in made:
            try:
                right = Side.of(mutant.pack, self.catalogue)
            except BrokenPack:
                score.refused += 1
                continue
            if beside_verdicts(self.pack, mutant.pack) or differing(self.left, right) is not None:
                score.found += 1
            elif any(differ(self.left.kept_voice(act), right.voice(act)) for act in self.others):
                score.missed.append(mutant.place)
            else:
                score.alike.append(mutant.place)
        return score
