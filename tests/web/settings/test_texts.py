"""The words of a question: a next version, looked at first; the version of then stays."""

from __future__ import annotations

import json

import pytest

from magdit.areas.consent.models import Item, ItemText
from magdit.areas.consent.texts.catalogue_actions import lay_catalogue
from magdit.areas.consent.texts.words import Words
from magdit.areas.journal.models import Entry
from magdit.web.settings import texts
from tests.web.settings.conftest import hidden, text

pytestmark = pytest.mark.django_db
LIST, AT = "/instellingen/bestuur/teksten/", "/instellingen/bestuur/teksten/website-foto/"
NEW = {"title": "Mag {naam} op de website van {school}?", "body": "Zegt u nee, dan gebeurt er niets.", "why": ""}


@pytest.fixture(autouse=True)
def catalogue(board, system):
    lay_catalogue(system, board)


def dutch():
    return ItemText.objects.filter(item__code="website-foto", language="nl").order_by("-version")


def test_a_new_version_stands_beside_the_old_one(visits, governor):
    client = visits(governor)

    for _ in range(2):
        assert client.post(AT, {**NEW, "versie": "1"}).status_code == 302

    assert [one.version for one in dutch()] == [2, 1]
    assert dutch()[0].title == NEW["title"]
    assert json.loads(Entry.objects.get(verb="tekst_gemaakt").details)["versie"] == 2
    assert "verouderd" in text(client.get(AT))


def test_one_sees_how_a_parent_reads_it_before_it_is_kept(visits, governor):
    response = visits(governor).post(AT, {**NEW, "versie": "1", "bekijk": "ja"})

    assert "Mag Noor op de website van De Linde?" in text(response)
    assert "{naam}" in text(response), "what was typed is still there"
    assert dutch().count() == 1


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [("title", "Mag {kind} dit?", "accolades"), ("body", "", "verplicht"), ("body", "x" * 4001, "te lang")],
)
def test_bad_words_are_refused_and_stay_where_they_were_typed(field, value, said, visits, governor):
    response = visits(governor).post(AT, {**NEW, field: value, "versie": "1"})

    assert response.status_code == 200
    assert said in text(response)
    assert "Zegt u nee" in text(response) or field == "body"
    assert dutch().count() == 1


def test_the_second_of_two_hears_that_there_is_a_newer_version(visits, governor):
    client = visits(governor)
    client.post(AT, {**NEW, "versie": "1"})

    response = client.post(AT, {**NEW, "title": "Nog anders?", "versie": "1"})

    assert "Iemand anders heeft dit veranderd" in text(response)
    assert "Nog anders?" in text(response)
    assert "Er is een nieuwere tekst" in text(response)
    assert NEW["title"] in text(response), "what the other wrote"
    assert dutch().count() == 2
    assert hidden(response, "versie") == "2", "who has read it may put theirs in its place"


def test_who_was_overtaken_between_looking_and_writing_hears_it_too(visits, governor, system, monkeypatch):
    write = texts.new_text

    def overtaken(doing, item, words, **more):
        write(system, item, Words(NEW["title"], NEW["body"], ""))
        return write(doing, item, words, **more)

    monkeypatch.setattr(texts, "new_text", overtaken)
    response = visits(governor).post(AT, {**NEW, "title": "Nog anders?", "versie": "1"})

    assert "Iemand anders heeft dit veranderd" in text(response)
    assert "Nog anders?" in text(response)
    assert NEW["title"] in text(response)
    assert dutch()[0].title == NEW["title"]
    assert dutch().count() == 2


@pytest.mark.parametrize("version", ["", "0", "-1", "twee", "9" * 5000, "²"])
def test_a_version_that_never_was_writes_nothing(version, visits, governor):
    response = visits(governor).post(AT, {**NEW, "versie": version})

    assert response.status_code == 200
    assert NEW["body"] in text(response)
    assert dutch().count() == 1


@pytest.mark.parametrize("who", ["fatima", "manager", "office", "bram", "noors_mother", "olaf"])
def test_for_anyone_else_there_is_nothing_here(who, visits, request):
    client = visits(request.getfixturevalue(who))

    assert client.get(LIST).status_code == 404
    assert client.get(AT).status_code == 404
    assert client.post(AT, {**NEW, "versie": "1"}).status_code == 404
    assert dutch().count() == 1


def test_a_question_that_is_not_there_is_not_there(visits, governor):
    assert visits(governor).get("/instellingen/bestuur/teksten/bestaat-niet/").status_code == 404


def test_a_board_without_questions_hears_what_comes_here(visits, governor, board):
    Item.objects.filter(board=board).update(active=False)

    assert "Wie de computer beheert, zet ze klaar." in text(visits(governor).get(LIST))


def test_the_list_takes_few_questions(visits, governor, django_assert_max_num_queries):
    client = visits(governor)
    client.get(LIST)

    with django_assert_max_num_queries(12):
        assert "website" in text(client.get(LIST))
