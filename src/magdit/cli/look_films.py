"""Films for `magdit look`: the faces that were followed, as JSON or in words, and a contact sheet to tick them on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from magdit.check.images.atomic import ensure_folder, free_name, new_file
from magdit.check.images.faces import FaceFinder
from magdit.check.images.film.looking import look_at_film
from magdit.check.images.film.sheet import contact_sheet
from magdit.check.images.film.track import FilmLook
from magdit.check.images.refusal import Refused
from magdit.cli.outcome import Exit
from magdit.cli.saying import say, say_wrong, seconds_done
from magdit.cli.show import show
from magdit.wording.file_errors import refused_sentence
from magdit.wording.looked_films import film_as_json, film_lines


def look_at_films(paths: Sequence[Path], *, frames: Path | None, as_json: bool) -> Exit:
    """Look at each, one after another: a film takes all processors there are."""
    if frames is not None:
        ensure_folder(frames)
    return max(_film(path, frames=frames, as_json=as_json) for path in paths)


def _film(path: Path, *, frames: Path | None, as_json: bool) -> Exit:
    try:
        look = look_at_film(path, FaceFinder.load(), progress=seconds_done(path.name, quiet=as_json))
        sheets = _sheets(path, look, frames) if frames is not None else ()
    except Refused as refused:
        say_wrong({"file": str(path)}, refused_sentence(refused), as_json=as_json)
        return Exit.BAD_INPUT
    if as_json:
        say(film_as_json(look))
    else:
        show(film_lines(look, sheets))
    return Exit.NOT_AS_IT_STANDS if look.tracks or look.traces or look.media.has_sound else Exit.AS_ASKED


def _sheets(path: Path, look: FilmLook, folder: Path) -> tuple[Path, ...]:
    made = []
    for page in contact_sheet(look):
        target = free_name(folder / f"{path.stem}.png")
        with new_file(target) as temporary:
            page.save(temporary, "PNG")
        made.append(target)
    return tuple(made)
