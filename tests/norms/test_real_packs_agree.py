"""The packs of magdit itself are judged as they are written: on every case, and on every case with less told."""

from __future__ import annotations

import os
from itertools import islice

import pytest

from magdit.norms.read_act import read_act
from magdit.protocols.cases import read_cases
from magdit.protocols.library import Library
from tests.norms.less_told import assert_judged_as_written, with_less_told

LIBRARY = Library()
EVERY = 1 if os.environ.get("MAGDIT_TESTS") == "full" else 9


@pytest.mark.parametrize("pack_id", LIBRARY.ids(with_law=True))
def test_a_pack_of_magdit_is_judged_as_it_is_written(pack_id):
    """The engine and the plain reading give the same outcome, norms and clauses."""
    book = LIBRARY.book(pack_id, with_law=False)
    told = [read_act(case.act, book.catalogue) for case in read_cases(LIBRARY.folder(pack_id))]

    for act in islice((less for whole in told for less in with_less_told(whole)), 0, None, EVERY):
        assert_judged_as_written(book.packs[0], book.catalogue, act)
