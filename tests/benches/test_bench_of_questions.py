"""`magdit mag` asks far less than a form does, and comes to the same verdict as the whole act."""

import statistics

import pytest

from bench.questions import ACTS, GOAL, Counted, measured
from magdit.protocols.library import Library

SHORT = 6
NAMES = Library().ids()


def assert_goal(found: list[Counted]) -> None:
    """The same verdict each time, and on average at most a third of the questions."""
    assert [one for one in found if one.verdict != one.told] == []
    assert statistics.mean(one.asked for one in found) <= GOAL * statistics.mean(one.form for one in found)


@pytest.mark.parametrize("name", NAMES)
def test_a_third_of_the_questions_of_a_form_is_enough(name):
    assert_goal(measured(name, acts=SHORT))


@pytest.mark.full
@pytest.mark.parametrize("name", NAMES)
def test_a_third_is_enough_for_many_acts(name):
    assert_goal(measured(name, acts=ACTS))
