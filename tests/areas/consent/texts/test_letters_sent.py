"""Letters leave by e-mail, say what still is to be answered, and tell of nobody but the reader's own child."""

import json
from dataclasses import replace
from datetime import date, datetime

import pytest
from django.core import mail

from magdit.areas.consent.actions import give
from magdit.areas.consent.catalogue_actions import lay_catalogue
from magdit.areas.consent.handover import announce
from magdit.areas.consent.letters_actions import MOST_TRIES, send_letters
from magdit.areas.consent.letters_queries import values_of, waiting_letters
from magdit.areas.consent.models import Item, Letter
from magdit.areas.consent.rounds import open_round
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from tests.areas.consent.proof.paper_read import told
from tests.cast import TODAY

pytestmark = pytest.mark.django_db
PAGE = "https://magdit.delinde.example/toestemming/"


@pytest.fixture
def asked(system, board, school, noor, noors_mother, sem):
    """De Linde asks everyone: Noor's mother, and Sem himself."""
    lay_catalogue(system, board)
    return open_round(system, school, opens=TODAY, closes=date(2026, 3, 31))


@pytest.fixture
def in_january(system):
    """Less than sixty days before Sem turns sixteen."""
    return replace(system, at=datetime(2026, 1, 10, 12, tzinfo=SCHOOL_CLOCK))


def to(person):
    return [message for message in mail.outbox if message.to == [person.email]]


def test_everyone_who_is_asked_gets_a_letter_about_one_child(asked, system, school, noors_mother):
    sent = send_letters(system, school, where=PAGE)

    (message,) = to(noors_mother)
    assert sent.sent == 1
    assert "Beste Mira Bakker," in message.body
    assert "van Noor" in message.body
    assert "Sem" not in message.body
    assert "31 maart 2026" in message.body
    assert PAGE in message.body
    assert "Noor" in told(message.attachments[0][1])


def test_the_letter_lists_exactly_what_the_protocol_asks(asked, system, school, noors_mother):
    (values,) = [
        one for one in values_of(school, waiting_letters(school), on=TODAY).values() if one.audience == "ouder"
    ]

    assert values.items
    assert all("Noor" in question and question.endswith("?") for question in values.items)


def test_sem_of_sixteen_is_written_to_himself(asked, system, school, sem):
    sem.email = "sem@thuis.example"
    sem.save()

    send_letters(system, school)

    (message,) = to(sem)
    assert message.body.startswith("Hoi Sem,")


def test_who_has_no_address_waits_for_paper(asked, system, school, sem):
    sent = send_letters(system, school)

    assert sent.to_print == 1
    assert Letter.objects.get(request__asked=sem).failed == "geen_adres"


def test_nobody_is_written_to_twice(asked, system, school):
    send_letters(system, school)
    before = len(mail.outbox)

    send_letters(system, school)

    assert len(mail.outbox) == before


def test_who_answered_everything_meanwhile_is_left_alone(asked, system, school, noor, noors_mother, doing_as):
    (values,) = [
        one for one in values_of(school, waiting_letters(school), on=TODAY).values() if one.audience == "ouder"
    ]
    for item in Item.objects.filter(asked_of="leerling"):
        try:
            give(doing_as(noors_mother), noor, item)
        except Refused:
            continue

    sent = send_letters(system, school)

    assert values.items
    assert to(noors_mother) == []
    assert sent.lapsed == 1


def test_a_reader_of_english_gets_english(asked, system, school, noors_mother):
    noors_mother.language = "en"
    noors_mother.save()

    send_letters(system, school)

    (message,) = to(noors_mother)
    assert "Dear Mira Bakker," in message.body
    assert "May photos of Noor" in message.body


def test_sixty_days_before_his_birthday_sem_and_his_mother_hear_of_it(
    board, school, sem, sems_mother, in_january, doing_as
):
    lay_catalogue(in_january, board)
    sem.email = "sem@thuis.example"
    sem.save()
    site = Item.objects.get(code="website-foto")
    give(replace(doing_as(sems_mother), at=in_january.at), sem, site)
    announce(in_january, school)

    send_letters(in_january, school)

    ((own,), (hers,)) = to(sem), to(sems_mother)
    assert "Op 3 maart 2026 word je 16." in own.body
    assert "Mogen foto's van Sem op de website van de school?" in own.body
    assert "wordt Sem 16" in hers.body


def test_a_post_office_that_fails_is_tried_again_and_not_for_ever(asked, system, school, noors_mother, monkeypatch):
    def fails(self, fail_silently=False):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fails)

    tries = [send_letters(system, school).failed for _ in range(MOST_TRIES + 1)]

    assert tries == [1] * MOST_TRIES + [0]
    assert Letter.objects.get(request__asked=noors_mother).failed == "niet_verstuurd"


def test_the_journal_tells_how_many_and_nobodys_name(asked, system, school):
    send_letters(system, school)

    line = Entry.objects.get(verb="brieven verstuurd")
    assert json.loads(line.details)["sent"] == 1
    assert "Mira" not in line.details


def test_olaf_sends_nothing_from_de_linde(asked, school, olaf, doing_as):
    with pytest.raises(Refused):
        send_letters(doing_as(olaf), school)

    assert mail.outbox == []


def test_the_letters_of_another_school_stay_where_they_are(asked, system, second_school):
    assert send_letters(system, second_school).sent == 0
    assert waiting_letters(second_school).count() == 0
