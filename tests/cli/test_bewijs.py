"""`magdit bewijs`: what an office hands out on request."""

from __future__ import annotations

import json

import pytest

from magdit.areas.journal.models import Entry
from tests.cli.test_ronde import paper, scan, school  # noqa: F401  (the same school, with its paper)

pytestmark = pytest.mark.django_db


@pytest.fixture
def answered(school, scan, magdit):  # noqa: F811
    """Noor's mother said no on paper."""
    return paper(magdit, answer="nee")


def test_a_receipt_as_paper_and_as_data(answered, magdit, here):
    ended = [
        magdit("bewijs", "kwitantie", "--school", "de-linde", "--van", "Mira", "--naar", name)
        for name in ("mira.pdf", "mira.jsonld")
    ]

    assert [one.code for one in ended] == [0, 0], ended
    assert (here / "mira.pdf").read_bytes().startswith(b"%PDF-")
    assert "@context" in json.loads((here / "mira.jsonld").read_text(encoding="utf-8"))


def test_all_about_one_person_leaves_a_line(answered, magdit, here):
    ended = magdit("bewijs", "alles", "--school", "de-linde", "--wie", "Noor", "--naar", "noor.jsonld")

    assert ended.code == 0
    assert "geweigerd" in (here / "noor.jsonld").read_text(encoding="utf-8")
    assert Entry.objects.order_by("number").last().verb == "bewijs ingezien"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("kwitantie", "--school", "de-linde", "--van", "Olaf", "--naar", "x.pdf"), "kennen we hier niet"),
        (("kwitantie", "--school", "de-linde", "--van", "Mira", "--naar", "papier.pdf"), "bestaat al"),
        (("alles", "--school", "de-linde", "--wie", "Noor", "--naar", "weg/x.jsonld"), "niet te schrijven"),
        (("alles", "--school", "de-linde"), "--wie"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(answered, magdit, words, said):
    ended = magdit("bewijs", *words)

    assert ended.code == 2
    assert said in ended.err
