"""Looking at a picture of a draft, and remembering it: faces as boxes, how it looks as a whole, a preview of it."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID, uuid4

from magdit.areas.drafts import files
from magdit.areas.drafts.actions import keep_look
from magdit.areas.drafts.models import OPEN, Picture
from magdit.areas.drafts.words import ref
from magdit.areas.journal.doing import Doing
from magdit.check.draft.attempts import NotLooked, attempt
from magdit.check.draft.look import SLOWEST, Eyes
from magdit.check.images.faces import Face
from magdit.check.images.film.sheet import contact_sheet
from magdit.check.images.film.track import FilmLook, Track
from magdit.check.images.intake import Photo
from magdit.check.images.intake import take_in as read_photo
from magdit.check.images.rebuild import as_clean_jpeg
from magdit.check.images.tracing.hashes import hashes_of
from magdit.check.images.video import take_in_media

PREVIEW_SIDE = 2000  # of a phone photo some 1344 are left
PREVIEW_QUALITY = 80
SEEN, NOT_SEEN = "gezien", "niet_bekeken"


def seen_in_photo(doing: Doing, draft: UUID, picture: Picture, photo: Photo, eyes: Eyes) -> None:
    """Fill in what a look at this photo finds, on a row that is not saved yet; keep the preview of it."""
    faces = attempt(lambda: eyes.faces(photo.pixels), what="gezichten", where="", longest=eyes.longest)
    if isinstance(faces, NotLooked):
        picture.look, picture.why_not = NOT_SEEN, faces.code
    else:
        picture.look, picture.faces = SEEN, [as_row(face) for face in faces]
    picture.hashes = list(hashes_of(photo.pixels))
    preview = as_clean_jpeg(photo.pixels, long_side=PREVIEW_SIDE, quality=PREVIEW_QUALITY)
    files.keep_made(doing, ref(draft), picture.pk, files.PREVIEW, [preview])


def look_at(doing: Doing, picture: Picture, eyes: Eyes) -> None:
    """Look at a film that waits, or once more at a photo that could not be looked at."""
    if picture.kind == "foto":
        with files.opened(picture) as path:
            seen_in_photo(doing, picture.draft_id, picture, read_photo(path), eyes)
        found: dict[str, Any] = {name: getattr(picture, name) for name in ("look", "why_not", "faces", "hashes")}
    else:
        found = _film(doing, picture, eyes)
    keep_look(doing, picture, **found)


def as_row(face: Face, *, source: str = "gezien") -> dict[str, Any]:
    """A face as it is kept: where it is, and what is said of it; nothing yet."""
    # With a letter in front: eight digits alone could be a telephone number, and the journal refuses those.
    return {
        "id": f"g{uuid4().hex[:8]}", "x": face.x, "y": face.y, "w": face.w, "h": face.h, "score": round(face.score, 3),
        "source": source, "fate": OPEN, "person": None,
    }  # fmt: skip


def _film(doing: Doing, picture: Picture, eyes: Eyes) -> dict[str, Any]:
    with files.opened(picture) as path:
        film = take_in_media(path)
        longest = eyes.longest + SLOWEST * film.duration
        seen = attempt(lambda: eyes.film(film), what="gezichten", where="", longest=longest)
        if isinstance(seen, NotLooked):
            return {"look": NOT_SEEN, "why_not": seen.code}
        sheets = _sheets(doing, picture, seen)
    return {
        "look": SEEN, "faces": [_track(one) for one in seen.tracks], "at_once": seen.most_at_once(),
        "clean": {"sheets": sheets},
    }  # fmt: skip


def _sheets(doing: Doing, picture: Picture, seen: FilmLook) -> int:
    pages = contact_sheet(seen)
    for number, page in enumerate(pages):
        written = io.BytesIO()
        page.convert("RGB").save(written, "JPEG", quality=PREVIEW_QUALITY)
        files.keep_made(doing, ref(picture.draft_id), picture.pk, f"{files.SHEET}-{number}", [written.getvalue()])
    return len(pages)


def _track(track: Track) -> dict[str, Any]:
    """A face through a film, by its number on the sheet; where it is when it shows best."""
    left, top, right, bottom = (round(float(side)) for side in track.boxes[track.sample])
    row = as_row(Face(x=left, y=top, w=right - left, h=bottom - top, score=float(track.score)))
    return {**row, "number": track.number, "from": round(track.start, 2), "to": round(track.end, 2)}
