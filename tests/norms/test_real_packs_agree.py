"""The packs of magdit itself are judged as they are written: on every case, and on every case with less told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import pytest

from magdit.norms.act import Act
from magdit.norms.citing import deciding, deciding_clauses
from magdit.norms.judge import outcome_of
from magdit.norms.naive.verdict import judge_plainly
from magdit.norms.read_act import read_act
from magdit.norms.situation import Situation
from magdit.protocols.cases import read_cases
from magdit.protocols.library import Library

LIBRARY = Library()
EVERY = 1 if os.environ.get("MAGDIT_TESTS") == "full" else 9


def with_less_told(act: Act) -> Iterator[Act]:
    """The act, and the act without each of its facts, its people, their consents, or its leaves."""
    yield act
    for name in act.facts:
        yield replace(act, facts={other: value for other, value in act.facts.items() if other != name})
    for group, people in act.people.items():
        yield replace(act, people={**act.people, group: None})
        told = tuple(replace(person, consents=None, consent=None) for person in people or ())
        yield replace(act, people={**act.people, group: told})
    yield replace(act, grants=None)


@pytest.mark.parametrize("pack_id", LIBRARY.ids(with_law=True))
def test_a_pack_of_magdit_is_judged_as_it_is_written(pack_id):
    """The engine and the plain reading give the same outcome, norms and clauses."""
    (ready, *_) = LIBRARY.book(pack_id, with_law=False).packs
    catalogue = LIBRARY.book(pack_id, with_law=False).catalogue
    told = [read_act(case.act, catalogue) for case in read_cases(LIBRARY.folder(pack_id))]

    for act in islice((less for whole in told for less in with_less_told(whole)), 0, None, EVERY):
        situation = Situation(act)
        found, plain = outcome_of((ready,), situation), judge_plainly(ready.pack, catalogue, act)

        assert (found.value, set(deciding_clauses(found, situation))) == (plain.value, plain.clauses), act
        assert {finding.ready.norm.id.rstrip("!") for finding in deciding(found)} == plain.norms, act
