"""A form in another writing than UTF-8 gets our page, in every room and before the mark against forgery is read."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
ROOMS = ("/inloggen/", "/school/de-linde/kantoor/papier/7a3e/", "/school/de-linde/lijsten/", "/bestaat-niet/")
ODD = ("utf-7", "bogus", "base64", "rot13", "undefined", "utf-16", "unicode_escape", "é", "x" * 3000)


@pytest.mark.parametrize("kind", [FORM, PARTS])
@pytest.mark.parametrize("named", ODD)
@pytest.mark.parametrize("room", ROOMS)
def test_an_odd_writing_gets_our_page(room: str, named: str, kind: str) -> None:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)

    answer = client.generic("POST", room, b"csrfmiddlewaretoken=+AOk-&a=\xff", content_type=f"{kind}; charset={named}")

    assert answer.status_code == 400
    assert "Deze vraag begrijpen we niet" in answer.content.decode()


@pytest.mark.parametrize("named", ["utf-8", "UTF8", '"utf-8"', "us-ascii"])
def test_who_names_ours_comes_in(named: str) -> None:
    told = b"login=niemand&password=fout"

    answer = Client().generic("POST", "/inloggen/", told, content_type=f"{FORM}; charset={named}")

    assert answer.status_code == 200
    assert "horen niet bij elkaar" in answer.content.decode()


def test_a_program_gets_an_answer_for_programs() -> None:
    answer = Client().generic("POST", "/api/v1/judge", b"{}", content_type="application/json; charset=utf-7")

    assert answer.status_code == 400
    assert answer.headers["Content-Type"].startswith("application/problem+json")
