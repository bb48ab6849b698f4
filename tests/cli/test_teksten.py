"""`magdit teksten`: an office lays the questions, sends them to a translator and reads the translation in."""

import pytest
from openpyxl import load_workbook

from magdit.areas.consent.models import Item, ItemText
from magdit.areas.people.models import Board, School

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    board = Board.objects.create(name="Stichting De Linde")
    School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs")
    return board


@pytest.fixture
def laid(board, magdit):
    return magdit("teksten", "leg", "--bestuur", "Stichting De Linde")


@pytest.fixture
def sheet(laid, magdit):
    magdit("teksten", "uit", "--bestuur", "de-linde", "--taal", "ar", "--naar", "ar.xlsx")
    return "ar.xlsx"


def translate(name, change=lambda row: f"ترجمة {row[3].value}"):
    book = load_workbook(name)
    for row in book["teksten"].iter_rows(min_row=2):
        row[4].value = change(row)
    book.save(name)


def test_the_questions_are_laid_once(laid, magdit, board):
    again = magdit("teksten", "leg", "--bestuur", "stichting de linde")

    assert (laid.code, again.code) == (0, 0)
    assert "onderwerpen klaargezet" in laid.out
    assert "niets veranderd" in again.out
    assert Item.objects.filter(board=board).exists()


def test_a_translation_goes_round(sheet, magdit):
    translate(sheet)

    looked = magdit("teksten", "in", sheet, "--bestuur", "de-linde", "--proef")
    before = ItemText.objects.filter(language="ar").count()
    ended = magdit("teksten", "in", sheet, "--bestuur", "de-linde")

    assert (looked.code, before, ended.code) == (0, 0, 0)
    assert "Er zouden nieuw zijn (ar)" in looked.out
    assert ItemText.objects.filter(language="ar").count() == Item.objects.count()


def test_what_is_missing_is_named(sheet, magdit):
    ended = magdit("teksten", "in", sheet, "--bestuur", "de-linde")

    assert ended.code == 1
    assert "ontbreekt: website-foto. Ouders zien hier de Nederlandse tekst." in ended.out


def test_a_broken_line_is_named_and_nothing_is_taken_in(sheet, magdit):
    translate(sheet, lambda row: "zonder plek")

    ended = magdit("teksten", "in", sheet, "--bestuur", "de-linde")

    assert ended.code == 2
    assert "regel 2, ouderportaal-groep-foto: deze invulplek ontbreekt of is te veel: {naam}" in ended.out
    assert not ItemText.objects.filter(language="ar").exists()


def test_a_file_is_never_overwritten(sheet, magdit):
    ended = magdit("teksten", "uit", "--bestuur", "de-linde", "--taal", "ar", "--naar", sheet)

    assert ended.code == 2
    assert "bestaat al" in ended.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("leg", "--bestuur", "Niemand"), "geen bestuur of korte naam"),
        (("leg",), "--bestuur"),
        (("uit", "--bestuur", "de-linde", "--taal", "ar", "--naar", "x.xlsx"), "magdit teksten leg"),
        (("uit", "--bestuur", "de-linde", "--taal", "nl", "--naar", "x.xlsx"), "geen taal voor een vertaling"),
        (("uit", "--bestuur", "de-linde", "--taal", "ar", "--naar", "weg/x.xlsx"), "magdit teksten leg"),
        (("in", "weg.xlsx", "--bestuur", "de-linde"), "niet te lezen"),
        (("vertaal",), "vertaal"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(board, magdit, words, said):
    ended = magdit("teksten", *words)

    assert ended.code == 2
    assert said in ended.err


def test_a_file_of_another_kind_is_refused(laid, magdit, here):
    (here / "brief.xlsx").write_bytes(b"%PDF")

    ended = magdit("teksten", "in", "brief.xlsx", "--bestuur", "de-linde")

    assert ended.code == 2
    assert "niet te lezen als vertaling" in ended.err
