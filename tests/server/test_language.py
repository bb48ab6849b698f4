"""Pages speak Dutch, also to a browser that asks for English: half of each would help nobody."""

import pytest

from magdit.areas.people.models import Account


@pytest.mark.django_db
def test_a_browser_that_asks_for_english_gets_whole_dutch_pages(client):
    Account.objects.create_superuser("baas", "regen op het dak 1953")
    client.login(username="baas", password="regen op het dak 1953")

    page = client.get("/beheer/people/person/", headers={"accept-language": "en-US,en"}).content.decode()

    assert 'lang="nl"' in page
    assert "Selecteer" in page
    assert "Log out" not in page
