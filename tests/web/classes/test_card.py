"""The card for a photo moment: who not to show, until when that can be trusted, and whom to ask."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from magdit.areas.people.models import Membership, School
from tests import cast
from tests.areas.conftest import YEAR, pupil
from tests.web.classes.test_class import text_of

pytestmark = pytest.mark.django_db


def address(group, *channels, wat=()):
    query = "&".join([f"kanaal={one}" for one in channels] + [f"wat={one}" for one in wat])
    return reverse("classes:card", args=[group.school.code, group.pk]) + f"?{query}"


def test_the_card_names_who_must_not_be_shown_and_counts_who_may(
    visits, bram, group_6a, school, noor, noors_mother, website, says
):
    pupil(school, group_6a, called="Yara", last="Aydin", born=date(2016, 4, 1))
    says("ja", noors_mother, noor, website)

    text = text_of(visits(bram).get(address(group_6a, "website")))

    assert "Niet in beeld: 1 leerling Yara" in text
    assert "Noor" not in text
    assert "1 van de 2 leerlingen mag wel in beeld" in text


def test_several_channels_are_the_strictest_of_all(
    visits, bram, group_6a, noor, noors_mother, website, instagram, says
):
    says("ja", noors_mother, noor, website)
    says("nee", noors_mother, noor, instagram)

    text = text_of(visits(bram).get(address(group_6a, "website", "instagram")))

    assert "Voor foto en video op website van de school en Instagram" in text
    assert "Niet in beeld: 1 leerling Noor niet: foto en video (Instagram)" in text


def test_a_card_is_about_pictures_unless_more_is_asked(
    visits, bram, group_6a, noor, noors_mother, website, website_name, says
):
    says("ja", noors_mother, noor, website)
    browser = visits(bram)

    pictures = text_of(browser.get(address(group_6a, "website")))
    named = text_of(browser.get(address(group_6a, "website", wat=("foto", "naam"))))

    assert "Iedereen uit deze klas mag in beeld" in pictures
    assert "Niet in beeld: 1 leerling Noor niet: naam" in named


@pytest.mark.parametrize(("days", "until"), [(1, "dinsdag 3 maart 2026"), (7, "maandag 9 maart 2026")])
def test_a_card_holds_as_long_as_the_school_says(visits, bram, group_6a, school, noor, website, days, until):
    School.objects.filter(pk=school.pk).update(card_days=days)

    text = text_of(visits(bram).get(address(group_6a, "website")))

    assert f"Geldig tot en met {until}" in text
    assert "Niet langer" not in text


def test_a_card_ends_before_a_yes_on_it_does(visits, bram, group_6a, school, noor, noors_mother, website, says):
    """Noor's parent says yes until Thursday: on Friday the card would be wrong."""
    School.objects.filter(pk=school.pk).update(card_days=30)
    answer = says("ja", noors_mother, noor, website)
    type(answer).objects.filter(pk=answer.pk).update(until=cast.TODAY + timedelta(days=2))

    text = text_of(visits(bram).get(address(group_6a, "website")))

    assert "Geldig tot en met donderdag 5 maart 2026" in text
    assert "daarna loopt een ja van iemand in deze klas af" in text


def test_a_card_ends_before_a_new_pupil_comes(visits, bram, group_6a, school, noor, website):
    School.objects.filter(pk=school.pk).update(card_days=30)
    new = pupil(school, group_6a, called="Tijn", last="Bos", born=date(2016, 1, 1))
    Membership.objects.filter(person=new).update(begins=cast.TODAY + timedelta(days=1))

    text = text_of(visits(bram).get(address(group_6a, "website")))

    assert "Geldig tot en met dinsdag 3 maart 2026" in text
    assert "daarna komt er een leerling bij" in text


def test_a_card_ends_with_the_school_year(visits, bram, group_6a, school, noor, website):
    School.objects.filter(pk=school.pk).update(card_days=365)

    assert f"31 juli {YEAR + 1}" in text_of(visits(bram).get(address(group_6a, "website")))


def test_the_card_says_whom_to_ask(visits, bram, fatima, office, group_6a, noor, website):
    text = text_of(visits(bram).get(address(group_6a, "website")))

    assert "Vraag het aan Fatima Yilmaz (schoolleider) , Wendy Smit (administratie)" in text.replace("),", ") ,")


def test_without_a_channel_the_page_asks_for_one(visits, bram, group_6a, noor, website):
    text = text_of(visits(bram).get(reverse("classes:card", args=["de-linde", group_6a.pk])))

    assert "Kies waar de foto's of films op komen" in text
    assert "Geldig tot" not in text


def test_a_channel_of_an_old_card_is_told_in_words(visits, bram, group_6a, noor, website):
    answer = visits(bram).get(address(group_6a, "hyves"))

    assert answer.status_code == 200
    assert "Een kanaal van deze kaart wordt op deze school niet (meer) gevraagd." in text_of(answer)


def test_no_card_is_made_where_nobody_may_be_shown(visits, bram, group_6a, noor, instagram):
    School.objects.update(protocol="vsnon")

    text = text_of(visits(bram).get(address(group_6a, "instagram")))

    assert "Artikel 2b" in text
    assert "Er is dus geen kaart te maken" in text


def test_one_closed_channel_closes_the_card_for_all(
    visits, bram, group_6a, noor, noors_mother, website, instagram, says
):
    says("ja", noors_mother, noor, website)
    School.objects.update(protocol="vsnon")

    text = text_of(visits(bram).get(address(group_6a, "website", "instagram")))

    assert "foto en video (Instagram)" in text
    assert "Er is dus geen kaart te maken" in text
    assert "Geldig tot" not in text


def test_an_empty_class_has_no_card(visits, office, school, website):
    group = school.groups.create(year=YEAR, name="1A")

    assert "Van een klas zonder leerlingen is geen kaart te maken" in text_of(
        visits(office).get(address(group, "website"))
    )


def test_nobody_from_elsewhere_gets_a_card(visits, olaf, noors_mother, group_6a, noor, website):
    codes = [visits(one).get(address(group_6a, "website")).status_code for one in (olaf, noors_mother)]

    assert codes == [404, 404]


def test_a_card_takes_few_questions(visits, bram, group_6a, noor, website, django_assert_max_num_queries):
    browser = visits(bram)

    with django_assert_max_num_queries(12):
        browser.get(address(group_6a, "website"))
