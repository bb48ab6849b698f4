"""The desk counts what waits; "let op" tells of whom, with one step each; and who has no way in is invited."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from magdit.areas.consent.actions import give, refuse
from magdit.areas.consent.models import Letter
from magdit.areas.consent.rounds.actions import open_round
from magdit.areas.consent.rounds.post import NOT_SENT
from magdit.areas.people.models import Guardianship, Link, Membership, Person
from magdit.journeys.office_attention import attention_of
from tests import cast
from tests.areas.conftest import NOON, guardian, pupil
from tests.signed_in import sign_in
from tests.web.conftest import account_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(visits, office, school):
    """`shown("desk")`: a page of the office, as Wendy reads it."""

    def page(name, client=None):
        return (client or visits(office)).get(reverse(f"office:{name}", args=[school.code])).content.decode()

    return page


def test_the_desk_counts_what_waits(shown, doing_as, office, school, website, noor, noors_mother, noors_father):
    guardian(noor, called="Rik", last="Post", authority="onbekend")
    open_round(doing_as(office), school, opens=cast.TODAY)

    page = shown("desk")

    assert "leerling of medewerker gevraagd" in page
    assert '<span class="number">1</span> ding te doen' in page
    assert '<span class="number">3</span> ouders zonder account' in page
    assert '<span class="number">2</span> liggen klaar' in page


@pytest.mark.parametrize(
    "name", ["desk", "round", "round_class", "letters", "attention", "paper_find", "paper", "people", "person",
             "person_edit", "guardian", "authority"],
)  # fmt: skip
def test_every_page_asks_few_questions_of_the_database(
    visits, office, school, group_6a, noor, noors_mother, noors_father, website, newsletter, doing_as, answers,
    django_assert_max_num_queries, name,
):  # fmt: skip
    open_round(doing_as(office), school, opens=cast.TODAY)
    answers(give, noors_mother, noor, website)
    answers(refuse, noors_father, noor, website)
    bond = Guardianship.objects.first()
    about = {"round_class": [group_6a.pk], "authority": [noor.pk, bond.pk]} | {
        one: [noor.pk] for one in ("paper", "person", "person_edit", "guardian")
    }
    client = visits(office)

    most = 17 if name == "person" else 12  # a person is shown with every question: those rows are read as well

    with django_assert_max_num_queries(most):
        answer = client.get(reverse(f"office:{name}", args=[school.code, *about.get(name, [])]))

    assert answer.status_code == 200


def test_parents_who_answered_differently_stand_there_with_what_holds(
    shown, answers, noor, noors_mother, noors_father, website
):
    answers(give, noors_mother, noor, website)
    answers(refuse, noors_father, noor, website)

    page = shown("attention")

    assert "Ouders antwoordden verschillend" in page
    assert "nee geldt" in page
    assert page.index("Mira Bakker") < page.index("Joost van Dijk")


def test_parents_who_agree_do_not_stand_there(shown, answers, noor, noors_mother, noors_father, website):
    for parent in (noors_mother, noors_father):
        answers(give, parent, noor, website)

    assert "Er wacht niets op u" in shown("attention")


def test_a_yes_that_waits_for_authority_stands_there(shown, answers, noor, noors_mother, website):
    answers(give, noors_mother, noor, website)
    noors_mother.wards.update(authority="onbekend")

    page = shown("attention")

    assert "een ja wacht hierop" in page
    assert "Niemand om te vragen" in page


def test_pupils_without_a_class_mail_that_bounced_and_birthdays_stand_there(
    shown, doing_as, office, school, group_6a, group_4v, website, noor, noors_mother
):
    open_round(doing_as(office), school, opens=cast.TODAY)
    Letter.objects.update(failed=NOT_SENT)
    Membership.objects.filter(person=noor).delete()
    almost = pupil(school, group_4v, called="Joep", last="Mulder", born=cast.SEM.born + timedelta(days=20))
    guardian(almost, called="Tine", last="Mulder")

    page = shown("attention")

    assert "Zonder klas" in page
    assert "E-mail kwam niet aan" in page
    assert "Joep Mulder" in page
    assert "maandag 23 maart 2026" in page


def test_a_mirror_that_is_old_and_a_no_that_it_lacks_stand_there(shown, answers, school, noor, noors_mother, website):
    school.mirror = True
    school.save()
    answers(refuse, noors_mother, noor, website)

    page = shown("attention")

    assert "nog nooit ingelezen" in page
    assert "nog niet in de leerlingadministratie" in page


@pytest.mark.parametrize("mirror", [False, True])
def test_the_desk_counts_what_the_page_lists(
    shown, doing_as, office, school, group_6a, website, noor, noors_mother, noors_father, sem, answers, mirror
):
    open_round(doing_as(office), school, opens=cast.TODAY)
    Letter.objects.update(failed=NOT_SENT)
    Membership.objects.filter(person=noor).delete()
    answers(give, noors_mother, noor, website)
    answers(refuse, noors_father, noor, website)
    pupil(school, group_6a, called="Bo", last="Post", born=cast.NOOR.born)
    guardian(noor, called="Rik", last="Post", authority="onbekend")
    school.mirror = mirror
    school.save()

    to_do = attention_of(school, cast.TODAY, language="nl").to_do

    assert to_do > 3
    assert f'<span class="number">{to_do}</span> dingen te doen' in shown("desk")


def test_where_the_administration_asks_nobody_is_missed_here(shown, school, group_6a, website):
    pupil(school, group_6a, called="Bo", last="Post", born=cast.NOOR.born)
    before = shown("attention")
    school.mirror = True
    school.save()

    assert "Niemand om te vragen" in before
    assert "Niemand om te vragen" not in shown("attention")


def test_what_is_to_do_comes_before_what_is_good_to_know(
    shown, answers, school, group_4v, noor, noors_mother, noors_father, website
):
    answers(give, noors_mother, noor, website)
    answers(refuse, noors_father, noor, website)
    guardian(noor, called="Rik", last="Post", authority="onbekend")
    for days, called in ((30, "Late"), (10, "Vroege")):
        child = pupil(school, group_4v, called=called, last="Mulder", born=cast.SEM.born + timedelta(days=days))
        guardian(child, called="Tine", last="Mulder")

    page = shown("attention")

    order = [page.index(told) for told in ("Gezag onbekend", "Om te weten", "Vroege M", "Late M", "verschillend</h3>")]
    assert order == sorted(order)


def test_a_family_is_invited_by_mail_and_hears_it_once_per_click(
    visits, office, school, noor, noors_mother, noors_father
):
    client, page = visits(office), reverse("office:invitations", args=[school.code])

    answer = client.post(page, {"person": [str(noors_mother.pk), str(noors_father.pk)]}, follow=True).content.decode()

    assert "2 uitnodigingen zijn verstuurd" in answer
    assert sorted(one.to[0] for one in mail.outbox) == ["joost@thuis.example", "mira@thuis.example"]
    assert "uitgenodigd op 3 maart 2026" in answer


def test_an_invitation_sent_twice_is_one_mail_and_the_first_link_works(visits, office, school, noors_mother, at):
    client, page = visits(office), reverse("office:invitations", args=[school.code])
    client.post(page, {"person": [str(noors_mother.pk)]})

    told = client.post(page, {"person": [str(noors_mother.pk)]}, follow=True).content.decode()
    at(NOON + timedelta(hours=1))
    client.post(page, {"person": [str(noors_mother.pk)]})

    assert "1 uitnodiging is verstuurd" in told
    assert len(mail.outbox) == 2  # the second an hour later
    assert Link.objects.filter(person=noors_mother, until__gt=NOON + timedelta(hours=2)).count() == 1


def test_two_letters_with_a_code_in_a_row_both_work(visits, office, school, noors_mother):
    Person.objects.filter(pk=noors_mother.pk).update(email="")
    client, page = visits(office), reverse("office:invitations", args=[school.code])

    client.post(page, {"person": [str(noors_mother.pk)]})
    client.post(page, {"person": [str(noors_mother.pk)]})

    assert Link.objects.filter(person=noors_mother, until__gt=NOON + timedelta(days=13)).count() == 2


def test_who_was_chosen_before_the_session_ended_is_chosen_still(visits, office, school, noors_mother):
    client, page = visits(office), reverse("office:invitations", args=[school.code])
    mark = re.search(r'name="van" value="([^"]+)"', client.get(page).content.decode()).group(1)
    client.cookies.clear()
    client.post(page, {"person": [str(noors_mother.pk)], "van": mark})
    sign_in(client, account_of(office))

    shown = client.get(page).content.decode()

    assert f'value="{noors_mother.pk}" checked' in shown
    assert not mail.outbox


def test_who_has_no_mail_gets_a_letter(visits, office, school, noor, noors_mother):
    Person.objects.filter(pk=noors_mother.pk).update(email="")
    client, page = visits(office), reverse("office:invitations", args=[school.code])

    file = client.post(page, {"listed": [str(noors_mother.pk)], "all": "yes"})

    assert file.content.startswith(b"%PDF")
    assert not mail.outbox


def test_nobody_of_elsewhere_is_invited(visits, office, school, noor, olaf):
    client, page = visits(office), reverse("office:invitations", args=[school.code])

    client.post(page, {"person": [str(olaf.pk)]})
    empty = client.post(page, {}, follow=True).content.decode()
    odd = client.post(page, {"person": ["geen nummer"]})

    assert not mail.outbox
    assert "Kies eerst wie" in empty
    assert odd.status_code == 302


def test_invitations_are_found_by_class_and_by_name_also_of_the_child(
    shown, visits, office, school, group_6a, group_4v, noor, noors_mother, noors_father
):
    other = pupil(school, group_4v, called="Yara", last="Demir", born=cast.NOOR.born)
    guardian(other, called="Ayla", last="Demir")
    client, page = visits(office), reverse("office:invitations", args=[school.code])

    of_class = client.get(f"{page}?klas={group_4v.pk}").content.decode()
    client.post(page, {"do": "find", "words": "noor"})
    of_name = client.get(page).content.decode()
    client.post(page, {"do": "everyone"})

    assert "Demir, Ayla" in of_class
    assert "Bakker" not in of_class
    assert "ouder van Noor van Dijk" in " ".join(of_name.split())
    assert "Demir" not in of_name
    assert "Demir, Ayla" in client.get(page).content.decode()


def test_a_long_list_has_pages_of_fifty(visits, office, school, group_6a, noor):
    for number in range(60):
        guardian(noor, called=f"Ouder{number:02}", last="Post")
    client, page = visits(office), reverse("office:invitations", args=[school.code])

    first, second = (client.get(page, {"mail": number}).content.decode() for number in (1, 2))

    assert "60 ouders en verzorgers" in first
    assert "1 tot en met 50 van 60" in first
    assert "51 tot en met 60 van 60" in second
    assert "Volgende" in first
    assert "Post, Ouder59" in second
    assert "Post, Ouder59" not in first
