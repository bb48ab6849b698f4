"""One button a step: what it says happens, once, and only as long as it is a way out."""

from __future__ import annotations

import pytest

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.words import Words, words_of
from magdit.areas.journal.refused import Refused
from magdit.journeys.hand_in.answering import answer
from magdit.journeys.hand_in.judging import HIDDEN_WELL, judge_draft
from magdit.journeys.hand_in.mending import mend, mend_all, ways_out
from magdit.journeys.hand_in.naming import say_names
from magdit.journeys.hand_in.saying import say_of_faces
from tests.areas.conftest import NOON

TEXT = "Noor van Dijk vond een zeester. Bel 06 12345678."


@pytest.fixture
def written(begun, noor, bram, doing_as) -> Draft:
    """A text with a whole name and a number in it."""
    return actions.change(doing_as(bram), begun.pk, version=now(begun).version, words=Words(TEXT))


def now(draft: Draft) -> Draft:
    return Draft.objects.get(pk=draft.pk)


def remedy(draft: Draft, kind: str):
    """The step of this kind among the ways out."""
    return next(one for way in ways_out(judge_draft(now(draft), NOON)) for one in way if one.step.remedy == kind)


def test_a_number_and_a_surname_are_left_out_with_one_button(written, bram, doing_as):
    data = remedy(written, "gegevens_weglaten")

    mend(doing_as(bram), written.pk, [data.key], version=written.version)

    assert words_of(now(written)).text == "Noor vond een zeester. Bel."


def test_a_face_is_hidden_and_then_a_person_looks_whether_that_is_enough(pictured, begun, noor, bram, doing_as):
    version = now(begun).version
    say_of_faces(
        doing_as(bram), pictured, [pictured.faces[0]["id"]], fate="persoon", person=noor.pk, version=version
    )  # fmt: skip
    hide = remedy(begun, "onherkenbaar_maken")

    row = mend(doing_as(bram), begun.pk, [hide.key], version=now(begun).version)

    faces = Picture.objects.get(pk=pictured.pk).faces
    assert faces[0]["fate"] == "verborgen"
    assert faces[0]["person"] == str(noor.pk)
    assert {one.how for way in ways_out(judge_draft(row, NOON)) for one in way if one.key == hide.key} <= {"look"}


def test_everything_at_once_leaves_only_what_a_person_must_say(pictured, written, bram, doing_as):
    row = mend_all(doing_as(bram), written.pk, version=now(written).version)
    row = actions.confirm(doing_as(bram), row.pk, version=row.version, fact=HIDDEN_WELL, value=True)
    row = mend_all(doing_as(bram), row.pk, version=row.version)

    assert judge_draft(row, NOON).may_go
    assert "06" not in words_of(row).text


def test_a_step_that_is_no_way_out_any_more_does_nothing(written, bram, doing_as):
    data = remedy(written, "gegevens_weglaten")
    row = mend(doing_as(bram), written.pk, [data.key], version=written.version)

    with pytest.raises(Refused, match="step_gone"):
        mend(doing_as(bram), written.pk, [data.key], version=row.version)


def test_nobody_mends_what_is_someone_elses(written, fatima, doing_as):
    with pytest.raises(Refused, match="not_yours"):
        mend_all(doing_as(fatima), written.pk, version=written.version)


def test_two_names_are_kept_together_or_not_at_all(pictured, begun, noor, sem, bram, doing_as):
    names = dict(zip((face["id"] for face in pictured.faces), ("Noor van Dijk", "Niemand Nergens"), strict=True))

    with pytest.raises(Refused, match="nobody_named"):
        say_names(doing_as(bram), pictured, names, version=now(begun).version)

    assert {face["fate"] for face in Picture.objects.get(pk=pictured.pk).faces} == {"open"}


@pytest.mark.parametrize(("fact", "value"), [("handeling", "vliegen"), ("herkenbaar", True), ("bestaat_niet", True)])
def test_an_answer_that_does_not_fit_is_not_kept(written, bram, doing_as, fact, value):
    with pytest.raises(Refused, match="answer_unfit"):
        answer(doing_as(bram), written, {fact: value}, version=written.version)

    assert now(written).told == {}
