"""The demo on real photographs: it comes to what it says, and says so when it does not."""

from __future__ import annotations

import json
import re

from magdit.check.images.faces import FaceFinder
from magdit.check.images.intake import take_in
from magdit.cli.outcome import Exit
from magdit.demo import __main__ as demo


def test_the_demo_mends_one_post_and_answers_otherwise_under_another_protocol(tmp_path, capsys):
    code = demo.main([str(tmp_path)])

    shown = capsys.readouterr().out
    words = re.findall(r"^[✓◐?…✗→–] (Mag, mits|Mag niet|Mag|Vraag|Eerst weten)$", shown, re.MULTILINE)
    assert code == Exit.AS_ASKED
    assert words == ["Mag", "Mag, mits", "Eerst weten"]
    assert str(tmp_path / "schoon") in shown


def test_the_clean_copies_of_the_demo_show_sem_and_hide_noor(tmp_path):
    demo.main([str(tmp_path)])

    finder = FaceFinder.load()
    faces = [len(finder.find(take_in(tmp_path / "schoon" / name).pixels)) for name in ("foto-1.jpg", "foto-2.jpg")]
    words = (tmp_path / "schoon" / "tekst.txt").read_text(encoding="utf-8")
    assert faces == [1, 0]
    assert "Sem" in words
    assert not re.search(r"Noor|Dijk|06 ?12345678", words)


def test_the_receipt_of_the_demo_tells_ages_and_no_birth_dates(tmp_path):
    demo.main([str(tmp_path)])

    receipt = (tmp_path / "schoon" / "kwitantie.json").read_text(encoding="utf-8")
    people = {person["naam"]: person for person in json.loads(receipt)["act"]["in_beeld"]}
    assert people["Sem de Boer"]["leeftijd"] == 16
    assert "2010-02-14" not in receipt
    assert "geboortedatum" not in json.dumps(people)


def test_a_demo_that_comes_to_something_else_says_so_and_fails(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(demo, "run", lambda command: int(Exit.NOT_AS_IT_STANDS))

    assert demo.main([str(tmp_path)]) == Exit.OUR_FAULT
    assert "de demo klopt niet" in capsys.readouterr().err
