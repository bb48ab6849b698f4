"""A sixth school, on a ship, is data alone: its rules, words and facts work without a line of Python, from any folder.

The pack lies in tests/packs/zesde. What the engine does with such rules in general is tested in tests/norms.
"""

import io
import json
import shutil
from pathlib import Path

import pytest

from magdit.cli.main import run
from magdit.norms.read_act import read_act
from magdit.protocols.cases import read_cases, run_case
from magdit.protocols.library import Library
from magdit.protocols.missed import trials
from magdit.protocols.stories import read_stories, run_story
from tests.norms.less_told import assert_judged_as_written, with_less_told

SHIP = Path(__file__).resolve().parents[1] / "packs" / "zesde"
LIBRARY = Library.with_folders([SHIP])
BOOK = LIBRARY.book("zesde")
FRIDAY = "2026-11-20T14:00"

# What the sixth school asks that no other does, each eased in the text of its own files, as a school would do it.
EASED = {
    "an objection counts, not only a yes that is missing": ("3-wie", "bezwaar = true", "bezwaar = false"),
    "what stands already comes down after an objection": ("3-wie", "staat_online en iemand", "iemand"),
    "pupil and parent both say yes": ("3-wie", 'samen = "allen"', 'samen = "een"'),
    "the pupil's own yes counts at any age": (
        "3-wie",
        'door = [{ rol = "leerling" }]\nkanalen',
        'door = [{ rol = "leerling", als = "leeftijd >= 16" }]\nkanalen',
    ),
    "an objection counts at any age": (
        "3-wie",
        'door = [{ rol = "leerling" }, { rol = "ouder" }]\nbezwaar',
        'door = [{ rol = "leerling", als = "leeftijd >= 16" }, { rol = "ouder" }]\nbezwaar',
    ),
    "the leave of one of two is enough": (
        "2-wie",
        'tenzij = ["akkoord_van_de_bootsman", "akkoord_van_de_schipper"]',
        'tenzij = ["akkoord_van_de_bootsman en akkoord_van_de_schipper"]',
    ),
    "the editor decides, not the master": ("2-wie", 'wie = ["redacteur"]', 'wie = ["redacteur", "schipper"]'),
    "a text is read by another before it goes in": ("2-wie", "vooraf = true", "vooraf = false"),
    "an overview is not a close-up": ("3-wie", "soort_opname is overzicht", "soort_opname in [overzicht, dichtbij]"),
    "a device goes back the same day": ("7-", "dagen_ingenomen <= 0", "dagen_ingenomen <= 1"),
    "ashore is five days at most": ("7-", "dagen_aan_wal <= 5", "dagen_aan_wal <= 6"),
    "only the master sends ashore": ("7-", 'rest = ["medewerker"]', 'rest = ["schipper"]'),
    "the engine room stays closed on the open day": ("4-", 'behalve = ["4.2"]', ""),
    "the open day lifts its own chapter only": ("4-", '["4.*"]', '["4.*", "3.4"]'),
    "in principle leaves room": ("6-", 'kracht = "in_beginsel"', 'kracht = "moet"'),
    "rather not is advice": ("6-", 'kracht = "bij_voorkeur"', 'kracht = "moet"'),
    "the radio is for working days": ("protocol", '"vr"]', '"vr", "za"]'),
    "the radio is free from eight": ("protocol", 'vanaf = "08:00"', 'vanaf = "08:01"'),
    "the radio is free until eight": ("protocol", 'tot = "20:00"', 'tot = "19:59"'),
    "looking back may be skipped": ("7-", "mag_overslaan = true", "mag_overslaan = false"),
}


@pytest.fixture
def ship(tmp_path):
    """The pack of the ship in a folder of the school's own, far from magdit."""
    return Path(shutil.copytree(SHIP, tmp_path / "bij ons aan boord" / "zilvermeeuw"))


@pytest.fixture
def magdit(tmp_path, monkeypatch, capsys):
    """Runs a command from a folder of the user; gives its exit code and what it said."""
    monkeypatch.chdir(tmp_path)

    def command(*words: object) -> tuple[int, str]:
        code = run([str(word) for word in words])
        said = capsys.readouterr()
        return int(code), said.out + said.err

    return command


@pytest.mark.parametrize("case", read_cases(SHIP), ids=lambda case: case.name)
def test_every_case_of_the_ship_comes_true(case):
    assert run_case(case, BOOK).differences == ()


@pytest.mark.parametrize("story", read_stories(SHIP), ids=lambda story: story.name)
def test_every_story_of_the_ship_comes_true(story):
    assert run_story(story, BOOK).differences == ()


@pytest.mark.parametrize("trial", list(trials("zesde", LIBRARY)), ids=lambda trial: str(trial.shorter))
def test_a_rule_of_the_ship_that_is_taken_out_is_missed(trial):
    assert trial.noticed


@pytest.mark.parametrize(("file", "asked", "eased"), EASED.values(), ids=EASED.keys())
def test_a_rule_of_the_ship_that_is_eased_is_missed(ship, file, asked, eased):
    (chapter,) = ship.glob(f"{file}*.toml")
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(text.replace(asked, eased), encoding="utf-8")
    book = Library.with_folders([ship]).book("zesde")

    cases = [case.name for case in read_cases(ship) if not run_case(case, book).passed]
    stories = [story.name for story in read_stories(ship) if not run_story(story, book).passed]

    assert asked in text
    assert cases + stories


@pytest.mark.parametrize("case", read_cases(SHIP), ids=lambda case: case.name)
def test_the_ship_is_judged_as_it_is_written_also_when_less_is_told(case):
    alone = LIBRARY.book("zesde", with_law=False)

    for act in with_less_told(read_act(case.act, alone.catalogue)):
        assert_judged_as_written(alone.packs[0], alone.catalogue, act)


def test_the_ship_is_data_and_nothing_else():
    assert {file.suffix for file in SHIP.rglob("*") if file.is_file()} == {".toml"}


def test_the_cases_can_be_run_from_any_folder(magdit, ship):
    code, said = magdit("protocol", "test", "zesde", "--weglaten", "--packs", ship.parent)

    assert code == 0
    cases, stories = len(read_cases(SHIP)), len(read_stories(SHIP))
    assert f"zesde: {cases} van {cases} gevallen en {stories} van {stories} verhalen kloppen" in said


def test_the_pack_itself_may_be_the_folder(magdit, ship):
    code, said = magdit("protocol", "show", "zesde", "3.1", "--packs", ship)

    assert code == 0
    assert "tot een leerling of een ouder bezwaar maakt" in said


def test_an_act_in_the_words_of_the_ship_is_judged(magdit, ship, monkeypatch):
    noor = {"naam": "Noor", "rol": "leerling", "herkenbaar": True, "toestemming": "geweigerd"}
    act = {"wie": "kapitein", "handeling": "plaatsen", "medium": "scheepslog", "inhoud": ["foto"], "moment": FRIDAY}
    line = json.dumps({**act, "soort_opname": "overzicht", "in_beeld": [noor]})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line.encode()), encoding="utf-8"))

    code, said = magdit("judge", "-", "--protocol", "zesde", "--laag", "protocol", "--packs", ship.parent)

    answer = json.loads(said)
    assert code == 1
    assert (answer["oordeel"], answer["artikelen"]) == ("mag_mits", ["3.1"])


def test_the_law_stands_above_what_the_ship_allows(magdit, ship, monkeypatch):
    noor = {"naam": "Noor", "rol": "leerling", "leeftijd": 9, "herkenbaar": True, "toestemming": "niet_gevraagd"}
    act = {"wie": "bootsman", "handeling": "plaatsen", "medium": "logboek", "inhoud": ["foto"], "moment": FRIDAY}
    line = json.dumps({**act, "soort_opname": "overzicht", "in_beeld": [noor]})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line.encode()), encoding="utf-8"))

    _, said = magdit("judge", "-", "--protocol", "zesde", "--packs", ship.parent)

    layers = json.loads(said)["lagen"]
    assert layers["school"]["oordeel"] == "mag"
    assert layers["wet"]["zoals_ingediend"] == "mag_niet"


@pytest.mark.parametrize(("read_again", "code", "word"), [("ja", 0, "✓ Mag"), ("nee", 1, "? Vraag")])
def test_a_post_for_the_logbook_is_checked_with_a_fact_of_the_ship(magdit, ship, read_again, code, word):
    post = ("--tekst", "Morgen varen we naar Texel.", "--als", "bootsman", "--medium", "logboek", "--moment", FRIDAY)

    ended, said = magdit("check", *post, "--feit", f"nagelezen={read_again}", "--protocol", "zesde", "--packs", ship)

    assert (ended, word in said) == (code, True)


def test_a_misspelled_word_of_the_ship_is_named_with_the_nearest(magdit, ship):
    post = (
        "--tekst",
        "Morgen varen we.",
        "--als",
        "bootsman",
        "--medium",
        "logboek",
        "--feit",
        "soort_opname=overzich",
    )

    code, said = magdit("check", *post, "--protocol", "zesde", "--packs", ship)

    assert code == 2
    assert "Bedoelde u 'overzicht'" in said
