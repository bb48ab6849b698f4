"""A post as WordPress keeps it: blocks of HTML, with the media where the site put them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from magdit.connectors.as_page import paragraphs, plain, without_heading
from magdit.connectors.connector import Post


@dataclass(frozen=True)
class Medium:
    """A file in the media library: its number, where it is shown, and everywhere it can be fetched."""

    id: int
    kind: str  # image, video, audio
    source: str
    alt: str
    urls: tuple[str, ...]


def content(post: Post, media: Sequence[Medium], *, without_first: bool = False) -> str:
    """The text and then the media, in blocks. `without_first`: the theme shows the first picture by itself."""
    first = next((medium for medium in media if medium.kind == "image"), None)
    inside = [medium for medium in media if not (without_first and medium is first)]
    said = without_heading(post.title, post.text)
    texts = [f"<!-- wp:paragraph -->\n<p>{part}</p>\n<!-- /wp:paragraph -->" for part in paragraphs(said)]
    return "\n\n".join([*texts, *map(_block, inside)])


def _block(medium: Medium) -> str:
    where, says = escape(medium.source), escape(plain(medium.alt))
    if medium.kind == "image":
        shown = f'<img src="{where}" alt="{says}" class="wp-image-{medium.id}"/>'
    else:
        shown = f'<{medium.kind} controls preload="metadata" src="{where}" aria-label="{says}"></{medium.kind}>'
    size = ',"sizeSlug":"full","linkDestination":"none"' if medium.kind == "image" else ""
    css = f"wp-block-{medium.kind}" + (" size-full" if medium.kind == "image" else "")
    head = f'<!-- wp:{medium.kind} {{"id":{medium.id}{size}}} -->'
    return f'{head}\n<figure class="{css}">{shown}</figure>\n<!-- /wp:{medium.kind} -->'
