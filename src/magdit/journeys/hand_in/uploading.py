"""A picture that comes in pieces: what broke off goes on where it was. Enciphered piece by piece under the draft's key.

The last piece hands the whole over to `taking_in`; nothing stays behind then. What nobody finished is swept at night.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from magdit.areas.drafts import files
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.words import ref
from magdit.areas.journal import kept_files
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.rights import acting_person
from magdit.journeys.hand_in.taking_in import open_draft, plain, take_in

MOST_PIECE = 2_000_000
MOST_AT_ONCE = 60  # begun and not finished, of one draft
LONGEST = timedelta(days=1)
ABOUT = "over"


def start(doing: Doing, draft_id: UUID, *, name: str, size: int) -> UUID:
    """Say that a picture of this size comes; answers the name under which its pieces come."""
    draft = open_draft(doing, draft_id)
    if not 0 < size <= files.MOST_FILM:
        raise Refused("picture_too_big", most=files.MOST_FILM // 1_000_000) if size > 0 else Refused("picture_empty")
    if sum(1 for _ in _folder(draft.pk).glob("*")) >= MOST_AT_ONCE:
        raise Refused("too_many_pictures", most=MOST_AT_ONCE)
    upload = uuid4()
    about = {"by": str(acting_person(doing)), "name": plain(name), "size": size}
    _write(doing, draft, _folder(draft.pk) / str(upload) / ABOUT, json.dumps(about).encode())
    return upload


def offset(doing: Doing, draft_id: UUID, upload: UUID) -> int:
    """How much of it came in."""
    draft = open_draft(doing, draft_id)
    _about(doing, draft, upload)
    return _come(_folder(draft.pk) / str(upload))


def go_on(doing: Doing, draft_id: UUID, upload: UUID, data: bytes, *, at: int) -> int | Picture:
    """The next piece. Answers how much came in; of the last one the picture. A piece that was there already is let be.

    Raises what `take_in` raises; then all of it is gone, for the same file would be refused again.
    """
    draft = open_draft(doing, draft_id)
    about, folder = _about(doing, draft, upload), _folder(draft.pk) / str(upload)
    size, come = int(str(about["size"])), _come(folder)
    if at != come or not data:
        return come
    if len(data) > MOST_PIECE or come + len(data) > size:
        raise Refused("picture_too_big", most=size // 1_000_000)
    _write(doing, draft, folder / f"{come:012}-{len(data)}", data)
    if come + len(data) < size:
        return come + len(data)
    try:
        return take_in(doing, draft.pk, str(about["name"]), _all(draft, folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(at: datetime) -> int:
    """Throw away what nobody finished for a day; how many that were."""
    gone = 0
    for folder in (files.folder() / "delen").glob("*/*"):
        if at.timestamp() - folder.stat().st_mtime > LONGEST.total_seconds():
            shutil.rmtree(folder, ignore_errors=True)
            gone += 1
    return gone


def _folder(draft: UUID) -> Path:
    return files.folder() / "delen" / str(draft)


def _about(doing: Doing, draft: Draft, upload: UUID) -> dict[str, object]:
    """What was said of it at the start; only who began it goes on with it."""
    path = _folder(draft.pk) / str(upload) / ABOUT
    if not path.is_file():
        raise Refused("not_yours")
    read: dict[str, object] = json.loads(b"".join(kept_files.pieces(draft.board_id, ref(draft.pk), path)))
    if read["by"] != str(acting_person(doing)):
        raise Refused("not_yours")
    return read


def _come(folder: Path) -> int:
    return sum(int(path.name.partition("-")[2]) for path in _pieces(folder))


def _pieces(folder: Path) -> list[Path]:
    return sorted(folder.glob("*-*"))


def _all(draft: Draft, folder: Path) -> Iterator[bytes]:
    for path in _pieces(folder):
        yield from kept_files.pieces(draft.board_id, ref(draft.pk), path)


def _write(doing: Doing, draft: Draft, path: Path, data: bytes) -> None:
    """Whole or not at all: a piece of which the name stands there came in."""
    half = path.parent / "half" / path.name
    kept_files.write(doing, ref(draft.pk), half, [data], most=MOST_PIECE)
    half.rename(path)
