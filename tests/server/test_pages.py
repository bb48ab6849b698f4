"""Every page of the admin keeps to the policy: nothing in the page runs, and nothing comes from elsewhere."""

import pytest
from django.contrib import admin
from django.urls import reverse

from tests.server.pages import read

pytestmark = pytest.mark.django_db
POLICY = "default-src 'self'"


def addresses():
    yield reverse("admin:index")
    yield reverse("admin:password_change")
    for model in admin.site._registry:
        yield reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        yield reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")


def assert_kept_to_itself(response, address):
    page = read(response)
    assert (page.inline, page.elsewhere) == ([], []), address
    policy = response.headers["Content-Security-Policy"]
    assert POLICY in policy
    assert "unsafe" not in policy


def test_no_page_of_the_admin_holds_a_script_or_loads_from_elsewhere(keeper):
    seen = 0

    for address in addresses():
        response = keeper.get(address)
        if response.status_code == 200:  # some rows cannot be added by hand
            assert_kept_to_itself(response, address)
            seen += 1

    assert seen >= 3


def test_the_door_to_the_admin_keeps_to_itself(client):
    response = client.get(reverse("admin:login"), follow=True)

    assert response.request["PATH_INFO"] == reverse("account_login")
    assert_kept_to_itself(response, "login")


def test_a_page_tells_the_browser_to_keep_nothing_and_ask_nothing(keeper):
    headers = keeper.get(reverse("admin:index")).headers

    assert "no-store" in headers["Cache-Control"]
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


def test_the_admin_speaks_dutch(client):
    page = client.get(reverse("admin:login"), headers={"accept-language": "nl"}, follow=True).content.decode()

    assert "Wachtwoord" in page
    assert 'lang="nl' in page


def test_the_health_of_the_server_is_one_word(client):
    response = client.get("/gezond")

    assert (response.status_code, response.json()) == (200, {"status": "goed"})


def test_a_form_from_elsewhere_is_refused_in_plain_words(client_that_checks):
    response = client_that_checks.post(reverse("admin:login"), {"username": "x", "password": "y"})

    assert response.status_code == 403
    assert "niet nagaan of u dit zelf verstuurde" in response.content.decode()


@pytest.fixture
def client_that_checks():
    from django.test import Client

    return Client(enforce_csrf_checks=True)


def test_a_page_that_is_not_there_says_so_in_plain_words(client):
    response = client.get("/geheim/plan")

    assert response.status_code == 404
    assert "Deze pagina is er niet" in response.content.decode()
    assert_kept_to_itself(response, "404")
