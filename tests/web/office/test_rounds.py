"""The office opens a round, sees how far each class is, reminds and sends; twice is as good as once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from magdit.areas.consent.actions import give
from magdit.areas.consent.models import Letter, Request, Round
from magdit.areas.consent.rounds.actions import open_round
from magdit.areas.consent.rounds.post import MOST_TRIES, NOT_SENT, deliver
from magdit.areas.journal.models import Entry
from tests import cast
from tests.areas.conftest import NOON, guardian, pupil

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(school):
    """The address of the round."""
    return reverse("office:round", args=[school.code])


@pytest.fixture
def opened(doing_as, office, school, website, noor, noors_mother):
    """A round of today."""
    return open_round(doing_as(office), school, opens=cast.TODAY)


def test_a_round_is_opened_and_everyone_is_asked(visits, office, page, website, noor, noors_mother, noors_father):
    client = visits(office)
    assert "Open de ronde" in client.get(page).content.decode()

    answer = client.post(page, {"opens": cast.TODAY.isoformat(), "closes": ""}, follow=True).content.decode()

    assert "Er gaan 2 vragen uit" in answer
    assert Request.objects.count() == 2
    assert Entry.objects.filter(verb="ronde geopend").count() == 1


def test_opened_twice_it_is_one_round(visits, office, page, website, noor, noors_mother):
    client = visits(office)
    for _ in range(2):
        answer = client.post(page, {"opens": cast.TODAY.isoformat()})

    assert answer.status_code == 302
    assert Round.objects.count() == 1


@pytest.mark.parametrize(
    ("closes", "told"),
    [("2026-02-01", "voor het begin"), ("2026-10-01", "volgende schooljaar"), ("31 mei", "geldige datum")],
)
def test_an_end_that_cannot_be_is_told_and_what_was_typed_stays(visits, office, page, closes, told):
    answer = visits(office).post(page, {"opens": cast.TODAY.isoformat(), "closes": closes}).content.decode()

    assert told in answer
    assert cast.TODAY.isoformat() in answer
    assert not Round.objects.exists()


def test_the_round_shows_how_far_each_class_is_and_who_is_silent(
    visits, office, page, opened, school, group_6a, answers, noor, noors_mother, website
):
    client = visits(office)
    class_page = reverse("office:round_class", args=[school.code, group_6a.pk])

    before = client.get(class_page).content.decode()
    answers(give, noors_mother, noor, website)
    after = client.get(class_page).content.decode()

    assert "Noor van Dijk" in before
    assert "Deze klas is klaar" in after
    assert "1 van 1" in client.get(page).content.decode()


def test_reminding_tells_how_many_and_a_second_click_reminds_nobody(visits, office, page, opened, at, doing_as, school):
    client = visits(office)
    unsent = client.get(page).content.decode()
    deliver(doing_as(office), school)
    assert "Eerst gaat de vraag weg die nog klaarligt (1)" in unsent
    assert "Niemand is nu aan de beurt" in client.get(page).content.decode()

    at(NOON + timedelta(days=11))
    shown = client.get(page).content.decode()
    first = client.post(page, {"do": "remind"}, follow=True).content.decode()
    again = client.post(page, {"do": "remind"}, follow=True).content.decode()

    assert "1 bericht is aan de beurt" in shown
    assert "1 herinnering staat klaar" in first
    assert "Het laatst herinnerd op zaterdag 14 maart" in first
    assert "Er was niemand" in again
    assert Letter.objects.filter(kind="herinnering").count() == 1


def test_newcomers_are_asked_from_the_round(visits, office, page, opened, school, group_6a):
    newcomer = pupil(school, group_6a, called="Yara", last="Demir", born=cast.NOOR.born)
    guardian(newcomer, called="Ayla", last="Demir")
    client = visits(office)

    shown = client.get(page).content.decode()
    client.post(page, {"do": "ask"})

    assert "Stel 1 vraag" in shown
    assert Request.objects.count() == 2


def test_the_end_of_a_round_is_changed_and_a_wrong_one_is_told(visits, office, school, opened):
    change = reverse("office:round_change", args=[school.code])
    client = visits(office)

    wrong = client.post(change, {"closes": "2026-01-01", "remind_after": "5", "most_reminders": "2"}).content.decode()
    right = client.post(change, {"closes": "2026-06-01", "remind_after": "5", "most_reminders": "2"})

    opened.refresh_from_db()
    assert "voor het begin" in wrong
    assert 'value="2026-01-01"' in wrong
    assert right.status_code == 302
    assert (opened.closes.isoformat(), opened.remind_after, opened.most_reminders) == ("2026-06-01", 5, 2)


def test_letters_go_by_mail_and_on_paper_once(visits, office, school, opened, noor, noors_father, doing_as):
    client, letters = visits(office), reverse("office:letters", args=[school.code])
    noors_father.email = ""
    noors_father.save()
    client.post(reverse("office:round", args=[school.code]), {"do": "ask"})

    client.post(letters, {"do": "send"})
    file = client.post(letters, {"do": "print"})
    again = client.post(letters, {"do": "print"})

    assert [one.to for one in mail.outbox] == [["mira@thuis.example"]]
    assert file.content.startswith(b"%PDF")
    assert file["Content-Disposition"] == 'attachment; filename="brieven-2026-03-03-1200.pdf"'
    assert again.status_code == 302
    shown = client.get(letters).content.decode()
    assert "1 brief is gedownload" in shown
    assert "Er ligt niets klaar" in shown
    assert "Het laatst gedownload: 1 brief, op dinsdag 3 maart om 12:00." in shown


def test_a_file_of_letters_that_never_came_is_made_again(visits, office, school, opened, noor, noors_father):
    client, letters = visits(office), reverse("office:letters", args=[school.code])
    noors_father.email = ""
    noors_father.save()
    client.post(reverse("office:round", args=[school.code]), {"do": "ask"})
    client.post(letters, {"do": "print"})

    laid = client.post(letters, {"do": "back"}, follow=True).content.decode()
    nothing = client.post(letters, {"do": "back"}, follow=True).content.decode()
    file = client.post(letters, {"do": "print"})

    assert "1 brief ligt weer klaar" in laid
    assert "Er zijn geen brieven geprint" in nothing
    assert file.content.startswith(b"%PDF")
    assert Entry.objects.filter(verb="brieven teruggelegd").count() == 1


def test_a_letter_about_what_was_answered_meanwhile_is_not_counted(
    visits, office, school, opened, noor, noors_mother, website, answers
):
    client, letters = visits(office), reverse("office:letters", args=[school.code])
    before = client.get(letters).content.decode()

    answers(give, noors_mother, noor, website)

    assert '<p class="number">1</p>' in before
    assert '<p class="number">1</p>' not in client.get(letters).content.decode()


def test_a_letter_that_failed_too_often_is_told_with_what_to_do(visits, office, school, opened):
    Letter.objects.update(failed=NOT_SENT, tried=MOST_TRIES)
    client, letters = visits(office), reverse("office:letters", args=[school.code])

    shown = client.get(letters).content.decode()
    client.post(letters, {"do": "again"})

    assert "Mira Bakker" in shown
    assert "mislukte te vaak" in shown
    assert Letter.objects.get().tried == 0


def test_a_school_whose_administration_is_master_asks_there(visits, office, page, school):
    school.mirror = True
    school.save()

    shown = visits(office).get(page).content.decode()
    assert "De toestemmingen lopen in de leerlingadministratie" in shown
    assert "Ronde openen" not in shown


def test_the_page_asks_no_more_when_the_school_is_larger(
    visits, office, page, opened, school, group_6a, django_assert_max_num_queries
):
    for number in range(20):
        child = pupil(school, group_6a, called="Kind", last="Abcdefghijklmnopqrst"[: number + 1], born=cast.NOOR.born)
        guardian(child, called="Ouder", last="Abcdefghijklmnopqrst"[: number + 1])
    client = visits(office)
    client.post(page, {"do": "ask"})

    with django_assert_max_num_queries(12):
        assert client.get(page).status_code == 200
