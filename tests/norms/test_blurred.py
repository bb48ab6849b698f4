"""What is forbidden while some facts are untold stays forbidden whatever they turn out to be."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from magdit.norms.act import Act, Person
from magdit.norms.blurred import stays_forbidden
from magdit.norms.compile_pack import compile_pack
from magdit.norms.differing import GRANTS
from magdit.norms.judge import Outcome, outcome_of
from magdit.norms.model import Pack
from magdit.norms.situation import Situation
from tests.norms.mendable import broken_acts, mendable_packs
from tests.norms.random_acts import acts
from tests.norms.school import act as an_act
from tests.norms.school import judge, rule, school
from tests.norms.strategies import CATALOGUE, packs

NAMES = sorted({*CATALOGUE.facts, GRANTS} - {"naam"})
any_pack = st.one_of(packs(), mendable_packs())
pairs = st.tuples(st.one_of(acts(whole=True), broken_acts()), st.one_of(acts(), broken_acts()))


def outcome(pack: Pack, act: Act) -> Outcome:
    return outcome_of((compile_pack(pack, CATALOGUE),), Situation(act))


def turned(act: Act, other: Act, names: frozenset[str]) -> Act:
    """The act with these facts as they are in another one, or untold where that one does not tell them."""
    groups = {}
    for group, people in act.people.items():
        theirs = other.people.get(group) or ()
        pairs = [(one, theirs[at] if at < len(theirs) else Person({})) for at, one in enumerate(people or ())]
        groups[group] = people and tuple(replace(one, facts=_mixed(one, two, names)) for one, two in pairs)
    grants = other.grants if GRANTS in names else act.grants
    return replace(act, facts=_mixed(act, other, names), people=groups, grants=grants)


def _mixed(one: Act | Person, other: Act | Person, names: frozenset[str]) -> dict[str, object]:
    kept = {name: value for name, value in one.facts.items() if name not in names}
    return kept | {name: value for name, value in other.facts.items() if name in names}


@given(any_pack, st.lists(pairs, min_size=4, max_size=4), st.sets(st.sampled_from(NAMES), min_size=1))
def test_an_act_that_stays_forbidden_is_so_however_these_facts_turn_out(
    pack: Pack, several: list[tuple[Act, Act]], names: set[str]
) -> None:
    """Also where another act tells them, or nobody does."""
    for act, other in several:
        before = outcome(pack, act)
        after = outcome(pack, turned(act, other, frozenset(names)))

        assert not stays_forbidden(before, frozenset(names)) or after.value == "mag_niet"


def test_a_ban_that_also_hangs_on_what_nobody_can_change_stays() -> None:
    """In public with a photo or in the lesson: leaving out the photo helps nobody who is in the lesson."""
    under = school(rule("1", als="inhoud bevat foto of tijdens_les"))
    act = an_act(inhoud=["foto"], tijdens_les=True)
    before = outcome_of(under.packs, Situation(act))

    assert stays_forbidden(before, frozenset({"inhoud"}))
    assert not stays_forbidden(before, frozenset({"inhoud", "tijdens_les"}))


def test_what_counts_as_something_while_untold_is_left_to_be_tried() -> None:
    """Nobody told that it is harmful counts as no; told as yes it would be otherwise."""
    under = school(rule("1", als="niet vertrouwelijk"))
    before = outcome_of(under.packs, Situation(an_act(vertrouwelijk=False)))

    assert before.value == "mag_niet"
    assert not stays_forbidden(before, frozenset({"vertrouwelijk"}))


def test_no_way_out_is_told_where_one_ban_always_stays() -> None:
    """And the way out that there is without that ban is found."""
    lesson = rule("1", als="inhoud bevat foto of tijdens_les")

    forbidden = judge(school(lesson), inhoud=["foto", "tekst"], tijdens_les=True)
    mendable = judge(school(lesson), inhoud=["foto", "tekst"], tijdens_les=False)

    assert (forbidden.as_handed_in, forbidden.routes) == ("mag_niet", ())
    assert mendable.routes
