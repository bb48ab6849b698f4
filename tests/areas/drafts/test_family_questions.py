"""Parents asked through the school: of which children, by whom, until when, and what the one who asks may know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from magdit.areas.drafts import actions, family_questions
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import FamilyQuestion, FamilyRequest
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Group, Guardianship, Person, School
from tests.areas.conftest import NOON, guardian, pupil

Acts = Callable[..., Doing]
LADDER = [("schoolleiding", "11")]
NOW = "a" * 64


@pytest.fixture
def tess(school: School, group_6a: Group, noor: Person) -> Person:
    """A classmate of Noor's."""
    return pupil(school, group_6a, called="Tess", last="Groot", born=noor.born)


@pytest.fixture
def tess_mother(tess: Person) -> Person:
    return guardian(tess, called="Ilse", last="Groot")


@pytest.fixture
def wish(school: School, noors_mother: Person, doing_as: Acts) -> Draft:
    """What Noor's mother wants to share."""
    return actions.begin(doing_as(noors_mother), school, noors_mother, role="ouder")


@pytest.fixture
def request_(wish: Draft, tess: Person, noors_mother: Person, fatima: Person, doing_as: Acts) -> FamilyRequest:
    """She asked the school to ask for Tess; it lies with Fatima."""
    return family_questions.ask_school(
        doing_as(noors_mother), wish.pk, version=wish.version, children=[tess.pk], digest=NOW, ladder=LADDER
    )


@pytest.fixture
def asked(request_: FamilyRequest, tess: Person, tess_mother: Person, fatima: Person, doing_as: Acts) -> FamilyQuestion:
    """Put before the mother of Tess."""
    (one,) = family_questions.confirm(doing_as(fatima), request_.pk, children=[tess.pk], digest=NOW)
    return one


def test_a_child_of_another_class_cannot_be_named(
    wish: Draft, sem: Person, noors_mother: Person, fatima: Person, doing_as: Acts
) -> None:
    with pytest.raises(Refused, match="not_in_class"):
        family_questions.ask_school(
            doing_as(noors_mother), wish.pk, version=wish.version, children=[sem.pk], digest=NOW, ladder=LADDER
        )


def test_only_pupils_of_the_school_can_be_in_it(
    request_: FamilyRequest, tess: Person, tess_mother: Person, bram: Person, fatima: Person, doing_as: Acts
) -> None:
    with pytest.raises(Refused, match="not_yours"):
        family_questions.confirm(doing_as(fatima), request_.pk, children=[tess.pk, bram.pk], digest=NOW)

    assert not FamilyQuestion.objects.exists()


def test_of_every_child_there_must_be_a_parent_to_ask(
    request_: FamilyRequest, tess: Person, tess_mother: Person, sem: Person, fatima: Person, doing_as: Acts
) -> None:
    with pytest.raises(Refused, match="no_parent_to_ask"):
        family_questions.confirm(doing_as(fatima), request_.pk, children=[tess.pk, sem.pk], digest=NOW)


def test_the_parent_who_wants_it_is_not_asked(
    request_: FamilyRequest, noor: Person, noors_father: Person, fatima: Person, doing_as: Acts
) -> None:
    asked = family_questions.confirm(doing_as(fatima), request_.pk, children=[noor.pk], digest=NOW)

    assert [one.asked for one in asked] == [noors_father]


def test_a_yes_comes_in_time_and_a_no_always(asked: FamilyQuestion, tess_mother: Person, doing_as: Acts) -> None:
    late = doing_as(tess_mother, at=asked.until + timedelta(minutes=1))

    with pytest.raises(Refused, match="too_late"):
        family_questions.answer(late, asked.pk, yes=True)

    assert family_questions.answer(late, asked.pk, yes=False).yes is False


def test_who_has_no_say_any_more_answers_nothing(asked: FamilyQuestion, tess_mother: Person, doing_as: Acts) -> None:
    Guardianship.objects.filter(guardian=tess_mother).update(authority="nee")

    with pytest.raises(Refused, match="not_yours"):
        family_questions.answer(doing_as(tess_mother), asked.pk, yes=True)


def test_until_the_term_has_passed_a_no_looks_like_silence(
    asked: FamilyQuestion, tess_mother: Person, doing_as: Acts
) -> None:
    family_questions.answer(doing_as(tess_mother), asked.pk, yes=False)

    assert family_questions.result_of(asked.draft, NOW, NOON) == "wacht"
    assert family_questions.result_of(asked.draft, NOW, asked.until + timedelta(minutes=1)) == "nee"
    assert family_questions.agreed(asked.draft, NOW) == {}


def test_all_who_were_asked_say_yes(asked: FamilyQuestion, tess: Person, tess_mother: Person, doing_as: Acts) -> None:
    family_questions.answer(doing_as(tess_mother), asked.pk, yes=True)

    assert family_questions.result_of(asked.draft, NOW, NOON) == "ja"
    assert list(family_questions.agreed(asked.draft, NOW)) == [str(tess.pk)]
    assert family_questions.result_of(asked.draft, "b" * 64, NOON) == ""


def test_asked_anew_about_another_photo_the_old_yes_is_gone(
    asked: FamilyQuestion, tess: Person, tess_mother: Person, noors_mother: Person, fatima: Person, doing_as: Acts
) -> None:
    family_questions.answer(doing_as(tess_mother), asked.pk, yes=True)
    version = Draft.objects.get(pk=asked.draft_id).version
    second = family_questions.ask_school(
        doing_as(noors_mother), asked.draft_id, version=version, children=[tess.pk], digest="b" * 64, ladder=LADDER
    )

    family_questions.confirm(doing_as(fatima), second.pk, children=[tess.pk], digest="b" * 64)

    assert [one.yes for one in FamilyQuestion.objects.all()] == [None]


def test_another_parent_answers_nothing(asked: FamilyQuestion, noors_father: Person, doing_as: Acts) -> None:
    with pytest.raises(Refused, match="not_yours"):
        family_questions.answer(doing_as(noors_father), asked.pk, yes=True)
