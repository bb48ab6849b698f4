"""What is typed freely is kept without what nobody can see, and never cut off in silence."""

from __future__ import annotations

import pytest

from magdit.areas.people.entry import email, free_text, language
from magdit.areas.people.imports.mappings import mapping_name
from tests.areas.people.test_persons import refusal


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("bewijs\0x", "bewijsx"),
        ("\u202egekeerd", "gekeerd"),
        ("een\tregel\r\nen  nog een\u2028", "een regel en nog een"),
        ("half\ud800 teken", "half teken"),
        ("\u200b\u0007", ""),
        ("https://delinde.example/weg?x=1 😀", "https://delinde.example/weg?x=1 😀"),
    ],
)
def test_what_nobody_can_see_is_taken_out(typed: str, kept: str):
    assert free_text(typed, field="bewijs", most=300) == kept


def test_what_does_not_fit_is_refused():
    assert free_text("x" * 300, field="bewijs", most=300) == "x" * 300
    assert refusal(lambda: free_text("x" * 301, field="bewijs", most=300)) == "name_long"


@pytest.mark.parametrize("code", ["xx", "zzz", "../..", "nl\0", "qq-NL", "NL", ""])
def test_a_language_that_is_none_is_refused(code: str):
    assert refusal(lambda: language(code)) == "language_wrong"


@pytest.mark.parametrize("code", ["nl", "en-GB", "ar", "pap", "zh-Hans", "tzm", "rif", "uk", "ti"])
def test_a_language_of_a_parent_is_kept(code: str):
    assert language(code) == code


@pytest.mark.parametrize("typed", ["a@[127.0.0.1]", "a@[IPv6:::1]", "a\0@b.nl", "a@b", "a b@c.nl"])
def test_an_address_that_no_parent_has_is_refused(typed: str):
    assert refusal(lambda: email(typed)) == "email_wrong"


def test_the_name_of_a_mapping_is_cleaned_and_never_cut_off():
    assert mapping_name(" onze\0 \u202elijst ") == "onze lijst"
    assert refusal(lambda: mapping_name("x" * 61)) == "name_long"
