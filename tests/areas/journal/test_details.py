"""In the open stand numbers, codes, ids and days. A name never gets there."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdit.areas.journal.allowed import check_ref, check_verb, plain
from magdit.areas.journal.doing import Ref
from magdit.areas.journal.refused import Refused

FIRST = st.sampled_from("Noor Sem Fatima Bram Olaf Zoë Jürgen Ana-María D'Arcy Ş. Jan-Willem".split())
INFIX = st.sampled_from(["", "van", "van der", "de", "el", "'t"])
LAST = st.sampled_from("Visser Dijk Boer Yılmaz Bakker-Smit Çelik O'Brien Li".split())
NAMES = st.tuples(FIRST, INFIX, LAST).map(lambda parts: " ".join(part for part in parts if part)) | FIRST | LAST


@given(name=NAMES)
def test_a_name_as_people_write_it_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="personal_in_details"):
        plain({"wie": name})


@given(name=NAMES)
def test_a_name_within_a_list_or_table_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="personal_in_details"):
        plain({"wie": [{"een": ["6a", name]}]})


@given(name=NAMES)
def test_a_name_is_no_id(name: str) -> None:
    with pytest.raises(Refused, match="not_a_ref"):
        check_ref(Ref("persoon", name))


@pytest.mark.parametrize(
    "value",
    [
        "noor@thuis.example", "06 12345678", "06-12345678", "+31612345678", "123456782", 123456782, "1234AB", "1234 AB",
        "Lindelaan 1", "ze wil niet op de foto", "Groep 6", 3.14, b"Noor", object(), "noor van dijk", "a" * 100,
    ],
)  # fmt: skip
def test_what_could_be_personal_is_refused(value: Any) -> None:
    with pytest.raises(Refused, match="personal_in_details"):
        plain({"wat": value})


@pytest.mark.parametrize("key", ["naam", "Geboortedatum", "e-mail", "vrije tekst", "Noor van Dijk", ""])
def test_a_key_that_asks_for_something_personal_is_refused(key: str) -> None:
    with pytest.raises(Refused, match="personal_in_details"):
        plain({key: 1})


@pytest.mark.parametrize(
    "value",
    [
        0, -3, 2026, True, None, "", "foto-website", "osvs", "IV.M8", "3.4-naam", "oneroster:1.2", "2026-03-03", "6a",
        "2026-03-03T12:00:00+01:00", "6f1c0e5a-0000-4000-8000-000000000009", "ab" * 32, ["foto", "video"], {"nieuw": 3},
    ],
)  # fmt: skip
def test_numbers_codes_days_ids_and_marks_may_stand_there(value: Any) -> None:
    assert plain({"wat": value}) == {"wat": value}


def test_days_moments_and_ids_are_written_out() -> None:
    told = plain({"dag": date(2026, 3, 3), "op": datetime(2026, 3, 3, 12, tzinfo=UTC), "van": UUID(int=9), "n": {2, 1}})

    assert told == {"dag": "2026-03-03", "op": "2026-03-03T12:00:00+00:00", "van": str(UUID(int=9)), "n": [1, 2]}


@pytest.mark.parametrize("verb", ["", "Noor", "gaf toestemming!", "a" * 61, "1e", "toestemming\nof niet"])
def test_a_verb_is_a_few_plain_words(verb: str) -> None:
    with pytest.raises(Refused, match="not_a_verb"):
        check_verb(verb)


@pytest.mark.parametrize("about", [("persoon", "12"), ("systeem", "nightly"), ("onderwerp", "ab" * 32)])
def test_rows_systems_and_marks_are_ids(about: tuple[str, str]) -> None:
    check_ref(Ref(*about))
