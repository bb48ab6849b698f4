"""The whole way with a connector that is none of the tests: a page with its feed on disk, and gone after the no."""

from __future__ import annotations

from pathlib import Path

import pytest
from defusedxml.ElementTree import parse

from magdit.areas.consent.actions import withdraw
from magdit.areas.drafts.models import Publication
from magdit.areas.registers import channels
from magdit.areas.registers.models import TakedownTask
from magdit.areas.registers.models_channels import ChannelAccount
from magdit.journeys.publish.placing import place_waiting
from magdit.journeys.publish.taking_down import take_down_waiting
from tests.journeys.publish.conftest import add_noor, sends


@pytest.fixture
def root(tmp_path: Path, monkeypatch) -> Path:
    """What the keeper of the computer gave."""
    folder = tmp_path / "www"
    folder.mkdir()
    monkeypatch.setenv("MAGDIT_FOLDERS", str(folder))
    return folder


@pytest.fixture
def site(school, fatima, doing_as) -> ChannelAccount:
    told = {"medium": "website", "name": "nieuws", "address": "https://school.example/nieuws"}
    row = channels.add(doing_as(fatima), school, connector="folder", settings={"folder": "nieuws"}, **told)
    ChannelAccount.objects.filter(pk=row.pk).update(state="in_gebruik")
    return ChannelAccount.objects.get(pk=row.pk)


def titles(root: Path) -> list[str | None]:
    return [item.text for item in parse(root / "nieuws" / "feed.xml").findall("channel/item/title")]


def test_from_photo_to_feed_and_after_the_no_not_a_byte_is_left(
    root: Path, begins, site, agreed, website, bram, noors_mother, doing_as, system
) -> None:
    sends(doing_as(bram), add_noor(doing_as(bram), begins(site), agreed))
    assert place_waiting(system) == 1
    (photo,) = root.glob("nieuws/bericht-*/1.jpg")
    assert titles(root) == ["Morgen is het feest op school."]
    assert Publication.objects.get().url == f"https://school.example/nieuws/{photo.parent.name}/"

    withdraw(doing_as(noors_mother), agreed, website)
    gone = take_down_waiting(system)

    assert (gone, Publication.objects.get().state, titles(root)) == (1, "weg", [])
    assert [path for path in root.rglob("*") if photo.parent.name in str(path)] == []
    assert "folder" in TakedownTask.objects.get().proof


def test_a_folder_that_is_no_longer_given_keeps_the_task_open(
    root: Path, begins, site, agreed, website, bram, noors_mother, doing_as, system, monkeypatch
) -> None:
    sends(doing_as(bram), add_noor(doing_as(bram), begins(site), agreed))
    place_waiting(system)
    monkeypatch.delenv("MAGDIT_FOLDERS")

    withdraw(doing_as(noors_mother), agreed, website)
    gone = take_down_waiting(system)

    row = Publication.objects.get()
    assert (gone, row.state, row.trouble) == (0, "wordt_weggehaald", "no_folders")
    assert TakedownTask.objects.get().done_at is None
