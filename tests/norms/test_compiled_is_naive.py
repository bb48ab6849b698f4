"""The engine judges as its definition does: on any protocol and any act, the same outcome on the same grounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from magdit.norms.act import Act
from magdit.norms.answering import answer
from magdit.norms.compile_pack import compile_pack
from magdit.norms.judge import Book
from magdit.norms.model import Pack
from magdit.norms.naive.verdict import judge_plainly
from tests.norms.random_acts import acts
from tests.norms.strategies import CATALOGUE, packs


@given(packs(), st.lists(acts(), min_size=5, max_size=5))
def test_the_compiled_engine_says_what_the_plain_reading_says(pack: Pack, several: list[Act]) -> None:
    """Outcome, deciding norms and clauses to cite are the same."""
    book = Book((compile_pack(pack, CATALOGUE),), CATALOGUE)

    for act in several:
        found, plain = answer(book, act), judge_plainly(pack, CATALOGUE, act)

        assert (found.as_handed_in, set(found.clauses)) == (plain.value, set(plain.clauses))
        assert {reason.norm.rstrip("!") for reason in found.reasons} == plain.norms
