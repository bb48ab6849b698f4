"""A family keeps a receipt: every answer of its own with the text it was given under, and nobody else's words."""

import json
from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

import pytest
from rdflib import URIRef
from rdflib.namespace import RDF

from magdit.areas.consent.proof.paper import receipt_json, receipt_mail, receipt_pdf, receipt_text
from magdit.areas.consent.proof.receipt import receipt_of
from magdit.areas.consent.proof.spoken import day_told, language_name, moment_told, paper_language
from magdit.areas.consent.proof.values import Told
from magdit.areas.consent.texts.catalogue import catalogue
from magdit.areas.journal.refused import Refused
from magdit.words.states import CONSENT_STATES
from tests.areas.consent.proof import made
from tests.areas.consent.proof.paper_read import told
from tests.areas.consent.proof.reading import complaints, graph_of

RECORDS = URIRef("https://w3id.org/dpv#hasRecordOfActivity")


@pytest.fixture(scope="module")
def family():
    """Mira's answers: about Noor a yes, a no and a withdrawn yes; about Sem one in English."""
    return made.receipt(
        Told(made.answer("website-foto", number=1), now=False),
        Told(made.answer("website-video", number=2, state="geweigerd"), now=False),
        Told(made.answer("instagram-beeld", number=3, state="ingetrokken", until=None), now=False),
        Told(
            made.answer("klassenfoto", number=4, subject=made.SEM, notice=made.notice("klassenfoto", "en", 3)), now=True
        ),
    )


@pytest.fixture(scope="module")
def paper(family):
    return receipt_pdf(family)


def test_one_receipt_holds_every_answer_of_the_reader_as_a_record(family):
    document = receipt_of(family)

    assert complaints(document) == ""
    assert len(list(graph_of(document).objects(None, RECORDS))) == 4
    assert document["dct:conformsTo"] == {"@id": "dpv-27560:receipt-eu-gdpr"}


def test_the_file_is_the_same_every_time(family):
    assert receipt_json(family) == receipt_json(family)
    assert json.loads(receipt_json(family)) == receipt_of(family)


def test_it_says_what_holds_now_and_not_by_whom(family):
    document = receipt_of(family)

    now = document["magdit:nu"]
    assert [row["magdit:mag"] for row in now] == [False, False, False, True]
    assert all(set(row) == {"magdit:over", "magdit:mag"} for row in now)
    assert "Joost" not in json.dumps(document)


def test_the_answer_of_the_other_parent_never_comes_onto_it():
    other = made.answer("website-video", number=2, giver=made.JOOST, state="geweigerd")

    with pytest.raises(Refused, match="proof_not_yours"):
        receipt_pdf(made.receipt(made.answer(), other, reader=made.MIRA))


def test_an_answer_of_nobody_in_particular_neither():
    with pytest.raises(Refused, match="proof_not_yours"):
        receipt_of(made.receipt(made.answer(giver=None, source="spiegel")))


@pytest.mark.parametrize("make", [receipt_of, receipt_pdf, receipt_text, receipt_json])
def test_without_an_answer_there_is_no_receipt(make):
    with pytest.raises(Refused, match="proof_no_answers"):
        make(replace(made.receipt(), answers=()))


@pytest.mark.parametrize("make", [receipt_of, receipt_pdf, receipt_text, receipt_json])
def test_no_form_of_it_is_given_while_the_proof_is_not_whole(make):
    with pytest.raises(Refused, match="proof_incomplete"):
        make(made.receipt(controller=replace(made.BOARD, address="")))


def test_the_page_is_tagged_for_a_screen_reader_and_says_its_language(paper):
    assert b"/StructTreeRoot" in paper
    assert b"/Marked true" in paper
    assert b"/Lang(nl)" in paper
    assert b"<pdfuaid:part>1" in paper
    assert b"/DisplayDocTitle true" in paper
    assert all(part in paper for part in (b"/S/H1", b"/S/H2", b"/S/H3", b"/S/P"))


def test_its_letters_are_in_it_and_they_are_ours(paper):
    assert paper.count(b"/FontFile2") == 2
    assert b"DejaVuSans" in paper
    assert b"Libertinus" not in paper


def test_it_is_on_a4(paper):
    assert b"/MediaBox[0 0 595.2756 841.8898]" in paper


def test_its_words_can_be_read_back(paper):
    words = told(paper)

    for sentence in (
        "Dit is een bewijs van de antwoorden van Mira Bakker.",
        "Mogen foto's van Noor op de website van de school? Antwoord: ja Nu: nee.",
        "Antwoord: nee, het ja is ingetrokken",
        "Gegeven op 3 maart 2026 om 12.00 uur, digitaal akkoord.",
        "Geldt tot en met 31 juli 2026.",
        "website-foto, versie 1, in het Nederlands",
        "klassenfoto, versie 3, in het Engels",
        "May Sem be in the class photo",
        "Verantwoordelijk is Stichting De Linde, Lindelaan 1",
        "Autoriteit Persoonsgegevens",
    ):
        assert sentence in words


def test_every_child_has_a_part_of_its_own(paper):
    words = told(paper)

    assert words.index("Noor De Linde") < words.index("Sem De Linde")
    assert words.count("De Linde Mogen") == 1


@pytest.mark.parametrize("make", [lambda receipt: told(receipt_pdf(receipt)), receipt_text])
def test_the_way_to_change_is_on_it(make):
    words = make(made.receipt(where="https://magdit.delinde.example/toestemming/"))

    assert "Een antwoord veranderen" in words
    assert "https://magdit.delinde.example/toestemming/" in words.replace(" ", "")
    assert "elke dag" in words


def test_in_english_it_is_english():
    receipt = made.receipt(made.answer(notice=made.notice("website-foto", "en")), language="en")

    words = told(receipt_pdf(receipt))

    assert b"/Lang(en)" in receipt_pdf(receipt)
    assert "May photos of Noor be on the school website? Answer: yes" in words
    assert "Given on 3 March 2026 at 12:00, digital agreement." in words


def test_a_text_we_cannot_print_is_named_instead():
    strange = made.notice("website-foto", "ti", version=2)
    strange = replace(strange, words=replace(strange.words, title="ናይ {naam} ስእሊ?"))

    words = told(receipt_pdf(made.receipt(made.answer(notice=strange))))

    assert "Website van de school (foto): laten zien wat er op school gebeurt" in words
    assert "versie 2, in het Tigrinya" in words


@pytest.mark.parametrize("state", [word.code for word in CONSENT_STATES])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_state_has_words(state, language):
    words = receipt_text(made.receipt(made.answer(state=state), language=language))

    assert ("Antwoord: " if language == "nl" else "Answer: ") in words
    assert "Consent" not in words


@pytest.mark.parametrize("offered", catalogue(), ids=lambda offered: offered.code)
def test_every_item_can_be_put_on_paper(offered):
    subject, giver = (
        (made.NOOR, made.MIRA) if offered.asked_of == "leerling" else (made.BRAM, replace(made.BRAM, role="zelf"))
    )
    given = made.answer(offered.code, subject=subject, giver=giver)

    pdf = receipt_pdf(made.receipt(given))

    assert subject.name in told(pdf)


def test_an_objection_is_called_an_objection():
    staff = replace(made.BRAM, role="zelf")
    given = made.answer("medewerker-naam-website", subject=made.BRAM, giver=staff, state="geweigerd")

    receipt = made.receipt(given)

    assert "Antwoord: bezwaar" in receipt_text(receipt)
    assert "dpv:hasRecordOfActivity" not in receipt_of(receipt)


def test_an_answer_from_elsewhere_says_that_the_proof_lies_there():
    elsewhere = made.answer(notice=None, source="spiegel", as_of=date(2026, 2, 27))

    words = receipt_text(made.receipt(elsewhere))

    assert "leerlingadministratie, stand van 27 februari 2026" in words


def test_paper_without_a_known_text_says_so():
    assert "Het papier ligt bij de school" in receipt_text(made.receipt(made.answer(notice=None, source="papier")))


def test_the_mail_carries_both_files_and_says_of_whom_it_is_by_first_name(family):
    message = receipt_mail(family, to="mira@thuis.example")

    kinds = {name: kind for name, _, kind in message.attachments}
    assert kinds == {"bewijs.pdf": "application/pdf", "bewijs-voor-computers.jsonld": "application/ld+json"}
    assert message.subject == "Uw antwoorden voor Noor en Sem"
    assert message.to == ["mira@thuis.example"]


def test_who_answers_about_themself_is_not_named_in_the_subject():
    own = made.answer(subject=made.BRAM, giver=replace(made.BRAM, role="zelf"))

    message = receipt_mail(made.receipt(own), to="bram@school.example")

    assert message.subject == "Bewijs van antwoorden over foto, film en gegevens"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_mail_has_no_words_of_computer_people(language):
    body = receipt_text(made.receipt(language=language))

    assert not [word for word in ("Merk", "Mark", "Kenmerk", "JSON", "website-foto", "versie") if word in body]


@pytest.mark.parametrize("source", ["papier", "spiegel"])
def test_what_was_not_said_here_has_a_day_and_no_hour(source):
    at_midnight = datetime.fromisoformat("2026-03-03T00:00:00+01:00")

    words = receipt_text(made.receipt(made.answer(notice=None, source=source, at=at_midnight)))

    assert "Gegeven op 3 maart 2026, digitaal akkoord." in words
    assert "00.00" not in words


def test_photo_and_film_are_told_apart_also_without_their_text():
    covers = [
        made.answer(code, number=number, notice=None, source="spiegel")
        for number, code in enumerate(("website-foto", "website-video"), 1)
    ]

    words = receipt_text(made.receipt(*covers))

    assert "Website van de school (foto): laten zien" in words
    assert "Website van de school (video): laten zien" in words


@pytest.mark.parametrize("make", [lambda receipt: told(receipt_pdf(receipt)), receipt_text])
def test_where_the_administration_is_master_a_yes_is_not_promised_on_the_page(make):
    words = make(made.receipt(Told(made.answer(), elsewhere=True), where="https://magdit.example/mijn/"))

    assert "Ja zeggen gaat via de leerlingadministratie" in words
    assert "en andersom" not in words
    assert "https://magdit.example/mijn/" in words.replace(" ", "")


def test_what_was_printed_is_not_promised_back():
    assert "zoals een papieren nieuwsbrief, kan de school niet terughalen" in receipt_text(made.receipt())


def test_the_mail_can_be_read_without_opening_anything(family):
    body = receipt_mail(family, to="mira@thuis.example").body

    assert "- Mogen filmpjes van Noor op de website van de school?\n  Antwoord: nee. Nu: nee." in body
    assert "Sem (De Linde)" in body


def test_a_name_with_a_line_end_makes_no_header_and_no_new_line():
    receipt = made.receipt(made.answer(subject=replace(made.NOOR, name="Noor\r\nBcc: olaf@elders.example")))

    message = receipt_mail(receipt, to="mira@thuis.example")

    assert "\nBcc:" not in message.body
    assert "Bcc" not in str(message.message().keys())


@pytest.mark.parametrize(
    ("wished", "language"), [("nl", "nl"), ("en", "en"), ("en-GB", "en"), ("ar", "nl"), ("", "nl")]
)
def test_a_receipt_is_in_dutch_or_english(wished, language):
    assert paper_language(wished) == language


def test_days_and_moments_are_told_on_the_school_clock():
    summer = datetime.fromisoformat("2026-06-30T22:30:00+00:00")

    assert moment_told(summer, "nl") == "1 juli 2026 om 00.30 uur"
    assert day_told(date(2026, 3, 3), "en") == "3 March 2026"
    assert language_name("xx", told_in="nl") == "xx"


def test_every_receipt_has_a_number_of_its_own(family):
    other = replace(family, id=uuid4())

    assert receipt_of(other)["dpv:hasIdentifier"] != receipt_of(family)["dpv:hasIdentifier"]
    assert (None, RDF.type, URIRef("https://w3id.org/dpv#ConsentReceipt")) in graph_of(receipt_of(other))
