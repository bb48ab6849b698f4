"""Cedar, somebody else's engine, judges the same norms on complete facts: same verdict, same deciding norms.

For development only; magdit itself never uses it. See `cedar_text` for what Cedar cannot be told.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from random import Random

import cedarpy

from magdit.norms.act import Act
from magdit.norms.answering import answer
from magdit.norms.citing import deciding
from magdit.norms.compile_pack import compile_pack
from magdit.norms.judge import Book, outcome_of
from magdit.norms.model import Pack
from magdit.norms.situation import Situation
from magdit.protocols.library import Library
from tests.norms.cedar_packs import random_act, random_pack
from tests.norms.cedar_text import entities, policies, request

CATALOGUE = Library().base
FULL = os.environ.get("MAGDIT_TESTS") == "full"
PACKS, ACTS = (400, 50) if FULL else (40, 25)
SEED = 20261121


def test_cedar_gives_the_same_verdict_and_the_same_deciding_norms():
    """Random packs and complete acts: 1,000 in the short form, 20,000 in the full one."""
    random, compared, seen = Random(SEED), 0, set()
    for number in range(PACKS):
        pack = random_pack(random, number)
        acts = [random_act(random) for _ in range(ACTS)]

        ours = [_ours(pack, act) for act in acts]
        theirs = _theirs(pack, acts)

        for act, mine, cedar in zip(acts, ours, theirs, strict=True):
            assert mine == cedar, (policies(pack), act)
        compared += len(acts)
        seen |= {value for value, _ in ours}
    assert compared == PACKS * ACTS
    assert seen == {"mag", "mag_niet", "niet_geregeld"}


def _ours(pack: Pack, act: Act) -> tuple[str, frozenset[str]]:
    ready = compile_pack(pack, CATALOGUE)
    outcome = outcome_of((ready,), Situation(act))
    assert answer(Book((ready,), CATALOGUE), act).as_handed_in == outcome.value
    return outcome.value, frozenset(finding.ready.norm.id for finding in deciding(outcome))


def _theirs(pack: Pack, acts: list[Act]) -> Iterator[tuple[str, frozenset[str]]]:
    requests = [request(act) for act in acts]
    for result in cedarpy.is_authorized_batch(requests, policies(pack), entities()):
        assert not result.diagnostics.errors
        named = frozenset(result.diagnostics.id_annotations_by_reason.values())
        allowed = result.decision is cedarpy.Decision.Allow
        yield ("mag" if allowed else "mag_niet" if named else "niet_geregeld"), named
