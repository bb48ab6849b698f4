"""`magdit protocol`: which there are, what a clause says and does, and whether the cases come true."""

import shutil

import pytest

from tests.cli.conftest import PACKS
from tests.cli.golden import assert_golden


@pytest.fixture
def copied(here):
    """Our small protocol in a folder of the user's own, to be changed."""

    def make(name="mijn afspraken", **changes):
        folder = here / name
        shutil.copytree(PACKS / "dorp", folder)
        for file, (old, new) in changes.items():
            path = next(folder.glob(f"*{file}.toml"))
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return make


def test_list_names_every_protocol_with_its_size(magdit):
    ended = magdit("protocol", "list", "--packs", PACKS)

    assert [line.split()[0] for line in ended.out.splitlines()] == sorted({"dorp", *owned(magdit)})
    assert_golden("protocol", "list", next(line for line in ended.out.splitlines() if line.startswith("dorp")))


def owned(magdit) -> list[str]:
    return [line.split()[0] for line in magdit("protocol", "list").out.splitlines()]


@pytest.mark.parametrize("words", ["show dorp", "show dorp 3", "show dorp 2", "test dorp"])
def test_what_the_commands_print(magdit, words):
    ended = magdit("protocol", *words.split(), "--packs", PACKS)

    assert ended.code == 0
    assert_golden("protocol", words, without_hash(ended.out))


def test_what_no_case_misses_is_named(magdit):
    ended = magdit("protocol", "test", "dorp", "--weglaten", "--packs", PACKS)

    assert ended.code == 1
    assert_golden("protocol", "weglaten", ended.out)


def without_hash(text: str) -> str:
    """The hash of a pack changes with every comma in it."""
    return "\n".join(
        f"{line.rpartition(' · ')[0]} · (hash)" if " · versie " in line else line for line in text.splitlines()
    )


def test_a_clause_is_found_however_it_is_typed(magdit):
    assert magdit("protocol", "show", "osvs", "iv.m8").out == magdit("protocol", "show", "osvs", "IV.M8").out


def test_all_protocols_are_tested_when_none_is_named(magdit):
    ended = magdit("protocol", "test", "--packs", PACKS)

    assert ended.code == 0
    assert {line.split(":")[0] for line in ended.out.splitlines()} == {"dorp", *owned(magdit)}


def test_a_pack_in_a_folder_anywhere_works_whatever_the_folder_is_called(copied, check, here):
    folder = copied(protocol=('id = "dorp"', 'id = "stad"'))

    itself = check("--tekst", "Reis.", "--packs", folder, protocol="stad")
    beside = check("--tekst", "Reis.", "--packs", here, protocol="stad")

    assert (itself.code, beside.code) == (0, 0)


BROKEN = {
    "onbekende sleutel": {"regels": ("alleen = true", "alleeen = true")},
    "onbekende soort norm": {"regels": ('soort = "toestemming"', 'soort = "toesteming"')},
    "onbekend woord": {"regels": ('medium = ["tiktok"]', 'medium = ["tiktak"]')},
    "onbekende rol": {"regels": ('wie = ["medewerker"]', 'wie = ["medewerkr"]')},
    "onbekende handeling": {"regels": ('handeling = ["plaatsen"]', 'handeling = ["plaatse"]')},
    "onbekend feit": {"regels": ("niet persoonsgegevens", "niet persoonsgegeven")},
    "onbekende uitzondering": {"regels": ('tenzij = ["beeldtoestemming_geldig"]', 'tenzij = ["artikel:22"]')},
    "kapotte voorwaarde": {"regels": ("herkenbaar en rol is leerling", "herkenbaar en en rol is leerling")},
    "vergelijking die niet past": {"regels": ("leeftijd >= 16", "leeftijd >= zestien")},
    "artikel dubbel": {"regels": ('nummer = "5"', 'nummer = "4"')},
    "standaard zonder artikel": {"protocol": ('artikel = "1"\noordeel', 'artikel = "9"\noordeel')},
    "geen toml": {"regels": ('soort = ["verbod"]', "soort = [verbod]")},
    "titel verkeerd": {"protocol": ("titel =", "titeltje =")},
    "titel vergeten": {"protocol": ('titel = "Afspraken over foto\'s en berichten"\n', "")},
    "onbekend herstel": {"regels": ('"onherkenbaar_maken"', '"onherkenbaar"')},
    "duur die geen duur is": {"protocol": ('duur = "P2Y"', 'duur = "twee jaar"')},
    "fout in een geval": {"cases": ('medium = "website"', 'medium = "webste"')},
    "onbekende sleutel in een geval": {"cases": ('verwacht = { oordeel = "mag"', 'verwacht = { ordeel = "mag"')},
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_mistake_in_a_pack_is_named_with_file_line_and_nearest_word(copied, magdit, case):
    copied("dorp", **BROKEN[case])

    ended = magdit("protocol", "test", "dorp", "--packs", "dorp")

    assert ended.code == (1 if case == "fout in een geval" else 2)
    assert_golden("kapotte-packs", case, ended.err or ended.out)


@pytest.mark.parametrize("words", ["list", "show dorp", "test"])
def test_every_command_says_the_same_of_a_broken_pack(copied, magdit, words):
    copied("dorp", **BROKEN["onbekende sleutel"])

    ended = magdit("protocol", *words.split(), "--packs", "dorp")

    assert ended.code == 2
    assert_golden("kapotte-packs", "onbekende sleutel", ended.err)


def test_a_broken_pack_stands_in_nobody_elses_way(copied, magdit):
    copied("dorp", **BROKEN["onbekende sleutel"])

    assert magdit("protocol", "show", "osvs", "--packs", "dorp").code == 0
