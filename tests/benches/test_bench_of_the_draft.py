"""The bench of the draft in short form: it measures what it says. What the figure is stands in bench/results.md."""

from __future__ import annotations

import pytest

from bench import draft
from magdit.norms import answering, horizon, judge, layers, questions, routes
from magdit.norms.answering import answer
from magdit.norms.read_act import read_act
from magdit.protocols.library import Library

MOST_JUDGEMENTS = 24


def test_judging_thirty_persons_is_measured_as_a_part_of_the_whole_check(monkeypatch):
    """One short run: the row names its goal and a share between nothing and everything."""
    monkeypatch.setattr(draft, "RUNS", 1)

    share = draft.share_of_judging()

    assert 0 < share < 1


@pytest.mark.parametrize("state", ["gegeven", "geweigerd"])
def test_a_draft_with_thirty_persons_is_judged_a_bounded_number_of_times(monkeypatch, state):
    """Routes, question and horizon judge again; how often does not grow with the number of people."""
    counted: list[int] = []

    def counting(*args, **kwargs):
        counted.append(1)
        return judge.outcome_of(*args, **kwargs)

    for module in (answering, horizon, layers, questions, routes):
        monkeypatch.setattr(module, "outcome_of", counting)
    book = Library().book("osvs")
    people = [
        {"naam": f"leerling {number}", "rol": "leerling", "leeftijd": 9, "herkenbaar": True, "toestemming": state}
        for number in range(30)
    ]
    act = {"wie": "leerkracht", "handeling": "plaatsen", "medium": "instagram", "moment": "2026-11-20T14:00"}

    answer(book, read_act({**act, "platformafspraken": "gemaakt", "in_beeld": people}, book.catalogue))

    assert 0 < len(counted) <= MOST_JUDGEMENTS
