"""Small changes planted in a pack are found by comparing it with the original: a sample here, all kinds in full.

A mutant counts as changing when compare or another search (the pack's own cases, shaken at random) sees a difference.
`docs/reliability.md` holds the result of the full form with its date.
"""

from __future__ import annotations

from functools import cache

import pytest

from magdit.protocols.library import Library
from tests.cli.conftest import PACKS as SMALL
from tests.norms.conftest import PACKS
from tests.protocols.mutants.made import KINDS, mutants
from tests.protocols.mutants.measured import Measure

LIBRARY = Library.with_folders([PACKS, SMALL])
OURS = ("osvs", "ozhw", "ouderportaalschool", "verkruisen", "vsnon", "wet")
FOUND_AT_LEAST = 0.95


@cache
def measure(name: str, *, shakes: int) -> Measure:
    return Measure(LIBRARY, name, shakes=shakes, seed=1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_handful_of_each_kind_is_found_in_the_example_protocol(kind):
    score = measure("voorbeeld", shakes=400).score(kind, changing=8, most=12)

    assert score.made >= 2
    assert score.missed == []
    assert score.found >= score.made / 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_few_of_each_kind_are_found_in_a_real_protocol(kind):
    score = measure("verkruisen", shakes=100).score(kind, changing=3, most=4)

    assert score.missed == []


@pytest.mark.full
@pytest.mark.parametrize("name", OURS)
def test_twenty_of_each_kind_in_every_pack(name, record_property):
    scores = {kind: measure(name, shakes=3000).score(kind, changing=20, with_lint=True) for kind in KINDS}

    record_property("scores", {kind: score.line for kind, score in scores.items()})
    found, changing = (sum(getattr(score, key) for score in scores.values()) for key in ("found", "changing"))
    assert found >= FOUND_AT_LEAST * changing, scores


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_plants_the_same_changes(kind):
    pack = LIBRARY.pack("vsnon")

    once, again = (mutants(pack, kind, most=20, seed=1) for _ in range(2))

    assert [mutant.place for mutant in once] == [mutant.place for mutant in again]


@pytest.mark.parametrize("kind", KINDS)
def test_a_planted_change_changes_the_pack(kind):
    pack = LIBRARY.pack("voorbeeld")

    assert all(mutant.pack != pack for mutant in mutants(pack, kind, most=50, seed=1))
