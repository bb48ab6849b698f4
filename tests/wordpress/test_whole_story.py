"""From photo to publication to withdrawal to takedown, with a WordPress that is one: the promise of magdit, kept."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta

import pytest

from magdit.areas.consent.actions import withdraw
from magdit.areas.drafts.models import Publication
from magdit.areas.journal.models import Entry
from magdit.areas.registers import channels
from magdit.areas.registers.channels_agreed import set_secret
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.areas.registers.models_channels import ChannelAccount
from magdit.connectors.sending import mark_of
from magdit.connectors.wordpress_site import Site
from magdit.journeys.publish.placing import place_waiting
from magdit.journeys.publish.taking_down import take_down_waiting
from magdit.wording.troubles import trouble_sentence
from tests.areas.conftest import NOON
from tests.connectors.fakes import Mishap
from tests.journeys.publish.conftest import add_noor, sends
from tests.wordpress.between import Between
from tests.wordpress.test_publishing import fetched

pytestmark = pytest.mark.django_db(transaction=True)
LATER = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _the_keeper_listed_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAGDIT_CONNECT_PRIVATE", "127.0.0.1")


def add_site(school, doing, address: str) -> ChannelAccount:
    """The site as the head of the school adds it, with what magdit signs in with."""
    settings = {"user": os.environ["WORDPRESS_USER"]}
    told = {
        "medium": "website",
        "name": "schoolsite",
        "connector": "wordpress",
        "address": address,
        "settings": settings,
    }
    row = channels.add(doing, school, **told)
    secret = {"password": os.environ["WORDPRESS_PASSWORD"]}
    row = set_secret(doing, row.pk, version=row.version, secret=secret)
    return row if row.state == "in_gebruik" else channels.approve(doing, row.pk, version=row.version)


@pytest.fixture
def account(school, fatima, doing_as) -> ChannelAccount:
    return add_site(school, doing_as(fatima), os.environ["WORDPRESS_ADDRESS"])


def test_a_parent_withdraws_and_post_and_photo_are_gone_from_the_site(
    with_noor, noors_mother, agreed, website, bram, doing_as, system
) -> None:
    sends(doing_as(bram), with_noor)
    assert place_waiting(system) == 1
    row = Publication.objects.get()
    everywhere = [row.url, *(url for medium in row.remote["media"] for url in medium["urls"])]
    assert {fetched(url)[0] for url in everywhere} == {200}
    assert len(everywhere) >= 3

    withdraw(doing_as(noors_mother), agreed, website)
    gone = take_down_waiting(system)

    row, task = Publication.objects.get(), TakedownTask.objects.get()
    assert (gone, row.state, row.down_because) == (1, "weg", "ingetrokken")
    assert {fetched(url)[0] for url in everywhere} == {404}
    assert "keek na" in task.proof
    assert "wordpress" in task.proof
    assert Appearance.objects.get().down_at == NOON
    told = " ".join(str(line) for line in Entry.objects.values_list("details", flat=True))
    assert os.environ["WORDPRESS_PASSWORD"] not in told


def test_a_line_that_breaks_places_it_once_and_says_meanwhile_what_goes_on(
    begins, agreed, school, fatima, bram, doing_as, system
) -> None:
    line = Between(os.environ["WORDPRESS_ADDRESS"])
    account = add_site(school, doing_as(fatima), line.address)
    sends(doing_as(bram), begins(account))
    line.mishaps.append(Mishap("cut", at="POST / /wp/v2/posts", late=True))

    assert place_waiting(system) == 0
    waiting = Publication.objects.get()
    assert (waiting.state, waiting.trouble) == ("wordt_geplaatst", "cut_off")
    assert "dubbel" in trouble_sentence(waiting.trouble)
    assert place_waiting(replace(system, at=NOON + LATER)) == 1
    line.close()

    placed = Publication.objects.get()
    assert (placed.state, placed.tries, fetched(placed.url)[0]) == ("geplaatst", 2, 200)
    posted = [heard for heard in line.heard if "POST / /wp/v2/posts" in heard.line]
    assert len(posted) == 1


def test_a_no_between_two_tries_leaves_nothing_on_the_site(
    begins, agreed, school, fatima, bram, noors_mother, website, doing_as, system, site: Site
) -> None:
    """The first try died after the photo: it stands in the library, and nobody places the rest any more."""
    line = Between(os.environ["WORDPRESS_ADDRESS"])
    account = add_site(school, doing_as(fatima), line.address)
    sends(doing_as(bram), add_noor(doing_as(bram), begins(account), agreed))
    line.mishaps.append(Mishap("cut", at="POST / /wp/v2/posts"))
    assert place_waiting(system) == 0
    mark = mark_of(Publication.objects.get().key)
    (left,) = site.media(mark)
    assert fetched(left.source)[0] == 200

    withdraw(doing_as(noors_mother), agreed, website)
    later = replace(system, at=NOON + LATER)
    placed, gone = place_waiting(later), take_down_waiting(later)
    line.close()

    assert (placed, gone, Publication.objects.get().state) == (0, 1, "weg")
    assert {fetched(url)[0] for url in left.urls} == {404}
    assert (site.posts(mark), site.media(mark)) == ([], [])
