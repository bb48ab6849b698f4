"""Citizen service numbers: by the word beside them and their check digit, and never kept."""

import pytest

from magdit.check.text.finders import bsn
from magdit.check.text.text import Text
from tests.check.text.finders.conftest import Valued


@pytest.mark.parametrize("number", ["111222333", "1112.22.333", "111 222 333", "111-222-333"])
def test_named_and_right_is_certain(valued: Valued, number: str) -> None:
    assert valued(f"Het BSN van Noor is {number}.") == [(number, "bsn", "zeker")]


@pytest.mark.parametrize("text", ["BSN 111222334", "Noor van Dijk 111222333", "bsn: 11122233"])
def test_one_of_the_two_is_possible(valued: Valued, text: str) -> None:
    assert [(kind, sure) for _, kind, sure in valued(text)] == [("bsn", "mogelijk")]


@pytest.mark.parametrize(
    "text",
    [
        "Factuurnummer 111222333",
        "111222333 is het ordernummer",
        "BSN-formulier van 12-03-2026",
        "€ 111222333",
        "Tracking 111222333",
        "Noor van Dijk 111222334",
    ],
)
def test_another_number_or_a_date_is_none(valued: Valued, text: str) -> None:
    assert [kind for _, kind, _ in valued(text) if kind == "bsn"] == []


def test_a_telephone_behind_a_bsn_is_no_second_bsn(valued: Valued) -> None:
    found = valued("BSN 111222333, tel 612345678")

    assert [(words, kind) for words, kind, _ in found] == [("111222333", "bsn"), ("612345678", "phone")]


def test_no_finding_holds_the_number() -> None:
    findings = bsn.find(Text.of("BSN 111222333, bsn 111222334 en 1112.22.333"))

    assert len(findings) == 3
    assert not any(sign in repr(findings) for sign in ("111222", "1112.22"))
