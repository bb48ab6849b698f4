"""The demo on real photographs: it comes to what it says, and says so when it does not."""

from __future__ import annotations

import contextlib
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from magdit.check.images.faces import FaceFinder
from magdit.check.images.intake import take_in
from magdit.cli.outcome import Exit
from magdit.demo import __main__ as demo


@dataclass(frozen=True)
class Played:
    code: int
    shown: str
    folder: Path


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """The whole demo, played once."""
    folder, shown = tmp_path_factory.mktemp("demo"), io.StringIO()
    with contextlib.redirect_stdout(shown):
        code = demo.main([str(folder)])
    return Played(code, shown.getvalue(), folder)


def test_the_demo_comes_to_what_it_says(played):
    assert played.code == Exit.AS_ASKED
    assert str(played.folder / "schoon") in played.shown


def test_five_schools_answer_the_same_post_each_by_its_own_articles(played):
    five = played.shown.split("─" * 78)[1]

    answers = re.findall(r"^  [✓◐?…✗→–] .*?\n\n", five, re.MULTILINE | re.DOTALL)
    assert len(answers) == 5
    assert len(set(answers)) == 5
    assert all("artikel" in answer for answer in answers)


def test_the_demo_mends_one_post_and_knows_when_it_must_know_more_first(played):
    words = re.findall(r"^[✓◐?…✗→–] (Mag, mits|Mag niet|Mag|Vraag|Eerst weten)$", played.shown, re.MULTILINE)

    assert words == ["Mag", "Eerst weten"]


def test_the_clean_copies_of_the_demo_show_sem_and_hide_noor(played):
    finder, clean = FaceFinder.load(), played.folder / "schoon"

    faces = [len(finder.find(take_in(clean / name).pixels)) for name in ("foto-1.jpg", "foto-2.jpg")]
    words = (clean / "tekst.txt").read_text(encoding="utf-8")
    assert faces == [1, 0]
    assert "Sem" in words
    assert not re.search(r"Noor|Dijk|06 ?12345678", words)


def test_the_receipt_of_the_demo_tells_ages_and_no_birth_dates(played):
    receipt = (played.folder / "schoon" / "kwitantie.json").read_text(encoding="utf-8")

    people = {person["naam"]: person for person in json.loads(receipt)["act"]["in_beeld"]}
    assert people["Sem de Boer"]["leeftijd"] == 16
    assert "2010-02-14" not in receipt
    assert "geboortedatum" not in json.dumps(people)


def test_a_demo_that_comes_to_something_else_says_so_and_fails(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(demo, "run", lambda command: int(Exit.NOT_AS_IT_STANDS))

    assert demo.main([str(tmp_path)]) == Exit.OUR_FAULT
    assert "de demo klopt niet" in capsys.readouterr().err
