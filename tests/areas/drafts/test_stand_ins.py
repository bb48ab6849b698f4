"""Who answers for someone who is away, and what a school agreed: set by who may, with a line in the journal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from magdit.areas.drafts.models_asked import AskingRules, StandIn
from magdit.areas.drafts.stand_ins import set_rules, set_stand_in
from magdit.areas.drafts.waiting import deputy_of, next_asked
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from tests import cast
from tests.areas.conftest import employee

Acts = Callable[..., Doing]
NEXT_WEEK = cast.TODAY + timedelta(days=7)


def test_someone_away_is_answered_for(fatima: Person, office: Person, doing_as: Acts) -> None:
    set_stand_in(doing_as(fatima), fatima, office, away_until=NEXT_WEEK)

    assert deputy_of(fatima, cast.TODAY) == office
    assert deputy_of(fatima, NEXT_WEEK + timedelta(days=1)) is None
    assert Entry.objects.filter(verb="vervanger gezet").count() == 1


def test_the_office_may_set_it_too(fatima: Person, bram: Person, office: Person, doing_as: Acts) -> None:
    assert set_stand_in(doing_as(office), fatima, bram, away_until=NEXT_WEEK) is not None


def test_a_colleague_may_not(fatima: Person, bram: Person, olaf: Person, doing_as: Acts) -> None:
    for person in (bram, olaf):
        with pytest.raises(Refused):
            set_stand_in(doing_as(person), fatima, bram, away_until=NEXT_WEEK)

    assert not StandIn.objects.exists()


def test_nobody_stands_in_for_themselves_nor_someone_of_elsewhere(
    fatima: Person, olaf: Person, noors_mother: Person, doing_as: Acts
) -> None:
    for deputy in (fatima, olaf, noors_mother):
        with pytest.raises(Refused, match="no_such_deputy"):
            set_stand_in(doing_as(fatima), fatima, deputy, away_until=None)


def test_a_day_that_is_gone_is_refused(fatima: Person, office: Person, doing_as: Acts) -> None:
    with pytest.raises(Refused, match="day_gone"):
        set_stand_in(doing_as(fatima), fatima, office, away_until=cast.TODAY - timedelta(days=1))


def test_taking_a_stand_in_away(fatima: Person, office: Person, doing_as: Acts) -> None:
    set_stand_in(doing_as(fatima), fatima, office, away_until=NEXT_WEEK)

    set_stand_in(doing_as(fatima), fatima, None, away_until=None)

    assert not StandIn.objects.exists()


def test_the_author_is_passed_by_as_a_deputy(school: School, fatima: Person, bram: Person, doing_as: Acts) -> None:
    """Who stands in for the head does not answer about their own post."""
    second = employee(school, "adjunct_directeur", called="Karin", last="Groen")
    set_stand_in(doing_as(fatima), fatima, bram, away_until=NEXT_WEEK)

    found = next_asked(school, [("schoolleiding", "")], cast.TODAY, author=bram.pk)

    assert found is not None
    assert found.person in (fatima, second)
    assert found.person != bram


def test_the_head_sets_the_rules_of_the_school(school: School, fatima: Person, doing_as: Acts) -> None:
    set_rules(doing_as(fatima), school, days=3, when="media", media=["instagram"], role="schoolleiding")

    row = AskingRules.objects.get()
    assert (row.days, row.when, row.media) == (3, "media", ["instagram"])
    assert Entry.objects.filter(verb="afspraken over goedkeuren").count() == 1


def test_days_of_which_nothing_is_said_stay_as_they_are(school: School, fatima: Person, doing_as: Acts) -> None:
    AskingRules.objects.create(school=school, family_days=9)

    set_rules(doing_as(fatima), school, days=3, when="altijd", media=[], role="schoolleiding")

    assert AskingRules.objects.get().family_days == 9


@pytest.mark.parametrize(
    "wrong",
    [{"days": 0}, {"days": 99}, {"when": "soms"}, {"role": "leerling"}, {"when": "media", "media": []},
     {"family_days": 0}],
)  # fmt: skip
def test_rules_that_cannot_be(school: School, fatima: Person, doing_as: Acts, wrong: dict[str, object]) -> None:
    told = {"days": 2, "when": "nooit", "media": [], "role": "schoolleiding"} | wrong

    with pytest.raises(Refused):
        set_rules(doing_as(fatima), school, **told)  # type: ignore[arg-type]  # wrong on purpose

    assert not AskingRules.objects.exists()


def test_a_teacher_and_the_neighbours_set_no_rules(school: School, bram: Person, olaf: Person, doing_as: Acts) -> None:
    for person in (bram, olaf):
        with pytest.raises(Refused):
            set_rules(doing_as(person), school, days=2, when="nooit", media=[], role="schoolleiding")
