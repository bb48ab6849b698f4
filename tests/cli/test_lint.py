"""`magdit protocol lint` and `compare`: what they print, how they end, and what a program gets."""

import json

import pytest

from tests.cli.conftest import PACKS


def test_a_loud_finding_comes_first_and_what_must_be_filled_in_after_it(magdit):
    ended = magdit("protocol", "lint", "osvs", "--op", "2026-11-21")

    assert ended.code == 1
    lines = ended.out.splitlines()
    assert lines[0].startswith("osvs: 1 luid, ")
    assert lines[2] == "Dit kan zo niet bedoeld zijn"
    assert "maandag 1 februari 2027" in lines[3]
    assert "artikel VI.3: Hier staat nog “(datum)”" in ended.out


def test_photos_of_staff_that_need_the_yes_of_parents_are_said(magdit):
    ended = magdit("protocol", "lint", "verkruisen", "--op", "2026-11-21")

    assert (
        "artikel 10: Het artikel vraagt voor een volwassene (leerkracht of docent) toestemming van: ouder" in ended.out
    )


def test_the_ban_on_accounts_beside_the_own_use_of_the_school_is_said(magdit):
    ended = magdit("protocol", "lint", "ozhw", "--op", "2026-11-21", "--json")

    found = [json.loads(line) for line in ended.out.splitlines()]
    beside = [one for one in found if one["code"] in {"verbod_naast_toestemming", "verbod_wint", "toestemming_nooit"}]
    assert any({"3.1", "4.1"} <= set(one["clauses"]) for one in beside)


def test_a_protocol_with_nothing_to_look_at_ends_with_zero(magdit):
    ended = magdit("protocol", "lint", "dorp", "--op", "2026-11-21", "--packs", PACKS)

    assert ended.code == 0
    assert ended.out.startswith("dorp: 0 luid, 0 gewoon, ")


def test_the_day_decides_what_ends_soon(magdit):
    ended = magdit("protocol", "lint", "dorp", "--op", "2028-07-01", "--packs", PACKS)

    assert ended.code == 1
    assert "dinsdag 1 augustus 2028" in ended.out


def test_a_paper_in_the_folder_beside_the_protocol_is_attached(magdit, here):
    folder = here / "school"
    folder.mkdir()
    for file in (PACKS / "dorp").glob("*.toml"):
        text = file.read_text(encoding="utf-8").replace('nummer = "4"', 'nummer = "4"\nverwijst = ["Huisregels"]')
        (folder / file.name).write_text(text, encoding="utf-8")
    words = ("protocol", "lint", "dorp", "--op", "2026-11-21", "--packs", folder)
    before = magdit(*words)

    (folder / "bijlagen").mkdir()
    (folder / "bijlagen" / "huisregels.pdf").write_bytes(b"%PDF")

    assert "Huisregels" in before.out
    assert "Huisregels" not in magdit(*words).out


def test_a_program_gets_one_finding_a_line_with_an_act_it_can_judge(magdit, here):
    ended = magdit("protocol", "lint", "dorp", "--op", "2026-11-21", "--json", "--packs", PACKS)
    found = [json.loads(line) for line in ended.out.splitlines()]
    acts = [one["example"] for one in found if one["example"] is not None]

    (here / "acts.jsonl").write_text("\n".join(json.dumps(act) for act in acts), encoding="utf-8")

    assert {"protocol", "code", "severity", "clauses", "facts", "sentence", "example"} == set(found[0])
    assert magdit("judge", "acts.jsonl", "--protocol", "dorp", "--packs", PACKS).code in {0, 1}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lint", "dorp", "--op", "gisteren"], "'gisteren' is geen dag."),
        (["lint", "dorp", "--op", "2026-02-30"], "'2026-02-30' is geen dag."),
        (["lint", "dropp"], "Het protocol 'dropp' bestaat niet."),
        (["compare", "dorp", "dropp"], "Het protocol 'dropp' bestaat niet."),
        (["compare", "dorp"], "Dit ontbreekt nog: ID."),
    ],
)
def test_bad_input_ends_with_two_and_a_sentence(magdit, words, said):
    ended = magdit("protocol", *words, "--packs", PACKS)

    assert ended.code == 2
    assert ended.err.startswith(said)


def test_a_protocol_beside_itself_differs_in_nothing(magdit):
    ended = magdit("protocol", "compare", "dorp", "dorp", "--packs", PACKS)

    assert ended.code == 0
    assert ended.out.startswith("dorp naast dorp: geen verschil (")
    assert len(ended.out.splitlines()) == 1


@pytest.fixture
def looser(here):
    """The small protocol with one change: what was forbidden on TikTok is forbidden on Snapchat."""
    folder = here / "school"
    folder.mkdir()
    for file in (PACKS / "dorp").glob("*.toml"):
        text = file.read_text(encoding="utf-8").replace('"tiktok"', '"snapchat"').replace('id = "dorp"', 'id = "nieuw"')
        (folder / file.name).write_text(text, encoding="utf-8")
    return folder


def test_a_change_is_said_with_an_act_that_shows_it(magdit, looser):
    ended = magdit("protocol", "compare", "dorp", "nieuw", "--packs", PACKS, "--packs", looser)

    assert ended.code == 1
    assert "Botsing: de een staat toe wat de ander verbiedt" in ended.out
    assert "dorp: mag niet (artikel 4) · nieuw: mag (artikel 2)" in ended.out


def test_a_program_gets_the_whole_comparison(magdit, looser):
    ended = magdit("protocol", "compare", "dorp", "nieuw", "--json", "--packs", PACKS, "--packs", looser)
    found = json.loads(ended.out)

    clash = next(row for row in found["rows"] if row["clash"])
    assert {"left", "right", "acts", "beside", "rows"} == set(found)
    assert {row["example"]["medium"] for row in found["rows"] if row["clash"]} == {"tiktok", "snapchat"}
    assert clash["relation"] in {"links_strenger", "rechts_strenger"}
