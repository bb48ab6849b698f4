"""A doubt and an approval as the area keeps them: about one version, answered once, never by who changed it last."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from magdit.areas.drafts import actions, approvals, doubts
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Approval, Doubt
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, Role, School
from tests.areas.conftest import START, employee

Acts = Callable[..., Doing]
LADDER = [("schoolleiding", "IV.M11"), ("bestuur", "")]
NOW, LATER = "a" * 64, "b" * 64  # the mark of what was shown, and of another version


def asked(doing: Doing, draft: Draft, *, question: str = "Mag dit?", digest: str = NOW) -> Doubt:
    version = Draft.objects.get(pk=draft.pk).version
    about = [["oordeel", "sociaal_onderwerp"]]
    return doubts.ask(
        doing, draft.pk, version=version, question=question, ladder=LADDER, digest=digest, about=about
    )  # fmt: skip


def requested(doing: Doing, draft: Draft, *, digest: str = NOW) -> Approval:
    version = Draft.objects.get(pk=draft.pk).version
    return approvals.request(
        doing, draft.pk, version=version, ladder=LADDER, digest=digest, was={"text": "Naar het strand!"}, about=[]
    )  # fmt: skip


@pytest.fixture
def doubt(begun: Draft, bram: Person, fatima: Person, doing_as: Acts) -> Doubt:
    """Bram doubts; it lies with Fatima."""
    return asked(doing_as(bram), begun)


@pytest.fixture
def approval(begun: Draft, bram: Person, fatima: Person, doing_as: Acts) -> Approval:
    """Bram handed it in; it lies with Fatima."""
    return requested(doing_as(bram), begun)


def test_one_question_at_a_time(doubt: Doubt, begun: Draft, bram: Person, doing_as: Acts) -> None:
    with pytest.raises(Refused, match="asked_already"):
        asked(doing_as(bram), begun, question="En dit?")

    assert Doubt.objects.count() == 1


def test_a_no_is_not_asked_away(doubt: Doubt, begun: Draft, bram: Person, fatima: Person, doing_as: Acts) -> None:
    """About this version; a changed one may be asked about."""
    doubts.answer(doing_as(fatima), doubt.pk, outcome="mag_niet", words="Doe dit niet.", digest=NOW)

    with pytest.raises(Refused, match="answered_no"):
        asked(doing_as(bram), begun, question="Echt niet?")
    with pytest.raises(Refused, match="answered_no"):
        doubts.withdraw(doing_as(bram), begun.pk, version=Draft.objects.get(pk=begun.pk).version)

    assert asked(doing_as(bram), begun, question="En zo?", digest=LATER).answered_at is None


def test_an_answer_is_about_what_was_seen(doubt: Doubt, fatima: Person, doing_as: Acts) -> None:
    with pytest.raises(Refused, match="draft_changed"):
        doubts.answer(doing_as(fatima), doubt.pk, outcome="mag", words="", digest=LATER)


def test_a_doubt_is_answered_once(doubt: Doubt, fatima: Person, doing_as: Acts) -> None:
    doubts.answer(doing_as(fatima), doubt.pk, outcome="mag", words="", digest=NOW)

    same = doubts.answer(doing_as(fatima), doubt.pk, outcome="mag", words="", digest=NOW)
    with pytest.raises(Refused, match="answered_already"):
        doubts.answer(doing_as(fatima), doubt.pk, outcome="mag_niet", words="Toch niet.", digest=NOW)

    assert same.outcome == "mag"


def test_only_what_the_protocol_leaves_to_them_is_judged(doubt: Doubt, fatima: Person, doing_as: Acts) -> None:
    with pytest.raises(Refused, match="no_such_answer"):
        doubts.answer(doing_as(fatima), doubt.pk, outcome="mag", words="", digest=NOW, facts={"iets_anders": True})


def test_who_stands_in_without_the_role_judges_nothing(
    doubt: Doubt, begun: Draft, office: Person, doing_as: Acts
) -> None:
    """The office may answer in place of the head; what the protocol leaves to a head's judgement stays open."""
    Doubt.objects.filter(pk=doubt.pk).update(asked=office)

    doubts.answer(doing_as(office), doubt.pk, outcome="mag", words="", digest=NOW, facts={"sociaal_onderwerp": True})

    assert "sociaal_onderwerp" not in Draft.objects.get(pk=begun.pk).told


def test_an_example_is_kept_by_who_gave_the_answer(
    doubt: Doubt, school: School, fatima: Person, doing_as: Acts
) -> None:
    doubts.answer(doing_as(fatima), doubt.pk, outcome="mag", words="", digest=NOW)
    board = employee(school, "bestuur", called="Bea", last="Vos")
    Role.objects.filter(person=board).update(school=None, begins=START)

    with pytest.raises(Refused, match="not_yours"):
        doubts.keep_precedent(doing_as(board), doubt.pk, "Een strand zonder mensen mag.")


def test_a_post_that_changed_is_not_approved(approval: Approval, fatima: Person, doing_as: Acts) -> None:
    with pytest.raises(Refused, match="draft_changed"):
        approvals.decide(doing_as(fatima), approval.pk, outcome="goed", note="", digest=LATER)


def test_handed_in_twice_is_handed_in_once(approval: Approval, begun: Draft, bram: Person, doing_as: Acts) -> None:
    again = requested(doing_as(bram), begun)

    assert (again.pk, Approval.objects.count()) == (approval.pk, 1)


def test_another_version_takes_the_place_of_the_first(
    approval: Approval, begun: Draft, bram: Person, fatima: Person, doing_as: Acts
) -> None:
    actions.change(doing_as(bram), begun.pk, version=approval.draft.version, words=Words("Naar het bos!"))

    second = requested(doing_as(bram), begun, digest=LATER)

    approval.refresh_from_db()
    assert approval.withdrawn_at is not None
    assert second.pk != approval.pk
    with pytest.raises(Refused, match="not_yours"):
        approvals.decide(doing_as(fatima), approval.pk, outcome="goed", note="", digest=NOW)


def test_a_decision_is_taken_once(approval: Approval, fatima: Person, doing_as: Acts) -> None:
    approvals.decide(doing_as(fatima), approval.pk, outcome="goed", note="", digest=NOW)

    same = approvals.decide(doing_as(fatima), approval.pk, outcome="goed", note="", digest=NOW)
    with pytest.raises(Refused, match="answered_already"):
        approvals.decide(doing_as(fatima), approval.pk, outcome="terug", note="Toch niet.", digest=NOW)

    assert same.outcome == "goed"
