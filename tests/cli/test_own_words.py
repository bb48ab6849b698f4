"""A school may have a channel and roles of its own: it hands in and reads the answer in those words."""

import shutil

import pytest

from tests.check.draft.school import ROSTER, put
from tests.cli.conftest import PACKS

WORDS = """\
[feit]
kamp = { soort = "ja_nee", vraag = "Gebeurt het op kamp?" }
nachten = { soort = "getal", gever = "schoolvlogger", vraag = "Hoeveel nachten duurt het kamp?" }

[[woord]]
lijst = "medium"
code = "dorpsapp"
nederlands = "de app van het dorp"

[[woord]]
lijst = "rol"
code = "schoolvlogger"
nederlands = "schoolvlogger"
binnen = ["medewerker"]
"""


@pytest.fixture
def own(here, magdit):
    """The small protocol with words of its own, and a check by its vlogger on its app."""
    folder = here / "eigen"
    shutil.copytree(PACKS / "dorp", folder)
    (folder / "feiten.toml").write_text(WORDS, encoding="utf-8")

    def check(*words, role="schoolvlogger", medium="dorpsapp"):
        who = ("--protocol", "dorp", "--als", role, "--medium", medium, "--packs", folder)
        return magdit("check", *words, *who, "--moment", "2026-11-20T14:00")

    return check


def test_the_schools_own_channel_and_role_are_understood_and_said(own):
    ended = own("--tekst", "De tent staat.", "--niemand-in-beeld")

    assert ended.code in (0, 1)
    assert ended.out.startswith("Mag dit? · de app van het dorp")


def test_the_schools_own_channel_is_weighed_beside_the_others(own):
    ended = own("--tekst", "De tent staat.", "--niemand-in-beeld", medium="website")

    assert "de app van het dorp" in ended.out.partition("En ergens anders?")[2]


def test_consents_and_lists_may_name_them(own, here):
    put(here, "leerlingen.csv", ROSTER.encode())
    put(here, "toestemming.csv", b"id;door;staat;kanalen\n101;ouder;gegeven;dorpsapp\n")
    put(here, "in-beeld.csv", b"id;voornaam;rol\n101;;\n;Kees;schoolvlogger\n")

    lists = ("--leerlingen", "leerlingen.csv", "--toestemming", "toestemming.csv", "--in-beeld", "in-beeld.csv")
    ended = own("--tekst", "De tent staat.", *lists)

    assert ended.code in (0, 1), ended.err


@pytest.mark.parametrize("nights", ["5", "2,5", "0"])
def test_a_fact_that_is_a_number_may_be_told(own, nights):
    assert own("--tekst", "De tent staat.", "--niemand-in-beeld", "--feit", f"nachten={nights}").code in (0, 1)


@pytest.mark.parametrize("nights", ["vijf", "5 nachten", "nan", "inf"])
def test_a_number_that_is_none_is_refused(own, nights):
    ended = own("--tekst", "De tent staat.", "--niemand-in-beeld", "--feit", f"nachten={nights}")

    assert ended.code == 2
    assert "nachten" in ended.err


def test_a_word_of_nobody_is_refused_with_the_nearest(own):
    ended = own("--tekst", "De tent staat.", medium="dorpsap")

    assert ended.code == 2
    assert "dorpsapp" in ended.err
