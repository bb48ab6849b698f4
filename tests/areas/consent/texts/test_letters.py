"""The letters around a round and a birthday: plain, kind, and about one child only."""

import re
from dataclasses import replace
from datetime import date

import pytest

from magdit.areas.consent.rounds.letters import READERS, LetterValues, letter, letter_mail, letter_pdf
from magdit.areas.journal.refused import Refused
from tests.areas.consent.proof.paper_read import told

KINDS = [
    (kind, audience, language) for kind, readers in READERS.items() for audience in readers for language in ("nl", "en")
]
VALUES = LetterValues(
    reader="Els de Boer", audience="ouder", child="Sem", school="De Linde", board="Stichting De Linde",
    on=date(2026, 1, 2), items=("Mogen foto's van Sem op de website van de school?", "Mag de naam erbij?"),
    birthday=date(2026, 3, 3), closes=date(2026, 9, 30), where="https://magdit.delinde.example/toestemming/",
)  # fmt: skip


def values(audience="ouder", language="nl", **changes):
    reader = {"ouder": "Els de Boer", "leerling": "Sem", "medewerker": "Bram Visser"}[audience]
    return replace(VALUES, reader=reader, audience=audience, language=language, **changes)


@pytest.mark.parametrize(("kind", "audience", "language"), KINDS)
def test_every_letter_names_its_reader_the_school_and_what_it_is_about(kind, audience, language):
    written = letter(kind, values(audience, language))

    assert values(audience).reader in written.greeting
    assert "De Linde" in written.text
    assert "- Mogen foto's van Sem op de website van de school?" in written.text
    assert not {"{", "}"} & set(written.text + written.subject)


@pytest.mark.parametrize(("kind", "audience", "language"), KINDS)
def test_on_paper_it_says_the_same_and_can_be_read_aloud(kind, audience, language):
    pdf = letter_pdf(kind, values(audience, language))

    words = told(pdf)
    assert b"/StructTreeRoot" in pdf
    assert b"<pdfuaid:part>1" in pdf
    assert f"/Lang({language})".encode() in pdf
    for paragraph in letter(kind, values(audience, language)).opening:
        assert " ".join(paragraph.split()) in words


@pytest.mark.parametrize(("kind", "audience", "language"), KINDS)
def test_sentences_are_short_and_no_name_stands_in_the_subject(kind, audience, language):
    written = letter(kind, values(audience, language, where=""))

    prose = " ".join((*written.opening, *written.closing))
    longest = max(re.split(r"(?<=[.?!:]) ", prose), key=lambda sentence: len(sentence.split()))
    assert len(longest.split()) <= 22, longest
    assert not {"Sem", "Els", "Bram"} & set(re.findall(r"\w+", written.subject))


@pytest.mark.parametrize("kind", ["vraag", "herinnering"])
@pytest.mark.parametrize(("language", "no"), [("nl", "Nee zeggen mag altijd"), ("en", "You may always say no")])
def test_asking_says_that_no_is_fine(kind, language, no):
    for audience in READERS[kind]:
        assert no in letter(kind, values(audience, language)).text


def test_a_pupil_of_sixteen_reads_what_rests_on_the_parents_yes_until_then():
    text = letter("zestien", values("leerling")).text

    assert "Op 3 maart 2026 word je 16." in text
    assert "Dit rust nu op het ja van een ouder:\n- Mogen foto's" in text
    assert "zonder antwoord van jou gebruiken we niets nieuws" in text
    assert "Els" not in text


def test_where_the_yes_stays_until_the_pupil_speaks_the_letter_says_that():
    text = letter("zestien", values("leerling", strict=False)).text

    assert "blijft tellen tot jij zelf antwoordt" in text
    assert "gebruiken we niets nieuws" not in text


def test_when_nothing_rests_on_it_the_letter_says_so():
    written = letter("zestien", values("leerling", items=()))

    assert "rust niets op het ja van een ouder" in written.text
    assert "Dit rust nu" not in told(letter_pdf("zestien", values("leerling", items=())))


def test_without_a_page_or_an_end_nothing_is_said_about_them():
    text = letter("vraag", values(where="", closes=None)).text

    assert "op papier bij de administratie" in text
    assert "tot en met" not in text
    assert "\n\n\n" not in text


def test_a_letter_in_another_language_is_not_made_up():
    with pytest.raises(Refused, match="letter_language"):
        letter("vraag", values(language="ar"))


def test_a_colleague_gets_no_letter_about_turning_sixteen():
    with pytest.raises(ValueError, match="medewerker"):
        letter("zestien", values("medewerker"))


@pytest.mark.parametrize(
    "name", ["{school}", "Noor\r\nBcc: olaf@elders.example", "محمد", "O" * 160, "#pagebreak()", "a\u202eb"]
)
def test_an_odd_name_is_only_ever_a_name(name):
    odd = values(child=name)

    message = letter_mail("vraag", replace(odd, reader=name), to="els@thuis.example")

    assert "\nBcc:" not in message.body
    assert "De Linde van" not in message.body
    assert message.attachments[0][1].startswith(b"%PDF")
    assert letter_pdf("vraag", odd).count(b"/Type/Page/") == 1


def test_a_mail_has_the_same_letter_as_a_page():
    message = letter_mail("herinnering", values(), to="els@thuis.example")

    ((name, content, kind),) = message.attachments
    assert (name, kind) == ("brief.pdf", "application/pdf")
    assert "Herinnering" in message.subject
    assert "Beste Els de Boer," in told(content)
