"""What a no touches, and by when it must be gone. Knows channels and kinds of data; knows no rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from magdit.words.media import MEDIA
from magdit.words.vocabulary import Vocabulary


def touches(
    shown_on: str, shown: Iterable[str], *, channel: str, covers: Iterable[str], media: Vocabulary = MEDIA
) -> bool:
    """Whether a no about a channel and some data is about what is shown there: the same channel, wider or narrower."""
    same = shown_on == channel
    related = same or shown_on in family(channel, media) or channel in family(shown_on, media)
    return related and not set(shown).isdisjoint(covers)


def rests_on(shown_for: str, purpose: str) -> bool:
    """Whether what is shown for one purpose rests on the answers about another. Where one is not told, it may."""
    return not shown_for or not purpose or shown_for == purpose


def due(at: datetime, hours: int) -> datetime:
    """By when something must be taken down."""
    return at + timedelta(hours=hours)


def family(channel: str, media: Vocabulary) -> frozenset[str]:
    """A channel and all below it; a word that this list does not know is only itself."""
    return media.below(channel) if any(word.code == channel for word in media) else frozenset({channel})
