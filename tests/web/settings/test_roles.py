"""Roles: given and ended by who leads, with a day; nobody gives one to themself."""

from __future__ import annotations

import pytest

from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Role
from tests import cast
from tests.areas.conftest import employee
from tests.web.settings.conftest import text

pytestmark = pytest.mark.django_db
AT = "/instellingen/school/de-linde/rollen/"


def end_of(role) -> str:
    """Where one role is ended."""
    return f"{AT}{role.pk}/einde/"


def test_a_leader_gives_a_colleague_a_role_and_ends_it(visits, fatima, bram):
    client = visits(fatima)

    assert client.post(AT, {"person": str(bram.pk), "role": "communicatiemedewerker", "ends": ""}).status_code == 302
    given = Role.objects.get(person=bram, role="communicatiemedewerker")
    assert given.begins == cast.TODAY
    assert Entry.objects.get(verb="rol gegeven").actor == str(fatima.pk)

    for _ in range(2):
        assert client.post(end_of(given)).status_code == 302
    given.refresh_from_db()
    assert given.ends == cast.TODAY
    assert Entry.objects.filter(verb="rol beeindigd").count() == 1


def test_before_a_role_ends_the_page_says_what_that_means(visits, fatima, bram):
    client, role = visits(fatima), bram.roles.get(role="leerkracht")
    assert f'href="{end_of(role)}"' in text(client.get(AT))

    asked = client.get(end_of(role))

    assert "Bram Visser is vanaf morgen geen leerkracht of docent meer op De Linde." in text(asked)
    assert Role.objects.get(pk=role.pk).ends is None, "a question changes nothing"
    done = client.post(end_of(role), follow=True)
    assert "De rol leerkracht of docent is beëindigd op De Linde. Vandaag is de laatste dag." in text(done)
    assert "al beëindigd" in text(client.get(end_of(role)))


def test_many_roles_are_folded_up_by_role_below_the_form(visits, fatima, school):
    for number in range(30):
        employee(school, "leerkracht", called="Jo", last=f"Nummer{number}")

    told = text(visits(fatima).get(AT))

    assert told.index("Geef deze rol") < told.index("Leerkracht of docent <")
    assert "(30)" in told
    assert "<details open" not in told


def test_a_role_that_someone_has_is_not_given_again(visits, fatima, bram):
    response = visits(fatima).post(AT, {"person": str(bram.pk), "role": "leerkracht", "ends": ""})

    assert "is hier al leerkracht" in text(response)
    assert f'value="{bram.pk}" selected' in text(response)


def test_a_last_day_before_the_first_is_refused(visits, fatima, bram):
    response = visits(fatima).post(AT, {"person": str(bram.pk), "role": "mentor", "ends": "2020-01-01"})

    assert "laatste dag ligt voor de eerste" in text(response)
    assert not Role.objects.filter(role="mentor").exists()


def test_nobody_gives_themself_a_role_or_ends_their_own(visits, fatima, bram):
    client = visits(fatima)

    assert client.post(AT, {"person": str(fatima.pk), "role": "beheerder", "ends": ""}).status_code == 200
    assert client.post(end_of(fatima.roles.get())).status_code == 404
    assert not Role.objects.filter(role="beheerder").exists()


def test_the_office_gives_only_who_helps(visits, office, bram, fatima):
    client = visits(office)

    assert client.post(AT, {"person": str(bram.pk), "role": "vrijwilliger", "ends": ""}).status_code == 302
    assert client.post(AT, {"person": str(bram.pk), "role": "beheerder", "ends": ""}).status_code == 200
    assert client.post(end_of(fatima.roles.get())).status_code == 404
    assert not Role.objects.filter(role="beheerder").exists()


def test_a_role_of_the_board_is_given_by_the_board_alone(visits, fatima, governor, bram):
    assert visits(fatima).post(AT, {"person": str(bram.pk), "role": "fg", "ends": ""}).status_code == 200
    assert not Role.objects.filter(role="fg").exists()

    assert visits(governor).post(AT, {"person": str(bram.pk), "role": "fg", "ends": ""}).status_code == 302
    assert Role.objects.get(role="fg").school is None


@pytest.mark.parametrize("who", ["bram", "noors_mother", "olaf"])
def test_for_anyone_else_there_is_nothing_here(who, visits, request, school, fatima):
    client = visits(request.getfixturevalue(who))

    assert client.get(AT).status_code == 404
    assert client.post(end_of(fatima.roles.get())).status_code == 404
    assert fatima.roles.get().ends is None


def test_a_role_of_another_school_is_not_ended_here(visits, fatima, olaf):
    assert visits(fatima).post(end_of(olaf.roles.get())).status_code == 404


def test_pupils_and_parents_are_not_on_this_list(visits, fatima, noor, noors_mother):
    told = text(visits(fatima).get(AT))

    assert "Dijk" not in told
    assert "Bakker" not in told


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 20, "-1", "²"])
def test_a_number_that_no_role_can_have_is_not_there(number, visits, fatima):
    client = visits(fatima)

    for does in (client.get, client.post):
        assert does(f"/instellingen/school/de-linde/rollen/{number}/einde/").status_code == 404
