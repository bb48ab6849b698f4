"""What was asked about one post is read at once: doubts, approvals and wishes of a family, the first asked first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from magdit.areas.drafts import approvals, doubts
from magdit.areas.drafts.asked_about import asked_about, last_decided, standing
from magdit.areas.drafts.asked_words import said_in
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Approval, Doubt, FamilyRequest
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Person
from tests.areas.conftest import NOON

LADDER = [("schoolleiding", "")]


@pytest.fixture
def asked(begun: Draft, bram: Person, fatima: Person, doing_as: Callable[..., Doing]) -> Draft:
    """A doubt, a wish of a family, and an approval that was given."""
    doubts.ask(
        doing_as(bram), begun.pk, version=begun.version, question="Mag dit?", ladder=LADDER, digest="een", about=[]
    )
    FamilyRequest.objects.create(
        draft=begun, digest="een", asked=fatima, asked_role="schoolleiding", made_at=NOON + timedelta(hours=1), due=NOON
    )
    draft = Draft.objects.get(pk=begun.pk)
    given = approvals.request(
        doing_as(bram), draft.pk, version=draft.version, ladder=LADDER, digest="twee", was={}, about=[]
    )
    Approval.objects.filter(pk=given.pk).update(made_at=NOON + timedelta(hours=2))
    approvals.decide(doing_as(fatima), given.pk, outcome="goed", note="", digest="twee")
    return Draft.objects.get(pk=begun.pk)


def test_all_kinds_come_in_one_question(asked: Draft, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        found = asked_about(asked)

    assert [type(one) for one in found] == [Doubt, FamilyRequest, Approval]
    assert [one.ladder for one in found if not isinstance(one, FamilyRequest)] == [[list(LADDER[0])]] * 2


def test_their_words_can_be_read(asked: Draft) -> None:
    (doubt,) = standing(asked_about(asked), Doubt)

    assert said_in(doubt) == {"question": "Mag dit?"}


def test_a_decision_is_of_one_version(asked: Draft, fatima: Person) -> None:
    found = last_decided(asked_about(asked), digest="twee")

    assert found is not None
    assert found.answered_by == fatima
    assert last_decided(asked_about(asked), digest="een") is None
    assert last_decided(asked_about(asked)) == found


def test_what_was_taken_back_does_not_stand(asked: Draft) -> None:
    Doubt.objects.update(withdrawn_at=NOON)

    assert standing(asked_about(asked), Doubt) == []
    assert len(asked_about(asked)) == 3


def test_of_another_post_nothing_is_read(asked: Draft, bram: Person) -> None:
    other = Draft.objects.create(
        board=asked.board, school=asked.school, author=bram, role="leerkracht", made_at=NOON, changed_at=NOON
    )

    assert asked_about(other) == ()
