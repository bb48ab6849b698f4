"""What no database can keep is refused before any room sees it; an address behind a button is told as that."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from magdit.areas.people.models import Person

pytestmark = pytest.mark.django_db
Visits = Callable[[Person], Client]


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/school/de-linde/taken/", {"proof": "bewijs\0x", "task": "1"}),
        ("/school/de-linde/kantoor/mensen/", {"words\0": "x"}),
        ("/inloggen/", {"login": "a\0b", "password": "c\0d"}),
        ("/inloggen/uitnodiging/", {"code": "\0"}),
        ("/school/de-linde/kantoor/lijsten/nieuw/", {"soort": "leerlingen\0"}),
        ("/er/is/niets/", {"x": "\0"}),
    ],
)
def test_a_field_with_nul_is_a_page_of_ours_and_no_fault(
    visits: Visits, office: Person, address: str, fields: dict[str, str]
):
    response = visits(office).post(address, fields)

    assert response.status_code in {400, 404}
    assert "niet kunnen lezen" in response.content.decode() or response.status_code == 404


def test_nul_in_an_address_is_refused(visits: Visits, office: Person):
    assert visits(office).get("/?blad=%00").status_code == 400
    assert visits(office).get("/inloggen/link/a%00b/").status_code in {400, 404}


def test_a_program_hears_it_as_a_problem():
    response = Client().get("/api/v1/schools/de%00linde/items")

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"


def test_an_address_behind_a_button_says_so(visits: Visits, office: Person, noor: Person):
    response = visits(office).get(f"/privacy/persoon/{noor.pk}/uitvoer/")

    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert "alleen na een knop" in response.content.decode()
    assert 'href="/"' in response.content.decode()
