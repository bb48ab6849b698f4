"""What was seen of a draft's pictures, remembered from its rows: a change of one word looks at no photo again.

As they go out: under plain names, and without what their files told, for every copy is made anew from its pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from magdit.areas.drafts.models import OPEN, Picture
from magdit.check.draft.attempts import NotLooked
from magdit.check.draft.look import Looked, SeenPhoto
from magdit.check.images.containers.film import MP4
from magdit.check.images.faces import SEEN as CLEAR
from magdit.check.images.faces import Face
from magdit.check.images.film.track import FilmLook, Track
from magdit.check.images.intake import Photo
from magdit.check.images.video import Media

ENDINGS = {"foto": "jpg", "video": "mp4", "geluid": "m4a"}
SEEN = "gezien"


def pictures_seen(pictures: Iterable[Picture], *, without_sound: bool = False) -> Looked:
    """The photos and films as they were looked at; one that was not (yet) is named as not looked at."""
    rows = list(pictures)
    films = {row.pk: _film(row, without_sound=without_sound) for row in rows if row.kind != "foto"}
    looks = {named(row): _film_look(row, films[row.pk]) for row in rows if row.kind == "video" and row.look == SEEN}
    photos = tuple(seen_photo(row) for row in rows if row.kind == "foto")
    return Looked(photos, tuple(films.values()), not_looked=tuple(_missed(rows)), film_looks=looks)


def named(picture: Picture) -> str:
    """How a picture is called in the check and when it goes out: never as its maker called it."""
    return f"{picture.kind}-{picture.order + 1}.{ENDINGS[picture.kind]}"


def faces_of(picture: Picture) -> tuple[Face, ...]:
    """The boxes in the order in which they are numbered: those that were seen, and those that a person drew."""
    return tuple(Face(x=one["x"], y=one["y"], w=one["w"], h=one["h"], score=one["score"]) for one in picture.faces)


def seen_photo(row: Picture, path: Path | None = None) -> SeenPhoto:
    """A photo as it was looked at: its size and its faces; no pixels. `path`: where it can be opened once more."""
    pixels = np.empty((row.height, row.width, 0), dtype=np.uint8)
    where = path or Path(named(row))
    photo = Photo(path=where, format="jpeg", pixels=pixels, sha256=row.sha256, remarks=(), traces=())
    return SeenPhoto(named(row), photo, faces_of(row) if row.look == SEEN else None)


def _film(row: Picture, *, without_sound: bool) -> Media:
    return Media(
        path=Path(named(row)),
        kind="video" if row.kind == "video" else "geluid",
        format=MP4,
        duration=row.seconds,
        has_sound=row.has_sound and not without_sound,
        has_picture=row.kind == "video",
        traces=(),
        sha256=row.sha256,
    )


def _film_look(row: Picture, film: Media) -> FilmLook:
    """What counts is how many people it shows at least: as many as were seen at once, and all who were told apart."""
    told = {face["person"] or face["id"] for face in row.faces if face["fate"] != OPEN}
    unknown = sum(1 for face in row.faces if face["fate"] == OPEN and face["score"] > CLEAR)
    at_least = max(row.at_once, len(told) + unknown)
    tracks = tuple(_track(number, face) for number, face in enumerate(row.faces, 1))
    return FilmLook(film, row.width, row.height, 0, row.seconds, (), tracks, (), seen_at_once=at_least)


def _track(number: int, face: Mapping[str, Any]) -> Track:
    """A face through a film, of which one place is remembered: enough to know that it can be hidden."""
    left, top = face["x"], face["y"]
    boxes = np.array([[left, top, left + face["w"], top + face["h"]]], dtype=np.float32)
    return Track(number, 0, boxes, start=face["from"], end=face["to"], score=face["score"], sample=0)


def _missed(rows: Iterable[Picture]) -> Iterator[NotLooked]:
    for row in rows:
        if row.look != SEEN and row.kind != "geluid":
            yield NotLooked("gezichten", named(row), row.why_not or "waiting")
