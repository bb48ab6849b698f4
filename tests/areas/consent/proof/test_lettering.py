"""No name is a reason for no receipt: what we can print is printed, what hides or turns is left out."""

import json
from dataclasses import replace

import pytest

from magdit.areas.consent.proof.lettering import BOX, flat, letters, printable
from magdit.areas.consent.proof.paper import receipt_json, receipt_pdf, receipt_text
from tests.areas.consent.proof import made
from tests.areas.consent.proof.paper_read import told
from tests.areas.consent.proof.test_record import ODD


@pytest.mark.parametrize(
    "name", [*ODD, "tab\tterug\rnul\x00weg", "#strong[vet] $x$ `code` @label", "Zoë 👧🏽", "e\u0301e\u0301n"]
)
def test_no_name_is_a_reason_for_no_receipt(name):
    receipt = made.receipt(made.answer(subject=replace(made.NOOR, name=name)), reader=replace(made.MIRA, name=name))

    pdf = receipt_pdf(receipt)

    assert b"<pdfuaid:part>1" in pdf
    assert json.loads(receipt_json(receipt))["dct:audience"]["schema:name"] == name
    assert receipt_text(receipt)


def test_a_name_in_our_letters_is_printed_as_it_is():
    name = "Zoë-Fleur Łukaszewska-Özgür Nguyễn Шевченко"

    words = told(receipt_pdf(made.receipt(reader=replace(made.MIRA, name=name))))

    assert name in words
    assert BOX not in words


def test_an_arabic_name_keeps_every_letter():
    name = "محمد الأمين"

    words = told(receipt_pdf(made.receipt(reader=replace(made.MIRA, name=name))))

    assert set(name) <= set(words)


def test_a_letter_we_lack_is_a_box_and_the_page_says_so():
    words = told(receipt_pdf(made.receipt(reader=replace(made.MIRA, name="Li 小龙"))))

    assert f"Li {BOX}{BOX}" in words
    assert "Een letter die ons lettertype niet heeft" in words


def test_a_very_long_name_stays_on_the_page():
    words = told(receipt_pdf(made.receipt(made.answer(subject=replace(made.NOOR, name="O" * 160)))))

    assert "O" * 160 in words.replace(" ", "")


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("Anna\u202eneoN", "AnnaneoN"),
        ("a\x00b\x07c", "abc"),
        ("a\tb", "a b"),
        ("ﬁets", "ﬁets"),
        ("𝐀nna", "Anna"),
        ("😀", BOX),
        ("\x1b", BOX),
        ("", ""),
        ("a\ufe0fb", "ab"),
        ("Ṩ", "Ṩ"),
    ],
)
def test_what_turns_or_hides_is_left_out(given, printed):
    assert printable(given) == printed


def test_the_typeface_has_the_letters_of_the_languages_of_our_families():
    for alphabet in (
        "àáâäãåæçèéêëìíîïñòóôöõøœùúûüýÿßğışİčďěňřšťůžąćęłńśźżőűđțșāēīūķļņģəŋ",
        "абвгґдежзиіїйклмнопрстуфхцчшщьюяєё",
        "αβγδεζηθικλμνξοπρστυφχψω",
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچژگکی",
        "אבגדהוזחטיכלמנסעפצקרשת",
    ):
        assert {ord(letter) for letter in alphabet} <= letters()


def test_flat_keeps_letters_of_any_language():
    assert flat(" 李小龙\t😀\n") == "李小龙 😀"
