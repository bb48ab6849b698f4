"""Photos for `magdit look`: one line of JSON or a few lines of words each, and pictures with numbered frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from magdit.check.images.atomic import ensure_folder, free_name, new_file
from magdit.check.images.batch import Told, look_at_photos
from magdit.check.images.faces import Face, FaceFinder
from magdit.check.images.frames import framed
from magdit.check.images.intake import Photo, take_in
from magdit.check.images.refusal import Refused
from magdit.check.images.tracing.hashes import hashes_of
from magdit.cli.outcome import Exit
from magdit.cli.saying import progress, say, say_wrong
from magdit.cli.show import show
from magdit.wording.answer_lines import Line
from magdit.wording.file_errors import refused_sentence
from magdit.wording.looked_pictures import photo_as_json, photo_lines


@dataclass(frozen=True)
class Seen:
    """What is told of one photo, both ways; its pixels are gone."""

    as_json: dict[str, Any]
    lines: tuple[Line, ...]
    found: bool


def look_at_pictures(paths: Sequence[Path], *, frames: Path | None, as_json: bool) -> Exit:
    """Look at each; a file that cannot be taken in is named, and the others are still looked at."""
    if frames is not None:
        ensure_folder(frames)
    worst = Exit.AS_ASKED
    for at, told in enumerate(_all(paths, frames), 1):
        progress(told.path.name, at, len(paths), quiet=as_json)
        if told.result is None:
            sentence = refused_sentence(told.refused) if told.refused else ""
            say_wrong({"file": str(told.path)}, sentence, as_json=as_json)
            worst = Exit.BAD_INPUT
            continue
        if as_json:
            say(told.result.as_json)
        else:
            show(told.result.lines)
        worst = max(worst, Exit.NOT_AS_IT_STANDS if told.result.found else Exit.AS_ASKED)
    return worst


def _all(paths: Sequence[Path], frames: Path | None) -> Iterator[Told[Seen]]:
    """With the face model side by side; without it one by one, telling that nobody looked for faces."""
    try:
        FaceFinder.load()
    except Refused as refused:
        yield from (_without_faces(path, refused) for path in paths)
    else:
        yield from look_at_photos(paths, lambda photo, faces: _seen(photo, faces, frames=frames))


def _without_faces(path: Path, why: Refused) -> Told[Seen]:
    try:
        return Told(path, result=_seen(take_in(path), None, missed=refused_sentence(why)))
    except Refused as refused:
        return Told(path, refused=refused)


def _seen(photo: Photo, faces: tuple[Face, ...] | None, *, frames: Path | None = None, missed: str = "") -> Seen:
    if frames is not None and faces is not None:
        _draw(photo, faces, frames)
    hashes = hashes_of(photo.pixels)
    return Seen(
        as_json=photo_as_json(photo, faces, hashes, missed),
        lines=tuple(photo_lines(photo, faces, hashes, missed)),
        found=faces != () or bool(photo.traces),
    )


def _draw(photo: Photo, faces: tuple[Face, ...], folder: Path) -> None:
    with new_file(free_name(folder / f"{photo.path.stem}.png")) as temporary:
        framed(photo.pixels, faces).save(temporary, "PNG")
