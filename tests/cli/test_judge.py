"""`magdit judge`: one line in, one line of JSON out; a bad line is named and the others are still judged."""

import io
import json

import pytest

from tests.check.draft.school import put
from tests.cli.conftest import PACKS
from tests.cli.golden import assert_golden

MAG = {"wie": "leerkracht", "handeling": "plaatsen", "medium": "website", "persoonsgegevens": False, "in_beeld": []}


@pytest.fixture
def judge(here, magdit):
    def command(*lines: object, protocol: str = "dorp", more=()):
        text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        put(here, "acts.jsonl", text.encode("utf-8", "surrogatepass"))
        ended = magdit("judge", "acts.jsonl", "--protocol", protocol, "--packs", PACKS, *more)
        return ended, [json.loads(line) for line in ended.out.splitlines()]

    return command


def test_every_line_gets_its_answer_in_order(judge):
    ended, answers = judge({**MAG, "id": "a"}, {**MAG, "id": "b", "medium": "tiktok"}, more=("--laag", "protocol"))

    assert [(answer["id"], answer["oordeel"]) for answer in answers] == [("a", "mag"), ("b", "mag_niet")]
    assert answers[1]["artikelen"] == ["4"]
    assert ended.err == ""


def test_an_answer_holds_everything_that_was_asked_of_it(judge):
    _, (answer,) = judge({**MAG, "in_beeld": [{"naam": "Noor", "rol": "leerling", "herkenbaar": True}]})

    wanted = """id protocol laag zoals_ingediend oordeel artikelen redenen wegen ontbreekt vraag vraag_aan plichten
        aandacht niet_bekeken geldig_tot lagen pakketten""".split()
    assert set(wanted) <= answer.keys()
    assert answer["oordeel"] == "eerst_weten"
    assert set(answer["lagen"]) == {"wet", "school", "protocol"}


@pytest.mark.parametrize(
    ("case", "line"),
    [
        ("geen json", "zomaar tekst"),
        ("een lijst", "[1, 2]"),
        ("halve regel", '{"wie": "leerkracht"'),
        ("onbekende sleutel", {**MAG, "tijdens_de_les": True}),
        ("onbekend woord", {**MAG, "medium": "instagrem"}),
        ("verkeerde soort", {**MAG, "persoonsgegevens": "misschien"}),
        ("sleutel dubbel", '{"medium": "website", "medium": "instagram"}'),
        ("onbekende sleutel bij een persoon", {**MAG, "in_beeld": [{"rol": "leerling", "herkenbar": True}]}),
        ("onbekende staat", {**MAG, "in_beeld": [{"rol": "leerling", "toestemming": "geweigert"}]}),
        ("drie fouten", {**MAG, "medium": "instagrem", "wie": "leerkragt", "xyz": 1}),
        ("een heel groot getal", '{"id": ' + "1" * 5000 + "}"),
        ("heel diep", "[" * 100_000),
        ("afwijking zonder reden", {**MAG, "afwijkingen": [{"artikel": "5"}]}),
        ("toestemming zonder gever", {**MAG, "in_beeld": [{"toestemmingen": [{"staat": "gegeven"}]}]}),
        ("geen getal", {**MAG, "in_beeld": [{"leeftijd": "negen"}]}),
    ],
)
def test_a_bad_line_says_where_and_what(judge, case, line):
    ended, answers = judge(MAG, line, MAG, more=("--laag", "protocol"))

    assert ended.code == 2
    assert [answer.get("oordeel") for answer in answers] == ["mag", None, "mag"]
    assert answers[1]["regel"] == 2
    assert_golden("slechte-handelingen", case, "\n".join(answers[1]["fout"]))


def test_acts_come_from_stdin_with_bad_lines_among_good_ones(here, magdit, monkeypatch):
    lines = f"\ufeff{json.dumps(MAG)}\r\n\r\ngeen json\n{json.dumps(MAG)}\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))

    ended = magdit("judge", "-", "--protocol", "dorp", "--laag", "protocol", "--packs", PACKS)
    answers = [json.loads(line) for line in ended.out.splitlines()]

    assert [answer.get("oordeel") for answer in answers] == ["mag", None, "mag"]
    assert answers[1]["regel"] == 3
    assert ended.code == 2


def test_a_sign_that_ends_a_line_elsewhere_does_not_end_it_here(judge):
    """JSON may hold a line separator as it is; only a line feed ends an act."""
    line = json.dumps({**MAG, "gelegenheid": "een\u2028twee\x85drie"}, ensure_ascii=False)

    ended, answers = judge(line, more=("--laag", "protocol"))

    assert (ended.code, len(answers)) == (0, 1)


def test_all_protocols_answer_apart(judge):
    ended, (answer,) = judge({**MAG, "id": "a", "medium": "tiktok"}, protocol="alle")

    assert answer["id"] == "a"
    assert answer["protocollen"]["dorp"]["oordeel"] == "mag_niet"
    assert {"dorp", "osvs", "vsnon"} <= set(answer["protocollen"])
    assert ended.code == 1


def test_text_that_is_not_utf8_is_refused(here, magdit):
    put(here, "acts.jsonl", '{"gelegenheid": "één"}'.encode("cp1252"))

    ended = magdit("judge", "acts.jsonl", "--protocol", "dorp", "--packs", PACKS)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "'acts.jsonl' is geen tekst in UTF-8. Sla het bestand op als UTF-8 en probeer het opnieuw.\n"
