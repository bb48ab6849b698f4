"""Keys for programs: made with no more than is needed, shown once, closed at once."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from magdit.api import clock
from magdit.areas.journal.models import Entry
from magdit.areas.people.api_keys import mark_of
from magdit.areas.people.models import ApiKey
from tests.areas.conftest import NOON
from tests.web.settings.conftest import hidden, text

pytestmark = pytest.mark.django_db
LIST, NEW, MADE = "/instellingen/sleutels/", "/instellingen/sleutels/nieuw/", "/instellingen/sleutels/gemaakt/"


def told(**more):
    return {"name": "Leerlingadministratie", "scopes": ["personen:lezen"], "until": "2027-01-01", "place": "", **more}


def made(client, once="", **more):
    client.post(NEW, told(eenmalig=once or hidden(client.get(NEW), "eenmalig"), **more))
    found = re.search(r"magdit_[\w-]{43}", text(client.get(MADE)))
    assert found
    return found[0]


def test_a_key_is_shown_once_and_kept_as_a_hash(visits, governor):
    client = visits(governor)

    token = made(client)

    key = ApiKey.objects.get()
    assert key.mark == mark_of(token)
    assert token not in text(client.get(MADE))
    assert token not in text(client.get(LIST))
    assert key.hint in text(client.get(LIST))
    line = Entry.objects.get(verb="sleutel gemaakt")
    assert (line.actor, line.object) == (str(governor.pk), str(key.pk))
    assert "Leerlingadministratie" not in str(line.details)


def test_a_key_opens_the_api_until_it_is_closed(visits, governor, school, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOON)
    client = visits(governor)
    headers = {"authorization": f"Bearer {made(client)}"}
    assert Client().get("/api/v1/people", headers=headers).status_code == 200

    address = f"/instellingen/sleutels/{ApiKey.objects.get().pk}/intrekken/"
    assert "Terugdraaien kan niet" in text(client.get(address))
    for _ in range(2):
        assert client.post(address).status_code == 302

    assert Client().get("/api/v1/people", headers=headers).status_code == 401
    assert Entry.objects.filter(verb="sleutel ingetrokken").count() == 1


def test_sending_the_form_twice_makes_one_key(visits, governor):
    client = visits(governor)
    once = hidden(client.get(NEW), "eenmalig")

    for _ in range(2):
        assert client.post(NEW, told(eenmalig=once)).status_code == 302

    assert ApiKey.objects.count() == 1
    assert "magdit_" in text(client.get(MADE))


def test_a_second_sending_that_began_before_the_first_was_done_makes_no_second_key(visits, governor):
    first, second = visits(governor), visits(governor)  # two requests at once each have the session as it was
    once = hidden(first.get(NEW), "eenmalig")

    for client in (first, second):
        assert client.post(NEW, told(eenmalig=once)).status_code == 302

    tokens = {re.search(r"magdit_[\w-]{43}", text(client.get(MADE)))[0] for client in (first, second)}
    assert len(tokens) == 1, "whichever answer the browser follows shows the key"
    assert mark_of(tokens.pop()) == ApiKey.objects.get().mark
    assert Entry.objects.filter(verb="sleutel gemaakt").count() == 1


def test_going_back_and_changing_the_form_says_that_its_key_was_made(visits, governor):
    client = visits(governor)
    once = hidden(client.get(NEW), "eenmalig")
    client.post(NEW, told(eenmalig=once))
    client.get(MADE)

    back = client.post(NEW, told(eenmalig=once, name="Website"))

    assert back.status_code == 200
    assert "is al een sleutel gemaakt" in text(back)
    assert "Website" in text(back)
    assert [key.name for key in ApiKey.objects.all()] == ["Leerlingadministratie"]
    assert client.post(NEW, told(eenmalig=hidden(back, "eenmalig"), name="Website")).status_code == 302
    assert ApiKey.objects.count() == 2


def test_a_form_that_is_sent_again_later_shows_no_key(visits, governor):
    client = visits(governor)
    once = hidden(client.get(NEW), "eenmalig")
    client.post(NEW, told(eenmalig=once))
    client.get(MADE)
    ApiKey.objects.update(made_at=ApiKey.objects.get().made_at - timedelta(minutes=2))

    again = client.post(NEW, told(eenmalig=once))

    assert "is al een sleutel gemaakt" in text(again)
    assert "magdit_" not in text(client.get(MADE))


def test_only_a_page_that_is_shown_uses_up_the_showing(visits, governor):
    client = visits(governor)
    client.post(NEW, told(eenmalig=str(uuid4())))

    assert client.head(MADE).status_code == 200
    assert client.post(MADE).status_code == 302
    assert "magdit_" in text(client.get(MADE))


def test_two_people_with_the_same_form_make_two_keys(visits, manager, governor, school):
    once = str(uuid4())
    tokens = {made(visits(one), place=str(school.pk), once=once) for one in (manager, governor)}

    assert len(tokens) == 2


def test_what_waits_in_the_session_is_not_the_key_itself(visits, governor):
    client = visits(governor)
    client.post(NEW, told(eenmalig=str(uuid4())))

    assert "magdit_" not in str(dict(client.session))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": ""}, "verplicht"),
        ({"scopes": []}, "verplicht"),
        ({"scopes": ["alles"]}, "alles"),
        ({"until": "2020-01-01"}, "geldt vanaf vandaag"),
        ({"until": "2099-01-01"}, "niet langer dan"),
        ({"place": str(uuid4())}, "geldige keuze"),
    ],
)
def test_bad_input_is_refused_and_what_was_typed_stays(fields, said, visits, governor):
    response = visits(governor).post(NEW, told(eenmalig=str(uuid4()), **fields))

    assert response.status_code == 200
    assert said in text(response)
    assert "name" in fields or "Leerlingadministratie" in text(response)
    assert not ApiKey.objects.exists()


def test_who_manages_one_school_makes_keys_of_that_school_only(visits, manager, governor, school, second_school):
    made(visits(governor), name="Van het bestuur")
    client = visits(manager)

    assert client.post(NEW, told(eenmalig=str(uuid4()))).status_code == 200, "not for the whole board"
    assert client.post(NEW, told(eenmalig=str(uuid4()), place=str(second_school.pk))).status_code == 200
    made(client, place=str(school.pk))

    assert ApiKey.objects.filter(school=school).count() == 1
    assert "Van het bestuur" not in text(client.get(LIST))
    whole = ApiKey.objects.get(school=None)
    assert client.post(f"/instellingen/sleutels/{whole.pk}/intrekken/").status_code == 404
    assert ApiKey.objects.get(pk=whole.pk).closed_at is None


@pytest.mark.parametrize("who", ["fatima", "office", "bram", "noors_mother", "olaf"])
def test_for_anyone_else_there_is_nothing_here(who, visits, governor, request, school):
    made(visits(governor))
    client = visits(request.getfixturevalue(who))

    for address in (LIST, NEW, MADE, f"/instellingen/sleutels/{ApiKey.objects.get().pk}/intrekken/"):
        assert client.get(address).status_code == 404
        assert client.post(address, told()).status_code == 404
    assert ApiKey.objects.get().closed_at is None


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 20, "-1", "²"])
def test_a_number_that_no_key_can_have_is_not_there(number, visits, governor):
    client = visits(governor)

    for does in (client.get, client.post):
        assert does(f"/instellingen/sleutels/{number}/intrekken/").status_code == 404
