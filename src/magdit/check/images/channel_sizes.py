"""How large a picture needs to be for where it goes: the longest side in pixels. Data, from what channels show at most.

More would only make a crop of a face in the background easier. Print and school systems keep what there is, up to what
fills a large sheet.
"""

from __future__ import annotations

from typing import Final

from magdit.words.media import MEDIA

LARGEST = 4096

LONG_SIDES: Final = {
    "instagram": 1440,
    "threads": 1440,
    "facebook": 2048,
    "x": 2048,
    "bluesky": 2000,
    "mastodon": 2048,
    "linkedin": 2048,
    "pinterest": 2048,
    "tiktok": 1920,
    "snapchat": 1920,
    "youtube": 1920,
    "whatsapp": 1600,
    "signal": 1600,
    "telegram": 1600,
    "messenger": 2048,
    "sociale_media": 2048,
    "berichtendienst": 1600,
    "website": 2048,
    "eigen_website": 2048,
    "internet": 2048,
    "weblog": 2048,
    "intranet": 2048,
    "ouderportaal": 2048,
    "elo": 2048,
    "teams": 2048,
    "nieuwsbrief": 1600,
    "email": 1600,
    "in_de_les": 2560,
    "ouderavond": 2560,
}


def long_side_for(medium: str | None) -> int:
    """Return the longest side that this medium needs, by any of its spellings; what is not in the list keeps 4096."""
    if medium is None or medium not in MEDIA:
        return LARGEST
    code = MEDIA.code(medium)
    wider = (LONG_SIDES[word] for word in MEDIA.above(code) if word in LONG_SIDES)
    return LONG_SIDES.get(code) or max(wider, default=LARGEST)
