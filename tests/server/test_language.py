"""Pages speak Dutch, also to a browser that asks for English: half of each would help nobody."""

import gettext
import re
from pathlib import Path

import pytest

import magdit
from magdit.areas.people.models import Account
from tests.signed_in import sign_in

OURS = Path(magdit.__file__).parent / "server" / "locale" / "nl" / "LC_MESSAGES"


@pytest.mark.django_db
def test_a_browser_that_asks_for_english_gets_whole_dutch_pages(client):
    sign_in(client, Account.objects.create_superuser("baas", "regen op het dak 1953"))

    page = client.get("/beheer/people/person/", headers={"accept-language": "en-US,en"}).content.decode()

    assert 'lang="nl"' in page
    assert "Selecteer" in page
    assert "Log out" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/beheer/", "/beheer/people/person/add/"])
def test_no_english_of_django_is_left_on_a_page_of_the_beheerder(client, address):
    sign_in(client, Account.objects.create_superuser("baas", "regen op het dak 1953"))

    pages = client.get(address).content.decode() + client.post(address, {}).content.decode()

    assert not [word for word in ("Error:", "Model name", "Add link", "Change or view list link") if word in pages]


def test_what_was_translated_is_what_is_shown():
    """The .mo beside it is made of the .po by hand."""
    written = (OURS / "django.po").read_text(encoding="utf-8")
    told = dict(re.findall(r'msgid "(.+)"\nmsgstr "(.+)"', written))

    with (OURS / "django.mo").open("rb") as made:
        shown = gettext.GNUTranslations(made)

    assert told
    assert {theirs: shown.gettext(theirs) for theirs in told} == told
