"""A sitemap and the answers of WordPress: lists that a site makes of itself, and what others may make of them."""

import gzip
import json

import pytest

from magdit.check.archive.groups import groups_named
from magdit.check.archive.piece import NotReadable
from magdit.check.archive.sitemap import host_of, is_address, read_sitemap
from magdit.check.archive.wordpress import read_media, read_posts

SPACE = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)


def urlset(*addresses, inside=""):
    rows = "".join(f"<url><loc>{address}</loc>{inside}</url>" for address in addresses)
    return f'<?xml version="1.0"?><urlset {SPACE}>{rows}</urlset>'.encode()


def test_every_page_of_a_sitemap_comes_once():
    found = read_sitemap(urlset("https://a.example/1", "https://a.example/1#deel", " https://a.example/2 "))

    assert found.pages == ("https://a.example/1", "https://a.example/2")


def test_pictures_that_a_sitemap_names_are_told_apart():
    photo = "<image:image><image:loc>https://a.example/1.jpg</image:loc></image:image>"

    found = read_sitemap(urlset("https://a.example/1", inside=photo))

    assert (found.pages, found.pictures) == (("https://a.example/1",), ("https://a.example/1.jpg",))


def test_a_large_site_names_further_lists():
    rows = "<sitemap><loc>https://a.example/posts.xml</loc></sitemap>"

    assert read_sitemap(f"<sitemapindex {SPACE}>{rows}</sitemapindex>".encode()).lists == (
        "https://a.example/posts.xml",
    )


def test_a_packed_sitemap_is_read():
    assert read_sitemap(gzip.compress(urlset("https://a.example/1"))).pages == ("https://a.example/1",)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html><body>404</body></html>", "no_sitemap"),
        (b"geen xml", "damaged"),
        (b"", "damaged"),
        (urlset("https://a.example/1")[:-20], "damaged"),
        (
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><urlset><url><loc>&a;</loc></url></urlset>',
            "forbidden_xml",
        ),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><urlset>&b;</urlset>', "forbidden_xml"),
        (gzip.compress(b"<urlset>" + b" " * 70_000_000), "too_large"),
        (b"\x1f\x8bkapot", "damaged"),
        (b"<urlset>" + b"<a>" * 300, "too_deep"),
    ],
)
def test_a_hostile_sitemap_is_refused(data, code):
    with pytest.raises(NotReadable) as refused:
        read_sitemap(data)

    assert refused.value.code == code


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://iemand:geheim@a.example/",
        "https://a.example:99999/",
        "https://[kapot/",
        "//a.example/1",
        "https://a.example/a b",
        "https://a.example/\x1b[31m",
        "https:///pad",
        "",
    ],
)
def test_only_ordinary_addresses_are_fetched(address):
    assert not is_address(address)


def test_what_is_no_address_in_a_sitemap_is_counted():
    assert read_sitemap(urlset("file:///etc/passwd", "https://a.example/1")).refused == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("http://A.example/1", "https://a.example:443/2"), ("http://a.example:80", "http://www.a.example")],
)
def test_a_host_is_the_same_however_it_is_written(one, other):
    assert host_of(one) == host_of(other)


def test_another_port_is_another_host():
    assert host_of("http://a.example:8080/") != host_of("http://a.example/")


def test_posts_are_read_from_what_wordpress_answers():
    row = {
        "id": 7,
        "link": "https://a.example/reis",
        "title": {"rendered": "Reis"},
        "content": {"rendered": "<p>Leuk.</p>", "protected": False},
        "featured_media": 3,
    }

    [post] = read_posts(json.dumps([row]).encode())

    assert (post.number, post.title, post.content, post.picture, post.is_locked) == (
        7,
        "Reis",
        "<p>Leuk.</p>",
        3,
        False,
    )


def test_a_post_behind_a_password_says_so():
    assert read_posts(b'[{"id": 1, "content": {"rendered": "", "protected": true}}]')[0].is_locked


@pytest.mark.parametrize("odd", [b'[{"id": 1}]', b'[{"id": 1, "title": 5, "content": [], "link": null}]'])
def test_an_answer_that_misses_things_is_read_as_far_as_it_goes(odd):
    assert read_posts(odd)[0].content == ""
    assert read_media(odd)[0].link == ""


@pytest.mark.parametrize(
    "data", [b"<html>", b"{}", b"[1]", b'[{"id": "x"}]', b"", b"\xff\xfe", b"[" * 100_000, b'{"code":"rest_no_route"}']
)
def test_what_is_no_answer_of_wordpress_is_refused(data):
    with pytest.raises(NotReadable) as refused:
        read_posts(data)

    assert refused.value.code == "no_wordpress"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("De kinderen van groep 5 gingen op reis.", ["5"]),
        ("Groep 5/6 ging op reis.", ["5", "6"]),
        ("Groepen 5 en 6 gingen op reis.", ["5", "6"]),
        ("Klas 4V won.", ["4V"]),
        ("Wij van 4v wonnen.", ["4V"]),
        ("Er waren 5 kinderen ziek.", []),
        ("Groep 15 bestaat niet.", []),
        ("De Vlinders zongen.", ["De Vlinders"]),
        ("", []),
    ],
)
def test_the_classes_that_a_text_speaks_of_are_found(text, named):
    assert list(groups_named(text, ("4V", "5", "6", "De Vlinders"))) == named
