"""Photos for `magdit hide`: taken in, faces covered, rebuilt from pixels and written, several side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from magdit.check.images.atomic import ensure_folder, free_name, plain_stem
from magdit.check.images.batch import look_at_photos
from magdit.check.images.chosen import Chosen
from magdit.check.images.faces import HIDING, SEEN, Face
from magdit.check.images.hide import Style, hide
from magdit.check.images.intake import Photo
from magdit.check.images.rebuild import write_clean
from magdit.cli.outcome import Exit
from magdit.cli.saying import progress, say, say_wrong
from magdit.wording.file_errors import refused_sentence


@dataclass(frozen=True)
class Wish:
    """What to cover, with what, and how large the new file may be."""

    chosen: Chosen
    style: Style
    long_side: int


def hide_in_pictures(paths: Sequence[Path], wish: Wish, *, folder: Path, as_json: bool) -> Exit:
    """Write a new file for each; what is refused is named, and the others are still written."""
    ensure_folder(folder)
    targets = _targets(paths, folder)
    worst = Exit.AS_ASKED

    def cover(photo: Photo, seen: tuple[Face, ...]) -> dict[str, Any]:
        faces = wish.chosen.faces(photo, seen)
        copy = write_clean(
            hide(photo.pixels, faces, photo.spill, style=wish.style), targets[photo.path], long_side=wish.long_side
        )
        return {
            "file": str(photo.path),
            "out": str(copy.path),
            "width": copy.width,
            "height": copy.height,
            "hidden": len(faces),
            "sha256": copy.sha256,
        }

    # What is hidden is hidden generously; what is chosen by number is counted as `magdit look` counts.
    threshold = HIDING if wish.chosen.everything else SEEN
    for at, told in enumerate(look_at_photos(list(targets), cover, threshold=threshold), 1):
        progress(told.path.name, at, len(targets), quiet=as_json)
        if told.result is None:
            say_wrong({"file": str(told.path)}, refused_sentence(told.refused) if told.refused else "", as_json=as_json)
            worst = Exit.BAD_INPUT
        elif as_json:
            say(told.result)
        else:
            print(_line(told.result))
    return worst


def _targets(paths: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """A free name for each photo; two photos of one name never share one."""
    targets: dict[Path, Path] = {}
    for path in paths:
        target = free_name(folder / f"{plain_stem(path)}.jpg")
        while target in targets.values():
            target = free_name(target.with_stem(f"{target.stem}-2"))
        targets[path] = target
    return targets


def _line(told: dict[str, Any]) -> str:
    count = told["hidden"]
    faces = "Geen gezicht gezien, dus niets verborgen" if not count else f"{count} verborgen"
    return f"{told['out']}: {faces}. Kijk zelf of er nog iemand te herkennen is, ook aan kleding of houding."
