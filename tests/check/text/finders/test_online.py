"""Mail, web and account addresses: also mistyped and written out; a forgotten space after a full stop makes none."""

import pytest

from tests.check.text.finders.conftest import Valued


@pytest.mark.parametrize(
    "written",
    [
        "noor at school punt nl",
        "noor(at)school.nl",
        "noor @ school.nl",
        "noor@school,nl",
        "noor apenstaartje school punt nl",
    ],
)
def test_mail_that_is_spaced_mistyped_or_written_out_is_possible(valued: Valued, written: str) -> None:
    assert valued(f"Het adres is {written}") == [(written, "email", "mogelijk")]


@pytest.mark.parametrize("written", ["*{}*", "_{}_", "({})", "<{}>", "mailto:{}", "{};", "{}/a@b.nl"])
def test_mail_is_cut_out_of_what_stands_around_it(valued: Valued, written: str) -> None:
    assert ("info@school.nl", "email", "zeker") in valued(written.format("info@school.nl"))


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("Zie https://school.nl/foto📸", "https://school.nl/foto"),
        ("Kijk op delinde.school.", "delinde.school"),
        ("obsdekring.info is vernieuwd", "obsdekring.info"),
        ("(zie www.school.nl/groep5).", "www.school.nl/groep5"),
        ("bit.ly/3xY of zo", "bit.ly/3xY"),
    ],
)
def test_a_web_address_ends_before_what_closes_the_sentence(valued: Valued, text: str, url: str) -> None:
    assert valued(text) == [(url, "url", "zeker")]


@pytest.mark.parametrize(
    "text",
    [
        "Het is klaar.de kinderen zijn blij",
        "Tot morgen.info volgt",
        "Vraag het dhr.de Wit",
        "a.u.b.nu",
        "node.js",
        "o.a.de juf",
    ],
)
def test_a_forgotten_space_makes_no_address(valued: Valued, text: str) -> None:
    assert valued(text) == []


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("volg @basisschool.nl", "@basisschool.nl"),
        ("@noor@mastodon.nl", "@noor@mastodon.nl"),
        ("mijn snap is noorvd.", "noorvd"),
        ("insta: noor_xx", "noor_xx"),
        ("add me: noor#1234", "noor#1234"),
    ],
)
def test_an_account_is_found_by_its_sign_or_its_platform(valued: Valued, text: str, account: str) -> None:
    assert [(words, kind) for words, kind, _ in valued(text)] == [(account, "handle")]


@pytest.mark.parametrize(
    "text",
    [
        "We starten @ 15:00",
        "@everyone morgen gym",
        "Instagram: foto's van het kamp",
        "Ik snap het niet",
        "@property",
        "issue#1234",
    ],
)
def test_a_time_everyone_and_a_verb_are_no_account(valued: Valued, text: str) -> None:
    assert valued(text) == []
