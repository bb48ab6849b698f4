"""The sixteenth birthday: told before, with what rests on the parents; from the day on only the pupil decides."""

from __future__ import annotations

from datetime import timedelta

import pytest

from magdit.areas.consent.actions import give
from magdit.areas.consent.models import Letter, Request
from magdit.areas.consent.rounds.actions import ask_who_came, open_round
from magdit.areas.consent.rounds.handover import announce, coming_handovers, end_requests
from magdit.areas.consent.rounds.queries import open_requests
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from tests import cast
from tests.areas.conftest import NOON, guardian, pupil
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db
BIRTHDAY = cast.TODAY  # Sem turns sixteen on the day of the cast


@pytest.mark.parametrize(("days", "names"), [(61, []), (60, ["Sem"]), (1, ["Sem"]), (0, ["Sem"]), (-1, [])])
def test_a_pupil_is_told_from_sixty_days_before(school, sem, website, days, names):
    coming = coming_handovers(school, BIRTHDAY - timedelta(days=days))

    assert [one.person.called for one in coming] == names


def test_the_list_names_what_rests_on_the_parents_yes(school, board, sem, sems_mother, website, answers):
    make_item(board, "portaal-foto", channel="ouderportaal")
    before = NOON - timedelta(days=30)
    answers(give, sems_mother, sem, website, at=before)

    (coming,) = coming_handovers(school, before.date())

    assert (coming.day, [item.code for item in coming.items]) == (BIRTHDAY, ["website-foto"])


def test_a_child_of_nine_has_no_handover(school, noor, noors_mother, website):
    assert coming_handovers(school, cast.TODAY) == ()


def test_under_a_protocol_and_law_the_day_is_the_packs_own(school, sem, website):
    """No age stands in our code: verkruisen knows none, the law beside it does."""
    school.protocol = "verkruisen"
    school.save()

    assert [one.day for one in coming_handovers(school, BIRTHDAY - timedelta(days=10))] == [BIRTHDAY]


def test_pupil_and_parents_hear_it_once(doing_as, office, school, sem, sems_mother, website):
    before = doing_as(office, at=NOON - timedelta(days=40))

    told = [announce(before, school), announce(before, school)]

    assert told == [1, 0]
    assert sorted(Letter.objects.values_list("kind", "request__asked__called")) == [
        ("zestien", "Els"),
        ("zestien", "Sem"),
    ]
    assert list(Entry.objects.values_list("verb", "object")) == [("overdracht aangekondigd", str(sem.id))]


def test_after_the_birthday_the_parents_are_no_longer_asked(doing_as, office, school, sem, sems_mother, website):
    before, after = doing_as(office, at=NOON - timedelta(days=3)), doing_as(office)
    round_ = open_round(before, school, opens=before.today)

    ended = end_requests(after, school)
    asked = ask_who_came(after, round_)

    assert (ended, asked) == (1, 1)
    assert [one.request.asked.called for one in open_requests(round_, on=after.today)] == ["Sem"]


def test_who_left_is_no_longer_asked_about(doing_as, office, school, noor, noors_mother, website):
    open_round(doing_as(office), school, opens=cast.TODAY)
    noor.roles.update(ends=cast.TODAY)

    ended = end_requests(doing_as(office, at=NOON + timedelta(days=1)), school)

    assert ended == 1
    assert Request.objects.filter(ended_at=None).count() == 0


def test_an_answered_request_stays_as_it_is(doing_as, office, school, noor, noors_mother, website, answers):
    open_round(doing_as(office), school, opens=cast.TODAY)
    answers(give, noors_mother, noor, website)

    assert end_requests(doing_as(office), school) == 0


def test_birthdays_on_one_day_are_looked_up_together(
    doing_as, office, school, group_4v, website, django_assert_max_num_queries
):
    for number in range(20):
        child = pupil(school, group_4v, called=f"Kind{number}", last="Bos", born=cast.SEM.born)
        guardian(child, called=f"Ouder{number}", last="Bos")
    before = doing_as(office, at=NOON - timedelta(days=40))

    with django_assert_max_num_queries(30):
        told = announce(before, school)

    assert told == 20
    assert Letter.objects.count() == 40


def test_only_the_office_announces(doing_as, bram, school, sem, website):
    with pytest.raises(Refused) as refused:
        announce(doing_as(bram), school)

    assert refused.value.code == "no_right"
