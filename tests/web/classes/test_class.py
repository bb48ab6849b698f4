"""A teacher looks up who may not be shown: by channel first, and the whole class below."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Membership, School
from tests.areas.conftest import START, YEAR, employee, guardian, pupil
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def class_6a(group_6a, noor, bram):
    """Noor's class, with two more: a second Noor, and Yara about whom nobody answers."""
    pupil(group_6a.school, group_6a, called="Yara", last="Aydin", born=date(2016, 4, 1))
    pupil(group_6a.school, group_6a, called="Noor", last="Aalbers", born=date(2016, 4, 2))
    return group_6a


def address(group, **asked):
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return reverse("classes:class", args=[group.school.code, group.pk]) + (f"?{query}" if query else "")


def text_of(answer) -> str:
    """What the page says, without its tags."""
    plain = re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0])
    return re.sub(r"\s+", " ", plain)


def test_a_teacher_sees_the_own_class_first(visits, bram, class_6a, group_4v):
    text = text_of(visits(bram).get(reverse("classes:classes", args=["de-linde"])))

    assert "Uw klassen 6A 3 leerlingen" in text
    assert "4V" not in text


def test_the_office_sees_every_class_in_the_order_of_people(visits, office, school, class_6a):
    for name in ("10B", "2A"):
        school.groups.create(year=YEAR, name=name)

    text = text_of(visits(office).get(reverse("classes:classes", args=["de-linde"])))

    assert text.index("2A") < text.index("6A") < text.index("10B")


def test_who_said_no_and_who_said_nothing_may_not_be_shown(visits, bram, class_6a, noor, noors_mother, website, says):
    says("nee", noors_mother, noor, website)

    text = text_of(visits(bram).get(address(class_6a, kanaal="website")))

    assert "Niet op website van de school: 3 van de 3" in text
    assert text.index("Noor Aalbers") < text.index("Noor van Dijk") < text.index("Yara"), "the order that one sees"


def test_a_yes_moves_a_pupil_to_who_may(visits, bram, class_6a, noor, noors_mother, website, says):
    says("ja", noors_mother, noor, website)

    text = text_of(visits(bram).get(address(class_6a, kanaal="website")))

    assert "Niet op website van de school: 2 van de 3" in text
    assert "1 mag wel Noor van Dijk" in text


def test_who_may_be_shown_but_not_named_is_told_so(
    visits, bram, class_6a, noor, noors_mother, website, website_name, says
):
    says("ja", noors_mother, noor, website)
    says("nee", noors_mother, noor, website_name)
    browser = visits(bram)

    everything = text_of(browser.get(address(class_6a, kanaal="website")))
    photos = text_of(browser.get(address(class_6a, kanaal="website", wat="foto")))

    assert "Noor van Dijk niet: naam" in everything
    assert "1 mag wel Noor van Dijk" in photos


def test_a_no_to_names_on_all_social_media_counts_on_each_of_them(
    visits, bram, class_6a, board, noor, noors_mother, instagram, says
):
    names = make_item(board, "naam-sociale-media", channel="sociale_media", purpose="sociale_media", covers=["naam"])
    says("ja", noors_mother, noor, instagram)
    says("nee", noors_mother, noor, names)

    assert "Noor van Dijk niet: naam" in text_of(visits(bram).get(address(class_6a, kanaal="instagram")))


def test_the_page_never_says_who_answered_nor_when(
    visits, bram, class_6a, noor, noors_mother, noors_father, website, says
):
    says("ja", noors_mother, noor, website)
    says("nee", noors_father, noor, website)

    page = visits(bram).get(address(class_6a, kanaal="website")).content.decode()

    assert "Noor van Dijk" in page
    assert [name for name in ("Mira", "Bakker", "Joost") if name in page] == []


def test_a_no_looks_the_same_whoever_said_it(visits, bram, class_6a, noor, noors_mother, noors_father, website, says):
    says("ja", noors_mother, noor, website)
    browser = visits(bram)
    pages = []
    for giver in (noors_mother, noors_father):
        says("nee", giver, noor, website)
        pages.append(text_of(browser.get(address(class_6a))))
        says("ja", giver, noor, website)

    assert pages[0] == pages[1]


def test_the_matrix_has_a_word_for_every_pupil_and_topic(
    visits, bram, class_6a, noor, noors_mother, website, instagram, says
):
    says("ja", noors_mother, noor, website)
    says("nee", noors_mother, noor, instagram)

    table = text_of(visits(bram).get(address(class_6a))).split("De hele klas op een rij")[1]

    assert "Noor van Dijk ja nee" in table
    assert "Yara open open" in table


def test_with_a_channel_the_matrix_shows_that_channel_alone(visits, bram, class_6a, website, instagram):
    browser = visits(bram)

    alone = text_of(browser.get(address(class_6a, kanaal="instagram"))).split("De klas op een rij: Instagram")[1]
    whole = text_of(browser.get(address(class_6a, kanaal="instagram", rij="alles"))).split("De hele klas op een rij")[1]

    assert "website" not in alone
    assert "website" in whole
    assert "Toon alleen Instagram" in whole


def test_pupils_stand_in_the_order_of_the_names_that_are_shown(visits, bram, class_6a, website):
    for called, last in (("Zeynep", "Aksoy"), ("Álvaro", "Zonneveld"), ("Anna", "Yilmaz")):
        pupil(class_6a.school, class_6a, called=called, last=last, born=date(2016, 5, 5))

    page = visits(bram).get(address(class_6a)).content.decode()

    names = re.findall(r'<th scope="row">([^<]+)</th>', page)
    assert names == ["Álvaro", "Anna", "Noor Aalbers", "Noor van Dijk", "Yara", "Zeynep"]


def test_what_the_protocol_never_allows_is_told_with_its_article(visits, bram, class_6a, instagram):
    School.objects.update(protocol="vsnon")

    text = text_of(visits(bram).get(address(class_6a, kanaal="instagram")))

    assert "Niemand op Instagram" in text
    assert "Artikel 2b van" in text
    assert "Niet op" not in text


def test_a_channel_that_is_not_asked_is_told_in_words(visits, bram, class_6a, website):
    answer = visits(bram).get(address(class_6a, kanaal="hyves"))

    assert answer.status_code == 200
    assert "Dat kanaal wordt op deze school niet (meer) gevraagd." in text_of(answer)


def test_a_retired_topic_is_no_column_any_more(visits, bram, class_6a, website):
    website.active = False
    website.save()

    assert "Er wordt nog niets gevraagd" in text_of(visits(bram).get(address(class_6a, kanaal="website")))


def test_a_class_without_pupils_says_who_fills_it(visits, office, school):
    empty = school.groups.create(year=YEAR, name="1A")

    assert "Nog geen leerlingen" in text_of(visits(office).get(address(empty)))


def test_looking_at_a_class_writes_nothing(visits, bram, class_6a, website):
    before = Entry.objects.count()

    visits(bram).get(address(class_6a, kanaal="website"))

    assert Entry.objects.count() == before


def test_who_taught_here_last_month_sees_the_class_no_more(visits, bram, class_6a, website):
    Membership.objects.filter(person=bram).update(ends=START + timedelta(days=10))

    assert visits(bram).get(address(class_6a)).status_code == 404


def test_the_class_of_last_year_is_not_there(visits, office, school):
    assert visits(office).get(address(school.groups.create(year=YEAR - 1, name="5A"))).status_code == 404


def test_nobody_from_elsewhere_finds_the_class(visits, olaf, noors_mother, sem, class_6a, second_school):
    elsewhere = employee(second_school, "administratie", called="Tom", last="Jansen")

    codes = [visits(one).get(address(class_6a)).status_code for one in (olaf, noors_mother, sem, elsewhere)]

    assert codes == [404, 404, 404, 404]


def test_a_class_of_thirty_with_twelve_topics_takes_few_questions(
    visits, bram, board, school, class_6a, django_assert_max_num_queries
):
    for number in range(12):
        make_item(board, f"onderwerp-{number}", order=number)
    for number in range(27):
        child = pupil(school, class_6a, called=f"Kind{number}", last="Smit", born=date(2016, 1, 1))
        guardian(child, called=f"Ouder{number}", last="Smit")
    browser = visits(bram)

    with django_assert_max_num_queries(12):
        answer = browser.get(address(class_6a, kanaal="website"))

    assert "30 van de 30" in text_of(answer)
