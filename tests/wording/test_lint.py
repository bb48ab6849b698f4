"""Every finding has a sentence, every relation a heading, and no sentence has a hole in it."""

import re
from datetime import date

import pytest

from magdit.norms.examples.alone import Examples
from magdit.norms.examples.probes import Probes
from magdit.norms.lint.finding import Finding
from magdit.norms.lint.lint import lint
from magdit.protocols.compare_voices import RELATIONS
from magdit.protocols.library import Library
from magdit.wording import lint as words
from magdit.wording.lint_act import act_sentence
from magdit.wording.lint_compare import HEADS
from magdit.words.verdicts import AS_HANDED_IN
from tests.wording.codes import codes, constants_in

LIBRARY = Library()
HOLES = re.compile(r"\{|\}|None|\?\?| {2}")
# Chosen in an expression, so that the walk over the source does not see them as a first argument.
BY_CHOICE = {"verbod_naast_toestemming", "verbod_wint"}


def test_no_finding_without_a_sentence_and_no_sentence_without_a_finding():
    said = {
        code for code in codes("Finding", among=("norms/lint/",)) if code in words.SENTENCES or "_" in code
    } | BY_CHOICE

    assert said - set(words.SENTENCES) == set()
    assert set(words.SENTENCES) - said - constants_in("norms/lint/conflicts.py", "_beside") == {"verlopen"} - said


def test_every_relation_has_a_heading():
    assert set(HEADS) == set(RELATIONS)


def test_every_outcome_is_said_beside_another():
    from magdit.wording.lint_compare import SAYS

    assert set(SAYS) == {word.code for word in AS_HANDED_IN}


@pytest.mark.parametrize("name", ["vsnon", "verkruisen"])
def test_no_sentence_has_a_hole(name):
    book = LIBRARY.book(name, with_law=False)
    found = lint(book.packs[0], book.catalogue, today=date(2026, 11, 21))

    sentences = [words.finding_sentence(finding) for finding in found]

    assert sentences
    assert [sentence for sentence in sentences if HOLES.search(sentence)] == []


def test_what_the_source_leaves_open_stands_in_one_line_after_the_rest():
    book = LIBRARY.book("vsnon", with_law=False)
    found = lint(book.packs[0], book.catalogue, today=date(2026, 11, 21))

    lines = list(words.finding_lines("vsnon", found, book.catalogue))

    numbers = [clause for finding in found if finding.code == "open_in_bron" for clause in finding.clauses]
    assert [place for place, line in enumerate(lines) if "open_in_bron" in line] == [len(lines) - 1]
    assert f"in {len(numbers)} artikelen: {', '.join(numbers)}." in lines[-1]
    assert len(lines) < len(found)


def test_one_open_article_is_one_article():
    open_ones = [Finding("open_in_bron", "weten", ("3",), {"tekst": "Wie beslist, staat er niet."})]

    (line,) = list(words.finding_lines("klein", open_ones, LIBRARY.base))[3:]

    assert line.startswith("  De bron laat iets open in 1 artikel: 3.")


def test_every_act_can_be_said():
    book = LIBRARY.book("vsnon", with_law=False)
    examples = Examples.of(book.packs[0], book.catalogue)
    acts = list(Probes(examples).of_norm(examples.ready.pack.norms[1]))

    sentences = {act_sentence(act, book.catalogue) for act in acts}

    assert len(sentences) > 100
    assert [sentence for sentence in sentences if HOLES.search(sentence) or not sentence.endswith(".")] == []
