"""A finished text as HTML: paragraphs and line breaks, and nothing that it says is ever a tag."""

from __future__ import annotations

import re
from html import escape

PARTED = re.compile(r"\n\s*\n")
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")  # no page and no feed may hold these


def plain(text: str) -> str:
    """The text without signs that XML cannot hold, with one kind of line end."""
    return UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def without_heading(title: str, text: str) -> str:
    """The text without its first line, when that stands above it as the title already and more follows."""
    said, more = plain(text).partition("\n")[::2]
    head = plain(title).rstrip(" …")
    return more.strip() if head and more.strip() and said.strip() == head else plain(text)


def paragraphs(text: str) -> tuple[str, ...]:
    """Each paragraph as HTML, without the tag around it."""
    return tuple(escape(part.strip()).replace("\n", "<br>\n") for part in PARTED.split(plain(text)) if part.strip())


def shown(media_type: str, address: str, alt: str) -> str:
    """A picture, film or sound as HTML."""
    where, says = escape(address), escape(plain(alt))
    if media_type.startswith("video/"):
        return f'<video controls preload="metadata" src="{where}" aria-label="{says}"></video>'
    if media_type.startswith("audio/"):
        return f'<audio controls preload="metadata" src="{where}" aria-label="{says}"></audio>'
    return f'<img src="{where}" alt="{says}">'
