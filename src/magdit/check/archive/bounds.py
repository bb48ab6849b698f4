"""How much of a page, a newsletter or a list of pages we are willing to read. Numbers only."""

from __future__ import annotations

MEGA = 1_000_000

PAGE_BYTES = 5 * MEGA  # of HTML or plain text
WORDS = 200_000  # signs in one piece: a hundred pages of a book
DOCUMENT_BYTES = 200 * MEGA
SHEETS = 2_000  # pages of one document
PICTURES = 500  # on one page
PARTS = 5_000  # files in one DOCX
PART_BYTES = 30 * MEGA  # of one part that is text
UNPACKED_BYTES = 1_000 * MEGA
SWOLLEN = 400  # times its packed size: text shrinks to a tenth, a bomb to a thousandth
SMALL = 5 * MEGA
LIST_BYTES = 60 * MEGA  # a sitemap: 50 MB is what its makers agreed on
ADDRESSES = 50_000
DEEPEST = 200  # elements inside each other
