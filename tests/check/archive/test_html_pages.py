"""A web page: its words, its pictures, and what stands around it, whatever somebody wrote in it."""

import time

import pytest

from magdit.check.archive.bounds import WORDS
from magdit.check.archive.html_page import Shown, read_html
from magdit.check.archive.html_pieces import AROUND, page_pieces
from magdit.check.archive.piece import Missed, NotReadable, Picture
from magdit.check.archive.plain import as_words


def shown(html):
    return [one.address for one in read_html(html).body.pictures]


def test_words_are_read_as_people_read_them():
    page = read_html("<title>Reis</title><p>De <b>kin</b>deren</p><script>x('geheim')</script><p>zijn terug.</p>")

    assert (page.title, page.body.words) == ("Reis", "De kinderen\nzijn terug.")


def test_menu_head_and_foot_stand_apart():
    page = read_html("<nav>Home</nav><main><header>Reis</header><p>Leuk.</p></main><footer>Bel ons</footer>")

    assert page.body.words == "Reis\nLeuk."
    assert page.frame.words == "Home\nBel ons"


def test_the_edge_of_two_pages_is_one_piece():
    pages = [read_html(f"<main>{text}</main><footer>Bel ons</footer>") for text in ("een", "twee")]

    keys = [[piece.key for piece in page_pieces(page, f"{at}.html", lambda one: None)] for at, page in enumerate(pages)]

    assert keys[0][0] == keys[1][0]
    assert keys[0][1] != keys[1][1]


def test_the_edge_comes_before_the_page_so_that_a_page_that_is_done_is_wholly_done():
    page = read_html("<main>een</main><footer>Bel ons</footer>")

    assert [piece.place for piece in page_pieces(page, "1.html", lambda one: None)] == [AROUND, "1.html"]


@pytest.mark.parametrize(
    ("html", "pictures"),
    [
        ('<img src="reis.jpg">', ["reis.jpg"]),
        ('<img src="reis-300x200.jpg" srcset="reis-300x200.jpg 300w, reis-1024x683.jpg 1024w">', ["reis-1024x683.jpg"]),
        ('<img src="data:image/gif;base64,AAAA" data-src="reis.jpg">', ["reis.jpg"]),
        ('<noscript><img src="reis.jpg"></noscript>', ["reis.jpg"]),
        ('<a href="groot.JPG">foto</a>', ["groot.JPG"]),
        ('<a href="reis.jpg"><img src="reis-300x200.jpg"></a>', ["reis.jpg"]),
        ("<div style=\"background-image: url('reis.jpg')\">x</div>", ["reis.jpg"]),
        ('<meta property="og:image" content="reis.jpg">', ["reis.jpg"]),
        ('<svg><image href="reis.jpg"/></svg>', ["reis.jpg"]),
        ('<img src="">', []),
        ("<img>", []),
    ],
)
def test_every_way_to_show_a_picture_is_seen(html, pictures):
    assert shown(html) == pictures


def test_words_for_who_cannot_see_the_picture_are_kept():
    assert read_html('<img src="a.jpg" alt="Noor op de ski">').body.pictures == (Shown("a.jpg", "Noor op de ski"),)


@pytest.mark.parametrize(
    ("html", "miss"),
    [
        ('<video src="reis.mp4"></video>', Missed("reis.mp4", "film")),
        ('<iframe src="https://film.example/1"></iframe>', Missed("https://film.example/1", "embedded")),
        ('<a href="reis.mov">film</a>', Missed("reis.mov", "film")),
    ],
)
def test_what_is_not_looked_at_is_named(html, miss):
    assert miss in read_html(html).missed


def test_newsletters_that_are_offered_are_named():
    assert read_html('<a href="/nieuws/maart.pdf?x=1">maart</a><a href="b.html">b</a>').documents == (
        "/nieuws/maart.pdf?x=1",
    )


def test_a_picture_written_out_in_the_page_is_looked_at():
    [piece] = page_pieces(read_html('<img src="data:image/png;base64,aGFsbG8=">'), "a.html", lambda one: None)

    assert piece.pictures == (Picture.of_bytes(b"hallo", "afbeelding in de pagina"),)


def test_a_drawing_that_only_keeps_a_place_open_is_no_picture():
    [piece] = page_pieces(read_html('<img src="data:image/svg+xml,<svg/>">'), "a.html", lambda one: None)

    assert (piece.pictures, piece.missed) == ((), ())


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 50_000,
        "<" * 20_000,
        "<!--" * 20_000,
        "<![" * 20_000,
        "&#" * 50_000,
        "<a b='" * 20_000,
        "<a b=" * 20_000,
        "<script>" * 20_000,
        "<?" * 20_000,
        "</" * 20_000,
        "<a href='" + "x" * 100_000,
        "<img srcset='" + "a, " * 50_000 + "'>",
        "<p style='" + "url(" * 50_000 + "'>",
        "\x00<p>\ufffe\u202e</p>",
        "</nav></footer></main>" * 1_000 + "tekst",
    ],
)
def test_no_page_takes_long_or_breaks(html):
    begun = time.perf_counter()

    read_html(html)

    assert time.perf_counter() - begun < 5


def test_a_page_that_is_too_long_is_read_in_part_and_says_so():
    page = read_html("woord " * WORDS)

    assert len(page.body.words) <= WORDS
    assert Missed("tekst", "too_many_words") in page.missed


@pytest.mark.parametrize("begun", ["<!-- ", "<script> ", "<style> ", "<![CDATA[ "])
def test_what_is_begun_and_never_ends_hides_nothing_in_silence(begun):
    assert Missed("tekst", "damaged") in read_html(f"<p>Een.</p>{begun} Bel 06-12345678").missed


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("één".encode(), ""),
        ("één".encode("cp1252"), ""),
        ("één".encode("cp1252"), "iso-8859-1"),
        ("één".encode("utf-16"), ""),
        (b"\xef\xbb\xbf" + "één".encode(), ""),
        ("één".encode("cp1252"), "zlib"),
        ("één".encode(), "bestaat-niet"),
    ],
)
def test_words_are_read_in_the_alphabet_they_are_written_in(data, charset):
    assert as_words(data, charset=charset) == "één"


@pytest.mark.parametrize(("data", "code"), [(b"a\x00b", "no_text"), (b"x" * 6_000_000, "too_large")])
def test_what_is_no_text_is_not_read(data, code):
    with pytest.raises(NotReadable) as refused:
        as_words(data)

    assert refused.value.code == code
