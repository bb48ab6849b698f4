"""The schema of an act says exactly what magdit reads: what one refuses, the other refuses."""

import json
import tomllib
from datetime import date, datetime

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from magdit.cli.main import run
from magdit.norms.read_act import read_act
from magdit.norms.read_value import BadAct
from magdit.protocols.act_schema import COMMITTED, act_schema, schema_text, whole_catalogue
from magdit.protocols.library import Library
from tests.protocols.conftest import HEAD, RULE, lay
from tests.protocols.told_acts import Teller

LIBRARY = Library()
CATALOGUE = whole_catalogue(LIBRARY)
SCHEMA = act_schema(CATALOGUE)
ACTS = Draft202012Validator(SCHEMA)
CASES = Draft202012Validator(
    {"$ref": f"{SCHEMA['$id']}#/$defs/geval"},
    registry=Registry().with_resource(SCHEMA["$id"], Resource.from_contents(SCHEMA)),
)


def is_read(told) -> bool:
    try:
        read_act(told, CATALOGUE)
    except BadAct:
        return False
    return True


def tables(schema):
    """Every part of a schema that is a table itself."""
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from tables(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from tables(part)


def as_json(value):
    """A value out of TOML as it would stand in JSON."""
    return json.loads(json.dumps(value, default=lambda day: day.isoformat()))


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)

    assert SCHEMA["$schema"].endswith("2020-12/schema")


def test_the_committed_copy_is_up_to_date():
    kept = COMMITTED.read_text(encoding="utf-8")

    assert kept == schema_text(SCHEMA), "a word or fact changed: run `make words`"


def test_the_command_prints_the_same_schema(capsys):
    code = run(["protocol", "schema"])

    assert (code, capsys.readouterr().out) == (0, schema_text(SCHEMA))


def test_the_schema_of_one_protocol_knows_its_own_facts_and_no_others(capsys):
    run(["protocol", "schema", "osvs"])
    osvs = json.loads(capsys.readouterr().out)["properties"]
    run(["protocol", "schema", "vsnon"])
    vsnon = json.loads(capsys.readouterr().out)["properties"]

    assert "misstap_gezien" in vsnon
    assert "misstap_gezien" not in osvs
    assert "misstap_gezien" in SCHEMA["properties"]


def test_the_schema_knows_the_facts_and_words_of_a_school(tmp_path, capsys):
    facts = '[feit]\nkamp = { soort = "ja_nee", vraag = "Is het op kamp?" }\n'
    words = '[[woord]]\nlijst = "medium"\ncode = "dorpsapp"\nook = ["dorp"]\n'
    lay(tmp_path / "klein", {"protocol.toml": HEAD, "2-regels.toml": RULE, "feiten.toml": facts + words})

    run(["protocol", "schema", "--packs", str(tmp_path)])
    schema = json.loads(capsys.readouterr().out)

    assert schema["properties"]["kamp"]["description"] == "Is het op kamp?"
    assert Draft202012Validator(schema).is_valid({"kamp": True, "medium": "dorp"})


def test_every_key_asks_something_in_dutch():
    silent = [
        key
        for table in tables(SCHEMA)
        for key, part in table.get("properties", {}).items()
        if isinstance(part, dict) and not part.get("description", "").strip()
    ]

    assert silent == []


def test_every_table_is_closed():
    open_tables = [table for table in tables(SCHEMA) if table.get("type") == "object" and "properties" in table]

    assert open_tables
    assert all(table["additionalProperties"] is False for table in open_tables)


@pytest.mark.parametrize("name", ["rol", "handeling", "medium", "account", "publiek", "inhoud", "doel", "plaats"])
def test_every_list_names_all_codes_and_spellings(name):
    words = CATALOGUE.vocabularies[name]

    listed = {word for part in SCHEMA["$defs"][f"lijst_{name}"]["anyOf"] for word in part["enum"]}

    assert listed == {spelling for word in words for spelling in (word.code, *word.also)}


@pytest.mark.parametrize("seed", range(200))
def test_schema_and_reader_agree_on_good_acts(seed):
    told = Teller(CATALOGUE, seed).act()

    assert is_read(told)
    assert ACTS.is_valid(told), list(ACTS.iter_errors(told))[:1]


@pytest.mark.parametrize("seed", range(400))
def test_schema_and_reader_agree_on_acts_with_one_thing_changed(seed):
    teller = Teller(CATALOGUE, seed)
    told = teller.spoiled(teller.act())

    assert ACTS.is_valid(told) == is_read(told), told


def test_among_the_changed_acts_are_good_and_bad_ones():
    tellers = [Teller(CATALOGUE, seed) for seed in range(400)]

    read = [is_read(teller.spoiled(teller.act())) for teller in tellers]

    assert 40 < sum(read) < 360


@pytest.mark.parametrize("told", [[], "plaatsen", 3, None, True])
def test_what_is_no_table_is_refused_by_both(told):
    assert not ACTS.is_valid(told)
    assert not is_read(told)


@pytest.mark.parametrize(
    ("short", "records", "fits"),
    [("ja", [], False), ("ja", None, True), (None, [], True), (None, None, True)],
)
def test_an_answer_is_told_in_short_or_in_full(short, records, fits):
    told = {"in_beeld": [{"toestemming": short, "toestemmingen": records}]}

    assert ACTS.is_valid(told) == is_read(told) == fits


# Where they differ on purpose. A schema cannot count the days of February, nor fold capitals; the reader can.
@pytest.mark.parametrize(
    "told",
    [
        {"medium": "Instagram"},
        {"account": "privé account".replace(" a", "A")},
        {"handeling": "foto maken"},
        {"handeling": "Foto-maken"},
        {"disclaimer": " JA "},
        {"moment": "20260303"},
        {"moment": "2026-W10-2"},
        {"id": True},
        {"afwijkingen": {"artikel": 3, "reden": "kamp"}},
    ],
    ids=str,
)
def test_the_reader_forgives_a_spelling_that_the_schema_cannot(told):
    assert is_read(told)
    assert not ACTS.is_valid(told)


@pytest.mark.parametrize("day", ["2026-02-30", "2026-06-31", "2027-02-29"])
def test_a_day_that_does_not_exist_is_refused_by_the_reader_alone(day):
    assert ACTS.is_valid({"moment": day})
    assert not is_read({"moment": day})


@pytest.mark.parametrize("name", LIBRARY.ids(with_law=True))
def test_every_case_of_every_pack_fits_the_schema(name):
    content = tomllib.loads((LIBRARY.folder(name) / "cases.toml").read_text(encoding="utf-8"))

    wrong = [(row["naam"], error.message) for row in content["geval"] for error in CASES.iter_errors(as_json(row))]

    assert content["geval"]
    assert wrong == []


def test_a_case_with_an_unknown_expectation_does_not_fit():
    case = {"naam": "x", "feiten": {"handeling": "plaatsen"}, "verwacht": {"uitkomst": "mag"}}

    assert not CASES.is_valid(case)
    assert CASES.is_valid({**case, "verwacht": {"oordeel": "mag"}})


def test_a_day_out_of_toml_is_read_as_in_json():
    out_of_toml = read_act({"moment": datetime(2026, 3, 3, 14)}, CATALOGUE)
    out_of_json = read_act({"moment": "2026-03-03T14:00"}, CATALOGUE)

    assert out_of_toml.moment == out_of_json.moment
    assert read_act({"moment": date(2026, 3, 3)}, CATALOGUE).moment == date(2026, 3, 3)
