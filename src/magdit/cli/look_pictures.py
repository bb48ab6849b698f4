"""Photos for `magdit look`: one line of JSON or a few lines of words each, and pictures with numbered frames."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from magdit.check.images.faces import FaceFinder
from magdit.check.images.intake import take_in
from magdit.check.images.refusal import Refused
from magdit.cli.outcome import Exit
from magdit.cli.saying import say, say_wrong
from magdit.cli.show import show
from magdit.wording.file_errors import refused_sentence
from magdit.wording.looked_pictures import photo_as_json, photo_lines


def look_at_pictures(paths: Sequence[Path], *, frames: Path | None, as_json: bool) -> Exit:
    """Look at each; a file that cannot be taken in is named, and the others are still looked at."""
    return max(_photo(path, frames=frames, as_json=as_json) for path in paths)


def _photo(path: Path, *, frames: Path | None, as_json: bool) -> Exit:
    try:
        photo = take_in(path)
    except Refused as refused:
        say_wrong({"file": str(path)}, refused_sentence(refused), as_json=as_json)
        return Exit.BAD_INPUT
    try:
        faces, missed = FaceFinder.load().find(photo.pixels), ""
    except Refused as refused:
        faces, missed = None, refused_sentence(refused)
    if as_json:
        say(photo_as_json(photo, faces, ()))
    else:
        show(photo_lines(photo, faces, missed))
    return Exit.AS_ASKED if faces == () and not photo.traces else Exit.NOT_AS_IT_STANDS
