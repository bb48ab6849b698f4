"""Figures of a school: numbers about many, and never about so few that they are about someone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from magdit.areas.consent.figures import Guarded, figures_of
from magdit.areas.consent.models import Letter, Request
from magdit.areas.drafts.models import Publication
from magdit.areas.registers.models import Appearance, TakedownTask
from tests.areas.conftest import NOON, guardian, pupil
from tests.web.classes.test_class import text_of

pytestmark = pytest.mark.django_db


def figures(school):
    return reverse("officer:school_figures", args=[school.code])


@pytest.fixture
def class_of_twelve(school, group_6a, website, says):
    """Twelve children: six yes, one no, five nothing."""
    for number in range(12):
        child = pupil(school, group_6a, called=f"Kind{number}", last="Smit", born=date(2016, 1, 1))
        parent = guardian(child, called=f"Ouder{number}", last="Smit")
        if number < 7:
            says("nee" if number == 6 else "ja", parent, child, website)
    return group_6a


def test_the_figures_count_who_answered(school, class_of_twelve):
    found = figures_of(school, NOON)

    assert (found.pupils, found.complete, found.partly, found.silent) == (12, 7, 0, 5)
    assert [(one.yes, one.no, one.open) for one in found.topics] == [(6, 1, 5)]


def test_a_yes_taken_back_is_counted_this_year(school, noor, noors_mother, website, says):
    says("ja", noors_mother, noor, website)
    says("terug", noors_mother, noor, website, at=NOON + timedelta(minutes=1))

    assert figures_of(school, NOON + timedelta(hours=1)).withdrawn == 1


def test_tasks_are_counted_late_and_done(school, board, noor):
    for number, done in enumerate((None, NOON - timedelta(hours=2))):
        shown = Appearance.objects.create(
            board=board, person=noor, publication=f"00000000-0000-4000-8000-00000000000{number}",
            channel="website", shown_at=NOON - timedelta(days=9),
        )  # fmt: skip
        TakedownTask.objects.create(
            appearance=shown, because="ingetrokken", made_at=NOON - timedelta(hours=12),
            due=NOON - timedelta(hours=1), done_at=done,
        )  # fmt: skip

    found = figures_of(school, NOON)

    assert (found.tasks_open, found.tasks_late, found.hours_to_takedown) == (1, 1, 10)


def test_what_came_down_without_a_task_is_counted_too(visits, petra, school, bram):
    for number, down in enumerate((NOON - timedelta(days=3), NOON - timedelta(days=800), None)):
        Publication.objects.create(
            board=school.board, school=school, author=bram, medium="website", state="weg" if down else "geplaatst",
            key=str(number), sealed=b"x", made_at=NOON - timedelta(days=900), down_at=down,
        )  # fmt: skip

    text = text_of(visits(petra).get(figures(school)))

    assert "1 bericht weggehaald dit schooljaar." in text
    assert "nog niets weggehaald" not in text
    listed = visits(petra).get(reverse("officer:figures_file", args=[school.code])).content.decode("utf-8-sig")
    assert "school;weggehaalde berichten;1" in listed


def test_a_letter_that_did_not_arrive_is_counted(school, noor, noors_mother):
    request = Request.objects.create(person=noor, asked=noors_mother, asked_at=NOON)
    Letter.objects.create(request=request, kind="vraag", made_at=NOON, failed="geen_verbinding")

    assert figures_of(school, NOON).letters_failed == 1


@pytest.mark.parametrize(
    ("count", "whole", "told"),
    [
        (0, 12, Guarded(0)),
        (12, 12, Guarded(12)),
        (7, 12, Guarded(7)),
        (4, 12, Guarded(None, few=True)),
        (9, 12, Guarded(None)),
        (3, 3, Guarded(None, few=True)),
        (0, 0, Guarded(0)),
    ],
)
def test_no_number_is_told_about_fewer_than_five(count, whole, told):
    assert Guarded.of(count, whole) == told


def test_a_small_class_has_no_numbers_on_the_page(visits, petra, school, noor, noors_mother, website):
    text = text_of(visits(petra).get(figures(school)))

    assert "6A minder dan 5 minder dan 5 minder dan 5" in text


def test_the_page_shows_the_numbers(visits, petra, school, class_of_twelve):
    text = text_of(visits(petra).get(figures(school)))

    assert "7 met een antwoord op alles, 0 op een deel, 5 op niets." in text
    assert "6A 12 7 5" in text


def test_the_list_for_a_spreadsheet_holds_no_formula(visits, petra, school, class_of_twelve, website):
    website.texts.update(title="=HYPERLINK(1)")
    class_of_twelve.name = "+6A"
    class_of_twelve.save()

    content = visits(petra).get(reverse("officer:figures_file", args=[school.code])).content.decode("utf-8-sig")

    assert "'=HYPERLINK(1);ja;6" in content
    assert "'+6A;leerlingen;12" in content
    assert not [cell for line in content.splitlines() for cell in line.split(";") if cell.startswith(("=", "+"))]


def test_who_has_one_school_goes_straight_on(visits, petra, school):
    assert visits(petra).get(reverse("officer:figures")).headers["Location"] == figures(school)


def test_who_has_more_schools_chooses(visits, petra, school, second_school):
    text = text_of(visits(petra).get(reverse("officer:figures")))

    assert "De Beuk" in text
    assert "De Linde" in text


def test_the_school_of_another_board_is_not_there(visits, petra, other_school):
    assert visits(petra).get(figures(other_school)).status_code == 404


def test_figures_take_few_questions(visits, petra, school, class_of_twelve, django_assert_max_num_queries):
    browser = visits(petra)

    with django_assert_max_num_queries(26):
        browser.get(figures(school))
