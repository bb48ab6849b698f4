"""Every route to yes gets there, nothing on it can be left out, and nobody is asked again who said no."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from magdit.norms.act import Act, Consent, Grant, Person
from magdit.norms.changes import moves_for
from magdit.norms.compile_pack import compile_pack
from magdit.norms.judge import Book, Outcome, outcome_of
from magdit.norms.model import Pack
from magdit.norms.naive.verdict import judge_plainly
from magdit.norms.routes import RouteFinder
from magdit.norms.situation import Situation
from magdit.norms.waiting import TROUBLE
from tests.norms.mendable import broken_acts, mendable_packs
from tests.norms.school import clause, judge, school
from tests.norms.strategies import CATALOGUE

BETTER = {"mag_niet": 0, "onzeker": 1, "voorleggen": 2, "niet_geregeld": 2, "mag": 3}
CLOSED = ("geweigerd", "ingetrokken", "verlopen")


class Desk:
    """A protocol at work: judges acts and finds the ways out."""

    def __init__(self, pack: Pack) -> None:
        self.ready = compile_pack(pack, CATALOGUE)
        self.book = Book((self.ready,), CATALOGUE)
        self.finder = RouteFinder(self.book, None)

    def outcome(self, act: Act) -> Outcome:
        return outcome_of((self.ready,), Situation(act))


several_acts = st.lists(broken_acts(), min_size=4, max_size=4)


@given(mendable_packs(), several_acts)
def test_every_route_ends_where_it_says(pack: Pack, several: list[Act]) -> None:
    """Once taken, the act is not forbidden, better off than before, and as the route promised."""
    desk = Desk(pack)

    for act in several:
        before = desk.outcome(act)
        for moves, promised in desk.finder.paths(act, before):
            after = desk.outcome(desk.finder.after(moves, act)).value

            assert after == promised
            assert BETTER[after] > BETTER[before.value]


@given(mendable_packs(), several_acts)
def test_no_sort_of_step_can_be_left_out_of_a_route(pack: Pack, several: list[Act]) -> None:
    """With one sort of step less the act is not as well off."""
    desk = Desk(pack)

    for act in several:
        for moves, promised in desk.finder.paths(act, desk.outcome(act)):
            for kind in {move.kind for move in moves}:
                fewer = tuple(move for move in moves if move.kind != kind)

                assert BETTER[desk.outcome(desk.finder.after(fewer, act)).value] < BETTER[promised]


@given(mendable_packs(), several_acts)
def test_what_one_step_mends_is_offered(pack: Pack, several: list[Act]) -> None:
    """Where a single step that a troubled norm allows is enough, there is a route."""
    desk = Desk(pack)

    for act in several:
        before = desk.outcome(act)
        troubled = [finding for finding in before.findings if finding.says in TROUBLE]
        moves = [move for f in troubled for move in moves_for(f, f.grounds(), desk.book, act)]
        enough = [move for move in moves if BETTER[desk.outcome(desk.finder.after((move,), act)).value] >= 2]

        assert not enough or desk.finder.paths(act, before)


@given(mendable_packs(), several_acts, st.sampled_from(CLOSED))
def test_nobody_who_said_no_is_asked_again(pack: Pack, several: list[Act], state: str) -> None:
    """A consent or leave that was refused, withdrawn or has expired is no way out."""
    desk = Desk(pack)

    for act in several:
        refused = _refused_by_all(act, state)
        for moves, _ in desk.finder.paths(refused, desk.outcome(refused)):
            assert not {move.step.remedy for move in moves} & {"toestemming_vragen", "akkoord_vragen"}


@given(mendable_packs(), several_acts)
def test_the_plain_reading_agrees_with_the_end_of_a_route(pack: Pack, several: list[Act]) -> None:
    """Routes of the author's own are judged the same by the second interpreter."""
    desk = Desk(pack)

    for act in several:
        for moves, promised in desk.finder.paths(act, desk.outcome(act)):
            if all(move.step.own for move in moves):
                assert judge_plainly(pack, CATALOGUE, desk.finder.after(moves, act)).value == promised


def _refused_by_all(act: Act, state: str) -> Act:
    """Everyone gave this answer for everything, in the short form or in full, and so did whoever gives leave."""
    shown = tuple(
        _refusing(person, state, full=place % 2 == 0) for place, person in enumerate(act.people["in_beeld"] or ())
    )
    grants = (Grant("schoolleider", state), Grant("leerkracht", state))
    told = {"moment": date(2026, 3, 4)} | dict(act.facts)
    return replace(act, facts=told, people={**act.people, "in_beeld": shown}, grants=grants)


def _refusing(person: Person, state: str, *, full: bool) -> Person:
    if not full:
        return replace(person, consent=state, consents=None)
    given_by = ("ouder", "leerling", "zelf")
    return replace(person, consent=None, consents=tuple(Consent(by, state) for by in given_by))


def test_the_step_is_about_the_one_in_trouble_also_when_a_norm_looks_at_all():
    """Daan, who has a yes, stands beside her; hiding him would mend nothing."""
    asks = {"levert": "ja_van_ouder", "voor": ["foto"], "door": [{"rol": "ouder"}]}
    ban = {
        "soort": "verbod",
        "per": "persoon_in_beeld",
        "als": "rol is leerling en herkenbaar en iemand in_beeld (herkenbaar)",
        "tenzij": ["ja_van_ouder"],
    }
    shown = {"rol": "leerling", "herkenbaar": True}
    people = [
        {**shown, "naam": "noor", "toestemming": "geweigerd"},
        {**shown, "naam": "daan", "toestemming": "gegeven"},
    ]

    found = judge(school(clause("1", norm=ban, toestemmingseis=asks)), inhoud=["foto"], in_beeld=people)

    assert "noor onherkenbaar maken" in [step.label for step in found.routes[0].steps]
