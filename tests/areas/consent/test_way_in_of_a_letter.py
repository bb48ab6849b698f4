"""Who is asked by letter can answer: with a link of their own, with their account, or on the paper itself."""

from __future__ import annotations

import re

import pytest
from django.core import mail

from magdit.areas.consent.rounds.actions import open_round
from magdit.areas.consent.rounds.post import deliver, print_out, print_together
from magdit.areas.journal.models import Entry
from magdit.areas.people.actions.links import use_link
from magdit.areas.people.models import Account, Link, Person
from tests import cast
from tests.areas.conftest import NOON, guardian, pupil
from tests.areas.consent.proof.paper_read import text_of, told
from tests.areas.consent.test_post import DeadLine as DeadLine

pytestmark = pytest.mark.django_db
CODE = re.compile(r"(?:[a-z0-9]{4}-){3}[a-z0-9]{4}")


@pytest.fixture(autouse=True)
def _an_address(settings):
    settings.PUBLIC_ADDRESS = "https://magdit.example"


@pytest.fixture
def by_office(doing_as, office):
    return doing_as(office)


@pytest.fixture
def asked(by_office, school, group_6a, noor, noors_mother, website):
    """Noor's mother was asked about Noor."""
    return open_round(by_office, school, opens=cast.TODAY)


def token_in(text: str) -> str:
    return re.search(r"/inloggen/link/([\w-]{20,})/", text).group(1)


def test_a_parent_without_an_account_gets_a_link_that_lets_them_in(asked, by_office, school, noors_mother):
    deliver(by_office, school)

    (message,) = mail.outbox
    account = use_link(token_in(message.body), at=NOON)
    assert (account.person, account.address) == (noors_mother, noors_mother.email)
    assert "tot en met 17 maart 2026" in message.body


def test_the_link_stands_in_the_mail_alone(asked, by_office, school):
    deliver(by_office, school)

    (message,) = mail.outbox
    token = token_in(message.body)
    ((_name, page, _kind),) = message.attachments
    assert token not in told(page)
    assert "https://magdit.example/inloggen/link/" in told(page)
    assert not Link.objects.filter(mark=token).exists()
    assert not Entry.objects.filter(details__contains=token).exists()


def test_a_parent_of_two_has_one_link_in_both_letters(by_office, school, group_6a, noor, noors_mother, website):
    other = pupil(school, group_6a, called="Bo", last="van Dijk", born=cast.NOOR.born)
    noors_mother.wards.create(child=other, relation="ouder", authority="ja")
    open_round(by_office, school, opens=cast.TODAY)

    deliver(by_office, school)

    assert len(mail.outbox) == 2
    assert len({token_in(one.body) for one in mail.outbox}) == 1


def test_who_has_an_account_is_told_where_to_sign_in_and_gets_no_link(asked, by_office, school, noors_mother):
    Account.objects.create_user("mira", person=noors_mother, address="mira@elders.example")

    deliver(by_office, school)

    (message,) = mail.outbox
    assert "Antwoorden kan hier:\nhttps://magdit.example/inloggen/link/\nVul daar uw e-mailadres in." in message.body
    assert not Link.objects.exists()


def test_an_account_that_the_office_closed_is_not_opened_again_by_a_letter(asked, by_office, school, noors_mother):
    Account.objects.create_user("mira", person=noors_mother, is_active=False)

    deliver(by_office, school)

    assert "op papier bij de administratie" in mail.outbox[0].body
    assert not Link.objects.exists()


def test_a_mail_that_did_not_leave_leaves_no_link(asked, by_office, school, settings):
    settings.EMAIL_BACKEND = f"{__name__}.DeadLine"

    assert deliver(by_office, school) == (0, 1)
    assert not Link.objects.exists()


def test_a_letter_on_paper_can_be_answered_on_it_or_with_its_code(asked, by_office, school, noors_mother):
    noors_mother.email = ""
    noors_mother.save()

    page = told(next(iter(print_out(by_office, school).values())))

    assert "Klas 6A" in page
    assert "Zet bij elke vraag één kruis" in page
    assert "lever dit in bij de administratie" in page
    assert "ja nee" in " ".join(page.split())
    assert "Handtekening" in page
    assert "https://magdit.example/inloggen/uitnodiging/" in page
    assert use_link(CODE.search(page).group(), at=NOON).person == noors_mother


def test_a_letter_says_where_questions_go(asked, by_office, school, board):
    board.contact = "privacy@linde.example"
    board.save()

    deliver(by_office, school)

    assert "Vragen? privacy@linde.example" in mail.outbox[0].body
    assert "Vragen? privacy@linde.example" in told(mail.outbox[0].attachments[0][1])


def test_letters_on_paper_come_as_one_file_class_by_class(by_office, school, group_6a, group_4v, noor, website):
    guardian(noor, called="Zus", last="van Dijk")
    before = pupil(school, group_4v, called="Yara", last="Demir", born=cast.NOOR.born)
    guardian(before, called="Ayla", last="Demir")
    Person.objects.update(email="")
    open_round(by_office, school, opens=cast.TODAY)

    made, count = print_together(by_office, school)

    assert count == 2
    assert made.startswith(b"%PDF")
    assert made.count(b"/Type/Page/") == 3  # nobody's letter lies on the back of another's
    assert len(set(CODE.findall(text_of(made)))) == 2
    assert print_together(by_office, school) == (b"", 0)
