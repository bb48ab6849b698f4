"""Photos of my child: what was for this family to see, without other names, and one button to have it taken down."""

from __future__ import annotations

from datetime import timedelta

import pytest

from magdit.areas.consent.actions import refuse
from magdit.areas.drafts.models import Publication, PublishedPicture
from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Guardianship, Role
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.journeys.publish.again import ask_to_go
from magdit.journeys.publish.taking_down import take_down_waiting
from tests.areas.conftest import NOON, pupil
from tests.journeys.publish.conftest import sends
from tests.web.classes.test_class import text_of
from tests.web.publications.conftest import *  # noqa: F403  (the fixtures of publications are ours too)

pytestmark = pytest.mark.django_db
WORDS = "Morgen is het feest op school."


def photos_of(child) -> str:
    return f"/mijn/fotos/{child.pk}/"


def picture_of(child) -> str:
    picture = PublishedPicture.objects.get()
    return f"{photos_of(child)}{picture.publication_id}/{picture.pk}/"


def asks(browser, child, **typed):
    return browser.post(photos_of(child), {"publication": str(Publication.objects.get().pk), **typed})


@pytest.mark.parametrize("who", ["noors_mother", "noors_father", "noor"])
def test_the_family_sees_what_stands_there(who, visits, noor, placed, request):
    told = text_of(visits(request.getfixturevalue(who)).get(photos_of(noor)))

    assert "staat er" in told
    assert WORDS in told


@pytest.mark.parametrize("who", ["bram", "office", "fatima", "sem", "sems_mother", "olaf"])
def test_to_others_it_is_not_there(who, visits, noor, placed, request):
    browser = visits(request.getfixturevalue(who))

    assert browser.get(photos_of(noor)).status_code == 404
    assert browser.get(picture_of(noor)).status_code == 404
    assert asks(browser, noor).status_code == 404
    assert not TakedownTask.objects.exists()


def test_a_parent_without_authority_sees_nothing(visits, noor, noors_father, placed):
    Guardianship.objects.filter(guardian=noors_father).update(authority="nee")

    assert visits(noors_father).get(photos_of(noor)).status_code == 404


@pytest.mark.parametrize(
    ("audience", "sees"),
    [("openbaar", True), ("klas", True), ("ouders", True), ("groep", True), ("team", False), ("een_op_een", False)],
)
def test_only_what_was_for_them(visits, noor, noors_mother, group_6a, placed, audience, sees):
    Publication.objects.update(audience=audience, groups=[str(group_6a.pk)])
    browser = visits(noors_mother)

    assert (WORDS in text_of(browser.get(photos_of(noor)))) is sees
    assert (browser.get(picture_of(noor)).status_code == 200) is sees
    assert (asks(browser, noor).status_code == 302) is sees


def test_a_pupil_does_not_read_what_was_for_parents(visits, noor, group_6a, placed):
    Publication.objects.update(audience="ouders", groups=[str(group_6a.pk)])

    assert WORDS not in text_of(visits(noor).get(photos_of(noor)))


def test_who_was_not_in_that_class_does_not_see_what_was_for_it(visits, noor, noors_mother, group_4v, placed):
    Publication.objects.update(audience="klas", groups=[str(group_4v.pk)])

    assert WORDS not in text_of(visits(noors_mother).get(photos_of(noor)))


def test_who_left_the_school_sees_only_what_everybody_sees(visits, noor, noors_mother, group_6a, placed):
    Role.objects.filter(person=noor).update(ends=NOON.date() - timedelta(days=1))
    browser = visits(noors_mother)
    assert WORDS in text_of(browser.get(photos_of(noor)))

    Publication.objects.update(audience="klas", groups=[str(group_6a.pk)])

    assert WORDS not in text_of(browser.get(photos_of(noor)))


def test_a_picture_of_another_child_is_not_opened_through_ones_own(visits, noors_mother, noor, sem, placed):
    Appearance.objects.update(person=sem)

    assert visits(noors_mother).get(picture_of(noor)).status_code == 404


@pytest.mark.parametrize("named", [["foto", "naam"], ["naam"]])
def test_words_that_name_another_child_are_not_shown(visits, noors_mother, noor, school, group_6a, placed, named):
    yara = pupil(school, group_6a, called="Yara", last="Haddad", born=noor.born)
    Appearance.objects.create(
        board=school.board, person=yara, publication=placed.pk, channel="website", covers=named, shown_at=NOON
    )

    told = text_of(visits(noors_mother).get(photos_of(noor)))

    assert WORDS not in told
    assert "Een foto van Noor." in told


def test_a_film_that_was_never_placed_is_not_told_of(visits, noors_mother, noor, with_noor, bram, doing_as):
    sends(doing_as(bram), with_noor)

    assert "Nog geen foto’s van Noor" in text_of(visits(noors_mother).get(photos_of(noor)))


def test_a_mother_asks_once_and_hears_by_when(visits, noors_mother, noor, placed, wall, system):
    browser = visits(noors_mother)

    assert asks(browser, noor, word="zij vindt hem niet leuk").status_code == 302
    asks(browser, noor)

    task = TakedownTask.objects.get()
    assert (task.because, task.asked_by) == ("verzoek", noors_mother)
    told = text_of(browser.get(photos_of(noor)))
    assert "U vroeg dit op 3 maart. De school haalt het weg, uiterlijk woensdag 4 maart, 12.00 uur." in told
    assert Entry.objects.filter(verb="weghalen gevraagd").count() == 1
    assert (take_down_waiting(system), wall.posts) == (1, {})
    assert "Weggehaald op 3 maart 2026." in text_of(browser.get(photos_of(noor)))


def test_the_other_parent_is_not_told_who_asked(visits, noors_mother, noors_father, noor, placed):
    asks(visits(noors_mother), noor, word="van mama")

    told = text_of(visits(noors_father).get(photos_of(noor)))

    assert "De school haalt het weg" in told
    assert "vroeg" not in told.replace("Vraag", "")
    assert "mama" not in told


def test_what_is_gone_is_a_grey_card_that_says_nothing_of_a_no(
    visits, noors_mother, noors_father, noor, placed, website, doing_as, system
):
    refuse(doing_as(noors_father), noor, website)
    take_down_waiting(system)
    browser = visits(noors_mother)

    told = text_of(browser.get(photos_of(noor)))

    assert "Weggehaald op 3 maart 2026. Het hoefde of mocht hier niet meer staan." in told
    assert "zei nee" not in told
    assert "toestemming" not in told.split("Weggehaald")[1].split("Hier staat")[0]
    assert WORDS not in told
    assert browser.get(picture_of(noor)).status_code == 404
    assert asks(browser, noor).status_code == 422


def test_an_account_that_closed_may_be_said(visits, noors_mother, noor, placed, bram, doing_as, system):
    ask_to_go(doing_as(bram), placed.pk)
    Publication.objects.update(down_because="account_gesloten")
    TakedownTask.objects.update(because="account_gesloten")
    take_down_waiting(system)

    assert "De school gebruikt dit account niet meer." in text_of(visits(noors_mother).get(photos_of(noor)))


def test_what_is_printed_cannot_be_asked_back(visits, noors_mother, noor, printed):
    browser = visits(noors_mother)

    told = text_of(browser.get(photos_of(noor)))
    answer = asks(browser, noor)

    assert "Dit is gedrukt (oplage 400) en kan niet meer ongedaan worden gemaakt." in told
    assert "Vraag om weghalen" not in told
    assert answer.status_code == 422
    assert not TakedownTask.objects.exists()


def test_too_many_words_stay_on_the_page(visits, noors_mother, noor, placed):
    answer = asks(visits(noors_mother), noor, word="z" * 301)

    assert (answer.status_code, "z" * 301 in answer.content.decode()) == (422, True)
    assert not TakedownTask.objects.exists()


@pytest.mark.parametrize("publication", ["", "onzin", "00000000-0000-0000-0000-000000000000"])
def test_nonsense_is_not_there(visits, noors_mother, noor, placed, publication):
    assert asks(visits(noors_mother), noor, publication=publication).status_code == 404


def test_a_parent_of_two_chooses_of_whom(visits, noors_mother, noor, school, group_6a):
    bo = pupil(school, group_6a, called="Bo", infix="van", last="Dijk", born=noor.born)
    Guardianship.objects.create(child=bo, guardian=noors_mother, relation="ouder", authority="ja", since=bo.born)

    told = text_of(visits(noors_mother).get("/mijn/fotos/"))

    assert "Foto’s van Bo van Dijk Foto’s van Noor van Dijk" in told


@pytest.mark.parametrize("who", ["noors_mother", "noor"])
def test_where_there_is_no_choice_they_go_straight_on(who, visits, noor, request):
    assert visits(request.getfixturevalue(who)).get("/mijn/fotos/").headers["Location"] == photos_of(noor)


def test_looking_writes_nothing_and_asks_little(visits, noors_mother, noor, placed, django_assert_max_num_queries):
    browser, before = visits(noors_mother), Entry.objects.count()

    with django_assert_max_num_queries(12):
        browser.get(photos_of(noor))

    assert Entry.objects.count() == before
