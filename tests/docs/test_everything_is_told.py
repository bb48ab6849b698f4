"""What a user can type or read is in the papers: commands, options, fields of an answer and of a receipt."""

import argparse
import importlib
import json
import re
import tomllib

import pytest

from magdit.check.draft.plan import EVERYTHING as ALL
from magdit.check.draft.plan import KINDS
from magdit.cli.main import COMMANDS
from magdit.cli.parser import DutchParser
from magdit.norms.answering import answer
from magdit.norms.conditions.parse import parse
from magdit.norms.read_act import read_act
from magdit.protocols.cases import EXPECTATIONS, read_cases
from magdit.protocols.key_kinds import APART
from magdit.protocols.keys import KEYS
from magdit.protocols.library import Library
from magdit.wording.answer_json import answer_json
from magdit.words.verdicts import AS_HANDED_IN, VERDICTS
from tests.docs.examples import ROOT, blocks_of, run

DOCS = ROOT / "docs"
PAPERS = {page.name: page.read_text(encoding="utf-8") for page in sorted(DOCS.glob("*.md"))}
EVERYTHING = "\n".join(PAPERS.values())
LIBRARY = Library()


def parsers(parser, name):
    """The parser of every command, with the words that call it."""
    nested = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    for action in nested:
        for verb, inner in action.choices.items():
            yield from parsers(inner, f"{name} {verb}")
    if not nested:
        yield name, parser


def commands():
    root = DutchParser(prog="magdit")
    places = root.add_subparsers(parser_class=DutchParser)
    for command in sorted(set(COMMANDS.values())):
        importlib.import_module(f"magdit.cli.{command}").add(places)
    return dict(parsers(root, "magdit"))


def test_the_commands_are_those_we_know():
    assert set(commands()) == {
        "magdit archive check",
        "magdit backup",
        "magdit beheerder",
        "magdit bewijs alles",
        "magdit bewijs kwitantie",
        "magdit check",
        "magdit demo-data",
        "magdit doctor",
        "magdit export",
        "magdit hide",
        "magdit import",
        "magdit journal sleutel-vernieuwen",
        "magdit journal toon",
        "magdit journal verify",
        "magdit judge",
        "magdit look",
        "magdit mag",
        "magdit nightly",
        "magdit protocol compare",
        "magdit protocol lint",
        "magdit protocol list",
        "magdit protocol schema",
        "magdit protocol show",
        "magdit protocol test",
        "magdit restore",
        "magdit ronde brieven",
        "magdit ronde herinner",
        "magdit ronde nieuw",
        "magdit ronde open",
        "magdit ronde stand",
        "magdit ronde verander",
        "magdit serve",
        "magdit teksten in",
        "magdit teksten leg",
        "magdit teksten uit",
        "magdit toestemming papier",
        "magdit toestemming stand",
        "magdit toestemming van",
        "magdit toestemming vraagt",
        "magdit wet controleer",
        "magdit work",
    }


@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_an_example(command):
    assert re.search(rf"^(.*\| *)?{command}\b", EVERYTHING, re.MULTILINE)


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (command, option)
        for command, parser in commands().items()
        for action in parser._actions
        for option in action.option_strings
    ],
)
def test_every_option_is_told(command, option):
    begin = dict.fromkeys(("magdit check", "magdit mag", "magdit look", "magdit hide"), "begin.md")
    pages = {**begin, "magdit judge": "handeling.md"}
    page = pages.get(command, "beheer.md")
    told = PAPERS[page] + (PAPERS["begin.md"] if option in {"-h", "--help", "--hulp"} else "")

    assert re.search(rf"(?<![\w-]){option}(?![\w-])", told)


def test_every_choice_of_herstel_is_told():
    assert [kind for kind in (ALL, *KINDS) if f"`{kind}`" not in PAPERS["begin.md"]] == []


@pytest.mark.parametrize("word", [*VERDICTS, *AS_HANDED_IN], ids=lambda word: word.code)
def test_every_outcome_is_explained(word):
    assert f"`{word.code}`" in PAPERS["oordeel.md"]


def fields(value, found):
    """Every key in an answer, however deep; names of layers are values."""
    if isinstance(value, dict):
        for key, inner in value.items():
            found.add(key)
            fields(inner, found)
    elif isinstance(value, list):
        for inner in value:
            fields(inner, found)
    return found


def answers():
    for name in LIBRARY.ids(with_law=True):
        book = LIBRARY.book(name)
        packs = {ready.pack.id: ready.pack for ready in book.packs}
        for case in read_cases(LIBRARY.folder(name)):
            act = read_act(case.act, book.catalogue)
            yield answer_json(answer(book, act), packs, protocol=name, layer="alles")


def test_every_field_of_an_answer_is_explained():
    given = fields(list(answers()), set())

    assert [field for field in sorted(given) if f"`{field}`" not in PAPERS["oordeel.md"]] == []


def test_every_field_of_a_receipt_is_explained(tmp_path):
    ran = run('magdit check --tekst "Hallo." --protocol osvs --als docent --medium website --json || true', tmp_path)

    assert [key for key in json.loads(ran.stdout) if f"`{key}`" not in PAPERS["oordeel.md"]] == []


def test_every_expectation_of_a_case_is_explained():
    assert [key for key in EXPECTATIONS if f"`{key}`" not in PAPERS["protocol-maken.md"]] == []


@pytest.mark.parametrize(("table", "key"), [(table, key) for table, keys in KEYS.items() for key in sorted(keys)])
def test_every_key_of_a_pack_is_explained(table, key):
    assert re.search(rf"(?<!\w){key}(?!\w)", PAPERS["protocol-maken.md"])


def test_every_key_whose_kind_differs_is_a_key():
    assert [(table, key) for table, key in APART if key not in KEYS[table]] == []


def anchors(page):
    """The places in a page that a link can lead to."""
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", PAPERS)
def test_every_link_to_a_place_in_a_page_leads_there(name):
    links = re.findall(r"\]\(([\w-]+\.md)?#([^)\s]+)\)", PAPERS[name])

    assert [(page, anchor) for page, anchor in links if anchor not in anchors(PAPERS[page or name])] == []


@pytest.mark.parametrize("name", ["words.md", "begin.md", "map.md", "handeling.md", "oordeel.md", "beheer.md"])
def test_every_page_can_be_reached_from_another(name):
    others = "\n".join(text for page, text in PAPERS.items() if page != name)
    at_the_door = "".join((ROOT / page).read_text(encoding="utf-8") for page in ("README.md", "CONTRIBUTING.md"))

    assert f"({name}" in others or f"(docs/{name}" in at_the_door


def conditions():
    """The conditions in the manual's table, without those that name a kind of thing instead of one."""
    table = PAPERS["protocol-maken.md"].partition("## Voorwaarden")[2].partition("\n\n")[2].partition("\n\n")[0]
    shown = [span for line in table.splitlines() for span in re.findall(r"`([^`]+)`", line.split("|")[1])]
    return [one.replace("…", "herkenbaar") for one in shown if one not in {"verleent", "levert", "<", "<=", ">", "="}]


@pytest.mark.parametrize("text", conditions())
def test_every_condition_in_the_manual_can_be_read(text):
    assert parse(text)


def examples_in_toml():
    blocks = [block for page in sorted(DOCS.glob("*.md")) for block in blocks_of(page) if block.kind == "toml"]
    return [pytest.param(block.text, id=f"line {block.line}") for block in blocks]


@pytest.mark.parametrize("text", examples_in_toml())
def test_every_piece_of_a_pack_in_the_manual_is_toml(text):
    assert tomllib.loads(text)
