"""Every clause about what may be said, shown and shared: it is felt at the door, its neighbour is free of it, and a
school that left the clause out does not have it. That there is no clause without a row, the ledger says."""

import csv
from pathlib import Path

import pytest

from magdit.cli import protocol as command
from magdit.cli.main import run
from tests.cli.clauses import rows_check, rows_image, rows_norms, rows_tone
from tests.cli.clauses.row import WHOLE
from tests.cli.clauses.without import Without

LEDGER = Path(__file__).parents[2] / "ledger" / "clauses.tsv"
AREAS = {"check", "image", "norms", "tone"}
ROWS = (*rows_norms.ROWS, *rows_check.ROWS, *rows_image.ROWS, *rows_tone.ROWS)
# It names a step of a case, and no verdict: below it is asked at the door that tells the steps.
UNFORESEEN = ("vsnon", "0.2")
names = [f"{row.protocol}-{row.clause}-{at}" for at, row in enumerate(ROWS)]
every_row = pytest.mark.parametrize("row", ROWS, ids=names)


def listed() -> set[tuple[str, str]]:
    with LEDGER.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {(row["protocol"], row["clause"]) for row in rows if AREAS & {a.strip() for a in row["area"].split(",")}}


def test_the_clauses_with_a_row_are_those_of_the_ledger():
    assert {(row.protocol, row.clause) for row in ROWS} | {UNFORESEEN} == listed()


def test_every_clause_with_a_row_is_in_its_protocol(library):
    there = {(name, one.number) for name in library.ids() for one in library.book(name).packs[0].pack.clauses}

    assert {(row.protocol, row.clause) for row in ROWS} <= there


@every_row
def test_what_meets_the_clause_feels_it(ask, row):
    answered = ask(row.protocol, row.asks)

    assert answered.has(row.effect, row.clause, row.becomes), answered


@every_row
def test_its_neighbour_passes_and_does_not_feel_it(ask, row):
    answered = ask(row.protocol, row.beside)

    assert answered.verdict == row.passes, answered
    assert not answered.touches(row.effect, row.clause)


@every_row
def test_a_school_that_left_the_clause_out_does_not_have_it(ask, row):
    answered = ask(row.protocol, row.asks, without=row.clause)

    if answered is not None:  # the rest of the protocol can stand without it
        assert not answered.has(row.effect, row.clause, row.becomes), answered


def test_only_four_definitions_cannot_be_left_out_at_all(ask):
    """So that the test above says something: everywhere else there is an answer, and it is another one."""
    none = {(row.protocol, row.clause) for row in ROWS if ask(row.protocol, row.asks, without=row.clause) is None}

    assert none == {("osvs", "II.3"), ("ozhw", "0.2"), ("verkruisen", "0.2"), ("ouderportaalschool", "0.3")}
    assert all(row.effect == WHOLE for row in ROWS if (row.protocol, row.clause) in none)


def test_the_step_of_a_case_that_nobody_foresaw(library, monkeypatch, capsys):
    """The case beside it, of who does not keep to the rules, goes well with and without this clause."""
    protocol, clause = UNFORESEEN

    class Left(Without):
        def __getattr__(self, name):
            return getattr(library, name)

    told = {}
    for source in (library, Left(library, protocol, clause)):
        monkeypatch.setattr(command, "library_with", lambda folders, source=source: source)
        code = run(["protocol", "test", protocol])
        told[type(source)] = int(code), [line for line in capsys.readouterr().out.splitlines() if "voorzag" in line]

    assert told[type(library)] == (0, [])
    assert told[Left][0] == 1
    assert len(told[Left][1]) == 1
