"""A school writes down when it is closed: by hand, from a list, or as its region has it. Terms follow."""

from __future__ import annotations

from datetime import date

import pytest

from magdit.areas.drafts.waiting import answer_by
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Board
from magdit.areas.registers.free_days import REGIONS, Period, add_periods, holidays_of, read_lines, remove_period
from magdit.areas.registers.models import FreeDays
from tests.areas.conftest import NOON
from tests.web.classes.test_class import text_of

pytestmark = pytest.mark.django_db
PAGE = "/instellingen/school/de-linde/vrije-dagen/"


@pytest.fixture(autouse=True)
def without_second_step(board):
    Board.objects.update(second_step="niemand")


def test_a_day_off_is_written_down_and_counts(visits, fatima, school):
    before = answer_by(school, NOON)

    told = visits(fatima).post(PAGE, {"do": "one", "name": "Studiedag", "first": "2026-03-04", "last": ""}, follow=True)

    assert "Bewaard. Er kwamen 1 bij." in text_of(told)
    assert (answer_by(school, NOON) - before).days == 1
    assert Entry.objects.filter(verb="vrije dagen gezet", object=str(school.pk)).count() == 1


def test_the_same_day_twice_is_one(visits, fatima):
    for _ in range(2):
        visits(fatima).post(PAGE, {"do": "one", "name": "Studiedag", "first": "2026-03-04", "last": ""})

    assert FreeDays.objects.count() == 1
    assert Entry.objects.filter(verb="vrije dagen gezet").count() == 1


def test_the_holidays_of_a_region_come_in_at_once_and_can_go_one_by_one(visits, office):
    client = visits(office)
    client.post(PAGE, {"do": "region", "region": "zuid"})
    spring = FreeDays.objects.get(name="Voorjaarsvakantie", first__year=2027)

    told = client.post(PAGE, {"do": "remove", "row": str(spring.pk)}, follow=True)

    assert (spring.first, spring.last) == (date(2027, 2, 13), date(2027, 2, 21))
    assert "Weggehaald" in text_of(told)
    assert Entry.objects.filter(verb="vrije dagen weg").count() == 1


def test_another_region_takes_the_place_of_the_first_and_leaves_what_the_school_wrote(visits, office):
    client = visits(office)
    client.post(PAGE, {"do": "one", "name": "Studiedag", "first": "2026-03-04", "last": ""})
    client.post(PAGE, {"do": "region", "region": "zuid"})

    client.post(PAGE, {"do": "region", "region": "noord"})

    found = set(FreeDays.objects.values_list("first", flat=True))
    assert found == {date(2026, 3, 4), *(one.first for one in holidays_of("noord"))}


def test_a_pasted_list_comes_in_whole_or_not_at_all(visits, office):
    good = "Studiedag; 12-03-2026\nGoede Vrijdag\t2026-04-03\t2026-04-03\nMei;25-4-2026;3-5-2026\n"
    client = visits(office)

    wrong = client.post(PAGE, {"do": "list", "lines": good + "zomaar iets"})
    before = FreeDays.objects.count()
    client.post(PAGE, {"do": "list", "lines": good})

    assert "Regel 4 is niet te lezen." in text_of(wrong)
    assert "zomaar iets" in wrong.content.decode()
    assert (before, FreeDays.objects.count()) == (0, 3)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"do": "one", "name": "Vrij", "first": "", "last": ""}, "Vul dit in."),
        ({"do": "one", "name": "Vrij", "first": "2026-03-04", "last": "2026-03-01"}, "Deze dagen kloppen niet."),
        ({"do": "one", "name": "Vrij", "first": "2026-03-04", "last": "2028-03-01"}, "Deze dagen kloppen niet."),
        ({"do": "region", "region": "west"}, "Er is niets"),
    ],
)
def test_what_cannot_be_is_refused_with_why(visits, office, sent, said):
    told = visits(office).post(PAGE, sent)

    assert said in text_of(told)
    assert not FreeDays.objects.exists()


def test_a_school_does_not_take_away_the_days_of_its_board(doing_as, fatima, board, school):
    row = FreeDays.objects.create(board=board, name="Studiedag bestuur", first=date(2026, 3, 4), last=date(2026, 3, 4))

    with pytest.raises(Refused, match="not_yours"):
        remove_period(doing_as(fatima), school, row.pk)


def test_a_teacher_and_the_school_next_door_write_nothing_down(doing_as, bram, olaf, other_board, school):
    for doing in (doing_as(bram), doing_as(olaf), doing_as(olaf, board=other_board)):
        with pytest.raises(Refused, match=r"no_right|not_yours"):
            add_periods(doing, school, [Period("Vrij", date(2026, 3, 4), date(2026, 3, 4))])


@pytest.mark.parametrize("region", REGIONS)
def test_the_table_of_holidays_holds_whole_weeks_in_order(region):
    rows = holidays_of(region)

    assert all(one.first <= one.last for one in rows)
    assert [one.first for one in rows] == sorted(one.first for one in rows)
    assert all((one.first.weekday(), one.last.weekday()) == (5, 6) for one in rows if one.name.endswith("vakantie"))


def test_a_list_is_read_as_people_write_days():
    assert read_lines("Pasen; 6-4-2026") == [Period("Pasen", date(2026, 4, 6), date(2026, 4, 6))]
