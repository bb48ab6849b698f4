"""0 as asked, 1 answered but not a yes, 2 bad input, 3 our own fault: for every command."""

import json

import pytest

from tests.check.draft.school import CONSENTS, ROSTER, SHOWN, no, padded, put
from tests.cli.conftest import PACKS

MAG = '{"wie": "leerkracht", "handeling": "plaatsen", "medium": "website", "persoonsgegevens": false, "in_beeld": []}'


@pytest.fixture
def refused(school):
    """A photo of Noor, whose parents said no, and the lists that say so."""
    school.photo("reis.jpg", "noor")
    put(school.folder, "leerlingen.csv", ROSTER.encode())
    school.table("toestemming.csv", CONSENTS, no(101))
    school.table("in-beeld.csv", SHOWN, padded("101;;;reis.jpg;1", SHOWN))
    return (
        *("reis.jpg", "--leerlingen", "leerlingen.csv", "--toestemming", "toestemming.csv"),
        *("--in-beeld", "in-beeld.csv"),
    )


@pytest.mark.parametrize(
    ("medium", "facts", "verdict", "code"),
    [
        ("website", (), "mag", 0),
        ("tiktok", (), "mag_niet", 1),
        ("facebook", (), "vraag", 1),
    ],
)
def test_check_answers_by_its_code_what_it_answers_in_words(check, medium, facts, verdict, code):
    ended = check("--tekst", "Vrijdag is de musical.", "--json", *facts, medium=medium)

    assert json.loads(ended.out)["verdict"] == verdict
    assert ended.code == code


def test_check_mag_mits_is_no_yes_and_after_mending_it_is(check, refused):
    asked = check(*refused)
    mended = check(*refused, "--herstel", "alles", "--niet-meer-herkenbaar")

    assert (asked.code, mended.code) == (1, 0)
    assert "◐ Mag, mits" in asked.out
    assert "✓ Mag" in mended.out


def test_check_eerst_weten_is_no_yes(check, school):
    school.photo("reis.jpg", "noor")

    ended = check("reis.jpg")

    assert ended.code == 1
    assert "… Eerst weten" in ended.out


def test_check_voorleggen_and_niet_geregeld_are_no_yes(check, magdit):
    """What the protocol does not speak of, it does not allow."""
    unspoken = check("--tekst", "Reis.", "--feit", "handeling=liken", "--laag", "protocol")
    parent = ("--protocol", "dorp", "--als", "ouder", "--medium", "website", "--packs", PACKS, "--laag", "protocol")
    outside = magdit("check", "--tekst", "Reis.", *parent)

    assert (unspoken.code, outside.code) == (1, 1)
    assert "→ Voorleggen" in unspoken.out
    assert "– Niet geregeld" in outside.out


def test_our_own_fault_is_three_and_says_so_without_a_traceback(check, monkeypatch):
    monkeypatch.setattr("magdit.wording.receipt.receipt", lambda *_, **__: 1 / 0)

    ended = check("--tekst", "Reis.")

    assert (ended.code, ended.out) == (3, "")
    assert ended.err.startswith("Er ging bij ons iets mis. Er is niets gepubliceerd")


def test_with_the_log_on_our_own_fault_shows_where(check, monkeypatch, caplog):
    monkeypatch.setenv("MAGDIT_LOG", "debug")
    monkeypatch.setattr("magdit.wording.receipt.receipt", lambda *_, **__: 1 / 0)

    ended = check("--tekst", "Reis.")

    assert ended.code == 3
    assert "ZeroDivisionError" in caplog.text


def test_ctrl_c_stops_with_a_sentence(check, monkeypatch):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("magdit.wording.receipt.receipt", stopped)

    ended = check("--tekst", "Reis.")

    assert ended.code == 2
    assert ended.err == "Gestopt. Uw eigen bestanden zijn niet veranderd.\n"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([MAG], 0),
        ([MAG, MAG.replace("website", "tiktok")], 1),
        ([MAG, MAG.replace("website", "tiktok"), "geen json"], 2),
        (["geen json", MAG], 2),
        ([MAG.replace("website", "webste")], 2),
    ],
)
def test_judge_answers_by_its_worst_line(here, magdit, lines, code):
    put(here, "acts.jsonl", "\n".join(lines).encode())

    ended = magdit("judge", "acts.jsonl", "--protocol", "dorp", "--laag", "protocol", "--packs", PACKS)

    assert ended.code == code
    assert len(ended.out.splitlines()) == len(lines)


def test_protocol_list_and_show_are_zero(magdit):
    assert magdit("protocol", "list").code == 0
    assert magdit("protocol", "show", "osvs").code == 0
    assert magdit("protocol", "show", "osvs", "IV.M8").code == 0


def test_protocol_test_is_one_when_a_case_does_not_come_true(here, magdit):
    wrong = (
        (PACKS / "dorp" / "cases.toml").read_text(encoding="utf-8").replace('oordeel = "mag",', 'oordeel = "vraag",')
    )
    for file in (PACKS / "dorp").glob("*.toml"):
        put(here, file.name, wrong.encode() if file.name == "cases.toml" else file.read_bytes())

    right = magdit("protocol", "test", "dorp", "--packs", PACKS)
    ended = magdit("protocol", "test", "dorp", "--packs", here)

    assert (right.code, ended.code) == (0, 1)
    assert "dorp: 1 van 2 gevallen kloppen" in ended.out
    assert "✗ dorp: nieuws zonder gegevens" in ended.out
