"""Asking everyone of a school, once a year or once at all: whom, when, how often, and who is left to remind."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from magdit.areas.consent.actions import give, refuse
from magdit.areas.consent.models import Letter, Request
from magdit.areas.consent.paper import enter_on_paper
from magdit.areas.consent.rounds.actions import ask_who_came, move_round, open_round, remind
from magdit.areas.consent.rounds.queries import open_requests, progress, to_be_asked
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from tests import cast
from tests.areas.conftest import NOON, guardian, pupil
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db


def asked_pairs(round_):
    return set(round_.requests.values_list("person__called", "asked__called"))


def at(day):
    return datetime(day.year, day.month, day.day, 9, tzinfo=SCHOOL_CLOCK)


@pytest.fixture
def opened(doing_as, office, school, website):
    """A round of this school year that began today; with whoever is at school by then."""

    def begin(*, opens=cast.TODAY, closes=None):
        return open_round(doing_as(office), school, opens=opens, closes=closes)

    return begin


def test_a_round_asks_each_parent_about_each_child_and_a_pupil_who_decides(
    opened, noor, noors_mother, noors_father, sem, sems_mother
):
    round_ = opened()

    assert asked_pairs(round_) == {("Noor", "Mira"), ("Noor", "Joost"), ("Sem", "Sem")}


def test_brother_and_sister_are_asked_about_apart(opened, school, group_6a, noor, noors_mother):
    brother = pupil(school, group_6a, called="Teun", last="Dijk", born=date(2017, 1, 1))
    brother.guardianships.create(guardian=noors_mother, relation="ouder", authority="ja")

    round_ = opened()

    assert asked_pairs(round_) == {("Noor", "Mira"), ("Teun", "Mira")}


@pytest.mark.parametrize("authority", ["nee", "onbekend"])
def test_nobody_is_asked_whose_yes_would_not_count(opened, noor, authority):
    guardian(noor, called="Rik", last="Post", authority=authority)

    round_ = opened()

    assert asked_pairs(round_) == set()
    assert [count.nobody_to_ask for count in progress(round_, on=cast.TODAY)] == [(noor.id,)]


def test_one_line_in_the_journal_and_one_letter_each(opened, noor, noors_mother, noors_father):
    round_ = opened()

    assert list(Entry.objects.values_list("verb", "object")) == [("ronde geopend", str(round_.id))]
    assert sorted(Letter.objects.values_list("kind", "request__asked__called")) == [
        ("vraag", "Joost"),
        ("vraag", "Mira"),
    ]


def test_a_round_that_begins_later_asks_nobody_yet(opened, doing_as, office, noor, noors_mother):
    later = cast.TODAY + timedelta(days=7)

    round_ = opened(opens=later)
    before = asked_pairs(round_)
    ask_who_came(doing_as(office, at=at(later)), round_)

    assert (before, asked_pairs(round_)) == (set(), {("Noor", "Mira")})


def test_who_comes_later_is_asked_once(opened, doing_as, office, school, group_6a, noor, noors_mother):
    round_ = opened()
    newcomer = pupil(school, group_6a, called="Yara", last="Demir", born=date(2016, 2, 2))
    guardian(newcomer, called="Ayla", last="Demir")

    counts = [ask_who_came(doing_as(office), round_) for _ in range(2)]

    assert counts == [1, 0]
    assert asked_pairs(round_) == {("Noor", "Mira"), ("Yara", "Ayla")}


def test_where_one_parent_is_enough_the_other_is_not_reminded(
    opened, doing_as, office, answers, noor, noors_mother, noors_father, website
):
    round_ = opened()
    answers(give, noors_mother, noor, website)

    assert open_requests(round_, on=cast.TODAY) == ()
    assert remind(doing_as(office, at=NOON + timedelta(days=30)), round_) == 0


def test_where_both_parents_must_agree_the_other_is_still_asked(
    opened, answers, board, noor, noors_mother, noors_father, website
):
    board.parents_needed = "allen"
    board.save()
    round_ = opened()
    answers(give, noors_mother, noor, website)

    left = open_requests(round_, on=cast.TODAY)

    assert [one.request.asked for one in left] == [noors_father]


def test_a_no_is_an_answer_too(opened, answers, noor, noors_mother, website):
    round_ = opened()
    answers(refuse, noors_mother, noor, website)

    assert open_requests(round_, on=cast.TODAY) == ()


def test_reminders_come_in_the_rhythm_of_the_round_and_stop(opened, doing_as, office, noor, noors_mother):
    round_ = move_round(doing_as(office), opened(), closes=None, remind_after=10, most_reminders=2)
    days = [1, 9, 10, 11, 20, 30, 40]

    reminded = [day for day in days if remind(doing_as(office, at=NOON + timedelta(days=day)), round_)]

    assert reminded == [10, 20]
    assert Letter.objects.filter(kind="herinnering").count() == 2


def test_the_count_per_class_names_who_is_silent(
    opened, answers, board, noor, noors_mother, noors_father, sem, website
):
    portal = make_item(board, "portaal-foto", channel="ouderportaal")
    round_ = opened()
    answers(give, noors_mother, noor, website)

    counts = {count.name: count for count in progress(round_, on=cast.TODAY)}

    assert (counts["6A"].asked, counts["6A"].complete, counts["6A"].begun) == (1, 0, (noor.id,))
    assert (counts["4V"].asked, counts["4V"].silent) == (1, (sem.id,))
    assert portal.id in open_requests(round_, on=cast.TODAY)[0].items


def test_where_the_protocol_asks_every_year_an_answer_of_last_year_is_asked_again(
    opened, answers, doing_as, office, noor, noors_mother, website
):
    answers(refuse, noors_mother, noor, website)
    next_year = date(2026, 9, 1)

    round_ = open_round(doing_as(office, at=at(next_year)), noor.roles.get().school, opens=next_year)

    assert asked_pairs(round_) == {("Noor", "Mira")}


def test_where_the_protocol_asks_once_nobody_is_asked_again(doing_as, office, school, noor, noors_mother, board):
    school.protocol = "verkruisen"
    school.save()
    item = make_item(board, "instagram-foto", channel="instagram")
    paper = {"giver": noors_mother, "yes": True, "signed_on": cast.TODAY, "scan": b"%PDF-1.7 getekend"}
    enter_on_paper(doing_as(office), noor, item, **paper)
    next_year = date(2026, 9, 1)

    round_ = open_round(doing_as(office, at=at(next_year)), school, opens=next_year)

    assert asked_pairs(round_) == set()


def test_what_the_protocol_never_allows_is_never_asked(doing_as, office, school, noor, noors_mother, board):
    school.protocol = "vsnon"
    school.save()
    make_item(board, "instagram-foto", channel="instagram")

    round_ = open_round(doing_as(office), school, opens=cast.TODAY)

    assert asked_pairs(round_) == set()


def test_a_second_round_in_a_school_year_is_refused(opened):
    opened()

    with pytest.raises(Refused) as refused:
        opened(opens=cast.TODAY + timedelta(days=1))

    assert (refused.value.code, refused.value.facts) == ("round_exists", {"year": "2025-2026"})


@pytest.mark.parametrize(
    ("closes", "code"),
    [(cast.TODAY - timedelta(days=1), "round_ends_before_it_begins"), (date(2026, 8, 1), "round_over_two_years")],
)
def test_a_round_with_an_end_that_cannot_be_is_refused(opened, closes, code):
    with pytest.raises(Refused) as refused:
        opened(closes=closes)

    assert refused.value.code == code


def test_a_school_that_asks_in_its_administration_opens_no_round_here(opened, school):
    school.mirror = True
    school.save()

    with pytest.raises(Refused) as refused:
        opened()

    assert refused.value.code == "asked_elsewhere"


def test_after_the_end_nobody_is_reminded(opened, doing_as, office, noor, noors_mother):
    round_ = opened(closes=cast.TODAY + timedelta(days=5))

    with pytest.raises(Refused) as refused:
        remind(doing_as(office, at=NOON + timedelta(days=20)), round_)

    assert refused.value.code == "round_not_open"


@pytest.mark.parametrize("someone", ["bram", "olaf", "noors_mother"])
def test_only_the_office_opens_and_reminds(request, opened, doing_as, school, noor, noors_mother, someone):
    outsider = request.getfixturevalue(someone)
    round_ = opened()

    for action in (
        lambda: open_round(doing_as(outsider), school, opens=cast.TODAY),
        lambda: remind(doing_as(outsider), round_),
        lambda: ask_who_came(doing_as(outsider), round_),
    ):
        with pytest.raises(Refused) as refused:
            action()
        assert refused.value.code == "no_right"
    assert Request.objects.count() == 1


def test_newcomers_are_counted_before_they_are_asked(opened, school, group_6a, noor, noors_mother):
    round_ = opened()
    newcomer = pupil(school, group_6a, called="Yara", last="Demir", born=date(2016, 2, 2))
    ayla = guardian(newcomer, called="Ayla", last="Demir")

    assert to_be_asked(round_, on=cast.TODAY) == ((newcomer.id, ayla.id),)


def test_parents_of_who_comes_after_the_summer_may_answer_before_it(school, answers, noor, noors_mother, website):
    noor.roles.update(begins=date(2026, 8, 1))

    answer = answers(give, noors_mother, noor, website)

    assert (answer.state, answer.role) == ("gegeven", "ouder")
