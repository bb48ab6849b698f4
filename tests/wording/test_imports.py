"""Every problem and remark that a reader of lists can give has a Dutch sentence, and every sentence is used."""

import re
from pathlib import Path

import magdit
from magdit.wording.imports import PROBLEMS, REMARKS, dropped_sentences, remark_sentence

HERE = Path(magdit.__file__).parent / "areas"
SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in (*(HERE / "people/imports").glob("*.py"), *(HERE / "consent").glob("import*.py"))
)
PASSED_ON = {"name_long", "name_sign"}  # of `people.clean_names`, with the same facts


def test_every_problem_has_a_sentence_and_every_sentence_a_problem():
    given = set(re.findall(r'(?:\.add|\.fail|Astray|self\._astray)\(\s*(?:member, )?"(\w+)"', SOURCE))
    given |= set(re.findall(r'"(which_school|no_school|group_unknown|person_unknown)"', SOURCE))

    assert given | PASSED_ON == set(PROBLEMS)


def test_every_remark_has_a_sentence_and_every_sentence_a_remark():
    assert set(re.findall(r'\.remark\("(\w+)"', SOURCE)) == set(REMARKS)


def test_a_remark_says_how_often_and_where_first():
    said = remark_sentence("bad_mail", 3, file="users.csv", line=7)

    assert said == "3 × adressen van e-mail die geen adres zijn; ze zijn weggelaten (het eerst in users.csv, regel 7)."


def test_what_we_may_not_keep_is_told_apart_and_each_column_once():
    assert dropped_sentences([("bsn", True), ("kamer", False), ("bsn", True)]) == [
        "Niet gelezen, want dat mogen we niet bewaren: bsn.",
        "Niet gelezen, want daar doen we niets mee: kamer.",
    ]
