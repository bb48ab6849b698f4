"""The settings of a school and a board: changed by who may, explained, and never overwritten unseen."""

from __future__ import annotations

import json

import pytest

from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Board, School
from tests.web.settings.conftest import hidden, text

pytestmark = pytest.mark.django_db
SCHOOL = {
    "name": "De Linde", "brin": "", "protocol": "osvs", "mirror_days": "7", "card_days": "1",
}  # fmt: skip
BOARD = {
    "name": "Stichting De Linde", "contact": "privacy@delinde.example", "address": "Lindelaan 1",
    "parents_needed": "een", "keep_years": "2", "second_step": "velen",
}  # fmt: skip
AT, OF = "/instellingen/school/de-linde/", "/instellingen/bestuur/"


def test_a_leader_changes_the_school_and_the_journal_says_which_fields(visits, school, fatima):
    client = visits(fatima)
    stood = hidden(client.get(AT), "stond")

    response = client.post(AT, {**SCHOOL, "stond": stood, "brin": "12AB", "mirror": "on", "card_days": "3"})

    assert (response.status_code, response.headers["Location"]) == (302, AT)
    school.refresh_from_db()
    assert (school.brin, school.mirror, school.card_days) == ("12AB", True, 3)
    line = Entry.objects.get(verb="school gewijzigd")
    assert json.loads(line.details)["velden"] == ["brin", "card_days", "mirror"]
    assert line.actor == str(fatima.pk)


def test_sending_the_same_twice_changes_it_once(visits, school, fatima):
    client = visits(fatima)
    stood = hidden(client.get(AT), "stond")

    for _ in range(2):
        assert client.post(AT, {**SCHOOL, "stond": stood, "brin": "12AB"}).status_code == 302

    assert Entry.objects.filter(verb="school gewijzigd").count() == 1


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("brin", "zomaar", "Dit is geen BRIN"),
        ("name", "De Linde 😀", "emoji"),
        ("card_days", "0", "Zorg ervoor"),
        ("mirror_days", "veel", "getal"),
        ("protocol", "verzonnen", "verzonnen"),
    ],
)
def test_bad_input_is_refused_and_what_was_typed_stays(field, value, told, visits, school, fatima):
    client = visits(fatima)
    stood = hidden(client.get(AT), "stond")

    response = client.post(AT, {**SCHOOL, "stond": stood, "name": "De Nieuwe Linde", field: value})

    assert response.status_code == 200
    assert told in text(response)
    if field != "name":
        assert "De Nieuwe Linde" in text(response)
    assert School.objects.get(pk=school.pk).name == "De Linde"
    assert not Entry.objects.filter(verb="school gewijzigd").exists()


def test_the_second_of_two_hears_what_the_first_changed_and_keeps_what_they_typed(visits, school, fatima, manager):
    first, second = visits(fatima), visits(manager)
    stood = hidden(second.get(AT), "stond")
    first.post(AT, {**SCHOOL, "stond": hidden(first.get(AT), "stond"), "name": "De Grote Linde", "brin": "12AB"})

    response = second.post(AT, {**SCHOOL, "stond": stood, "name": "De Oude Linde"})

    assert "Er staat nu: De Grote Linde" in text(response)
    assert 'value="De Oude Linde"' in text(response)
    assert School.objects.get(pk=school.pk).name == "De Grote Linde"
    again = second.post(AT, {**SCHOOL, "stond": hidden(response, "stond"), "name": "De Oude Linde"})
    assert again.status_code == 302
    school.refresh_from_db()
    assert (school.name, school.brin) == ("De Oude Linde", "12AB"), "what the second did not touch stays"


def test_two_who_change_different_things_do_not_hinder_each_other(visits, school, fatima, manager):
    first, second = visits(fatima), visits(manager)
    stood = hidden(second.get(AT), "stond")
    first.post(AT, {**SCHOOL, "stond": hidden(first.get(AT), "stond"), "brin": "12AB"})

    assert second.post(AT, {**SCHOOL, "stond": stood, "card_days": "2"}).status_code == 302

    school.refresh_from_db()
    assert (school.brin, school.card_days) == ("12AB", 2)


def test_what_was_typed_survives_a_session_that_ended(visits, school, fatima):
    client = visits(fatima)
    page = client.get(AT)
    typed = {**SCHOOL, "stond": hidden(page, "stond"), "van": hidden(page, "van"), "name": "De Nieuwe Linde"}
    client.logout()

    client.post(AT, typed)
    Board.objects.update(second_step="niemand")
    client.force_login(fatima.accounts.get(), backend="django.contrib.auth.backends.ModelBackend")

    assert "De Nieuwe Linde" in text(client.get(AT))
    assert School.objects.get(pk=school.pk).name == "De Linde"


@pytest.mark.parametrize("who", ["bram", "office", "noors_mother", "olaf", "sem"])
@pytest.mark.parametrize("address", [AT, OF, "/instellingen/bestuur/teksten/", "/instellingen/sleutels/"])
def test_for_anyone_else_there_is_nothing_here(who, address, visits, request, school):
    client = visits(request.getfixturevalue(who))

    assert client.get(address).status_code == 404
    assert client.post(address, {**SCHOOL, **BOARD, "name": "Anders"}).status_code == 404
    assert School.objects.get(pk=school.pk).name == "De Linde"


def test_who_leads_a_school_does_not_govern_the_board(visits, fatima, manager):
    assert visits(fatima).get(OF).status_code == 404
    assert visits(manager).get(OF).status_code == 404


def test_the_board_says_how_many_parents_and_who_signs_in_with_a_second_step(visits, school, governor):
    client = visits(governor)
    stood = hidden(client.get(OF), "stond")

    client.post(OF, {**BOARD, "stond": stood, "parents_needed": "allen", "second_step": "personeel", "keep_years": "5"})

    board = Board.objects.get(pk=school.board_id)
    assert (board.parents_needed, board.second_step, board.keep_years) == ("allen", "personeel", 5)
    line = Entry.objects.get(verb="bestuur gewijzigd")
    assert json.loads(line.details)["velden"] == ["keep_years", "parents_needed", "second_step"]


def test_an_address_that_is_none_is_told_beside_the_field(visits, school, governor):
    response = visits(governor).post(OF, {**BOARD, "contact": "privacy@"})

    assert response.status_code == 200
    assert "geldig e-mailadres" in text(response)
    assert "privacy@" in text(response)


@pytest.mark.parametrize("address", ["/instellingen/", AT, OF, "/instellingen/school/de-linde/rollen/"])
def test_a_page_takes_few_questions(address, visits, governor, school, django_assert_max_num_queries):
    client = visits(governor)
    client.get(address)

    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200


def test_everyone_has_their_own_page_with_what_is_theirs(visits, noors_mother, governor, school):
    mine, theirs = text(visits(noors_mother).get("/instellingen/")), text(visits(governor).get("/instellingen/"))

    assert "English" in mine
    assert "/instellingen/sleutels/" not in mine
    assert "/instellingen/school/" not in mine
    for address in ("/instellingen/bestuur/", "/instellingen/sleutels/", "/instellingen/school/de-linde/"):
        assert address in theirs


def test_a_protocol_is_told_by_its_title_and_whose_it_is(visits, manager, school):
    told = visits(manager).get("/instellingen/school/de-linde/").content.decode()

    assert "Gedragscode Social Media, Openbare Scholengroep Vlaardingen Schiedam (OSVS)" in told
    assert "(osvs)" not in told


def test_what_the_school_itself_makes_public_is_kept_as_it_was_written(visits, school, fatima):
    client = visits(fatima)
    stood = hidden(client.get(AT), "stond")

    client.post(AT, {**SCHOOL, "stond": stood, "own_data": "030-2345678\r\ndelinde.nl"})

    school.refresh_from_db()
    assert school.own_data.split() == ["030-2345678", "delinde.nl"]
    assert "030-2345678" in client.get(AT).content.decode()


def test_a_list_of_public_details_longer_than_any_school_has_is_refused(visits, school, fatima):
    client = visits(fatima)
    stood = hidden(client.get(AT), "stond")

    response = client.post(AT, {**SCHOOL, "stond": stood, "own_data": "x" * 4001})

    assert response.status_code == 200
    school.refresh_from_db()
    assert school.own_data == ""
