"""Who gets which proof: a receipt for who answered, made once, and nothing for Olaf."""

from datetime import date

import pytest
from django.core import mail

from magdit.areas.consent.models import Item, Round
from magdit.areas.consent.proof.actions import mail_receipt, receipt_for
from magdit.areas.consent.proof.paper import receipt_text
from magdit.areas.consent.texts.actions import new_text
from magdit.areas.consent.texts.words import Words
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Guardianship
from magdit.wording.refusals import refusal_sentence
from tests.areas.consent.proof.paper_read import told

pytestmark = pytest.mark.django_db


def lines(verb):
    return Entry.objects.filter(verb=verb).count()


def test_a_parent_gets_a_receipt_of_the_own_answers(said, noor, noors_mother, noors_father, doing_as):
    said(noors_mother, noor)
    said(noors_father, noor, state="geweigerd", text=None)

    receipt = receipt_for(doing_as(noors_mother), noors_mother)

    (only,) = receipt.answers
    assert (only.expressed.giver.name, only.expressed.state, only.now) == ("Mira Bakker", "gegeven", False)
    assert "Joost" not in receipt_text(receipt)
    assert lines("bewijs gegeven") == 1


def test_with_nobody_against_it_now_is_yes(said, noor, noors_mother, doing_as):
    for code in ("website-foto",):
        said(noors_mother, noor, code)

    receipt = receipt_for(doing_as(noors_mother), noors_mother)

    assert [one.now for one in receipt.answers] == [True]


def test_one_receipt_holds_all_children_of_the_family(said, noor, sem, noors_mother, doing_as):
    Guardianship.objects.create(child=sem, guardian=noors_mother, relation="ouder", authority="ja")
    said(noors_mother, noor)
    said(noors_mother, sem, "klassenfoto")

    words = receipt_text(receipt_for(doing_as(noors_mother), noors_mother))

    assert "Noor (De Linde)" in words
    assert "Sem (De Linde)" in words


def test_only_the_last_answer_stands_on_it_and_points_back(said, noor, noors_mother, doing_as):
    first = said(noors_mother, noor)
    said(noors_mother, noor, state="ingetrokken", text=None, until=None, days=1)

    receipt = receipt_for(doing_as(noors_mother), noors_mother)

    (only,) = receipt.answers
    assert (only.expressed.state, only.expressed.replaces) == ("ingetrokken", first.id)


def test_a_receipt_of_one_round_holds_what_was_answered_in_it(said, school, noor, noors_mother, doing_as):
    now = Round.objects.create(school=school, year=2025, opens=date(2026, 3, 1))
    before = said(noors_mother, noor, days=-200)
    said(noors_mother, noor, "klassenfoto", days=-200)
    said(noors_mother, noor, round=now)

    (only,) = receipt_for(doing_as(noors_mother), noors_mother, within=now).answers

    assert (only.expressed.asked.code, only.expressed.replaces) == ("website-foto", before.id)


def test_a_withdrawal_is_proved_under_the_words_of_the_yes_it_took_back(said, system, noor, noors_mother, doing_as):
    yes = said(noors_mother, noor)
    new_text(system, yes.item, Words("Mag {naam} op de nieuwe site?", "Iedereen ziet het.", "Omdat."))
    said(noors_mother, noor, state="ingetrokken", text=None, until=None, days=1)

    (only,) = receipt_for(doing_as(noors_mother), noors_mother).answers

    assert only.expressed.notice.version == 1


def test_a_first_no_is_proved_under_the_words_that_stood_above_it(said, system, noor, noors_mother, doing_as):
    item = Item.objects.get(code="website-foto")
    new_text(system, item, Words("Mag {naam} op de nieuwe site?", "Iedereen ziet het.", "Omdat."))
    said(noors_mother, noor, state="geweigerd", text=None, days=1)

    (only,) = receipt_for(doing_as(noors_mother), noors_mother).answers

    assert only.expressed.notice.version == 2


def test_of_a_paper_without_known_words_no_words_are_made_up(said, noor, noors_mother, doing_as):
    said(noors_mother, noor, text=None, source="papier", form="schriftelijk")

    (only,) = receipt_for(doing_as(noors_mother), noors_mother).answers

    assert only.expressed.notice is None


def test_a_parent_without_authority_keeps_the_proof_but_no_longer_sees_what_holds(said, noor, noors_mother, doing_as):
    said(noors_mother, noor)
    Guardianship.objects.filter(guardian=noors_mother).update(authority="nee")

    (only,) = receipt_for(doing_as(noors_mother), noors_mother).answers

    assert only.now is None


def test_the_office_that_took_the_paper_in_can_print_it(said, noor, noors_mother, office, doing_as):
    said(noors_mother, noor)

    assert receipt_for(doing_as(office), noors_mother).reader.name == "Mira Bakker"


def test_nobody_else_gets_it(said, noor, noors_mother, noors_father, bram, olaf, doing_as, other_board):
    said(noors_mother, noor)

    for who in (noors_father, bram, olaf):
        with pytest.raises(Refused):
            receipt_for(doing_as(who), noors_mother)
    with pytest.raises(Refused, match="not_yours"):
        receipt_for(doing_as(olaf, board=other_board), noors_mother)
    assert lines("bewijs gegeven") == 0


def test_without_an_answer_there_is_nothing_to_prove(laid, noors_mother, doing_as):
    with pytest.raises(Refused, match="proof_no_answers"):
        receipt_for(doing_as(noors_mother), noors_mother)


def test_a_board_without_an_address_hands_out_nothing_and_leaves_no_line(said, board, noor, noors_mother, doing_as):
    said(noors_mother, noor)
    board.address = ""
    board.save()

    with pytest.raises(Refused, match="proof_incomplete"):
        receipt_for(doing_as(noors_mother), noors_mother)

    assert lines("bewijs gegeven") == 0


def test_a_shielded_mother_gets_her_receipt_and_it_says_nothing_about_where_she_is(said, noor, noors_mother, doing_as):
    noors_mother.shielded = True
    noors_mother.save()
    said(noors_mother, noor)

    mail_receipt(doing_as(noors_mother), noors_mother)

    (sent,) = mail.outbox
    for part in (sent.body, told(sent.attachments[0][1]), str(sent.attachments[1][1])):
        assert "thuis.example" not in part


def test_without_an_address_nothing_is_sent(said, noor, noors_mother, doing_as):
    noors_mother.email = ""
    noors_mother.save()
    said(noors_mother, noor)

    with pytest.raises(Refused, match="proof_no_address"):
        mail_receipt(doing_as(noors_mother), noors_mother)

    assert mail.outbox == []
    assert lines("bewijs gegeven") == 0


def test_a_post_office_that_is_shut_is_told_in_words(said, noor, noors_mother, doing_as, monkeypatch):
    def shut(self, fail_silently=False):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", shut)
    said(noors_mother, noor)

    with pytest.raises(Refused, match="proof_not_sent"):
        mail_receipt(doing_as(noors_mother), noors_mother)


def test_olaf_has_no_receipt_sent(said, noor, noors_mother, olaf, doing_as):
    said(noors_mother, noor)

    with pytest.raises(Refused):
        mail_receipt(doing_as(olaf), noors_mother)

    assert mail.outbox == []


def test_a_big_family_takes_few_questions(said, noor, noors_mother, doing_as, django_assert_max_num_queries):
    for code in ("website-foto", "website-video", "klassenfoto", "jaarboek-foto", "naam-website", "pers-beeld"):
        said(noors_mother, noor, code)

    with django_assert_max_num_queries(40):
        receipt = receipt_for(doing_as(noors_mother), noors_mother)

    assert len(receipt.answers) == 6


@pytest.mark.parametrize(
    "code",
    "proof_incomplete proof_no_answers proof_no_address proof_not_sent proof_not_yours evidence_by_parent".split(),
)
def test_every_refusal_has_a_sentence(code):
    assert refusal_sentence(code, {"missing": "adres"}).endswith(".")
