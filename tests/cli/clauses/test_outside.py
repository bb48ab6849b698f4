"""Drafts that an outsider thought of, beside the sources: the word and the clause must come out."""

import pytest

from tests.cli.clauses.rows_outside import THOUGHTS


@pytest.mark.parametrize("thought", THOUGHTS, ids=lambda one: f"{one.protocol}: {one.name}")
def test_what_an_outsider_thought_of(ask, thought):
    answered = ask(thought.protocol, thought.asks)

    assert answered.verdict == thought.verdict, answered
    assert not thought.clause or thought.clause in answered.cited | answered.duties, answered
