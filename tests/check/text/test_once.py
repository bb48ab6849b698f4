"""One mark, told once: in a sentence, or in lines of a quoted mail that stand together."""

from magdit.check.text.finders import confidential, disclaimer, embargo, forwarded, rights
from magdit.check.text.language import language_of
from magdit.check.text.text import Text


def test_a_disclaimer_in_two_halves_is_one() -> None:
    said = "Dit schrijf ik op persoonlijke titel, het is niet de mening van mijn werkgever."

    assert [one.certainty for one in disclaimer.find(Text.of(said))] == ["zeker"]


def test_a_sign_and_a_reservation_of_rights_are_one() -> None:
    assert len(rights.find(Text.of("© 2026 Fotostudio Blik, alle rechten voorbehouden."))) == 1


def test_a_quoted_mail_under_its_heading_is_one() -> None:
    mail = "FW: klacht\n\n> Wanneer is de ouderavond?\n> Groet, A. Bos"

    (one,) = forwarded.find(Text.of(mail))
    assert (one.start, one.end) == (0, len(mail))


def test_two_mails_apart_are_two() -> None:
    assert len(forwarded.find(Text.of("> eerste\nJa, dat klopt.\n> tweede"))) == 2


def test_a_secret_and_an_embargo_in_one_sentence_stay_two() -> None:
    """They are different facts: one asks whether it is confidential, the other whether the day has come."""
    text = Text.of("Strikt vertrouwelijk, onder embargo tot vrijdag.")

    assert (len(confidential.find(text)), len(embargo.find(text))) == (1, 1)


def test_an_embargo_and_its_day_in_the_next_sentence_are_one() -> None:
    assert len(embargo.find(Text.of("Let op, embargo! Publicatie pas vanaf dinsdag 10.00 uur."))) == 1


def test_letters_with_spaces_between_are_no_other_language() -> None:
    assert language_of("w a t e e n m o o i e d a g i s h e t").is_read
