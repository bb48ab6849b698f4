"""The files of drafts and publications, enciphered beside the database. Nothing here is ever served as it came in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.conf import settings

from magdit.areas.drafts.models import Picture
from magdit.areas.drafts.words import ref
from magdit.areas.journal import kept_files
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.kept_files import NotKept, told_as
from magdit.areas.journal.kept_reading import KeptFile, kept_file
from magdit.areas.journal.refused import Refused

MOST_PHOTO = 32_000_000  # a phone makes up to 25 MB; it is read whole, and refusing it may cost no more than 64 MB
MOST_FILM = 2_000_000_000
# Made of a picture: to look at on the page, the sheet of a film, and the copy that may leave the house.
PREVIEW, SHEET, CLEAN = MADE = ("kijk", "blad", "schoon")


def folder() -> Path:
    """Where pictures wait."""
    found = Path(settings.DATA) / "bestanden" / "beelden"
    found.mkdir(parents=True, exist_ok=True, mode=0o700)
    return found


def keep(doing: Doing, draft: UUID, picture: UUID, parts: Iterable[bytes], *, most: int = MOST_PHOTO) -> int:
    """Encipher what was handed in; answers how many bytes that is."""
    with told_as(_refused):
        return kept_files.write(doing, ref(draft), _path(picture), parts, most=most)


@contextmanager
def opened(picture: Picture) -> Iterator[Path]:
    """A photo as it came in, in memory only and under a plain name. Refused (`picture_gone`) when it is destroyed."""
    with opened_of(picture.draft.board_id, picture.draft_id, picture.pk) as path:
        yield path


@contextmanager
def opened_of(board: UUID, draft: UUID, picture: UUID) -> Iterator[Path]:
    """The same, of a picture that has no row yet."""
    with told_as(_refused), kept_files.opened(board, ref(draft), _path(picture), name="beeld") as path:
        yield path


def in_pieces(board: UUID, draft: UUID, picture: UUID) -> KeptFile:
    """The original, to read from any place in it and never whole, for a film may be large. Refused when destroyed."""
    with told_as(_refused):
        return kept_file(board, ref(draft), _path(picture), name="beeld")


def keep_made(doing: Doing, file: Ref, picture: UUID, which: str, parts: Iterable[bytes]) -> int:
    """Keep what was made of a picture (`MADE`), under the key of its draft or of its publication."""
    with told_as(_refused):
        return kept_files.write(doing, file, _path(picture, which), parts, most=MOST_FILM)


def made(board: UUID, file: Ref, picture: UUID, which: str) -> Iterator[bytes]:
    """What was made of a picture, piece by piece. Refused (`picture_gone`) when it is not there."""
    with told_as(_refused):
        yield from kept_files.pieces(board, file, _path(picture, which))


def made_file(board: UUID, file: Ref, picture: UUID, which: str, *, name: str) -> KeptFile:
    """The same as a file to read, piece by piece, under a name that the world may see."""
    with told_as(_refused):
        return kept_file(board, file, _path(picture, which), name=name)


def remove(picture: UUID) -> None:
    """Take away all that is kept of this picture; what is gone already stays gone."""
    for path in folder().glob(f"{picture}*"):
        path.unlink(missing_ok=True)


def remove_all(pictures: Iterable[UUID]) -> None:
    """The same for many."""
    for picture in pictures:
        remove(picture)


def _refused(trouble: NotKept) -> Refused:
    if trouble.why == "too_big":
        return Refused("picture_too_big", most=trouble.most // 1_000_000)
    return Refused("picture_empty") if trouble.why == "empty" else Refused("picture_gone")


def _path(picture: UUID, which: str = "") -> Path:
    return folder() / (f"{picture}.{which}" if which else str(picture))
