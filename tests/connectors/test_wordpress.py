"""WordPress: alt texts, loose media of a broken try, two tries at once, the bin, and rights that are missing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from magdit.connectors.connector import OutPicture, Trouble
from magdit.connectors.sending import mark_of
from tests.connectors.fake_wordpress import FakeWordPress
from tests.connectors.fakes import Mishap, Reply
from tests.connectors.sides import KEY, Side, picture, post, wordpress


@pytest.fixture
def site(tmp_path) -> Iterator[Side]:
    with wordpress(tmp_path) as opened:
        yield opened


def fake_of(site: Side) -> FakeWordPress:
    assert isinstance(site.fake, FakeWordPress)
    return site.fake


def test_the_post_shows_its_pictures_and_says_what_is_on_them(site: Side, tmp_path) -> None:
    site.connector.place(site.way, post(tmp_path))

    (row,), media = fake_of(site).kept["posts"].values(), list(fake_of(site).kept["media"].values())
    assert (row["title"], row["status"], row["slug"]) == ("Boomfeestdag", "publish", mark_of(KEY))
    assert "<p>We plantten een boom.</p>" in row["content"]
    for one in media:
        assert one["alt_text"] == "Kinderen planten een boom"
        assert (
            f'src="{one["source_url"]}" alt="Kinderen planten een boom" class="wp-image-{one["id"]}"' in row["content"]
        )


def test_words_never_become_tags(site: Side, tmp_path) -> None:
    odd = replace(
        post(tmp_path, text='<script>alert("x")</script> & <b>vet</b>'), pictures=(picture(tmp_path, alt='"><b>'),)
    )

    site.connector.place(site.way, odd)

    (row,) = fake_of(site).kept["posts"].values()
    assert "<script>" not in row["content"]
    assert "<b>" not in row["content"]
    assert "&lt;b&gt;vet&lt;/b&gt;" in row["content"]


def test_nothing_of_the_post_is_in_an_address_or_a_file_name(site: Side, tmp_path) -> None:
    """Addresses end up in the log of the other side."""
    site.connector.place(site.way, post(tmp_path))

    lines = " ".join(f"{heard.path} {heard.query} {heard.headers}" for heard in fake_of(site).heard)
    assert [word for word in ("boom", "Boom", "schoon", KEY) if word in lines] == []


def test_loose_media_of_a_broken_try_are_removed_before_the_next(site: Side, tmp_path) -> None:
    fake_of(site).mishaps.append(Mishap("cut", at=site.placing))
    with pytest.raises(Trouble):
        site.connector.place(site.way, post(tmp_path))
    loose = set(fake_of(site).kept["media"])
    assert len(loose) == 2

    site.connector.place(site.way, post(tmp_path))

    assert site.standing() == (1, 2)
    assert loose.isdisjoint(fake_of(site).kept["media"])


def test_loose_media_of_a_try_that_was_given_up_are_taken_down(site: Side, tmp_path) -> None:
    fake_of(site).mishaps.append(Mishap("cut", at=site.placing))
    with pytest.raises(Trouble):
        site.connector.place(site.way, post(tmp_path))

    assert not site.connector.is_gone(site.way, {"key": KEY}, "")
    site.connector.take_down(site.way, {"key": KEY})

    assert site.standing() == (0, 0)


def test_two_tries_at_once_still_make_one_post(site: Side, tmp_path) -> None:
    """The first try seemed to have failed, but the site was only slow: it comes through while we place again."""
    fake = fake_of(site)
    first: list[int] = []

    def comes_through() -> None:
        medium = fake.keep("media", {"slug": f"{mark_of(KEY)}-9", "mime_type": "image/jpeg"})
        first.append(fake.keep("posts", {"slug": mark_of(KEY), "title": "Boomfeestdag"})["id"])
        first.append(medium["id"])

    fake.before_create = comes_through

    placed = site.connector.place(site.way, post(tmp_path))

    assert list(fake.kept["posts"]) == first[:1]
    assert list(fake.kept["media"]) == first[1:]
    assert placed.remote["post"] == first[0]
    assert [medium["id"] for medium in placed.remote["media"]] == first[1:]


def test_in_the_bin_of_the_site_is_not_gone_until_it_is_taken_down(site: Side, tmp_path) -> None:
    placed = site.connector.place(site.way, post(tmp_path))
    row = fake_of(site).kept["posts"][placed.remote["post"]]
    row |= {"status": "trash", "slug": f"{mark_of(KEY)}__trashed"}

    assert not site.connector.is_gone(site.way, placed.remote, placed.url)
    site.connector.take_down(site.way, {"key": KEY})

    assert site.standing() == (0, 0)


def test_a_post_whose_address_was_changed_at_the_site_is_still_taken_down(site: Side, tmp_path) -> None:
    placed = site.connector.place(site.way, post(tmp_path))
    fake_of(site).kept["posts"][placed.remote["post"]]["slug"] = "boomfeest"

    site.connector.take_down(site.way, placed.remote)

    assert site.standing() == (0, 0)


def test_a_size_of_a_photo_that_can_still_be_fetched_is_not_gone(site: Side, tmp_path) -> None:
    """The site says that it is deleted, but a copy in a small size stayed behind."""
    placed = site.connector.place(site.way, post(tmp_path))
    site.connector.take_down(site.way, placed.remote)
    small = placed.remote["media"][1]["urls"][1]
    assert "300x200" in small
    fake = fake_of(site)
    fake._page = lambda heard: Reply(200 if fake.address + heard.path == small else 404, body=b"")  # type: ignore[method-assign]  # a site that forgets a file

    assert not site.connector.is_gone(site.way, placed.remote, placed.url)


def test_the_first_picture_goes_on_top_when_the_theme_wants_it(site: Side, tmp_path) -> None:
    way = replace(site.way, settings={**site.way.settings, "featured": True})

    site.connector.place(way, post(tmp_path))

    (row,), media = fake_of(site).kept["posts"].values(), list(fake_of(site).kept["media"])
    assert row["featured_media"] == media[0]
    assert f"wp-image-{media[0]}" not in row["content"]
    assert f"wp-image-{media[1]}" in row["content"]


@pytest.mark.parametrize("right", ["publish_posts", "upload_files", "delete_published_posts"])
def test_a_user_who_may_place_but_not_remove_is_refused_beforehand(site: Side, right: str) -> None:
    fake_of(site).rights[right] = False

    with pytest.raises(Trouble, match="too_few_rights"):
        site.connector.check(site.way)


@pytest.mark.parametrize(
    "value",
    [[], {}, "ja", None, 5, {"id": "1; DROP", "link": "x"}, {"id": True, "link": "x"}, {"id": -4, "link": "https://a.example"}],
)  # fmt: skip
def test_data_of_another_shape_are_nonsense_and_place_nothing_twice(site: Side, tmp_path, value: object) -> None:
    fake = fake_of(site)
    real = fake.answer
    fake.answer = lambda heard: Reply(200, value) if site.placing in heard.line else real(heard)  # type: ignore[method-assign]  # talks nonsense once
    with pytest.raises(Trouble, match="nonsense"):
        site.connector.place(site.way, post(tmp_path))
    fake.answer = real  # type: ignore[method-assign]

    site.connector.place(site.way, post(tmp_path))

    assert site.standing() == (1, 2)


def test_a_film_is_shown_as_a_film(site: Side, tmp_path) -> None:
    body = b"\x00\x00\x00\x20ftypisom" + bytes(100)
    path = tmp_path / "film"
    path.write_bytes(body)
    clip = OutPicture(path=path, kind="video", alt="De optocht", sha256=hashlib.sha256(body).hexdigest())

    site.connector.place(site.way, replace(post(tmp_path), pictures=(clip,)))

    (row,) = fake_of(site).kept["posts"].values()
    assert "<video controls" in row["content"]


def test_a_file_that_the_site_does_not_want_is_not_sent_again_and_again(site: Side, tmp_path) -> None:
    """WordPress says 500 to a kind of file that it does not take."""
    fake = fake_of(site)
    real, refusal = fake.answer, Reply(500, {"code": "rest_upload_unknown_error"})
    fake.answer = lambda heard: refusal if site.sending in heard.line else real(heard)  # type: ignore[method-assign]

    with pytest.raises(Trouble, match="not_accepted") as caught:
        site.connector.place(site.way, post(tmp_path))

    assert not caught.value.again
