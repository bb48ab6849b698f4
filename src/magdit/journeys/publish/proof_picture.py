"""A picture that someone sends as proof, made anew from its pixels: what came in is never kept or shown itself."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from magdit.areas.drafts import files
from magdit.areas.journal.refused import Refused
from magdit.check.images import refusal
from magdit.check.images.intake import take_in
from magdit.check.images.rebuild import as_clean_jpeg

LONG_SIDE, QUALITY = 2000, 80
MOST = 20_000_000  # bytes


def as_picture(parts: Iterable[bytes]) -> bytes:
    """The picture as JPEG. Refused for what is none, or is too large."""
    with tempfile.TemporaryDirectory(dir=files.folder(), prefix="open-") as place:
        path = Path(place) / "beeld"
        path.write_bytes(_whole(parts))
        try:
            photo = take_in(path)
        except refusal.Refused:
            raise Refused("proof_no_picture") from None
        return as_clean_jpeg(photo.pixels, long_side=LONG_SIDE, quality=QUALITY)


def _whole(parts: Iterable[bytes]) -> bytes:
    found = b""
    for part in parts:
        found += part
        if len(found) > MOST:
            raise Refused("picture_too_big", most=MOST // 1_000_000)
    return found
