"""Looking someone up by part of a name: accents do not matter, and a name never stands in an address."""

from __future__ import annotations

import pytest
from django.urls import reverse

from magdit.areas.people.models import Person
from tests.web.classes.test_class import text_of

pytestmark = pytest.mark.django_db
DESK = "/privacy/"


def found(browser, name: str) -> str:
    answer = browser.post(DESK, {"name": name}, follow=True)
    assert name not in str(answer.redirect_chain)
    return text_of(answer)


@pytest.mark.parametrize("typed", ["Noor", "noor dijk", "NOÓR", "van dij", "dijk, noor"])
def test_a_part_of_a_name_finds_someone(visits, petra, noor, typed):
    text = found(visits(petra), typed)

    assert "Dijk, Noor van" in text
    assert "leerling, De Linde" in text


def test_who_has_accents_is_found_without_them(visits, petra, board, school, noor):
    Person.objects.create(board=board, called="Zeynep", last="Yıldız-Çelik")
    noor.guardianships.create(
        child=noor, guardian=Person.objects.get(called="Zeynep"), relation="ouder", authority="ja"
    )

    assert "Yıldız-Çelik, Zeynep" in found(visits(petra), "celik")


def test_a_parent_is_found_with_whose_parent_they_are(visits, petra, noor, noors_mother):
    text = found(visits(petra), "Bakker")

    assert "Bakker, Mira ouder van Noor van Dijk" in text
    assert "zonder rol" not in text


def test_the_middle_of_a_name_is_no_part_of_it(visits, petra, noor):
    assert "Niemand gevonden" in found(visits(petra), "oor")


def test_fifty_at_most_and_it_says_so(visits, petra, board, school, noor):
    for number in range(60):
        child = Person.objects.create(board=board, called=f"Kind{number:02}", last="Jansen")
        child.roles.create(school=school, role="leerling", begins=None)

    text = found(visits(petra), "jansen")

    assert "50 gevonden" in text
    assert "Er zijn er meer" in text


@pytest.mark.parametrize("typed", ["", "n", "x" * 81])
def test_too_little_or_too_much_is_told_and_kept(visits, petra, noor, typed):
    answer = visits(petra).post(DESK, {"name": typed})

    assert answer.status_code == 200
    assert 'class="wrong"' in answer.content.decode()
    assert typed in answer.content.decode()


@pytest.mark.parametrize("typed", ["%%", "__", "' OR 1=1", "<b>aa</b>", "\U0001f600\U0001f600"])
def test_signs_of_a_database_find_nobody(visits, petra, noor, typed):
    page = visits(petra).post(DESK, {"name": typed}, follow=True)

    assert page.status_code == 200
    assert "Dijk, Noor" not in page.content.decode()
    assert "<b>aa" not in page.content.decode()


def test_people_of_another_board_are_not_found(visits, petra, olaf, noor):
    assert "Niemand gevonden" in found(visits(petra), "olaf")


def test_one_search_is_not_shown_to_the_next_officer(visits, petra, ruud, noor):
    found(visits(petra), "Noor")

    assert "Dijk, Noor" not in text_of(visits(ruud).get(DESK))


def test_a_search_takes_few_questions_in_a_large_board(
    visits, petra, board, school, noor, django_assert_max_num_queries
):
    rows = [Person(board=board, called=f"Kind{number}", last="Jansen") for number in range(300)]
    for child in Person.objects.bulk_create(rows):
        child.roles.create(school=school, role="leerling", begins=None)
    browser = visits(petra)
    browser.post(DESK, {"name": "jansen"})

    with django_assert_max_num_queries(12):
        browser.get(DESK)


@pytest.mark.parametrize("who", ["bram", "office", "fatima", "noors_mother", "sem", "olaf"])
def test_the_room_is_not_there_for_anyone_else(visits, request, noor, who):
    browser = visits(request.getfixturevalue(who))

    codes = {browser.get(reverse(f"officer:{name}")).status_code for name in ("desk", "figures", "chain")}
    codes |= {browser.get(reverse(f"officer:{name}", args=[noor.pk])).status_code for name in ("person", "history")}
    codes.add(browser.post(reverse("officer:export", args=[noor.pk])).status_code)

    assert codes == {404}
