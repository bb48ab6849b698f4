"""Documents with bytes that fell over: read, or named, and nothing else ever happens."""

import random

import pytest

from magdit.check.archive.docx import docx_sheets
from magdit.check.archive.html_page import read_html
from magdit.check.archive.pdf import pdf_sheets
from magdit.check.archive.piece import NotReadable
from magdit.check.archive.plain import as_words
from magdit.check.archive.sitemap import read_sitemap
from magdit.wording.archive_missed import NOT_READ
from tests.check.archive.makers import PAGE_BREAK, docx, drawing, paragraph, pdf, with_pictures
from tests.check.archive.test_lists_of_pages import urlset
from tests.check.images.makers import encoded, picture, put

PHOTO = encoded(picture(160, 160), "JPEG")
HTML = (
    b"<title>Reis</title><nav>Home</nav><main><p>Groep 5 &amp; 6 <img src='a.jpg' alt='x'></p></main>"
    b"<!-- x --><footer>y</footer>"
)


def fallen_over(content: bytes, seed: int) -> bytes:
    """The same with some bytes changed, cut out, doubled or cut off."""
    chance, found = random.Random(seed), bytearray(content)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(found))
        piece = found[at : at + chance.randint(1, 30)]
        kind = chance.randrange(5)
        if kind == 0:
            found[at] = chance.randrange(256)
        elif kind == 1:
            del found[at : at + len(piece)]
        elif kind == 2:
            found[at:at] = piece * chance.randint(1, 4)
        elif kind == 3:
            found[at : at + 1] = chance.choice([b"<", b">", b"\x00", b"/", b"999999999", b"(", b"[", b"&", b"'"])
        elif chance.random() < 0.2:
            del found[max(at, 1) :]
        found = found or bytearray(b" ")
    return bytes(found)


def newsletter_docx(folder):
    body = paragraph("Een") + drawing("rId1") + PAGE_BREAK + paragraph("Twee")
    return docx(folder, "a.docx", body, with_pictures({"een.jpeg": PHOTO})).read_bytes()


def outcome(read) -> set[str]:
    """The codes under which something was not read; none when all was."""
    try:
        return {miss.code for sheet in read() for miss in getattr(sheet, "missed", ())}
    except NotReadable as refused:
        return {refused.code}


@pytest.mark.parametrize("part", range(6))
def test_a_fallen_newsletter_is_read_or_named(tmp_path, part):
    makers = {
        ".docx": (newsletter_docx(tmp_path), docx_sheets),
        ".pdf": (pdf([("Een", (PHOTO,)), ("Twee", ())]), pdf_sheets),
    }
    for name, (content, read) in makers.items():
        for seed in range(20):
            path = put(tmp_path, f"b{name}", fallen_over(content, 1_000 * part + seed))

            assert outcome(lambda read=read, path=path: list(read(path))) <= set(NOT_READ)


@pytest.mark.parametrize("part", range(4))
def test_a_fallen_page_or_list_is_read_or_named(part):
    for seed in range(50):
        page = fallen_over(HTML, 1_000 * part + seed)
        assert outcome(lambda page=page: [read_html(as_words(page, html=True))]) <= set(NOT_READ)

        listed = fallen_over(urlset("https://a.example/1", "https://a.example/2"), 1_000 * part + seed)
        assert outcome(lambda listed=listed: [read_sitemap(listed)]) <= set(NOT_READ)
