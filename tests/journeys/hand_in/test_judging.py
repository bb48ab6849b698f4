"""A draft is judged from what was seen before, with the answers of today; every change gives another verdict."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.words import Words
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Membership, Role
from magdit.journeys.hand_in import faces
from magdit.journeys.hand_in.judging import HIDDEN_WELL, judge_draft
from magdit.journeys.hand_in.saying import remove_face, say_of_children, say_of_faces
from tests.areas.conftest import NOON
from tests.journeys.hand_in.conftest import FACES


def verdict(draft: Draft) -> str:
    return judge_draft(Draft.objects.get(pk=draft.pk), NOON).judged.verdict


def test_words_alone_may_go(begun, bram, doing_as):
    actions.change(doing_as(bram), begun.pk, version=begun.version, words=Words("Morgen is het feest op school."))

    assert verdict(begun) == "mag"


def test_faces_of_whom_nobody_said_who_they_are_keep_it_open(pictured, begun):
    assert verdict(begun) == "eerst_weten"


def test_a_child_without_a_yes_may_not_be_shown_until_it_is_hidden_and_unrecognisable(
    pictured, begun, noor, bram, doing_as
):
    doing, faces = doing_as(bram), [face["id"] for face in pictured.faces]
    version = Draft.objects.get(pk=begun.pk).version
    row = say_of_faces(doing, pictured, faces[:1], fate="persoon", person=noor.pk, version=version)
    row = say_of_children(doing, row, {}, version=row.version, nobody_else=True)
    shown = verdict(begun)
    to_look_for = judge_draft(Draft.objects.get(pk=begun.pk), NOON).to_look_for
    said = {one.id: "nee" for one in to_look_for} | {str(noor.pk): "ja"}
    row = say_of_children(doing, row, said, version=row.version, nobody_else=True)

    row = say_of_faces(doing, pictured, faces[:1], fate="verborgen", person=noor.pk, version=row.version)
    hidden = verdict(begun)
    actions.confirm(doing, row.pk, version=row.version, fact=HIDDEN_WELL, value=True)

    assert (shown, hidden, verdict(begun)) == ("mag_mits", "eerst_weten", "mag")


def test_the_children_without_a_yes_are_the_ones_to_look_for(pictured, begun, noor):
    judging = judge_draft(begun, NOON)

    assert str(noor.pk) in {one.id for one in judging.to_look_for}


@pytest.mark.parametrize(("ago", "found"), [(1, True), (92, True), (93, False)])
def test_a_pupil_who_left_shortly_before_may_still_be_in_the_photo(ago, found, pictured, begun, noor):
    Role.objects.filter(person=noor).update(ends=NOON.date() - timedelta(days=ago))

    judging = judge_draft(begun, NOON)

    assert (str(noor.pk) in {one.id for one in judging.to_look_for}) is found


def test_who_is_in_it_and_left_keeps_it_back(pictured, begun, noor, bram, doing_as):
    Role.objects.filter(person=noor).update(ends=NOON.date() - timedelta(days=1))
    doing, row = doing_as(bram), Draft.objects.get(pk=begun.pk)
    faces = [face["id"] for face in pictured.faces]
    row = say_of_faces(doing, pictured, faces, fate="toestemming", version=row.version)
    said = {one.id: "nee" for one in judge_draft(row, NOON).to_look_for}

    row = say_of_children(doing, row, said, version=row.version, nobody_else=True)
    looked = verdict(begun)
    say_of_children(doing, row, said | {str(noor.pk): "ja"}, version=row.version, nobody_else=True)

    assert (looked, verdict(begun)) == ("mag", "mag_mits")


def test_who_was_in_the_class_shortly_before_is_looked_for(pictured, begun, noor, group_6a, bram, doing_as):
    Membership.objects.filter(person=noor).update(ends=NOON.date() - timedelta(days=1))
    row = Draft.objects.get(pk=begun.pk)

    row = actions.change(doing_as(bram), row.pk, version=row.version, group=group_6a)

    assert str(noor.pk) in {one.id for one in judge_draft(row, NOON).to_look_for}


def test_nobody_is_in_one_photo_twice(pictured, begun, noor, bram, doing_as):
    doing, faces = doing_as(bram), [face["id"] for face in pictured.faces]
    row = say_of_faces(
        doing, pictured, faces[:1], fate="persoon", person=noor.pk, version=Draft.objects.get(pk=begun.pk).version
    )

    with pytest.raises(Refused, match="face_twice"):
        say_of_faces(doing, pictured, faces[1:], fate="verborgen", person=noor.pk, version=row.version)

    assert verdict(begun) == "mag_mits"


def test_a_face_can_be_taken_away_whatever_its_number_is(pictured, begun, bram, doing_as, monkeypatch):
    monkeypatch.setattr(faces, "uuid4", lambda: UUID("12345678123456781234567812345678"))
    face = faces.as_row(FACES[0])
    Picture.objects.filter(pk=pictured.pk).update(faces=[face])
    picture = Picture.objects.get(pk=pictured.pk)

    remove_face(doing_as(bram), picture, face["id"], version=Draft.objects.get(pk=begun.pk).version)

    assert Picture.objects.get(pk=pictured.pk).faces == []
