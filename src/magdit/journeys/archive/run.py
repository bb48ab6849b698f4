"""The check of an archive from begin to end: read a handful of pieces, look at their pictures, judge, remember; again.

What is remembered is never judged twice. Between two handfuls nothing is kept but that.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from magdit.check.archive.html_pieces import AROUND
from magdit.check.archive.judging import Terms, judge_piece
from magdit.check.archive.piece import NotReadable, Picture, Piece, key_of
from magdit.check.archive.sight import Sight
from magdit.check.draft.look import Eyes
from magdit.journeys.archive.looking import Looker, look_side_by_side
from magdit.journeys.archive.progress import Progress
from magdit.journeys.archive.source import Source
from magdit.wording.archive import remembered

HANDFUL = 16  # pieces, or pictures: what is lost of the work when the computer stops
WORK = ".werk"
Tell = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Work:
    """What a check works with: what counts, what was done, and where pictures lie while they are looked at."""

    terms: Terms
    progress: Progress
    folder: Path
    look: Looker = look_side_by_side
    eyes: Eyes = field(default_factory=Eyes)
    tell: Tell = lambda at, of, place: None


def check_archive(source: Source, work: Work) -> list[dict[str, Any]]:
    """Judge everything that was not judged yet; what was found of all of it, also the times before."""
    for handful in _handfuls(source, work):
        sights = _sights([picture for piece, _ in handful for picture in piece.pictures], work)
        for piece, at in handful:
            judged = judge_piece(piece, sights, work.terms, work.eyes)
            work.progress.add_piece(remembered(judged, work.terms.book))
            work.tell(at, source.count, piece.place)
    return [told for told in _current(work.progress.pieces.values()) if source.still_there(told)]


def _current(found: Collection[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without what was remembered of a file that has changed since: of each place only what was judged last."""
    last = {told["where"]: told["stamp"] for told in found}
    read = {told["where"] for told in found if not told["again"]}
    around = key_of(AROUND)
    return [
        told
        for told in found
        if told["where"] == around
        or (told["stamp"] == last[told["where"]] and not (told["again"] and told["where"] in read))
    ]


@contextmanager
def work_folder(folder: Path) -> Iterator[Path]:
    """A folder for us alone, in which pictures lie as long as they are looked at; what was left there goes first."""
    place = folder / WORK
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _handfuls(source: Source, work: Work) -> Iterator[list[tuple[Piece, int]]]:
    """Some pieces at a time, each with the place it stands at."""
    handful: list[tuple[Piece, int]] = []
    pictures = 0
    handed: set[tuple[str, str]] = set()
    for piece in source.pieces(work.progress):
        # The edge of a second page comes before that of the first is remembered.
        if (piece.key, piece.stamp) in handed or work.progress.is_done(piece.key, piece.stamp):
            continue
        handed.add((piece.key, piece.stamp))
        handful.append((_with_files(piece, source, work), source.at))
        pictures += len(piece.pictures)
        if max(pictures, len(handful)) >= HANDFUL:
            yield handful
            handful, pictures = [], 0
    if handful:
        yield handful


def _with_files(piece: Piece, source: Source, work: Work) -> Piece:
    """The piece with every picture that is still to be looked at in a file, and no picture in memory."""
    return replace(piece, pictures=tuple(_with_file(one, source, work) for one in piece.pictures))


def _with_file(picture: Picture, source: Source, work: Work) -> Picture:
    if picture.path is not None or work.progress.has_picture(picture.key):
        return replace(picture, data=None)
    path = work.folder / picture.key
    if path.exists():
        return replace(picture, path=path, data=None)
    if picture.data is not None:
        path.write_bytes(picture.data)
        return replace(picture, path=path, data=None)
    try:
        return replace(picture, path=source.fetch(picture, path))
    except NotReadable as error:
        work.progress.add_picture(picture.key, {"code": error.code})
        return picture


def _sights(pictures: list[Picture], work: Work) -> dict[str, Sight | str]:
    """What is known of each picture; those of which nothing is, are looked at now, side by side."""
    new = {one.key: one.path for one in pictures if one.path and not work.progress.has_picture(one.key)}
    keys = list(new)
    for key, (path, outcome) in zip(keys, work.look(list(new.values())) if new else (), strict=True):
        work.progress.add_picture(key, {"code": outcome} if isinstance(outcome, str) else asdict(outcome))
        if path.parent == work.folder:
            path.unlink(missing_ok=True)
    return {one.key: _sight(work.progress.pictures[one.key]) for one in pictures}


def _sight(told: Mapping[str, Any]) -> Sight | str:
    if "code" in told:
        return str(told["code"])
    traces = tuple((str(kind), str(where)) for kind, where in told["traces"])
    return Sight(told["sha256"], told["width"], told["height"], told["faces"], traces)
