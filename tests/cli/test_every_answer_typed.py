"""Whatever act someone has in mind, under whatever protocol: typing what is true gives the verdict of the whole act."""

import random

import pytest

from bench.questions import verdict_of, whole_act
from magdit.cli.asking_steps import answered
from magdit.protocols.library import Library
from magdit.wording.questions_answer import answer_lines
from tests.cli.knower import Knower, with_first_names

PROTOCOLS = Library().ids()
SHORT = 30
LONG = 300
SEED = 20261121


def typed_through(name, *, acts, seed):
    """Every act as (verdict of the whole, verdict of what was typed, the typing)."""
    book, chance = Library().book(name), random.Random(f"{seed} {name}")
    for _ in range(acts):
        whole = with_first_names(whole_act(book, chance))
        knower = Knower(book, whole, chance)
        told = knower.run()
        assert list(answer_lines(answered(book, told), book, told.raw, told.looked_at))
        yield verdict_of(book, whole), verdict_of(book, told.raw), knower.typed


@pytest.mark.parametrize("name", PROTOCOLS)
def test_typing_what_is_true_ends_in_the_verdict_of_the_whole_act(name):
    found = list(typed_through(name, acts=SHORT, seed=SEED))

    assert [row for row in found if row[0] != row[1]] == []


@pytest.mark.full
@pytest.mark.parametrize("name", PROTOCOLS)
def test_typing_what_is_true_of_many_acts(name):
    found = list(typed_through(name, acts=LONG, seed=SEED + 1))

    assert [row for row in found if row[0] != row[1]] == []
