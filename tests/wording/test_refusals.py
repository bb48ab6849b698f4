"""What the register refuses is told with days as a Dutch reader writes them."""

from datetime import date

import pytest

from magdit.wording.refusals import refusal_sentence


@pytest.mark.parametrize("day", [date(2026, 9, 1), "2026-09-01"])
def test_a_day_in_a_refusal_reads_as_a_dutch_day(day):
    said = refusal_sentence("round_not_open", {"day": day})

    assert "op 01-09-2026." in said


def test_what_only_looks_a_little_like_a_day_stays_as_it_was_typed():
    said = refusal_sentence("import_nobody_doubtful", {"key": "2026-09-01-12"})

    assert "'2026-09-01-12'" in said
