"""Which articles a range means, with letters behind their numbers."""

import pytest

from magdit.norms.model import Clause
from magdit.norms.references import clauses_meant

NUMBERS = ("1", "2", "3", "3a", "3b", "4", "IV.M3", "IV.M3a", "IV.M7", "V.4")
CLAUSES = tuple(Clause(number, "", ("verbod",), "Zo doen wij het.") for number in NUMBERS)


@pytest.mark.parametrize(
    ("reference", "meant"),
    [
        ("2..3", ("2", "3", "3a", "3b")),
        ("2..3a", ("2", "3", "3a")),
        ("3a..3a", ("3a",)),
        ("3b..4", ("3b", "4")),
        ("IV.M3..IV.M7", ("IV.M3", "IV.M3a", "IV.M7")),
        ("IV.M3a..IV.M7", ("IV.M3a", "IV.M7")),
    ],
)
def test_a_range_takes_in_what_lies_between(reference, meant):
    assert clauses_meant(reference, CLAUSES, by="1") == meant
