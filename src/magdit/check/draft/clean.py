"""Making the clean copies: pixels rebuilt, faces hidden, films packed anew, all under plain names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from magdit.check.draft.attempts import NotLooked, attempt
from magdit.check.draft.look import Eyes, Looked, SeenPhoto
from magdit.check.draft.plan import Plan
from magdit.check.images.atomic import ensure_folder, free_name, new_file
from magdit.check.images.channel_sizes import long_side_for
from magdit.check.images.faces import HIDING, Face
from magdit.check.images.film.hiding import hide_in_film
from magdit.check.images.film.track import FilmLook
from magdit.check.images.hide import hide
from magdit.check.images.intake import Photo, Pixels
from magdit.check.images.rebuild import write_clean
from magdit.check.images.refusal import Refused
from magdit.check.images.remux import remux_clean
from magdit.check.images.video import Media


@dataclass(frozen=True, slots=True)
class Clean:
    """A clean copy and what it was made from."""

    original: str
    original_sha256: str
    path: Path
    sha256: str
    hidden: tuple[int, ...] = ()


def clean_copies(looked: Looked, plan: Plan, folder: Path, eyes: Eyes, *, medium: str = "") -> tuple[Clean, ...]:
    """Write the clean copies, no larger than the medium needs.

    Raises Refused when the folder cannot be written or the disk is full.
    """
    ensure_folder(folder)
    if plan.without_pictures:
        return ()
    photos = _photos(looked, plan, folder, eyes, long_side=long_side_for(medium or None))
    films = [_film(looked, at, plan, folder) for at in range(len(looked.films))]
    return (*photos, *films)


def clean_text(text: str, folder: Path) -> Path:
    """Write the mended words beside the copies."""
    target = free_name(folder / "tekst.txt")
    with new_file(target) as temporary:
        temporary.write_text(text, encoding="utf-8")
    return target


def _photos(looked: Looked, plan: Plan, folder: Path, eyes: Eyes, *, long_side: int) -> Iterator[Clean]:
    """Opened once more: of what was looked at only the faces were kept."""
    seen_at = {seen.photo.path: (at, seen) for at, seen in enumerate(looked.photos, 1)}

    def cleaned(photo: Photo) -> Clean:
        at, seen = seen_at[photo.path]
        if photo.sha256 != seen.photo.sha256:
            raise Refused("changed_meanwhile", path=photo.path)
        places = tuple(place for name, place in plan.hidden if name == seen.name)
        pixels = _without_faces(photo, seen, places, eyes)
        copy = write_clean(pixels, free_name(folder / f"foto-{at}.jpg"), long_side=long_side)
        return Clean(seen.name, photo.sha256, copy.path, copy.sha256, places)

    return eyes.photos(seen_at, cleaned)


def _without_faces(photo: Photo, seen: SeenPhoto, places: tuple[int, ...], eyes: Eyes) -> Pixels:
    faces = [seen.faces[place] for place in places if seen.faces]
    return hide(photo.pixels, [*faces, *_doubles(photo, seen, faces, eyes)], photo.spill) if faces else photo.pixels


def _doubles(photo: Photo, seen: SeenPhoto, faces: list[Face], eyes: Eyes) -> list[Face]:
    """Fainter boxes over the same faces: what is hidden is hidden generously, what must stay is left alone."""
    kept = [face for face in seen.faces or () if face not in faces]
    faint = attempt(lambda: eyes.faces(photo.pixels, HIDING), what="gezichten", where=seen.name, longest=eyes.longest)
    if isinstance(faint, NotLooked):
        raise Refused("not_hidden", path=photo.path, reason=faint.code)
    return [face for face in faint if any(_meet(face, one) for one in faces) and not any(_meet(face, k) for k in kept)]


def _meet(one: Face, other: Face) -> bool:
    across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    down = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return across > 0 and down > 0


def _film(looked: Looked, at: int, plan: Plan, folder: Path) -> Clean:
    film = looked.films[at]
    if film.path.name in plan.hidden_films:
        return _hidden_film(film, at, plan, folder, looked.film_looks[film.path.name])
    kind = "film" if film.has_picture else "geluid"
    target = free_name(folder / f"{kind}-{at + 1}{film.path.suffix.lower()}")
    sha256 = remux_clean(film, target, with_sound=not plan.without_sound)
    return Clean(film.path.name, film.sha256, target, sha256)


def _hidden_film(film: Media, at: int, plan: Plan, folder: Path, seen: FilmLook) -> Clean:
    """Every face that was followed in it is gone; their numbers count from 0, as those of photos do."""
    target = free_name(folder / f"film-{at + 1}.mp4")
    sha256 = hide_in_film(seen, target, sound=not plan.without_sound)
    return Clean(film.path.name, film.sha256, target, sha256, tuple(range(len(seen.tracks))))
