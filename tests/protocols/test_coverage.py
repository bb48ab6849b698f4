"""Every clause of the five protocols is in its pack, with something of its kind that works.

The ledger paraphrases the protocols clause by clause. That a table stands in a clause is counted here; that it does
something is what `test_every_rule_decides.py` tries.
"""

import csv
import tomllib
from pathlib import Path

import pytest

from magdit.protocols.keys import KINDS, as_rows
from magdit.protocols.library import PACKS, Library

LEDGER = Path(__file__).resolve().parent.parent / "ledger" / "clauses.tsv"
HERE = ("osvs", "ozhw", "verkruisen", "vsnon", "ouderportaalschool")
PARTS = frozenset(
    "norm plicht toestemmingseis bevoegdheid stap definitie maatregel aandacht reikwijdte instelling".split()
)
# What a clause of each kind needs at least one of; a table of protocol.toml counts where it names the clause.
NEEDS = {
    "prohibition": {"norm", "toestemmingseis", "venster"},
    "permission": {"norm"},
    "obligation": {"norm", "plicht", "stap", "toestemmingseis"},
    "power": {"bevoegdheid", "maatregel", "stap"},
    "procedure": {"stap", "plicht", "levensloop", "standaard", "norm"},
    "scope": {"reikwijdte", "definitie"},
    "definition": {"definitie"},
    "fact": {"instelling", "levensloop", "definitie", "protocol"},
    "value": {"aandacht", "norm", "definitie"},
}
DUTCH = {
    "prohibition": "verbod",
    "permission": "toestemming",
    "obligation": "gebod",
    "power": "bevoegdheid",
    "procedure": "procedure",
    "scope": "reikwijdte",
    "definition": "definitie",
    "fact": "feit",
    "value": "waarde",
}


def rows():
    with LEDGER.open(encoding="utf-8", newline="") as ledger:
        return [row for row in csv.DictReader(ledger, delimiter="\t") if row["protocol"] in HERE]


def kinds(row):
    return [kind.strip() for kind in row["kind"].split(",")]


def parts_of(name):
    """What stands in each clause of a pack, also through the tables of its head that name it."""
    found: dict[str, set[str]] = {}
    for file in sorted((PACKS / name).glob("*.toml")):
        if file.stem == "cases":
            continue
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        for clause in content.get("artikel", ()):
            found.setdefault(str(clause["nummer"]), set()).update(PARTS & set(clause))
        for table, entries in content.items():
            for entry in as_rows(entries):
                if table != "artikel" and "artikel" in entry:
                    found.setdefault(str(entry["artikel"]), set()).add(table)
    return found


FOUND = {name: parts_of(name) for name in HERE}
each_clause = pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['protocol']} {row['clause']}")


def test_the_ledger_knows_five_protocols():
    assert {row["protocol"] for row in rows()} == set(HERE)
    assert len(rows()) == 200


@each_clause
def test_a_clause_of_the_ledger_works_in_its_pack(row):
    parts = FOUND[row["protocol"]].get(row["clause"])

    assert parts is not None, "this clause is not in the pack"
    idle = [kind for kind in kinds(row) if not parts & NEEDS[kind]]
    assert idle == [], f"nothing of this kind works; there is {sorted(parts)}"


@each_clause
def test_a_clause_says_of_what_kind_it_is(row):
    clause = Library().pack(row["protocol"]).clause(row["clause"])

    assert {DUTCH[kind] for kind in kinds(row)} <= set(clause.kinds)
    assert clause.says.strip()


@pytest.mark.parametrize("name", HERE)
def test_a_pack_has_no_clause_that_the_document_does_not_have(name):
    known = {row["clause"] for row in rows() if row["protocol"] == name}

    added = [clause.number for clause in Library().pack(name).clauses if clause.number not in known]

    assert added == []


def test_every_kind_in_the_ledger_has_its_dutch_word():
    assert set(NEEDS) == set(DUTCH)
    assert set(DUTCH.values()) == KINDS
