"""What a norm is said to read is all that it reads: the shortcuts of the engine rest on it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from magdit.norms.act import Act
from magdit.norms.answer import distinct
from magdit.norms.compile_pack import compile_pack
from magdit.norms.differing import differing
from magdit.norms.judge import Outcome, outcome_of
from magdit.norms.model import Pack
from magdit.norms.ready import norm_grounds
from magdit.norms.situation import Situation
from magdit.norms.truth import YES
from tests.norms.mendable import broken_acts, mendable_packs
from tests.norms.random_acts import acts, acts_with_holes
from tests.norms.strategies import CATALOGUE, packs

any_pack = st.one_of(packs(), mendable_packs())
unlike = st.lists(st.tuples(*[st.one_of(acts(), broken_acts())] * 2), min_size=4, max_size=4)
alike = st.lists(acts_with_holes(), min_size=4, max_size=4)


def told(outcome: Outcome) -> list[tuple[object, ...]]:
    """Everything that an outcome says, without the situation it was said of."""
    findings = [(f.ready.norm.id, f.says, f.met, f.lifted, f.situation.index) for f in outcome.findings]
    duties = [(triggered.duty.id, triggered.state) for _, triggered in outcome.duties]
    return [(outcome.value, outcome.scope), *findings, *duties]


@given(any_pack, st.one_of(unlike, alike))
def test_an_act_supposed_on_top_of_another_is_judged_as_if_it_came_alone(
    pack: Pack, several: list[tuple[Act, Act]]
) -> None:
    """However much or little the two have in common."""
    ready = compile_pack(pack, CATALOGUE)

    for one, other in several:
        first = Situation(one)
        outcome_of((ready,), first)
        supposed = outcome_of((ready,), first.supposing(other))

        assert told(supposed) == told(outcome_of((ready,), Situation(other)))


@given(any_pack, st.one_of(unlike, alike))
def test_a_norm_that_reads_nothing_of_a_change_says_the_same(pack: Pack, several: list[tuple[Act, Act]]) -> None:
    """Also norms behind a shut door: what differs there says nothing."""
    ready = compile_pack(pack, CATALOGUE)

    for one, other in several:
        changed = differing(one, other)
        before, after = (outcome_of((ready,), Situation(act)).findings for act in (one, other))
        untouched = {norm.norm.id for norm in ready.norms if norm.reads.isdisjoint(changed)}

        said_before = [(f.ready.norm.id, f.says, f.situation.index) for f in before if f.ready.norm.id in untouched]
        said_after = [(f.ready.norm.id, f.says, f.situation.index) for f in after if f.ready.norm.id in untouched]

        assert not ready.scope_reads.isdisjoint(changed) or said_before == said_after


@given(any_pack, st.lists(st.one_of(acts(), broken_acts()), min_size=4, max_size=4))
def test_norms_behind_a_shut_door_have_nothing_to_say(pack: Pack, several: list[Act]) -> None:
    """Whatever else is so of the act."""
    ready = compile_pack(pack, CATALOGUE)

    for act in several:
        opened = ready.index.opened_by(act)
        shut = [norm for place, norm in enumerate(ready.norms) if place not in opened]

        assert not any(norm.gate.test(Situation(act)) for norm in shut)


@given(any_pack, st.lists(st.one_of(acts(), broken_acts()), min_size=4, max_size=4))
def test_a_gate_that_is_said_to_stand_open_does(pack: Pack, several: list[Act]) -> None:
    """Norms behind it are judged without trying it."""
    ready = compile_pack(pack, CATALOGUE)

    for act in several:
        opened = [ready.norms[place].gate for place in ready.index.wide_open_to(act)]

        assert all(gate.test(Situation(act)) is YES for gate in opened)


@given(any_pack, st.lists(st.one_of(acts(), broken_acts()), min_size=4, max_size=4))
def test_a_finding_tells_the_grounds_that_its_pieces_tell_by_themselves(pack: Pack, several: list[Act]) -> None:
    """What is known of an outcome when it is explained spares looking; it changes nothing."""
    book = (compile_pack(pack, CATALOGUE),)

    for act in several:
        for finding in outcome_of(book, Situation(act)).findings:
            assert finding.grounds() == distinct(norm_grounds(finding.ready, finding.situation))
