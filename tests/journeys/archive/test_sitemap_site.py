"""A site by its sitemap: every page it names, each once, from the hosts it names, and on after a kill."""

import pytest

from magdit.check.archive.html_pieces import AROUND
from magdit.check.archive.piece import NotReadable
from magdit.check.archive.sitemap import read_sitemap
from magdit.journeys.archive.site import Site
from tests.check.archive.makers import pdf
from tests.check.archive.test_lists_of_pages import SPACE, urlset
from tests.journeys.archive.archives import CountingEyes, check, photo
from tests.journeys.archive.loopback import Served

EDGE = "<footer>Bel 06-12345678</footer>"


@pytest.fixture
def school(site):
    """Two pages, a newsletter, a photo that two pages show; and a sitemap of the pages."""
    shown = '<img src="/foto/reis.jpg">'
    site.put("/reis", f"<title>Reis</title><main>Groep 5 op reis.{shown}<a href='/krant.pdf'>krant</a></main>{EDGE}")
    site.put("/kamp", f"<main>Op kamp.{shown}</main>{EDGE}")
    site.put("/foto/reis.jpg", photo(), "image/jpeg")
    site.put("/krant.pdf", pdf([("Bel Noor van Dijk op 06-12345678", ()), ("Nog meer nieuws", ())]), "application/pdf")
    return site


def sitemap(site, *paths):
    return urlset(*(f"{site.root}{path}" for path in paths))


def run(site, manners, out, data=None, **more):
    first = read_sitemap(data or sitemap(site, "/reis", "/kamp"))
    found = check(lambda work: Site(first, manners, work), out, **more)
    return {(place.removeprefix(site.root), page): told for (place, page), told in found.items()}


def test_every_page_and_its_newsletter_is_judged(school, manners, tmp_path):
    found = run(school, manners, tmp_path)

    assert {place: told["level"] for place, told in found.items()} == {
        (AROUND, None): "zeker",
        ("/reis", None): "gezichten_groep",
        ("/kamp", None): "gezichten",
        ("/krant.pdf", 1): "zeker",
        ("/krant.pdf", 2): "niets",
    }


def test_nothing_is_fetched_twice_nor_on_another_day(school, manners, tmp_path):
    run(school, manners, tmp_path)
    first = list(school.asked)
    school.asked.clear()

    run(school, manners, tmp_path)

    assert sorted(first) == sorted(["/robots.txt", "/reis", "/foto/reis.jpg", "/kamp", "/krant.pdf"])
    assert school.asked == []


@pytest.mark.parametrize("left", range(6))
def test_stopped_anywhere_it_goes_on_where_it_was(school, manners, tmp_path, left):
    """The site goes down after so many answers; what did not answer is asked again the next time."""

    real = dict(school.pages)
    answers = iter(range(left))

    def last(path):
        def answer(times):
            if next(answers, None) is None:
                return Served(status=500)
            return real[path]

        return answer

    whole = run(school, manners, tmp_path / "heel")
    for path in real:
        school.pages[path] = last(path)
    run(school, manners, tmp_path / "stuk")
    school.pages.update(real)

    again = run(school, manners, tmp_path / "stuk")

    assert again == whole


def test_a_page_that_did_not_answer_is_named_and_asked_again_later(school, manners, tmp_path):
    page = school.pages.pop("/kamp")
    school.put("/kamp", "druk", status=500)
    first = run(school, manners, tmp_path)
    school.pages["/kamp"] = page

    again = run(school, manners, tmp_path)

    assert first[("/kamp", None)]["level"] == "niet_bekeken"
    assert again[("/kamp", None)]["level"] == "gezichten"


def test_pictures_on_other_hosts_are_named_and_not_fetched(site, manners, tmp_path):
    site.put("/reis", "<main>Reis<img src='http://elders.example/a.jpg'><img src='file:///etc/passwd'></main>")
    eyes = CountingEyes()

    found = run(site, manners, tmp_path, sitemap(site, "/reis"), look=eyes)

    assert found[("/reis", None)]["missed"] == [
        "http://elders.example/a.jpg: niet bekeken, want het staat op een ander adres, en daar kijkt magdit niet.",
        "file:///etc/passwd: niet bekeken, want het staat op een ander adres, en daar kijkt magdit niet.",
    ]
    assert eyes.looked == []


def test_lists_that_name_each_other_are_each_read_once(site, manners, tmp_path):
    def index(*paths):
        rows = "".join(f"<sitemap><loc>{site.root}{path}</loc></sitemap>" for path in paths)
        return f"<sitemapindex {SPACE}>{rows}</sitemapindex>"

    site.put("/a.xml", index("/b.xml", "/a.xml", "/kapot.xml"), "text/xml")
    site.put("/b.xml", index("/a.xml", "/c.xml"), "text/xml")
    site.put("/c.xml", sitemap(site, "/1"), "text/xml")
    site.put("/kapot.xml", "<html>", "text/html")
    site.put("/1", "<main>Morgen is er sportdag voor iedereen.</main>")

    found = run(site, manners, tmp_path, index("/a.xml").encode())

    assert {place: told["level"] for (place, _), told in found.items()} == {"/1": "niets", "/kapot.xml": "niet_bekeken"}
    assert [site.times(path) for path in ("/a.xml", "/b.xml", "/c.xml", "/1")] == [1, 1, 1, 1]


def test_a_picture_that_only_the_sitemap_names_is_looked_at(school, manners, tmp_path):
    photo_row = f"<image:image><image:loc>{school.root}/foto/los.jpg</image:loc></image:image>"
    school.put("/foto/los.jpg", photo(2), "image/jpeg")

    found = run(school, manners, tmp_path, urlset(f"{school.root}/kamp", inside=photo_row))

    assert found[("/foto/los.jpg", None)]["level"] == "gezichten"


@pytest.mark.parametrize(
    ("kind", "body", "level"),
    [
        ("application/zip", b"PK", "niet_bekeken"),
        ("video/mp4", b"film", "niet_bekeken"),
        ("text/plain", b"Bel 06-12345678", "zeker"),
        ("image/jpeg", photo(5), "gezichten"),
        ("image/jpeg", b"geen foto", "niet_bekeken"),
        ("application/pdf", b"kapot", "niet_bekeken"),
        ("application/octet-stream", pdf([("Morgen is er sportdag", ())]), "niets"),
        ("", b"<p>Hallo</p>", "niet_bekeken"),
    ],
)
def test_what_stands_there_decides_and_not_its_name(site, manners, tmp_path, kind, body, level):
    site.put("/iets.html", body, kind)

    assert [told["level"] for told in run(site, manners, tmp_path, sitemap(site, "/iets.html")).values()] == [level]


def test_a_sitemap_at_an_address_counts_for_its_own_host_alone(site, manners, tmp_path):
    site.put("/sitemap.xml", urlset(f"{site.root}/1", "http://elders.example/2"), "text/xml")
    site.put("/1", "<main>Morgen is er sportdag voor iedereen.</main>")

    found = check(lambda work: Site.at_address(f"{site.root}/sitemap.xml", manners, work), tmp_path)

    assert {place: told["level"] for (place, _), told in found.items()} == {
        f"{site.root}/1": "niets",
        "http://elders.example/2": "niet_bekeken",
    }


def test_an_address_that_is_no_sitemap_is_refused(site, manners, tmp_path):
    site.put("/sitemap.xml", "<html></html>")

    with pytest.raises(NotReadable) as refused:
        Site.at_address(f"{site.root}/sitemap.xml", manners, tmp_path)

    assert refused.value.code == "no_sitemap"
