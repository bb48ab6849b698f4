"""Whose yes a draft needs: who is asked, and what their answer does to the verdict."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from magdit.areas.drafts import actions, approvals, doubts
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Approval, AskingRules, Doubt
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, Role, School
from magdit.journeys.hand_in.approving import approval_needed, is_approved
from magdit.journeys.hand_in.digest import digest_of
from magdit.journeys.hand_in.judging import judge_draft
from magdit.journeys.hand_in.leaves import leaves_of
from magdit.journeys.hand_in.whom import left_to_others, whom_to_ask
from tests.areas.conftest import NOON, START, employee

Acts = Callable[..., Doing]


@pytest.fixture
def written(begun: Draft, bram: Person, doing_as: Acts) -> Draft:
    """A text without anything in it that would not be allowed."""
    words = Words("Morgen begint de sportdag om negen uur.")
    return actions.change(doing_as(bram), begun.pk, version=begun.version, words=words, for_school=True)


def asked(doing: Doing, draft: Draft, question: str = "Mag dit zo?") -> Doubt:
    judging = judge_draft(draft, NOON)
    return doubts.ask(
        doing, draft.pk, version=draft.version, question=question, ladder=whom_to_ask(judging),
        digest=digest_of(judging), about=left_to_others(judging),
    )  # fmt: skip


def again(draft: Draft) -> Draft:
    return Draft.objects.select_related("school").get(pk=draft.pk)


def test_in_doubt_the_code_names_the_line_manager_and_then_the_coach(written: Draft) -> None:
    """Clause IV.M11; above them stand the heads and the board."""
    ladder = whom_to_ask(judge_draft(written, NOON))

    assert ladder[:2] == [("leidinggevende", "IV.M11"), ("social_mediacoach", "IV.M11")]
    assert [role for role, _ in ladder[2:]] == ["schoolleiding", "bestuur"]


@pytest.mark.usefixtures("fatima")
def test_a_doubt_keeps_the_post_inside_until_the_answer(written: Draft, bram: Person, doing_as: Acts) -> None:
    assert judge_draft(written, NOON).may_go

    asked(doing_as(bram), written)
    judging = judge_draft(again(written), NOON)

    assert judging.judged.verdict == "vraag"
    assert "IV.M11" in judging.judged.answer.clauses
    assert approval_needed(judging) == ("leidinggevende", "social_mediacoach")
    assert not is_approved(judging)


def test_the_yes_of_the_head_lets_it_go(written: Draft, bram: Person, fatima: Person, doing_as: Acts) -> None:
    doubt = asked(doing_as(bram), written)
    lines = Entry.objects.count()

    doubts.answer(doing_as(fatima), doubt.pk, outcome="mag", words="", digest=doubt.digest)
    judging = judge_draft(again(written), NOON)

    assert doubt.asked == fatima
    assert (judging.may_go, is_approved(judging)) == (True, True)
    assert Entry.objects.count() == lines + 1


def test_a_yes_is_about_what_was_seen(written: Draft, bram: Person, fatima: Person, doing_as: Acts) -> None:
    """Another text needs another yes."""
    doubt = asked(doing_as(bram), written)
    doubts.answer(doing_as(fatima), doubt.pk, outcome="mag", words="", digest=doubt.digest)

    now = again(written)
    other = actions.change(doing_as(bram), now.pk, version=now.version, words=Words("De sportdag begint om tien uur."))

    assert not judge_draft(other, NOON).may_go
    assert not is_approved(judge_draft(other, NOON))


def test_who_got_a_yes_changes_the_post_and_doubts_no_more(
    written: Draft, bram: Person, fatima: Person, doing_as: Acts
) -> None:
    """Otherwise nobody could let it go any more: the answer cannot be given again."""
    doubt = asked(doing_as(bram), written)
    doubts.answer(doing_as(fatima), doubt.pk, outcome="mag", words="", digest=doubt.digest)
    now = again(written)
    other = actions.change(doing_as(bram), now.pk, version=now.version, words=Words("De sportdag begint om tien uur."))

    calm = doubts.withdraw(doing_as(bram), other.pk, version=other.version)

    judging = judge_draft(again(calm), NOON)
    assert (judging.may_go, is_approved(judging), approval_needed(judging)) == (True, True, ())


def test_a_no_stands_in_the_way_also_when_the_doubt_is_taken_back(
    written: Draft, bram: Person, fatima: Person, doing_as: Acts
) -> None:
    doubt = asked(doing_as(bram), written)
    doubts.answer(doing_as(fatima), doubt.pk, outcome="mag_niet", words="Wacht tot maandag.", digest=doubt.digest)

    with pytest.raises(Refused, match="answered_no"):
        doubts.withdraw(doing_as(bram), written.pk, version=again(written).version)
    with pytest.raises(Refused, match="answered_no"):
        asked(doing_as(bram), again(written), "En nu dan?")

    assert not is_approved(judge_draft(again(written), NOON))


def test_only_who_is_asked_answers(
    written: Draft, bram: Person, fatima: Person, office: Person, olaf: Person, doing_as: Acts
) -> None:
    doubt = asked(doing_as(bram), written)

    for person in (bram, office, olaf):
        with pytest.raises(Refused, match="not_yours"):
            doubts.answer(doing_as(person), doubt.pk, outcome="mag", words="", digest=doubt.digest)

    assert Doubt.objects.get().outcome == ""


@pytest.mark.parametrize("outcome", ["", "misschien", "goed"])
def test_an_answer_is_one_of_three(written: Draft, bram: Person, fatima: Person, doing_as: Acts, outcome: str) -> None:
    doubt = asked(doing_as(bram), written)

    with pytest.raises(Refused, match="no_such_answer"):
        doubts.answer(doing_as(fatima), doubt.pk, outcome=outcome, words="x", digest=doubt.digest)


def test_the_head_who_doubts_asks_the_board(school: School, fatima: Person, doing_as: Acts) -> None:
    """Nobody is their own line manager."""
    employee(school, "directeur", called="Karin", last="Groen")
    above = employee(school, "cvb", called="Toos", last="Bos")
    draft = actions.begin(doing_as(fatima), school, fatima, role="schoolleider")
    draft = actions.change(doing_as(fatima), draft.pk, version=draft.version, words=Words("Dag!"), for_school=True)

    ladder = [("leidinggevende", "8"), ("bestuur", "")]
    doubt = doubts.ask(
        doing_as(fatima), draft.pk, version=draft.version, question="Mag dit?", ladder=ladder, digest="x", about=[]
    )

    assert doubt.asked == above


@pytest.fixture
def needs_approval(school: School) -> AskingRules:
    return AskingRules.objects.create(school=school, when="altijd")


def requested(doing: Doing, draft: Draft) -> Approval:
    judging = judge_draft(draft, NOON)
    return approvals.request(
        doing, draft.pk, version=draft.version, ladder=[("schoolleiding", ""), ("bestuur", "")],
        digest=digest_of(judging), was={}, about=[],
    )  # fmt: skip


@pytest.mark.usefixtures("needs_approval")
def test_a_school_that_has_posts_approved(written: Draft, bram: Person, fatima: Person, doing_as: Acts) -> None:
    assert approval_needed(judge_draft(written, NOON)) == ("schoolleiding",)
    assert not is_approved(judge_draft(written, NOON))

    approval = requested(doing_as(bram), written)
    approvals.decide(doing_as(fatima), approval.pk, outcome="goed", note="", digest=approval.digest)

    assert is_approved(judge_draft(again(written), NOON))
    assert again(written).state == "goedgekeurd"


@pytest.mark.usefixtures("needs_approval")
def test_nobody_approves_their_own(school: School, fatima: Person, bram: Person, doing_as: Acts) -> None:
    """Not as a head either, and not for whom they stand in."""
    Role.objects.create(person=bram, school=school, role="schoolleider", begins=START)
    draft = actions.begin(doing_as(bram), school, bram, role="leerkracht")
    draft = actions.change(doing_as(bram), draft.pk, version=draft.version, words=Words("Dag!"), for_school=True)
    approval = requested(doing_as(bram), draft)

    with pytest.raises(Refused, match="not_yours"):
        approvals.decide(doing_as(bram), approval.pk, outcome="goed", note="", digest=approval.digest)

    assert approval.asked == fatima
    assert not is_approved(judge_draft(again(draft), NOON))


@pytest.mark.usefixtures("needs_approval")
def test_an_edit_after_approval_reopens_it(written: Draft, bram: Person, fatima: Person, doing_as: Acts) -> None:
    approval = requested(doing_as(bram), written)
    approvals.decide(doing_as(fatima), approval.pk, outcome="goed", note="", digest=approval.digest)

    now = again(written)
    changed = actions.change(doing_as(bram), now.pk, version=now.version, words=Words("De sportdag gaat niet door."))

    assert changed.state == "concept"
    assert not is_approved(judge_draft(changed, NOON))


def test_sending_back_needs_a_reason(written: Draft, bram: Person, fatima: Person, doing_as: Acts) -> None:
    approval = requested(doing_as(bram), written)

    with pytest.raises(Refused, match="no_words"):
        approvals.decide(doing_as(fatima), approval.pk, outcome="terug", note=" ", digest=approval.digest)
    approvals.decide(doing_as(fatima), approval.pk, outcome="terug", note="Noem de tijd.", digest=approval.digest)

    assert again(written).state == "concept"


def test_a_parent_asks_the_school_before_speaking_in_its_name(
    school: School, noors_mother: Person, fatima: Person, doing_as: Acts
) -> None:
    """Portal school, O3: the head may give it, and then it may."""
    School.objects.filter(pk=school.pk).update(protocol="ouderportaalschool")
    school.refresh_from_db()
    draft = actions.begin(doing_as(noors_mother), school, noors_mother, role="ouder")
    draft = actions.change(
        doing_as(noors_mother), draft.pk, version=draft.version, words=Words("Kom naar het zomerfeest!"),
        medium="facebook", for_school=True,
    )  # fmt: skip
    before = judge_draft(draft, NOON)
    doubt = asked(doing_as(noors_mother), draft)

    doubts.answer(doing_as(fatima), doubt.pk, outcome="mag", words="", digest=doubt.digest)

    assert (before.judged.verdict, doubt.clause) == ("vraag", "O3")
    assert leaves_of(again(draft)) == (
        {"door": "schoolleider", "staat": "gegeven", "wat": "delen_namens_de_school"},
    )  # fmt: skip
    assert judge_draft(again(draft), NOON).judged.verdict == "mag"


@pytest.mark.usefixtures("needs_approval")
def test_who_changed_it_last_does_not_approve_that(
    written: Draft, school: School, bram: Person, fatima: Person, doing_as: Acts
) -> None:
    other = employee(school, "schoolleider", called="Joke", last="Bos")
    approval = requested(doing_as(bram), written)
    now = again(written)
    actions.change(doing_as(fatima), now.pk, version=now.version, words=Words("De sportdag begint om tien uur."))

    second = requested(doing_as(bram), again(written))

    assert approval.asked in (fatima, other)
    assert second.asked == other
    Approval.objects.filter(pk=second.pk).update(asked=fatima)  # Joke let the term pass
    with pytest.raises(Refused, match="own_change"):
        approvals.decide(doing_as(fatima), second.pk, outcome="goed", note="", digest=second.digest)
