"""An act told with less and less, and the plain reading beside the engine: for the tests of whole packs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from magdit.norms.act import Act
from magdit.norms.catalogue import Catalogue
from magdit.norms.citing import deciding, deciding_clauses
from magdit.norms.judge import outcome_of
from magdit.norms.naive.verdict import judge_plainly
from magdit.norms.ready import ReadyPack
from magdit.norms.situation import Situation


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


def assert_judged_as_written(ready: ReadyPack, catalogue: Catalogue, act: Act) -> None:
    """The engine and the plain reading give the same outcome, norms and clauses."""
    situation = Situation(act)
    found, plain = outcome_of((ready,), situation), judge_plainly(ready.pack, catalogue, act)

    assert (found.value, set(deciding_clauses(found, situation))) == (plain.value, plain.clauses), act
    assert {finding.ready.norm.id.rstrip("!") for finding in deciding(found)} == plain.norms, act
