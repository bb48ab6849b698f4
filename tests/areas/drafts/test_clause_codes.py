"""Whatever a protocol calls its articles: the journal takes what we make of that, so it never keeps a post back."""

from __future__ import annotations

import pytest

from magdit.areas.drafts.clause_codes import clause_code
from magdit.areas.journal.allowed import plain
from magdit.protocols.library import Library

PACKS = Library()


@pytest.mark.parametrize("pack", PACKS.ids(with_law=True))
def test_the_journal_takes_every_article_of_every_pack(pack: str) -> None:
    codes = [clause_code(clause.number) for clause in PACKS.pack(pack).clauses]

    assert all(codes)
    assert len(set(codes)) == len(codes)
    assert plain({"artikelen": codes}) == {"artikelen": codes}


def test_what_names_nothing_is_left_out() -> None:
    assert [clause_code(number) for number in ("", "§", "0612345678")] == ["", "", ""]
