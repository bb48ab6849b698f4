"""A folder: pages and feeds that a reader can read, whole or not at all, and never outside what the keeper gave."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import parse

from magdit.connectors import folder as module
from magdit.connectors.connector import Trouble
from magdit.connectors.folder import Folder
from magdit.connectors.sending import mark_of
from tests.connectors.sides import JPEG, KEY, LIMITS, Side, folder, post

BASE = "https://school.example/nieuws/"


@pytest.fixture
def web(tmp_path) -> Iterator[Side]:
    with folder(tmp_path) as opened:
        yield opened


def feed(tmp_path: Path, name: str = "feed.xml") -> Element:
    root: Element = parse(tmp_path / "web" / "nieuws" / name).getroot()
    return root


def test_the_page_shows_text_and_pictures_and_loads_nothing_from_elsewhere(web: Side, tmp_path) -> None:
    web.connector.place(web.way, post(tmp_path))

    place = tmp_path / "web" / "nieuws" / mark_of(KEY)
    page = (place / "index.html").read_text(encoding="utf-8")
    assert "<h1>Boomfeestdag</h1>" in page
    assert '<img src="1.jpg" alt="Kinderen planten een boom">' in page
    assert (place / "1.jpg").read_bytes() == JPEG
    assert "http" not in page.replace("https://school.example", "")


def test_both_feeds_tell_the_post_with_whole_addresses(web: Side, tmp_path) -> None:
    placed = web.connector.place(web.way, post(tmp_path))

    item = feed(tmp_path).find("channel/item")
    assert item is not None
    assert (item.findtext("title"), item.findtext("link")) == ("Boomfeestdag", placed.url)
    enclosure = item.find("enclosure")
    assert enclosure is not None
    assert enclosure.attrib == {"url": f"{placed.url}1.jpg", "length": str(len(JPEG)), "type": "image/jpeg"}
    atom = "{http://www.w3.org/2005/Atom}"
    entry = feed(tmp_path, "atom.xml").find(f"{atom}entry")
    assert entry is not None
    assert entry.findtext(f"{atom}id") == placed.url
    assert f'src="{placed.url}1.jpg"' in str(entry.findtext(f"{atom}content"))


def test_words_never_become_tags_and_odd_signs_never_break_a_feed(web: Side, tmp_path) -> None:
    odd = replace(post(tmp_path, text="<script>x</script> \x00\x0b\ud800 ]]> & ouders"), title="\x08<b>Hoi</b>")

    web.connector.place(web.way, odd)

    page = next((tmp_path / "web").glob("nieuws/*/index.html")).read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "<h1>&lt;b&gt;Hoi&lt;/b&gt;</h1>" in page
    assert feed(tmp_path).findtext("channel/item/title") == "<b>Hoi</b>"


def test_a_post_without_a_title_is_called_by_how_it_begins(web: Side, tmp_path) -> None:
    web.connector.place(web.way, replace(post(tmp_path), title=" "))

    assert feed(tmp_path).findtext("channel/item/title") == "We plantten een boom."


def test_what_is_taken_down_is_in_no_feed_and_in_no_folder(web: Side, tmp_path) -> None:
    first = web.connector.place(web.way, post(tmp_path))
    second = web.connector.place(web.way, post(tmp_path, key="twee"))

    web.connector.take_down(web.way, first.remote)

    assert [item.text for item in feed(tmp_path).findall("channel/item/link")] == [second.url]
    everything = b"".join(file.read_bytes() for file in (tmp_path / "web").rglob("*") if file.is_file())
    assert mark_of(KEY).encode() not in everything


def test_a_web_server_may_read_it_although_magdit_makes_nothing_for_others(web: Side, tmp_path) -> None:
    before = os.umask(0o077)
    try:
        web.connector.place(web.way, post(tmp_path))
    finally:
        os.umask(before)

    made = list((tmp_path / "web" / "nieuws").rglob("[!.]*"))
    assert {stat.S_IMODE(path.stat().st_mode) for path in made if path.is_file()} == {0o644}
    assert {stat.S_IMODE(path.stat().st_mode) for path in made if path.is_dir()} == {0o755}
    assert stat.S_IMODE((tmp_path / "web" / "nieuws").stat().st_mode) == 0o755


@pytest.mark.parametrize(
    "name",
    [
        "../ernaast",
        "..",
        ".",
        "/etc",
        "a/../../b",
        "a//b",
        "~",
        ".verborgen",
        "a/.b",
        "A",
        "a b",
        "a\\b",
        "a/",
        "a" * 70,
    ],
)
def test_a_folder_elsewhere_is_refused(web: Side, tmp_path, name: str) -> None:
    with pytest.raises(Trouble, match="folder_outside") as caught:
        web.connector.place(replace(web.way, settings={"folder": name}), post(tmp_path))

    assert not caught.value.again
    assert {path.name for path in tmp_path.iterdir()} <= {"web", "schoon0", "schoon1"}
    assert list((tmp_path / "web").iterdir()) == []


def test_a_link_that_leads_outside_is_refused(web: Side, tmp_path) -> None:
    outside = tmp_path / "buiten"
    outside.mkdir()
    (tmp_path / "web" / "nieuws").symlink_to(outside)

    with pytest.raises(Trouble, match="folder_outside"):
        web.connector.place(web.way, post(tmp_path))

    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("root", [None, Path("ergens"), Path("/bestaat/niet")])
def test_without_a_root_of_the_keeper_there_is_no_folder(web: Side, tmp_path, root: Path | None) -> None:
    closed = Folder(lambda: replace(LIMITS, folders=root))

    for work in (closed.check, lambda way: closed.place(way, post(tmp_path))):
        with pytest.raises(Trouble, match="no_folders"):
            work(web.way)


def test_a_disk_that_fails_half_way_leaves_no_half_post_and_the_next_try_makes_it_whole(
    web: Side, tmp_path, monkeypatch
) -> None:
    real, calls = module.written, []

    def fails(path: Path, parts: object) -> None:
        calls.append(path)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        real(path, parts)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "written", fails)
    with pytest.raises(Trouble, match="folder_unwritable") as caught:
        web.connector.place(web.way, post(tmp_path))
    assert caught.value.again
    assert web.standing() == (0, 0)

    web.connector.place(web.way, post(tmp_path))

    assert web.standing() == (1, 2)


def test_a_try_that_died_before_the_feed_is_told_in_it_by_the_next(web: Side, tmp_path) -> None:
    web.connector.place(web.way, post(tmp_path))
    (tmp_path / "web" / "nieuws" / "feed.xml").unlink()

    web.connector.place(web.way, post(tmp_path))

    assert len(feed(tmp_path).findall("channel/item")) == 1


def test_what_a_killed_try_left_beside_its_place_is_not_gone_and_is_taken_down(web: Side, tmp_path) -> None:
    left = tmp_path / "web" / "nieuws" / f".{mark_of(KEY)}"
    web.connector.check(web.way)
    left.mkdir()
    (left / "1.jpg").write_bytes(JPEG)

    assert not web.connector.is_gone(web.way, {"key": KEY}, "")
    web.connector.take_down(web.way, {"key": KEY})

    assert not left.exists()
    assert web.connector.is_gone(web.way, {"key": KEY}, "")


def test_a_disk_that_is_away_never_says_that_something_is_gone(web: Side, tmp_path) -> None:
    placed = web.connector.place(web.way, post(tmp_path))
    (tmp_path / "web" / "nieuws").rename(tmp_path / "los")

    for work in (web.connector.take_down, lambda way, remote: web.connector.is_gone(way, remote, placed.url)):
        with pytest.raises(Trouble, match="folder_unwritable") as caught:
            work(web.way, placed.remote)
        assert caught.value.again

    (tmp_path / "los").rename(tmp_path / "web" / "nieuws")
    web.connector.take_down(web.way, placed.remote)
    assert web.connector.is_gone(web.way, placed.remote, placed.url)


def test_a_post_that_somebody_spoiled_keeps_no_other_from_being_taken_down(web: Side, tmp_path) -> None:
    placed = web.connector.place(web.way, post(tmp_path))
    odd = tmp_path / "web" / "nieuws" / "bericht-00000000000000000000"
    odd.mkdir()
    (odd / "bericht.json").write_text('{"title": 4', encoding="utf-8")

    web.connector.take_down(web.way, placed.remote)

    assert web.connector.is_gone(web.way, placed.remote, placed.url)


def test_many_at_once_all_come_into_the_feed(web: Side, tmp_path) -> None:
    posts = [post(tmp_path, key=f"bericht {number}") for number in range(8)]
    threads = [threading.Thread(target=web.connector.place, args=(web.way, one)) for one in posts]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(feed(tmp_path).findall("channel/item")) == 8
