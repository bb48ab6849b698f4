"""What may stand in a name: letters of every script; nothing unseen, and nothing that is no name."""

import pytest

from magdit.areas.journal.refused import Refused
from magdit.areas.people.clean_names import clean


@pytest.mark.parametrize(
    "name",
    [
        "Noor",
        "Zoë",
        "D'Artagnan",
        "O’Brien",
        "Anne-Fleur",
        "Şeyma",
        "Łukasz",
        "王小明",
        "Мария",
        "عائشة",
        "ज्योति",
        "J.P.",
    ],
)
def test_names_of_every_script_stay_as_they_are(name: str) -> None:
    assert clean(name, field="first") == name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Noor \t Anna ", "Noor Anna"),
        ("No\u200bor", "Noor"),
        ("\u202eNoor\u202c", "Noor"),
        ("Noor\x00\x07", "Noor"),
        ("Zoe\u0308", "Zoë"),
        ("Noor\u00a0Anna", "Noor Anna"),
        ("Ｎｏｏｒ", "Noor"),
        ("𝓝oor", "Noor"),
        ("d`Arc", "d'Arc"),
        ("Anne–Fleur", "Anne-Fleur"),
        ("\ufe0f\u3164Noor", "Noor"),
        ("\ufeffNoor", "Noor"),
    ],
)
def test_what_cannot_be_seen_is_taken_out(typed: str, kept: str) -> None:
    assert clean(typed, field="first") == kept


@pytest.mark.parametrize(
    "typed",
    [
        "Noor 🌸",
        "N00r",
        "Noor<script>",
        "Noor;",
        "=Noor",
        "@Noor",
        "Noor_",
        "-",
        "'",
        "Nо\u043er",
        "Z" + "\u0301" * 5 + "o",
        "\u0301Noor",
        "\ue000",
        "Noor\ud800",
    ],
)
def test_what_is_no_name_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        clean(typed, field="called")

    assert refused.value.code == "name_sign"
    assert refused.value.facts == {"field": "roepnaam"}


def test_a_name_that_does_not_fit_is_refused_whole_and_never_cut() -> None:
    assert clean("a" * 160, field="last") == "a" * 160
    with pytest.raises(Refused) as refused:
        clean("a" * 161, field="last")

    assert refused.value.code == "name_long"


def test_an_institution_may_have_digits_in_its_name() -> None:
    assert clean("Stichting Voogdij 1e Lijn & Co.", field="last", institution=True) == "Stichting Voogdij 1e Lijn & Co."
    with pytest.raises(Refused):
        clean("Stichting 🌸", field="last", institution=True)


def test_an_empty_name_stays_empty() -> None:
    assert clean(" \u200b ", field="infix") == ""
