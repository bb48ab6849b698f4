"""Until when an answer holds: up to that moment nothing changes by itself, at that moment something does."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdit.norms.act import Act
from magdit.norms.compile_pack import compile_pack
from magdit.norms.horizon import valid_until
from magdit.norms.judge import Book, outcome_of
from magdit.norms.model import Pack
from magdit.norms.situation import Situation
from tests.norms.mendable import broken_acts, mendable_packs
from tests.norms.random_acts import acts
from tests.norms.strategies import CATALOGUE, packs

A_SECOND = timedelta(seconds=1)
any_pack = st.one_of(packs(), mendable_packs())
any_acts = st.lists(st.one_of(acts(), broken_acts()), min_size=4, max_size=4)


class Clock:
    """One act under one protocol, looked at on other moments. Told by its day only, it stays so."""

    def __init__(self, pack: Pack, act: Act) -> None:
        assert act.moment is not None
        self.act, self.end = act, pack.lifecycle.end
        self.by_hour = isinstance(act.moment, datetime)
        self.ready = compile_pack(pack, CATALOGUE)
        self.start = datetime(act.moment.year, act.moment.month, act.moment.day)
        self.start = act.moment if isinstance(act.moment, datetime) else self.start
        self.outcome = outcome_of((self.ready,), Situation(act))

    @property
    def until(self) -> datetime | None:
        return valid_until(Book((self.ready,), CATALOGUE), self.act, self.outcome, None)

    def is_before(self, moment: datetime, until: datetime) -> bool:
        """Whether the answer should still hold: `until` itself is the first moment at which it does not."""
        return moment < until if self.by_hour else moment.date() < until.date()

    def changed_at(self, moment: datetime) -> bool:
        then = self.act.with_fact("moment", moment if self.by_hour else moment.date())
        return outcome_of((self.ready,), Situation(then)).value != self.outcome.value


@given(any_pack, any_acts, st.randoms(use_true_random=False))
def test_until_then_nothing_changes_by_itself(pack: Pack, several: list[Act], chance: Random) -> None:
    """On moments picked at random in between, and on the last one, the outcome is the same."""
    for clock in (Clock(pack, act) for act in several if act.moment is not None):
        until = clock.until
        length = (until or clock.start + timedelta(days=2200)) - clock.start
        picked = [(clock.start + length * chance.random() ** 3).replace(microsecond=0) for _ in range(12)]

        between = [moment for moment in picked if until is None or clock.is_before(moment, until)]

        assert not any(clock.changed_at(moment) for moment in between)
        assert until is None or not clock.by_hour or not clock.changed_at(max(until - A_SECOND, clock.start))


@given(any_pack, any_acts)
def test_at_that_moment_the_answer_changes_or_the_protocol_ends(pack: Pack, several: list[Act]) -> None:
    """At that very second, also where the last hour itself still counts ("tot 17:00")."""
    for clock in (Clock(pack, act) for act in several if act.moment is not None):
        until = clock.until
        if until is not None and until.date() != clock.end:
            assert clock.changed_at(until)


@given(any_pack, any_acts)
def test_looking_later_never_gives_an_earlier_end(pack: Pack, several: list[Act]) -> None:
    """As long as the answer holds, it ends when it was said to end."""
    for clock in (Clock(pack, act) for act in several if isinstance(act.moment, datetime)):
        until = clock.until
        later = clock.start + timedelta(hours=1)
        if until is not None and later < until:
            assert Clock(pack, clock.act.with_fact("moment", later)).until == until


@pytest.mark.parametrize("moment", [date(9999, 12, 31), datetime(9999, 12, 31, 23, 59)])
def test_a_moment_at_the_end_of_the_calendar_has_no_end(voorbeeld: Book, moment: date) -> None:
    """Some systems write "for ever" as the last day there is."""
    act = Act(facts={"wie": ("leerkracht",), "handeling": "versturen", "medium": "ouderportaal", "moment": moment})

    outcome = outcome_of(voorbeeld.packs, Situation(act))

    assert valid_until(voorbeeld, act, outcome, None) is None
