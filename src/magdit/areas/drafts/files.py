"""The files of drafts and publications, enciphered beside the database. Nothing here is ever served as it came in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.conf import settings

from magdit.areas.drafts.models import Picture
from magdit.areas.drafts.words import name_of, ref
from magdit.areas.journal import kept_files
from magdit.areas.journal.doing import Doing, Ref

MOST_PHOTO = 100_000_000
MOST_FILM = 2_000_000_000


def folder() -> Path:
    """Where pictures wait."""
    found = Path(settings.DATA) / "bestanden" / "beelden"
    found.mkdir(parents=True, exist_ok=True, mode=0o700)
    return found


def keep(doing: Doing, draft: UUID, picture: UUID, parts: Iterable[bytes], *, most: int = MOST_PHOTO) -> int:
    """Encipher what was handed in; answers how many bytes that is."""
    return kept_files.write(doing, ref(draft), _path(picture), parts, most=most)


@contextmanager
def opened(picture: Picture) -> Iterator[Path]:
    """The original to read, under its own name, in memory only. Refused (`file_gone`) when it is destroyed."""
    name = Path(name_of(picture)).name or "beeld"
    with kept_files.opened(picture.draft.board_id, ref(picture.draft_id), _path(picture.pk), name=name) as path:
        yield path


def keep_clean(doing: Doing, file: Ref, picture: UUID, content: bytes) -> int:
    """Keep a clean copy under the key of its publication."""
    return kept_files.write(doing, file, _path(picture, ".schoon"), [content], most=MOST_FILM)


def clean(board: UUID, file: Ref, picture: UUID) -> Iterator[bytes]:
    """A clean copy, piece by piece."""
    return kept_files.pieces(board, file, _path(picture, ".schoon"))


def remove(picture: UUID) -> None:
    """Take away all that is kept of this picture; what is gone already stays gone."""
    for path in folder().glob(f"{picture}*"):
        path.unlink(missing_ok=True)


def remove_all(pictures: Iterable[UUID]) -> None:
    """The same for many."""
    for picture in pictures:
        remove(picture)


def _path(picture: UUID, ending: str = "") -> Path:
    return folder() / f"{picture}{ending}"
