"""The copies that may leave the house: made anew from pixels, with the chosen faces hidden, and looked at once more.

A copy is kept until what it was made by changes (the faces to hide, the channel, the sound). A copy in which
something shows that should not be there (`surprises`) never goes out.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from magdit.areas.drafts import files
from magdit.areas.drafts.actions import keep_look
from magdit.areas.drafts.models import HIDDEN, Draft, Picture
from magdit.areas.drafts.words import ref
from magdit.areas.journal.doing import Doing
from magdit.check.draft.again import with_surprises
from magdit.check.draft.clean import Clean, clean_copies
from magdit.check.draft.look import Eyes, Looked, SeenPhoto
from magdit.check.draft.plan import Plan
from magdit.check.images.channel_sizes import long_side_for
from magdit.check.images.intake import take_in as read_photo
from magdit.check.images.tracing.hashes import hashes_of
from magdit.journeys.hand_in.films import clean_film
from magdit.journeys.hand_in.remembered import named, seen_photo

NO_SOUND = "geluid"
PLACE = ("x", "y", "w", "h", "from", "to", "frame")  # where a face is, in a film also when
PIECE = 1_000_000


def is_clean(picture: Picture, draft: Draft) -> bool:
    """Whether the copy is there, as it would be made now, and shows nothing that should not be there."""
    made = picture.clean
    return made.get("of") == made_by(picture, draft) and not made.get("surprises")


def made_by(picture: Picture, draft: Draft) -> str:
    """All that decides what the copy looks like, in one mark."""
    hidden = [[face.get(key) for key in PLACE] for face in picture.faces if face["fate"] == HIDDEN]
    told = [picture.sha256, hidden, long_side_for(draft.medium or None), NO_SOUND in draft.mends]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def clean_all(
    doing: Doing, draft: Draft, *, pictures: Sequence[Picture] | None = None, eyes: Eyes | None = None
) -> list[Picture]:
    """Make every copy that is not there as it should be; answers those in which something still shows.

    `pictures`: all of the draft, as they were read just now.
    """
    pictures = list(draft.pictures.filter(gone_at=None).order_by("order")) if pictures is None else pictures
    for picture in pictures:
        if picture.clean.get("of") != made_by(picture, draft):
            _make(doing, picture, draft, eyes or Eyes())
    return [picture for picture in pictures if not is_clean(picture, draft)]


def _make(doing: Doing, picture: Picture, draft: Draft, eyes: Eyes) -> None:
    with _folder() as folder:
        if picture.kind == "foto":
            with files.opened(picture) as path:
                copy, told = _photo(picture, draft, path, folder, eyes)
        else:
            target = folder / ("schoon.mp4" if picture.kind == "video" else "schoon.m4a")
            copy, told = clean_film(picture, target, eyes, sound=NO_SOUND not in draft.mends)
        files.keep_made(doing, ref(draft.pk), picture.pk, files.CLEAN, _pieces(copy))
    picture.clean = {**picture.clean, **told, "of": made_by(picture, draft)}
    keep_look(doing, picture, clean=picture.clean)


def _photo(picture: Picture, draft: Draft, path: Path, folder: Path, eyes: Eyes) -> tuple[Path, dict[str, Any]]:
    before = Looked(photos=(seen_photo(picture, path),))
    hidden = tuple((named(picture), at) for at, face in enumerate(picture.faces) if face["fate"] == HIDDEN)
    copies = clean_copies(before, Plan(hidden=hidden), folder, eyes, medium=draft.medium)
    now = read_photo(copies[0].path)
    again = Looked(photos=(SeenPhoto(copies[0].path.name, now, eyes.faces(now.pixels)),))
    told = {
        "sha256": copies[0].sha256, "width": now.width, "height": now.height, "hashes": list(hashes_of(now.pixels)),
        "surprises": _surprises(again, before, copies, eyes),
    }  # fmt: skip
    return copies[0].path, told


def _surprises(again: Looked, before: Looked, copies: tuple[Clean, ...], eyes: Eyes) -> list[str]:
    return [miss.code for miss in with_surprises(again, before, copies, eyes).not_looked]


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as opened:
        while piece := opened.read(PIECE):
            yield piece


@contextmanager
def _folder() -> Iterator[Path]:
    """For us alone, and gone when the copy is kept; what a crash leaves is swept at night (`open-`)."""
    place = Path(tempfile.mkdtemp(dir=files.folder(), prefix="open-"))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
