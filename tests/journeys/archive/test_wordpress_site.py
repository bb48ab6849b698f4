"""A WordPress site through its own public list: posts, pages, media, newsletters; whatever the other side answers."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from magdit.check.archive.piece import NotReadable
from magdit.journeys.archive import blog
from magdit.journeys.archive.blog import Blog
from magdit.journeys.archive.fetching import Fetcher
from magdit.journeys.archive.web import Web
from tests.check.archive.makers import pdf
from tests.journeys.archive.archives import CountingEyes, check, lines_of, photo
from tests.journeys.archive.loopback import Served


class WordPress:
    """Answers as WordPress does, with numbers of pages; `plain` for a site without addresses of words."""

    def __init__(self, site, *, plain=False):
        self.site, self.plain, self.rows = site, plain, {"posts": [], "pages": [], "media": []}

    def post(self, number, html, *, kind="posts", **more):
        row = {"id": number, "link": f"{self.site.root}/?p={number}", "title": {"rendered": f"Bericht {number}"}}
        self.rows[kind].append({**row, "content": {"rendered": html, "protected": False}, "featured_media": 0, **more})

    def file(self, number, path, body, kind="image/jpeg", **more):
        self.site.put(path, body, kind)
        row = {"id": number, "source_url": f"{self.site.root}{path}", "mime_type": kind, "alt_text": ""}
        self.rows["media"].append({**row, **more})

    def up(self):
        for kind in self.rows:
            fields = blog.MEDIA_FIELDS if kind == "media" else blog.POST_FIELDS
            for page in range(1, 6):
                asked = f"per_page={blog.PER_PAGE}&_fields={fields}&page={page}"
                path = f"/?rest_route=/wp/v2/{kind}&{asked}" if self.plain else f"/wp-json/wp/v2/{kind}?{asked}"
                self.site.pages[path] = self._answering(kind, page)

    def _answering(self, kind, page):
        def answer(times):
            rows, most = self.rows[kind], blog.PER_PAGE
            pages = max(1, -(-len(rows) // most))
            if page > pages:
                return Served(b'{"code":"rest_post_invalid_page_number"}', "application/json", 400)
            told = {"X-WP-Total": str(len(rows)), "X-WP-TotalPages": str(pages)}
            return Served(json.dumps(rows[most * (page - 1) : most * page]).encode(), "application/json", 200, told)

        return answer


@pytest.fixture(params=[False, True], ids=["met nette adressen", "zonder nette adressen"])
def press(request, site):
    return WordPress(site, plain=request.param)


def run(press, manners, out, **more):
    press.up()

    def source(work):
        found = Blog(f"{press.site.root}/", manners, work)
        found.begin()
        return found

    found = check(source, out, **more)
    return {(place.removeprefix(press.site.root), page): told for (place, page), told in found.items()}


def test_posts_pages_and_loose_files_are_judged(press, manners, tmp_path):
    press.post(1, "<p>Groep 5 op reis.</p><img src='/f/reis-300x200.jpg'>")
    press.post(2, "<p>Morgen is er sportdag voor iedereen.</p>", kind="pages")
    press.site.put("/f/reis-300x200.jpg", photo(), "image/jpeg")
    press.site.put("/f/reis.jpg", photo(), "image/jpeg")
    press.file(11, "/f/reis.jpg", photo())
    press.file(12, "/f/los.jpg", photo(2), alt_text="Olaf Willems")
    press.file(13, "/f/krant.pdf", pdf([("Bel Noor van Dijk op 06-12345678", ())]), "application/pdf")
    press.file(14, "/f/film.mp4", b"film", "video/mp4")

    found = run(press, manners, tmp_path)

    assert {place: told["level"] for place, told in found.items()} == {
        ("/?p=1", None): "gezichten_groep",
        ("/?p=2", None): "niets",
        ("/f/los.jpg", None): "zeker",
        ("/f/krant.pdf", 1): "zeker",
        ("/f/film.mp4", None): "niet_bekeken",
    }


def test_every_page_of_the_list_is_read(press, manners, tmp_path):
    for number in range(1, 121):
        press.post(number, f"<p>Morgen is er sportdag nummer {number}.</p>")

    assert len(run(press, manners, tmp_path)) == 120


def test_a_second_time_only_what_changed_is_judged(press, manners, tmp_path):
    press.post(1, "<p>Morgen is er sportdag voor iedereen.</p><img src='/f/a.jpg'>")
    press.post(2, "<p>Vandaag is er feest voor iedereen.</p>")
    press.site.put("/f/a.jpg", photo(), "image/jpeg")
    run(press, manners, tmp_path)
    before = len(lines_of(tmp_path))
    press.rows["posts"][1]["content"]["rendered"] = "<p>Bel 06-12345678</p>"
    eyes = CountingEyes()

    found = run(press, manners, tmp_path, look=eyes)

    assert found[("/?p=2", None)]["level"] == "zeker"
    assert (len(lines_of(tmp_path)), eyes.looked) == (before + 1, [])
    assert press.site.times("/f/a.jpg") == 1


def test_the_picture_above_a_post_is_looked_at(press, manners, tmp_path):
    press.file(11, "/f/boven.jpg", photo(), alt_text="Groep 5")
    press.post(1, "<p>Op reis.</p>", featured_media=11)

    found = run(press, manners, tmp_path)

    assert {place: told["level"] for place, told in found.items()} == {("/?p=1", None): "gezichten_groep"}


def test_a_post_behind_a_password_is_named(press, manners, tmp_path):
    press.post(1, "")
    press.rows["posts"][0]["content"]["protected"] = True

    assert run(press, manners, tmp_path)[("/?p=1", None)]["level"] == "niet_bekeken"


def test_a_copy_on_the_computers_of_wordpress_is_looked_at_at_home(manners, tmp_path):
    web = Web(Fetcher(frozenset({"school.example"}), manners), tmp_path)
    html = "<main><img src='https://i0.wp.com/www.school.example/f/reis.jpg?w=300'></main>"

    _, pieces = web.page(html, "https://school.example/1")

    assert [one.url for piece in pieces for one in piece.pictures] == ["https://www.school.example/f/reis.jpg"]


def test_the_title_of_a_post_stands_above_it_and_counts(press, manners, tmp_path):
    press.post(1, "<p>Morgen is er sportdag.</p>", title={"rendered": "Bel <b>Olaf Willems</b> op 06-12345678"})

    found = run(press, manners, tmp_path)[("/?p=1", None)]

    assert (found["level"], found["title"]) == ("zeker", "Bel Olaf Willems op 06-12345678")


def test_a_link_to_another_host_is_not_believed(press, manners, tmp_path):
    press.post(1, "<p>Bel 06-12345678</p>", link="javascript:alert(1)")
    press.rows["media"].append({"id": 5, "source_url": "http://10.0.0.1/geheim.jpg", "mime_type": "image/jpeg"})

    found = run(press, manners, tmp_path)

    assert {place: told["level"] for (place, _), told in found.items()} == {
        "/?p=1": "zeker",
        "http://10.0.0.1/geheim.jpg": "niet_bekeken",
    }


@pytest.mark.parametrize("body", [b"<html>onderhoud</html>", b"{}", b"[1,2]", b""])
def test_a_list_that_breaks_off_is_named(press, manners, tmp_path, body):
    press.post(1, "<p>Morgen is er sportdag voor iedereen.</p>")
    press.up()
    press.up = lambda: None
    path = next(
        path for path in press.site.pages if "/pages" in urlsplit(path).path + str(parse_qs(urlsplit(path).query))
    )
    press.site.put(path, body, "text/html")

    found = run(press, manners, tmp_path)

    assert sorted(told["level"] for told in found.values()) == ["niet_bekeken", "niets"]


def test_a_list_that_gives_the_same_page_for_ever_ends(site, manners, tmp_path):
    rows = [{"id": 1, "link": f"{site.root}/?p=1", "content": {"rendered": "<p>Morgen is er sportdag voor ons.</p>"}}]
    press = WordPress(site)
    for kind in press.rows:
        fields = blog.MEDIA_FIELDS if kind == "media" else blog.POST_FIELDS
        for page in range(1, 10):
            path = f"/wp-json/wp/v2/{kind}?per_page={blog.PER_PAGE}&_fields={fields}&page={page}"
            site.put(path, json.dumps(rows if kind == "posts" else []), "application/json")
    press.up = lambda: None

    assert len(run(press, manners, tmp_path)) == 1


def test_a_site_that_is_no_wordpress_is_refused(site, manners, tmp_path):
    site.put("/", "<html>welkom</html>")

    with pytest.raises(NotReadable):
        Blog(site.root, manners, tmp_path).begin()
