"""What a WordPress site tells of its posts, pages and media. Reads answers; asks for nothing itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from magdit.check.archive.piece import NotReadable

MOST_WORDS = 400_000


@dataclass(frozen=True)
class Post:
    """A post or page as a visitor can read it. `content` is HTML; `is_locked`: it asks for a password."""

    number: int
    link: str
    title: str
    content: str
    picture: int | None = None
    is_locked: bool = False


@dataclass(frozen=True)
class Medium:
    """A file in the library: its own address, and the words that go with it."""

    number: int
    link: str
    kind: str
    words: str
    alt: str = ""


def read_posts(data: bytes) -> tuple[Post, ...]:
    """The posts in one answer; raises NotReadable when this is no answer of WordPress."""
    return tuple(_post(row) for row in _rows(data))


def read_media(data: bytes) -> tuple[Medium, ...]:
    """The files in one answer; raises NotReadable when this is no answer of WordPress."""
    return tuple(_medium(row) for row in _rows(data))


def _rows(data: bytes) -> list[dict[str, Any]]:
    try:
        rows = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NotReadable("no_wordpress") from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) and isinstance(row.get("id"), int) for row in rows):
        raise NotReadable("no_wordpress")
    return rows


def _post(row: dict[str, Any]) -> Post:
    content = row.get("content")
    locked = isinstance(content, dict) and content.get("protected") is True
    picture = row.get("featured_media")
    return Post(
        number=row["id"],
        link=_text(row.get("link")),
        title=_rendered(row.get("title")),
        content="\n".join(filter(None, (_rendered(content), _rendered(row.get("excerpt"))))),
        picture=picture if isinstance(picture, int) and picture > 0 else None,
        is_locked=locked,
    )


def _medium(row: dict[str, Any]) -> Medium:
    words = [_rendered(row.get(name)) for name in ("title", "caption", "description")]
    return Medium(
        number=row["id"],
        link=_text(row.get("source_url")),
        kind=_text(row.get("mime_type")),
        words="\n".join(filter(None, words)),
        alt=_text(row.get("alt_text")),
    )


def _rendered(value: object) -> str:
    return _text(value.get("rendered")) if isinstance(value, dict) else ""


def _text(value: object) -> str:
    return value[:MOST_WORDS] if isinstance(value, str) else ""
