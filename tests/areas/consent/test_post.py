"""Letters: written from what stands when they leave, tried again when the line fails, on paper without e-mail."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail

from magdit.areas.consent.actions import give
from magdit.areas.consent.models import Letter
from magdit.areas.consent.rounds.actions import ask_who_came, open_round
from magdit.areas.consent.rounds.handover import announce
from magdit.areas.consent.rounds.letter_values import letter_values
from magdit.areas.consent.rounds.post import MOST_TRIES, deliver, print_out, tray
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, Role
from tests import cast
from tests.areas.conftest import NOON, guardian, pupil
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db


class DeadLine:
    """A mail server that is not there."""

    def __init__(self, *args, **settings):
        pass

    def send_messages(self, messages):
        raise ConnectionRefusedError


@pytest.fixture
def by_office(doing_as, office):
    return doing_as(office)


@pytest.fixture
def asked(by_office, school, noor, noors_mother, website):
    """Noor's mother was asked about Noor."""
    return open_round(by_office, school, opens=cast.TODAY)


def test_a_parent_gets_one_letter_about_one_child(asked, by_office, school):
    sent = [deliver(by_office, school), deliver(by_office, school)]

    assert sent == [(1, 0), (0, 0)]
    (message,) = mail.outbox
    assert message.to == ["mira@thuis.example"]
    assert "Noor" in message.body
    assert "De Linde" in message.body


def test_an_answer_given_meanwhile_makes_the_letter_needless(
    asked, by_office, school, answers, noor, noors_mother, website
):
    answers(give, noors_mother, noor, website)

    sent = deliver(by_office, school)

    assert (sent, mail.outbox) == ((0, 0), [])
    assert Letter.objects.get().failed == "niet meer nodig"


def test_a_letter_that_fails_stays_and_is_tried_again_but_not_for_ever(asked, by_office, school, settings):
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.DeadLine"
    failed = [deliver(by_office, school) for _ in range(2)]
    settings.EMAIL_BACKEND = working
    again = deliver(by_office, school)

    assert (failed, again) == ([(0, 1), (0, 1)], (1, 0))
    assert len(mail.outbox) == 1


def test_after_some_tries_the_office_must_look(asked, by_office, school, settings):
    settings.EMAIL_BACKEND = f"{__name__}.DeadLine"

    tries = [deliver(by_office, school) for _ in range(MOST_TRIES + 2)]

    assert tries == [(0, 1)] * MOST_TRIES + [(0, 0)] * 2


def test_who_has_no_e_mail_gets_paper(asked, by_office, school, noors_mother):
    noors_mother.email = ""
    noors_mother.save()

    assert deliver(by_office, school) == (0, 0)
    ((name, content),) = print_out(by_office, school).items()

    assert name.startswith("vraag-")
    assert "Noor" not in name
    assert content.startswith(b"%PDF-")
    assert print_out(by_office, school) == {}


@pytest.mark.parametrize("email", ["gerda@delinde.example", ""])
def test_who_works_for_all_schools_gets_the_letter_of_the_round_by_which_they_were_asked(
    by_office, school, second_school, board, email
):
    gerda = Person.objects.create(board=board, first="Gerda", called="Gerda", last="Mol", email=email)
    Role.objects.create(person=gerda, school=None, role="oop")
    make_item(board, "medewerker-foto", asked_of="medewerker")
    open_round(by_office, school, opens=cast.TODAY)

    elsewhere = list(tray(second_school))
    deliver(by_office, school)
    printed = print_out(by_office, school)

    assert elsewhere == []
    assert (["gerda@delinde.example"] in [message.to for message in mail.outbox], len(printed)) == (
        (True, 0) if email else (False, 1)
    )
    assert not tray(school).exists()


def test_the_birthday_letter_tells_the_pupil_and_the_parents(
    by_office, doing_as, office, school, sem, sems_mother, website, answers
):
    before = NOON - timedelta(days=30)
    sem.email = "sem@leerling.example"
    sem.save()
    answers(give, sems_mother, sem, website, at=before)
    doing = doing_as(office, at=before)
    announce(doing, school)

    sent = deliver(doing, school)

    assert sent == (2, 0)
    assert {message.to[0] for message in mail.outbox} == {"sem@leerling.example", "els@thuis.example"}
    assert all("16" in message.body and "Mag dit?" in message.body for message in mail.outbox)


def test_the_journal_tells_how_many_and_to_nobody_by_name(asked, by_office, school):
    deliver(by_office, school)

    line = Entry.objects.order_by("number").last()
    assert (line.verb, line.object, line.details) == (
        "berichten verstuurd",
        str(school.pk),
        '{"mislukt":0,"verstuurd":1}',
    )


def test_only_the_office_sends(asked, doing_as, bram, school):
    for action in (deliver, print_out):
        with pytest.raises(Refused) as refused:
            action(doing_as(bram), school)
        assert refused.value.code == "no_right"


def test_many_letters_take_no_more_questions_to_the_database_than_a_few(
    asked, by_office, school, group_6a, django_assert_max_num_queries
):
    for number in range(30):
        child = pupil(school, group_6a, called=f"Kind{number}", last="Bos", born=date(2016, 5, 1))
        guardian(child, called=f"Ouder{number}", last="Bos")
    ask_who_came(by_office, asked)
    waiting = list(tray(school))

    with django_assert_max_num_queries(15):
        written = letter_values(by_office, school, waiting)

    assert len(written) == len(waiting) == 31
    assert {values.child for values in written.values()} > {"Kind0 Bos", "Kind29 Bos"}
