"""Films for `magdit hide`: looked at, the chosen faces covered through the whole film, written anew."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from magdit.check.images.atomic import ensure_folder, free_name, plain_stem
from magdit.check.images.faces import FaceFinder
from magdit.check.images.film.hiding import Style, hide_in_film
from magdit.check.images.film.looking import look_at_film
from magdit.check.images.refusal import Refused
from magdit.cli.outcome import Exit
from magdit.cli.saying import say, say_wrong, seconds_done
from magdit.wording.file_errors import refused_sentence


def hide_in_films(
    paths: Sequence[Path], numbers: Collection[int] | None, *, style: Style, sound: bool, folder: Path, as_json: bool
) -> Exit:
    """Write a new film for each; `numbers` None hides every face. What is refused is named."""
    ensure_folder(folder)
    worst = Exit.AS_ASKED
    for path in paths:
        try:
            _one(path, numbers, style=style, sound=sound, folder=folder, as_json=as_json)
        except Refused as refused:
            say_wrong({"file": str(path)}, refused_sentence(refused), as_json=as_json)
            worst = Exit.BAD_INPUT
    return worst


def _one(
    path: Path, numbers: Collection[int] | None, *, style: Style, sound: bool, folder: Path, as_json: bool
) -> None:
    look = look_at_film(path, FaceFinder.load(), progress=seconds_done(f"{path.name} bekijken", quiet=as_json))
    target = free_name(folder / f"{plain_stem(path)}.mp4")
    tell = seconds_done(f"{path.name} schrijven", quiet=as_json)
    sha256 = hide_in_film(look, target, numbers=numbers, sound=sound, style=style, progress=tell)
    count = len(look.tracks) if numbers is None else len(numbers)
    if as_json:
        told = {"width": look.width, "height": look.height, "hidden": count, "sha256": sha256}
        say({"file": str(path), "out": str(target), **told})
    else:
        print(f"{target}: {count} verborgen. Bekijk de hele film zelf, en luister ook.")
