"""`magdit wet controleer`: which sentences of law somebody must look at again, why, and what to do now."""

import shutil
from datetime import date

import pytest

from magdit.cli.law import weaknesses
from magdit.norms.model import Clause
from magdit.protocols import library
from magdit.protocols.library import PACKS
from tests.cli.golden import assert_golden
from tests.protocols.conftest import HEAD, RULE, lay

DAY = date(2026, 11, 21)
GOOD = {"titel": "Een wet", "adres": "wetten.overheid.nl", "nagekeken": date(2026, 11, 21), "zeker": "ja"}
BOARD = """\
[[artikel]]
nummer = "5"
titel = "Een regel uit de wet"
soort = ["verbod"]
zegt = "Op het schoolplein vliegen geen drones."
rang = "wet"
[artikel.bron]
titel = "Luchtvaartregels"
adres = "wetten.overheid.nl"
nagekeken = 2025-01-10
zeker = "nee"
geldig_tot = 2027-01-01
[[artikel.norm]]
soort = "verbod"
handeling = ["opnemen"]
als = "kwetsend"
"""
ONE_NORM = RULE + 'rang = "wet"\n'


def reasons(day=DAY, months=12, **source):
    clause = Clause("1", "1", ("feit",), "Iets.", source={**GOOD, **source}, rank="wet")
    return [weak.code for weak in weaknesses(clause, day, months=months)]


@pytest.fixture
def all_sure(tmp_path, monkeypatch):
    """magdit's own packs as they would be on the day that somebody had looked at every source of law."""
    shutil.copytree(PACKS, tmp_path / "packs")
    for file in (tmp_path / "packs" / "wet").glob("*.toml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('"uit_het_hoofd"', '"ja"').replace('zeker = "nee"', 'zeker = "ja"'), "utf-8")
    monkeypatch.setattr(library, "PACKS", tmp_path / "packs")


def part_about(told, clause):
    """What was said of one clause."""
    return next(part for part in told.split("\n\n") if part.startswith(clause))


def test_a_source_seen_today_and_sure_needs_nothing():
    assert reasons() == []


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ({"zeker": "uit_het_hoofd"}, ["from_memory"]),
        ({"zeker": "nee"}, ["unsure"]),
        ({"zeker": None}, ["unsure"]),
        ({"nagekeken": None}, ["no_day"]),
        ({"nagekeken": date(2025, 11, 21)}, []),
        ({"nagekeken": date(2025, 11, 20)}, ["old"]),
        ({"nagekeken": date(2026, 11, 22)}, ["ahead"]),
        ({"geldig_van": date(2026, 11, 21)}, []),
        ({"geldig_van": date(2026, 11, 22)}, ["not_yet"]),
        ({"geldig_tot": date(2026, 11, 21)}, ["past"]),
        ({"geldig_tot": date(2026, 11, 22)}, ["ends_soon"]),
        ({"geldig_tot": date(2027, 2, 21)}, ["ends_soon"]),
        ({"geldig_tot": date(2027, 2, 22)}, []),
        ({"zeker": "nee", "nagekeken": date(2020, 1, 1)}, ["unsure", "old"]),
    ],
)
def test_what_is_the_matter_with_a_source(source, codes):
    assert reasons(**source) == codes


def test_the_months_can_be_chosen():
    looked_at = date(2026, 5, 20)

    assert (reasons(nagekeken=looked_at, months=6), reasons(nagekeken=looked_at, months=7)) == (["old"], [])


def test_a_clause_of_law_without_a_source_is_named():
    clause = Clause("1", "1", ("feit",), "Iets.", rank="wet")

    assert [weak.code for weak in weaknesses(clause, DAY)] == ["no_source"]


def test_the_law_of_magdit_is_told_with_its_sources(magdit):
    ended = magdit("wet", "controleer", "--op", "2026-11-21")

    assert ended.code == 1
    assert_golden("wet", "uit het hoofd", part_about(ended.out, "wet artikel AVG-33:"))
    assert_golden("wet", "onzeker", part_about(ended.out, "wet artikel CAO-VO:"))
    assert "artikel Schorsing:" not in ended.out


def test_after_more_than_a_year_every_sentence_of_law_is_on_the_list(magdit):
    last_day = magdit("wet", "controleer", "--op", "2027-11-21")
    day_after = magdit("wet", "controleer", "--op", "2027-11-22")

    assert "artikel Schorsing:" not in last_day.out
    assert_golden("wet", "te lang geleden", part_about(day_after.out, "wet artikel Schorsing:"))


def test_with_other_months_the_list_is_longer(magdit):
    assert "artikel Schorsing:" in magdit("wet", "controleer", "--op", "2027-01-01", "--maanden", "1").out


def test_without_a_day_it_is_today(magdit):
    assert magdit("wet", "controleer").code in (0, 1)


def test_when_every_source_is_seen_and_sure_there_is_nothing_to_do(magdit, all_sure):
    ended = magdit("wet", "controleer", "--op", "2026-11-21")

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Alle ")
    assert ended.out.endswith("zijn op zaterdag 21 november 2026 in orde. U hoeft niets te doen.\n")


def test_law_in_a_pack_of_the_school_is_looked_at_too(magdit, here, all_sure):
    lay(here / "klein", {"protocol.toml": HEAD, "1-regels.toml": BOARD})

    ended = magdit("wet", "controleer", "--op", "2026-11-21", "--packs", "klein")

    assert ended.code == 1
    assert_golden("wet", "eigen pakket", ended.out.rpartition("Op ")[0])


def test_one_norm_of_law_in_a_clause_of_the_school_needs_a_source(magdit, here, all_sure):
    lay(here / "klein", {"protocol.toml": HEAD, "1-regels.toml": ONE_NORM})

    ended = magdit("wet", "controleer", "--op", "2026-11-21", "--packs", "klein")

    assert ended.code == 1
    assert_golden("wet", "norm zonder bron", ended.out.rpartition("Op ")[0])


def test_rules_of_the_school_itself_are_not_law(magdit, here, all_sure):
    lay(here / "klein", {"protocol.toml": HEAD, "1-regels.toml": RULE})

    assert magdit("wet", "controleer", "--op", "2026-11-21", "--packs", "klein").code == 0


@pytest.mark.parametrize(
    "words",
    [
        "--op morgen",
        "--op 2026-13-01",
        "--op 21-11-2026",
        "--op 9999-12-31",
        "--op",
        "--maanden 0",
        "--maanden 121",
        "--maanden twaalf",
        "--maand 12",
        "--packs nergens",
        "AVG-33",
    ],
)
def test_a_day_or_number_that_cannot_be_read_is_refused(magdit, words):
    ended = magdit("wet", "controleer", *words.split())

    assert (ended.code, ended.out) == (2, "")
    assert_golden("wet", f"controleer {words}", ended.err)


def test_without_a_verb_it_says_what_is_missing(magdit):
    ended = magdit("wet")

    assert ended.code == 2
    assert_golden("wet", "zonder opdracht", ended.err)


def test_a_broken_pack_is_named(magdit, here):
    lay(here / "klein", {"protocol.toml": HEAD, "1-regels.toml": BOARD.replace('zeker = "nee"', "")})

    ended = magdit("wet", "controleer", "--packs", "klein")

    assert ended.code == 2
    assert_golden("wet", "kapot pakket", ended.err)
