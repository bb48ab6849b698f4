"""A word of a closed list may be spelt otherwise ("lerares", "insta"): never a fault of ours, at any address."""

from __future__ import annotations

import pytest

from magdit.words.media import MEDIA
from magdit.words.roles import ROLES
from tests.areas.consent.conftest import make_item

SPELT = [spelling for word in (*MEDIA, *ROLES) for spelling in word.also]


@pytest.mark.parametrize("spelling", SPELT)
def test_another_spelling_is_understood_or_refused_in_words(calls, board, school, noor, spelling):
    make_item(board)
    program = calls()

    asked = [
        program.get("/people", role=spelling),
        program.get("/consents", school=school.code, channel=spelling),
        program.get("/consents/not-allowed", school=school.code, channel=spelling),
    ]

    assert {answer.status_code for answer in asked} <= {200, 422}
