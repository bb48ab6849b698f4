"""A parent who was asked, and what was destroyed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from magdit.areas.drafts import actions, files
from magdit.areas.drafts.destroying import destroy_due
from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.drafts.models_asked import FamilyQuestion
from magdit.areas.people.models import Board, Guardianship
from magdit.journeys.hand_in import taking_in
from magdit.journeys.hand_in.cleaning import clean_all
from magdit.journeys.hand_in.leaves import mark_now
from magdit.journeys.hand_in.taking_in import take_in
from magdit.journeys.publish.again import ask_to_go, rejudge_all
from magdit.journeys.publish.placing import place_waiting
from magdit.journeys.publish.taking_down import gone_by_hand
from tests.areas.conftest import NOON, employee
from tests.journeys.hand_in.conftest import EYES, photo
from tests.journeys.publish.conftest import sends


@pytest.fixture(autouse=True)
def _one_step(board, monkeypatch):
    Board.objects.update(second_step="niemand")
    monkeypatch.setattr(taking_in, "Eyes", lambda: EYES)


@pytest.fixture
def question(school, noor, noors_mother, noors_father, bram, doing_as):
    """Her father wants to share a photo; her mother is asked about it."""
    row = actions.begin(doing_as(noors_father), school, noors_father, role="ouder")
    take_in(doing_as(noors_father), row.pk, "feest.jpg", [photo()], eyes=EYES)
    row = Draft.objects.get(pk=row.pk)
    clean_all(doing_as(noors_father), row, eyes=EYES)
    return FamilyQuestion.objects.create(
        draft=row, child=noor, asked=noors_mother, digest=mark_now(row), made_at=NOON, until=NOON + timedelta(days=3)
    )


def seen(client, question):
    one = question.draft.pictures.first()
    return client.get(reverse("asking:picture", args=["ouder", question.pk, one.pk])).status_code


def test_a_parent_who_is_asked_sees_the_copy(question, noors_mother, visits):
    assert seen(visits(noors_mother), question) == 200


def test_who_has_no_say_any_more_does_not_see_the_copy(question, noors_mother, noor, visits):
    Guardianship.objects.filter(guardian=noors_mother, child=noor).update(authority="nee")
    assert seen(visits(noors_mother), question) in (302, 403, 404)


def test_what_was_typed_after_the_question_is_not_put_before_the_parent(
    question, noors_father, noors_mother, visits, doing_as
):
    from magdit.areas.drafts.words import Words

    row = question.draft
    actions.change(
        doing_as(noors_father), row.pk, version=Draft.objects.get(pk=row.pk).version, words=Words("Prive van Joost")
    )
    answer = visits(noors_mother).get(reverse("asking:family", args=[question.pk]))
    assert "Prive van Joost" not in answer.content.decode()


@pytest.fixture
def destroyed(with_noor, bram, doing_as, system, wall, school, django_capture_on_commit_callbacks):
    sends(doing_as(bram), with_noor)
    place_waiting(system)
    made = Publication.objects.get()
    ask_to_go(doing_as(bram), made.pk)
    gone_by_hand(doing_as(bram), made.pk, proof="de pagina geeft 404", picture=[photo()])
    late = replace(system, at=NOON + timedelta(days=365 * 12))
    with django_capture_on_commit_callbacks(execute=True):
        destroy_due(late, school)
    return Publication.objects.get()


def test_the_picture_that_was_the_proof_goes_with_it(destroyed):
    assert destroyed.sealed in (b"", memoryview(b""))
    assert not list(files.folder().glob(f"{destroyed.pk}*"))


def test_pages_of_what_was_destroyed(destroyed, bram, noors_mother, agreed, school, visits):
    lead = employee(school, "schoolleider", called="Ada", last="Vos")
    for person in (bram, lead):
        client = visits(person)
        for page in (
            reverse("publications:publication", args=[school.code, destroyed.pk]),
            reverse("publications:publications", args=[school.code]),
            reverse("publications:proof", args=[school.code, destroyed.pk]),
            reverse("publish:state", args=[school.code, destroyed.pk]),
            f"/school/{school.code}/bericht/{destroyed.draft_id}/",
            reverse("asking:stands", args=[destroyed.draft_id]),
        ):
            assert client.get(page).status_code in (200, 404, 302), page
    assert visits(noors_mother).get(reverse("photos:photos", args=[agreed.pk])).status_code == 200


def test_a_publication_outlives_its_draft(with_noor, bram, doing_as, system, wall, school):
    sends(doing_as(bram), with_noor)
    place_waiting(system)
    destroy_due(replace(system, at=NOON + timedelta(days=40)), school)
    assert rejudge_all(replace(system, at=NOON + timedelta(days=41))) == 0
