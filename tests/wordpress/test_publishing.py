"""A post with a photo in a real WordPress: there for everyone, found by its key, and after the takedown really gone."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from PIL import Image

from magdit.connectors.connector import OutPicture, Placed, Post, Trouble, Way
from magdit.connectors.sending import mark_of
from magdit.connectors.wire import Sent
from magdit.connectors.wordpress import WordPress
from magdit.connectors.wordpress_site import Site
from tests.connectors.fakes import Mishap
from tests.wordpress.between import Between

TEXT = "We plantten een boom & lachten.\n\nKijk: <b>niet vet</b>\nen een regel eronder"


def photo(folder: Path, *, colour: str = "green", size: tuple[int, int] = (900, 600)) -> OutPicture:
    body = io.BytesIO()
    Image.new("RGB", size, colour).save(body, "JPEG")
    path = folder / f"schoon-{colour}"
    path.write_bytes(body.getvalue())
    digest = hashlib.sha256(body.getvalue()).hexdigest()
    return OutPicture(path=path, kind="foto", alt='Kinderen bij een "boom"', sha256=digest)


@pytest.fixture
def key(request: pytest.FixtureRequest) -> str:
    return f"sleutel van {request.node.nodeid}"


@pytest.fixture
def post(tmp_path, key: str) -> Post:
    pictures = (photo(tmp_path), photo(tmp_path, colour="red", size=(800, 600)))
    return Post(key=key, title="Boomfeestdag & meer", text=TEXT, pictures=pictures)


@pytest.fixture
def between(way: Way) -> Iterator[Between]:
    line = Between(way.address)
    yield line
    line.close()


def fetched(url: str) -> tuple[int, str]:
    """What anyone gets there, without signing in."""
    try:
        with urlopen(url, timeout=60) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")
    except HTTPError as error:
        return error.code, ""


def addresses(placed: Placed) -> list[str]:
    return [placed.url, *(url for medium in placed.remote["media"] for url in medium["urls"])]


def there(site: Site, key: str) -> tuple[int, int]:
    mark = mark_of(key)
    return len(site.posts(mark)), len(site.media(mark))


def test_the_account_of_magdit_may_place_and_remove(connector: WordPress, way: Way) -> None:
    connector.check(way)

    for wrong in (
        replace(way, secret={"password": "aaaa bbbb cccc dddd eeee ffff"}),
        replace(way, settings={"user": "x"}),
    ):
        with pytest.raises(Trouble, match="signed_out"):
            connector.check(wrong)


def test_a_post_with_photos_is_there_for_everyone(connector: WordPress, way: Way, post: Post, tmp_path) -> None:
    large = photo(tmp_path, colour="blue", size=(3000, 2000))  # WordPress shows a scaled copy of it
    placed = connector.place(way, replace(post, pictures=(large, post.pictures[1])))

    status, page = fetched(placed.url)
    assert status == 200
    assert "Boomfeestdag &#038; meer" in page or "Boomfeestdag &amp; meer" in page
    assert "&lt;b&gt;niet vet&lt;/b&gt;" in page
    assert len(re.findall(r'<img[^>]*alt="Kinderen bij een (?:&quot;|&#034;)boom', page)) == 2
    assert {fetched(url)[0] for url in addresses(placed)} == {200}
    assert len(placed.remote["media"][0]["urls"]) >= 6, "the scaled copy, each size, and the one that was sent"


def test_the_same_key_finds_the_same_post(connector: WordPress, way: Way, post: Post, site: Site, key: str) -> None:
    first = connector.place(way, post)

    again = [connector.place(way, post) for _ in range(2)]

    assert [one.url for one in again] == [first.url, first.url]
    assert {str(sorted(addresses(one))) for one in again} == {str(sorted(addresses(first)))}
    assert there(site, key) == (1, 2)


def test_taken_down_neither_post_nor_any_size_of_a_photo_can_be_fetched(
    connector: WordPress, way: Way, post: Post, site: Site, key: str
) -> None:
    placed = connector.place(way, post)
    assert not connector.is_gone(way, placed.remote, placed.url)

    connector.take_down(way, placed.remote)

    assert connector.is_gone(way, placed.remote, placed.url)
    assert {fetched(url)[0] for url in addresses(placed)} == {404}
    assert there(site, key) == (0, 0)
    assert mark_of(key) not in fetched(way.address)[1] + fetched(f"{way.address}/feed/")[1]
    connector.take_down(way, placed.remote)  # once more is no trouble


def test_what_an_editor_put_in_the_bin_is_taken_out_of_it_too(
    connector: WordPress, way: Way, post: Post, site: Site, key: str
) -> None:
    placed = connector.place(way, post)
    site._ask("DELETE", f"posts/{placed.remote['post']}")
    assert not connector.is_gone(way, placed.remote, placed.url)

    connector.take_down(way, {"key": key})

    assert connector.is_gone(way, placed.remote, placed.url)
    assert not site.has("posts", placed.remote["post"])


def test_what_an_editor_renamed_is_taken_down_as_well(connector: WordPress, way: Way, post: Post, site: Site) -> None:
    placed = connector.place(way, post)
    site._ask("POST", f"posts/{placed.remote['post']}", sent=Sent.of_json({"slug": "een-mooie-dag"}))

    connector.take_down(way, placed.remote)

    assert connector.is_gone(way, placed.remote, placed.url)


@pytest.mark.parametrize("late", [False, True], ids=["before it was heard", "only the answer"])
@pytest.mark.parametrize("at", ["POST / /wp/v2/posts", "POST / /wp/v2/media"], ids=["post", "photo"])
@pytest.mark.parametrize("kind", ["cut", "502"])
def test_a_line_that_breaks_half_way_never_makes_two_of_it(
    connector: WordPress, way: Way, post: Post, site: Site, key: str, between: Between, kind: str, at: str, late: bool
) -> None:
    broken = replace(way, address=between.address)
    between.mishaps.append(Mishap(kind, at=at, late=late))
    with pytest.raises(Trouble) as caught:
        connector.place(broken, post)
    assert caught.value.again

    placed = connector.place(broken, post)

    assert there(site, key) == (1, 2)
    connector.take_down(way, placed.remote)
    assert connector.is_gone(way, placed.remote, placed.url)


def test_loose_photos_of_a_try_that_was_given_up_go_by_the_key_alone(
    connector: WordPress, way: Way, post: Post, site: Site, key: str, between: Between
) -> None:
    between.mishaps.append(Mishap("cut", at="POST / /wp/v2/posts"))
    with pytest.raises(Trouble):
        connector.place(replace(way, address=between.address), post)
    loose = [url for medium in site.media(mark_of(key)) for url in medium.urls]
    assert there(site, key) == (0, 2)
    assert any(fetched(url)[0] == 200 for url in loose)

    connector.take_down(way, {"key": key})

    assert {fetched(url)[0] for url in loose} == {404}
    assert connector.is_gone(way, {"key": key}, "")


def test_a_second_post_with_the_same_address_gives_way_to_the_first(
    connector: WordPress, way: Way, post: Post, site: Site, key: str, monkeypatch
) -> None:
    """The first try came through while the second was on its way: the site gives the second an address of its own."""
    first = connector.place(way, post)
    monkeypatch.setattr(Site, "posts", too_early(Site.posts))
    monkeypatch.setattr(Site, "media", too_early(Site.media))

    second = connector.place(way, post)

    assert second.url == first.url
    assert len(site.posts(mark_of(key))) == 1
    assert not site.posts(f"{mark_of(key)}-2")
    assert {fetched(url)[0] for url in addresses(first)} == {200}


def too_early(real: Callable[..., Any]) -> Callable[..., Any]:
    """A look that sees nothing the first time."""
    looks: list[str] = []

    def look(site: Site, mark: str) -> Any:
        looks.append(mark)
        return real(site, mark) if len(looks) > 1 else []

    return look


def test_two_posts_stand_apart_and_one_goes_alone(connector: WordPress, way: Way, post: Post) -> None:
    first, second = connector.place(way, post), connector.place(way, replace(post, key=post.key + "2"))

    connector.take_down(way, first.remote)

    assert connector.is_gone(way, first.remote, first.url)
    assert not connector.is_gone(way, second.remote, second.url)
    assert {fetched(url)[0] for url in addresses(second)} == {200}


def test_a_film_is_shown_and_goes_again(
    connector: WordPress, way: Way, post: Post, tmp_path, site: Site, key: str
) -> None:
    path = tmp_path / "film"
    path.write_bytes(b"\x1a\x45\xdf\xa3" + b"geen echte film" * 10)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    film = OutPicture(path=path, kind="video", alt="De optocht", sha256=digest)

    placed = connector.place(way, replace(post, pictures=(film,)))

    page = fetched(placed.url)[1]
    assert re.search(r'<video controls[^>]*aria-label="De optocht"', page)
    connector.take_down(way, placed.remote)
    assert {fetched(url)[0] for url in addresses(placed)} == {404}
