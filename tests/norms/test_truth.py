"""Kleene's three values: what is unknown stays unknown, unless the rest decides."""

from __future__ import annotations

from itertools import product

import pytest

from magdit.norms.truth import NO, UNKNOWN, YES, all_of, any_of, negate, truth

VALUES = (NO, UNKNOWN, YES)
COMPLETE = {NO: (False,), UNKNOWN: (False, True), YES: (True,)}


def of(outcomes: set[bool]):
    """What a set of possible outcomes comes to."""
    return UNKNOWN if len(outcomes) == 2 else truth(outcomes.pop())


@pytest.mark.parametrize(("first", "second", "third"), list(product(VALUES, repeat=3)))
def test_and_and_or_are_what_every_completion_says(first, second, third):
    """The tables of three: yes or no only where whatever the unknown turns out to be gives the same."""
    completions = list(product(*(COMPLETE[value] for value in (first, second, third))))

    assert all_of([first, second, third]) is of({all(each) for each in completions})
    assert any_of([first, second, third]) is of({any(each) for each in completions})


@pytest.mark.parametrize(("value", "turned"), [(NO, YES), (YES, NO), (UNKNOWN, UNKNOWN)])
def test_not_turns_yes_and_no_and_leaves_unknown(value, turned):
    """Twice not is what it was."""
    assert negate(value) is turned
    assert negate(negate(value)) is value


def test_of_nothing_all_is_true_and_any_is_not():
    """Every rule about nobody holds; no rule holds for somebody."""
    assert all_of([]) is YES
    assert any_of([]) is NO


@pytest.mark.parametrize(("claim", "value"), [(True, YES), (False, NO), (None, UNKNOWN)])
def test_what_nobody_told_is_unknown_and_not_no(claim, value):
    """None is the absence of an answer."""
    assert truth(claim) is value


def test_the_smallest_is_and_and_the_largest_is_or():
    """The engine leans on this order."""
    for first, second in product(VALUES, repeat=2):
        assert min(first, second) is all_of([first, second])
        assert max(first, second) is any_of([first, second])
