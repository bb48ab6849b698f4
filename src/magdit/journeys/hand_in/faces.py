"""A face as a picture of a draft remembers it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from magdit.areas.drafts.models import OPEN
from magdit.check.images.faces import Face

SEEN, DRAWN = "gezien", "getekend"  # by the finder, or by a person


def as_row(face: Face, *, source: str = SEEN) -> dict[str, Any]:
    """A face as it is kept: where it is, and what is said of it; nothing yet."""
    # With a letter in front: eight digits alone could be a telephone number, and the journal refuses those.
    return {
        "id": f"g{uuid4().hex[:8]}", "x": face.x, "y": face.y, "w": face.w, "h": face.h, "score": round(face.score, 3),
        "source": source, "fate": OPEN, "person": None,
    }  # fmt: skip
