"""Who sees what, after their part in it is over."""

from datetime import timedelta

import pytest
from django.urls import reverse

from magdit.areas.drafts import actions, doubts
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.queries import editable_drafts, visible_drafts
from magdit.areas.drafts.words import Words
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Board, Role
from magdit.journeys.hand_in import taking_in
from magdit.journeys.hand_in.asking import answer_doubt, ask_doubt, request_approval
from magdit.journeys.hand_in.taking_in import take_in
from tests.areas.conftest import NOON, employee
from tests.journeys.hand_in.conftest import EYES, photo

TODAY = NOON.date()


@pytest.fixture(autouse=True)
def _one_step(board, monkeypatch):
    Board.objects.update(second_step="niemand")
    monkeypatch.setattr(taking_in, "Eyes", lambda: EYES)


def fresh(row):
    return Draft.objects.get(pk=row.pk)


@pytest.fixture
def asked(words_only, bram, fatima, doing_as):
    return ask_doubt(doing_as(bram), words_only.pk, version=words_only.version, question="Mag dit?")


def test_who_was_asked_no_longer_sees_it_when_the_question_was_taken_back(asked, words_only, bram, doing_as):
    assert words_only in visible_drafts(asked.asked, TODAY)

    doubts.withdraw(doing_as(bram), words_only.pk, version=fresh(words_only).version)

    assert words_only not in visible_drafts(asked.asked, TODAY)


def test_who_goes_on_with_a_post_can_go_on_after_the_first_word(words_only, fatima, bram, school, doing_as):
    lieke = employee(school, "communicatiemedewerker", called="Lieke", last="Post")
    request_approval(doing_as(bram), words_only.pk, version=words_only.version)
    row = actions.change(doing_as(lieke), words_only.pk, version=fresh(words_only).version, words=Words("Een woord."))

    assert row in editable_drafts(lieke, TODAY)


def test_who_answered_does_not_see_the_pictures_that_came_later(asked, words_only, bram, doing_as, visits):
    answer_doubt(doing_as(asked.asked), asked.pk, outcome="mag", words="")
    picture = take_in(doing_as(bram), words_only.pk, "later.jpg", [photo()], eyes=EYES)

    client = visits(asked.asked)
    assert client.get(reverse("asking:picture", args=["twijfel", asked.pk, picture.pk])).status_code == 404


def test_who_left_is_no_longer_asked(asked, words_only, doing_as, visits):
    Role.objects.filter(person=asked.asked).update(ends=TODAY - timedelta(days=1))

    with pytest.raises(Refused):
        answer_doubt(doing_as(asked.asked), asked.pk, outcome="mag", words="")


def test_an_author_who_left_no_longer_sees_the_children(words_only, bram, doing_as, visits):
    picture = take_in(doing_as(bram), words_only.pk, "klas.jpg", [photo()], eyes=EYES)
    Role.objects.filter(person=bram).update(ends=TODAY - timedelta(days=1))

    client = visits(bram)
    assert client.get(reverse("asking:picture", args=["bericht", words_only.pk, picture.pk])).status_code in (
        302,
        403,
        404,
    )
    assert client.get(reverse("asking:stands", args=[words_only.pk])).status_code in (302, 403, 404)


@pytest.mark.parametrize("given", ["9" * 5000, "٣", "²"])
def test_no_version_breaks_the_page(given, words_only, bram, visits):
    page = f"/school/de-linde/bericht/{words_only.pk}/"

    answer = visits(bram).post(page, {"do": "words", "version": given, "text": "x"})

    assert answer.status_code < 500


@pytest.mark.parametrize("planned", ["0001-01-01T00:00", "9999-12-31T23:59", "9998-01-01T00:00", "1800-01-01T00:00"])
def test_no_moment_breaks_the_page(planned, words_only, bram, visits):
    page = f"/school/de-linde/bericht/{words_only.pk}/"
    client = visits(bram)

    sent = client.post(page, {"do": "where", "version": fresh(words_only).version, "planned": planned})

    assert sent.status_code < 500
    assert client.get(page).status_code == 200
    assert client.get(f"/school/de-linde/plaatsen/{words_only.pk}/").status_code == 200


def test_an_author_does_not_undo_what_the_manager_judged(words_only, bram, fatima, doing_as):
    from magdit.journeys.hand_in.answering import answer
    from magdit.journeys.hand_in.leaves import mark_now

    row = fresh(words_only)
    said = {"value": True, "by": str(fatima.pk), "at": NOON.isoformat(), "of": mark_now(row)}
    Draft.objects.filter(pk=row.pk).update(told={**row.told, "kwetsend": said})

    with pytest.raises(Refused):
        answer(doing_as(bram), fresh(row), {"kwetsend": False}, version=row.version)
