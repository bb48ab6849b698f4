"""A parent wants to share something: asks the school, or the parents of others through the school."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta

import numpy as np
import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import FamilyQuestion, FamilyRequest
from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Group, Person, School
from magdit.journeys.hand_in.judging import judge_draft
from tests.areas.conftest import NOON, guardian, pupil

Visits = Callable[[Person], Client]


def photo() -> SimpleUploadedFile:
    """A photo without anyone in it that a finder would see."""
    pixels = np.random.default_rng(7).integers(80, 120, (240, 320, 3)).astype(np.uint8)
    written = io.BytesIO()
    Image.fromarray(pixels).save(written, "JPEG", quality=90)
    return SimpleUploadedFile("feest.jpg", written.getvalue(), content_type="image/jpeg")


@pytest.fixture
def verkruisen(school: School) -> School:
    """A school under the protocol that lets parents decide, and ask other parents when in doubt."""
    School.objects.filter(pk=school.pk).update(protocol="verkruisen")
    school.refresh_from_db()
    return school


@pytest.fixture
def tess(verkruisen: School, group_6a: Group, noor: Person) -> Person:
    """A classmate of Noor's."""
    return pupil(verkruisen, group_6a, called="Tess", last="Groot", born=noor.born)


@pytest.fixture
def tess_mother(tess: Person) -> Person:
    return guardian(tess, called="Ilse", last="Groot")


@pytest.fixture
def tess_father(tess: Person) -> Person:
    return guardian(tess, called="Piet", last="Groot")


@pytest.fixture
def begun(
    verkruisen: School, noors_mother: Person, noor: Person, tess: Person, fatima: Person, visits: Visits
) -> Draft:
    """Noor's mother wants to put a photo of Noor and Tess on Facebook."""
    browser = visits(noors_mother)
    made = browser.post("/delen/", {"at": f"ouder-{verkruisen.code}"})
    page = made["Location"]
    browser.post(page, {"do": "pictures", "pictures": photo()})
    version = Draft.objects.get().version
    browser.post(
        page,
        {"do": "save", "version": version, "text": "Wat een feest!", "medium": "facebook", "for_school": "nee",
         "audience": "openbaar",
         "child": [str(noor.pk)], "names": "tess"},
    )  # fmt: skip
    return Draft.objects.get()


@pytest.fixture
def request_(begun: Draft, noors_mother: Person, visits: Visits) -> FamilyRequest:
    visits(noors_mother).post(f"/delen/{begun.pk}/", {"do": "parents", "version": begun.version})
    return FamilyRequest.objects.get()


@pytest.fixture
def asked(
    request_: FamilyRequest, tess: Person, tess_mother: Person, tess_father: Person, fatima: Person, visits: Visits
) -> list[FamilyQuestion]:
    """The school put it before both parents of Tess."""
    visits(fatima).post(f"/gevraagd/ouders/{request_.pk}/", {"do": "ask", "child": [str(tess.pk)]})
    return list(FamilyQuestion.objects.order_by("asked__called"))


def test_a_parent_hands_in_what_they_want_to_share(begun: Draft, noors_mother: Person, visits: Visits) -> None:
    html = visits(noors_mother).get(f"/delen/{begun.pk}/").content.decode()

    assert begun.role == "ouder"
    assert "Wat een feest!" in html
    assert "Tess" in html


def test_what_was_typed_is_kept_when_a_photo_is_added(
    verkruisen: School, noors_mother: Person, noor: Person, visits: Visits
) -> None:
    browser = visits(noors_mother)
    page = browser.post("/delen/", {"at": f"ouder-{verkruisen.code}"}).headers["Location"]

    browser.post(page, {"do": "save", "version": 1, "text": "Wat een feest!", "pictures": photo()})

    seen = browser.get(page).content.decode()
    assert "Wat een feest!</textarea>" in seen
    assert 'class="preview"' in seen


def test_a_parent_names_no_child_of_another_class(
    begun: Draft, sem: Person, noors_mother: Person, visits: Visits
) -> None:
    refused = visits(noors_mother).post(
        f"/delen/{begun.pk}/",
        {"do": "save", "version": begun.version, "text": "Wat een feest!", "names": "Sem"},
    )

    assert refused.status_code == 409
    assert "uit de klas van uw eigen kind" in refused.content.decode()


def test_in_doubt_it_waits_for_the_others(request_: FamilyRequest) -> None:
    """Clause 11 of Verkruisen: who doubts asks the parents of other children first."""
    judging = judge_draft(Draft.objects.get(), NOON)

    assert not judging.may_go
    assert "11" in judging.judged.answer.clauses


def test_the_school_says_who_is_shown_and_every_parent_gets_a_mail_without_names(
    request_: FamilyRequest, tess: Person, tess_mother: Person, tess_father: Person, fatima: Person, visits: Visits,
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:  # fmt: skip
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        visits(fatima).post(f"/gevraagd/ouders/{request_.pk}/", {"do": "ask", "child": [str(tess.pk)]})

    assert sorted(one.to[0] for one in mail.outbox) == ["ilse@thuis.example", "piet@thuis.example"]
    assert all("Tess" not in f"{one.subject}{one.body}" for one in mail.outbox)
    assert all("Mira" not in f"{one.subject}{one.body}" for one in mail.outbox)


@pytest.mark.usefixtures("asked")
def test_all_say_yes_and_it_may_be_shared_this_once(
    begun: Draft, noors_mother: Person, tess_mother: Person, tess_father: Person, visits: Visits
) -> None:
    for parent in (tess_mother, tess_father):
        one = FamilyQuestion.objects.get(asked=parent)
        assert visits(parent).post(f"/gevraagd/beeld/{one.pk}/", {"answer": "ja"}).status_code == 302

    html = visits(noors_mother).get(f"/delen/{begun.pk}/").content.decode()
    assert "alle gevraagde ouders zeiden ja" in html
    judging = judge_draft(Draft.objects.get(), NOON)
    assert judging.may_go


@pytest.mark.usefixtures("asked")
def test_a_no_of_one_wins_and_looks_like_silence(
    begun: Draft, noors_mother: Person, tess_mother: Person, tess_father: Person, visits: Visits,
    at: Callable[..., None],
) -> None:  # fmt: skip
    before = visits(noors_mother).get(f"/delen/{begun.pk}/").content.decode()
    yes, no = (FamilyQuestion.objects.get(asked=one) for one in (tess_mother, tess_father))
    visits(tess_mother).post(f"/gevraagd/beeld/{yes.pk}/", {"answer": "ja"})
    visits(tess_father).post(f"/gevraagd/beeld/{no.pk}/", {"answer": "nee"})

    after = visits(noors_mother).get(f"/delen/{begun.pk}/").content.decode()
    assert not judge_draft(Draft.objects.get(), NOON).may_go
    assert "nog niet iedereen zei ja" in before
    assert "nog niet iedereen zei ja" in after
    assert not any(name in after for name in ("Ilse", "Piet", "Groot"))
    at(no.until + timedelta(minutes=1))
    assert "niet alle gevraagde ouders zeiden ja" in visits(noors_mother).get(f"/delen/{begun.pk}/").content.decode()


@pytest.mark.usefixtures("tess_father")
def test_silence_is_no(
    asked: list[FamilyQuestion], tess_mother: Person, visits: Visits, at: Callable[..., None]
) -> None:
    one = FamilyQuestion.objects.get(asked=tess_mother)
    at(one.until + timedelta(minutes=1))

    refused = visits(tess_mother).post(f"/gevraagd/beeld/{one.pk}/", {"answer": "ja"})

    assert refused.status_code == 409
    assert not judge_draft(Draft.objects.get(), one.until + timedelta(minutes=1)).may_go


def test_a_yes_can_be_taken_back(
    asked: list[FamilyQuestion], tess_mother: Person, tess_father: Person, visits: Visits
) -> None:
    for one in asked:
        visits(one.asked).post(f"/gevraagd/beeld/{one.pk}/", {"answer": "ja"})

    visits(tess_mother).post(f"/gevraagd/beeld/{FamilyQuestion.objects.get(asked=tess_mother).pk}/", {"answer": "nee"})

    assert not judge_draft(Draft.objects.get(), NOON).may_go


def test_another_photo_needs_another_yes(
    asked: list[FamilyQuestion], begun: Draft, noors_mother: Person, visits: Visits
) -> None:
    for one in asked:
        visits(one.asked).post(f"/gevraagd/beeld/{one.pk}/", {"answer": "ja"})

    browser = visits(noors_mother)
    now = Draft.objects.get()
    browser.post(
        f"/delen/{begun.pk}/",
        {"do": "save", "version": now.version, "text": "Heel iets anders", "medium": "facebook", "for_school": "nee",
         "audience": "openbaar",
         "names": "Tess"},
    )  # fmt: skip

    assert not judge_draft(Draft.objects.get(), NOON).may_go


def test_only_the_parent_who_was_asked_answers(
    asked: list[FamilyQuestion], noors_mother: Person, sems_mother: Person, olaf: Person, bram: Person, visits: Visits
) -> None:
    for person in (noors_mother, sems_mother, olaf, bram):
        assert visits(person).get(f"/gevraagd/beeld/{asked[0].pk}/").status_code == 404
        assert visits(person).post(f"/gevraagd/beeld/{asked[0].pk}/", {"answer": "ja"}).status_code == 404


def test_a_parent_asked_sees_the_copy_that_would_go_out(
    asked: list[FamilyQuestion], begun: Draft, tess_mother: Person, visits: Visits
) -> None:
    one, picture = FamilyQuestion.objects.get(asked=tess_mother), begun.pictures.get()

    shown = visits(tess_mother).get(f"/gevraagd/ouder/{one.pk}/beeld/{picture.pk}/")

    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")


def test_the_school_may_say_that_it_does_not_ask(
    request_: FamilyRequest, fatima: Person, noors_mother: Person, bram: Person, visits: Visits
) -> None:
    assert visits(bram).post(f"/gevraagd/ouders/{request_.pk}/", {"do": "not"}).status_code == 404
    visits(fatima).post(f"/gevraagd/ouders/{request_.pk}/", {"do": "not"})

    html = visits(noors_mother).get(f"/delen/{request_.draft_id}/").content.decode()
    assert "de school vraagt dit niet" in html
    assert Entry.objects.filter(verb="ouders niet gevraagd").count() == 1


def test_without_a_parent_who_decides_nobody_is_asked(
    request_: FamilyRequest, tess: Person, fatima: Person, visits: Visits
) -> None:
    refused = visits(fatima).post(f"/gevraagd/ouders/{request_.pk}/", {"do": "ask", "child": [str(tess.pk)]})

    assert refused.status_code == 409
    assert not FamilyQuestion.objects.exists()


@pytest.mark.parametrize("child", ["", "geen-nummer", "00000000-0000-0000-0000-000000000000"])
def test_a_child_that_is_not_there_is_not_chosen(
    request_: FamilyRequest, fatima: Person, visits: Visits, child: str
) -> None:
    refused = visits(fatima).post(f"/gevraagd/ouders/{request_.pk}/", {"do": "ask", "child": [child]})

    assert refused.status_code == 404
