"""Looking at a picture of a draft, and remembering it: faces as boxes, how it looks as a whole, a preview of it.

What is done with a film stands in `films`.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from magdit.areas.drafts import files
from magdit.areas.drafts.actions import keep_look
from magdit.areas.drafts.models import Picture
from magdit.areas.drafts.words import ref
from magdit.areas.journal.doing import Doing
from magdit.check.draft.attempts import NotLooked, attempt
from magdit.check.draft.look import Eyes
from magdit.check.images.intake import Photo
from magdit.check.images.intake import take_in as read_photo
from magdit.check.images.rebuild import as_clean_jpeg
from magdit.check.images.tracing.hashes import hashes_of
from magdit.journeys.hand_in.faces import as_row
from magdit.journeys.hand_in.films import seen_in_film

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
        found = seen_in_film(doing, picture, eyes)
    keep_look(doing, picture, **found)
