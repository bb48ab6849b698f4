"""Whatever act someone has in mind, under whatever protocol: typing what is true gives the verdict of the whole act."""

import argparse
import random
import shlex

import pytest

from bench.questions import verdict_of, whole_act
from magdit.cli.asking_flags import as_command, told_with
from magdit.cli.asking_steps import answered
from magdit.cli.mag import add
from magdit.protocols.library import Library
from magdit.wording.questions_answer import answer_lines
from tests.cli.knower import Knower, with_first_names

PROTOCOLS = Library().ids()
SHORT = 30
LONG = 300
SEED = 20261121


def typed_through(name, *, acts, seed, doubt=0.0):
    """Every act as (verdict of the whole, verdict of what was typed, the typing); the command gives the same answer."""
    book, chance = Library().book(name), random.Random(f"{seed} {name}")
    for _ in range(acts):
        whole = with_first_names(whole_act(book, chance))
        knower = Knower(book, whole, chance, doubt=doubt)
        told = knower.run()
        found = answered(book, told)
        assert list(answer_lines(found, book, told.raw, told.looked_at))
        assert answered(book, again(as_command(told, name, [], again=True))).verdict == found.verdict, knower.typed
        assert len(told.raw.get("in_beeld", [])) in {0, len(whole["in_beeld"])}
        yield verdict_of(book, whole), verdict_of(book, told.raw), knower.typed


def again(command):
    """What the printed command tells."""
    parser = argparse.ArgumentParser()
    add(parser.add_subparsers())
    return told_with(parser.parse_args(shlex.split(command)[1:]))


@pytest.mark.parametrize("name", PROTOCOLS)
def test_typing_what_is_true_ends_in_the_verdict_of_the_whole_act(name):
    found = list(typed_through(name, acts=SHORT, seed=SEED))

    assert [row for row in found if row[0] != row[1]] == []


@pytest.mark.full
@pytest.mark.parametrize("name", PROTOCOLS)
def test_typing_what_is_true_of_many_acts(name):
    found = list(typed_through(name, acts=LONG, seed=SEED + 1))

    otherwise = [row for row in found if row[0] != row[1]]
    assert [row for row in otherwise if not is_careful(row)] == []
    assert len(otherwise) <= LONG // 100


def is_careful(row):
    """A line of the list that is otherwise for someone does not tell for whom: then it stays open (decision 13)."""
    _, typed, answers = row
    return typed == "onzeker" and any(isinstance(asked, tuple) and answer != "ja" for asked, answer in answers)


@pytest.mark.parametrize("name", PROTOCOLS)
def test_who_does_not_know_everything_never_gets_stuck_and_the_command_gives_the_same_answer(name):
    assert len(list(typed_through(name, acts=SHORT // 3, seed=SEED + 2, doubt=0.3))) == SHORT // 3
