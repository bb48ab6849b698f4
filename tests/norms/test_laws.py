"""Laws that hold under any protocol and for any act (design 3.2), each as one sentence."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from magdit.norms.act import Act
from magdit.norms.answering import answer
from magdit.norms.compile_pack import compile_pack
from magdit.norms.conditions.tree import Name
from magdit.norms.judge import Book, outcome_of
from magdit.norms.model import Norm, Pack
from magdit.norms.situation import Situation
from tests.norms.random_acts import acts, acts_with_holes
from tests.norms.strategies import CATALOGUE, packs


def judged(pack: Pack, act: Act) -> str:
    return outcome_of((compile_pack(pack, CATALOGUE),), Situation(act)).value


def without_presumptions(pack: Pack) -> Pack:
    """The same protocol without what counts as something until it is told otherwise.

    That is a definition with bij_ontbreken and an opt-out, on which silence is no objection. Facts asked on a flag,
    objections and deviations are the other presumptions; the acts of these tests leave them alone.
    """
    return replace(
        pack,
        definitions=tuple(replace(definition, absent_is_no=False) for definition in pack.definitions),
        consent_rules=tuple(replace(rule, opt_out=False) for rule in pack.consent_rules),
    )


@given(packs().map(without_presumptions), st.lists(acts_with_holes(), min_size=5, max_size=5))
def test_telling_more_never_turns_a_decided_verdict(pack: Pack, several: list[tuple[Act, Act]]) -> None:
    """Only what was uncertain may still become anything."""
    for whole, less in several:
        before = judged(pack, less)

        assert before in {"onzeker", judged(pack, whole)}


def shuffled(pack: Pack, chance: Random) -> Pack:
    """The same protocol with its tables in another order."""
    return replace(
        pack,
        clauses=tuple(chance.sample(pack.clauses, len(pack.clauses))),
        norms=tuple(chance.sample(pack.norms, len(pack.norms))),
        definitions=tuple(chance.sample(pack.definitions, len(pack.definitions))),
        powers=tuple(chance.sample(pack.powers, len(pack.powers))),
        duties=tuple(chance.sample(pack.duties, len(pack.duties))),
        scopes=tuple(chance.sample(pack.scopes, len(pack.scopes))),
    )


@given(packs(), st.lists(acts(), min_size=3, max_size=3), st.randoms(use_true_random=False))
def test_the_order_of_the_document_decides_nothing(pack: Pack, several: list[Act], chance: Random) -> None:
    """Clauses, norms, definitions, powers and duties in any order give one verdict on the same grounds."""
    first, second = (Book((compile_pack(each, CATALOGUE),), CATALOGUE) for each in (pack, shuffled(pack, chance)))

    for act in several:
        one, other = answer(first, act), answer(second, act)

        assert (one.as_handed_in, one.verdict, set(one.clauses)) == (
            other.as_handed_in,
            other.verdict,
            set(other.clauses),
        )
        assert {reason.norm for reason in one.reasons} == {reason.norm for reason in other.reasons}


@given(packs(), st.lists(acts(), min_size=5, max_size=5))
def test_every_verdict_cites_a_clause(pack: Pack, several: list[Act]) -> None:
    """Also the one that nothing is regulated, and each layer's own."""
    book = Book((compile_pack(pack, CATALOGUE),), CATALOGUE)

    for act in several:
        found = answer(book, act)

        assert found.clauses
        assert all(layer.clauses for layer in found.layers.values())


@given(packs(), st.data())
def test_a_lower_rank_never_lifts_a_higher_one(pack: Pack, data: st.DataObject) -> None:
    """A school's exception to what is all law changes nothing."""
    assume(any(norm.lifts for norm in pack.norms))
    lifter = data.draw(st.sampled_from([norm for norm in pack.norms if norm.lifts]))
    ranked = [replace(norm, rank="school" if norm is lifter else "wet") for norm in pack.norms]
    without = [replace(norm, lifts=()) if norm.id == lifter.id else norm for norm in ranked]

    for act in data.draw(st.lists(acts(), min_size=3, max_size=3)):
        assert judged(replace(pack, norms=tuple(ranked)), act) == judged(replace(pack, norms=tuple(without)), act)


@given(packs(), st.lists(acts(), min_size=3, max_size=3))
def test_a_consent_requirement_is_never_lifted(pack: Pack, several: list[Act]) -> None:
    """Where every ban waits for a yes, exceptions to it change nothing."""
    asking = [_asks_a_yes(norm) if norm.kind != "toestemming" else replace(norm, only=False) for norm in pack.norms]
    without = [replace(norm, lifts=()) for norm in asking]

    for act in several:
        assert judged(replace(pack, norms=tuple(asking)), act) == judged(replace(pack, norms=tuple(without)), act)


def _asks_a_yes(norm: Norm) -> Norm:
    return replace(norm, per="persoon_in_beeld", unless=(Name("beeld_ja"), *norm.unless))
