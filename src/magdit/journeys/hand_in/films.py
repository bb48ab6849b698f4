"""A film of a draft: looked at, shown as sheets of stills, and copied with the chosen faces hidden all through it.

Read piece by piece from where it lies enciphered, and one frame at a time: how long it is costs no memory.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from magdit.areas.drafts import files
from magdit.areas.drafts.models import HIDDEN, Picture
from magdit.areas.drafts.words import ref
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.kept_reading import KeptFile
from magdit.check.draft.attempts import NotLooked, attempt
from magdit.check.draft.look import SLOWEST, Eyes
from magdit.check.images.containers.film import MP4, WEBM
from magdit.check.images.faces import Face
from magdit.check.images.film.drawn import Drawn, with_drawn
from magdit.check.images.film.hiding import hide_in_film
from magdit.check.images.film.second_look import seen_still
from magdit.check.images.film.sheet import contact_sheet, layout_of
from magdit.check.images.film.stills import Layout, stills
from magdit.check.images.film.track import FilmLook, Sides, Track
from magdit.check.images.remux import remux_clean
from magdit.check.images.video import take_in_media
from magdit.journeys.hand_in.faces import DRAWN, as_row

SHEET_QUALITY = 80
PLAYED = (MP4, WEBM)  # what people's browsers play; another kind is made anew, as MP4


def film_of(picture: Picture) -> KeptFile:
    """The film as it was handed in, to read piece by piece."""
    return files.in_pieces(picture.draft.board_id, picture.draft_id, picture.pk)


def seen_in_film(doing: Doing, picture: Picture, eyes: Eyes) -> dict[str, Any]:
    """What a look at a film finds; its sheets are kept."""
    film = take_in_media(film_of(picture))
    longest = eyes.longest + SLOWEST * film.duration
    seen = attempt(lambda: eyes.film(film), what="gezichten", where="", longest=longest)
    if isinstance(seen, NotLooked):
        return {"look": "niet_bekeken", "why_not": seen.code}
    return {
        "look": "gezien", "faces": [_row(one, seen) for one in seen.tracks], "at_once": seen.most_at_once(),
        "width": seen.width, "height": seen.height, "seconds": seen.seconds, "clean": _sheets(doing, picture, seen),
    }  # fmt: skip


def layout_kept(picture: Picture) -> Layout | None:
    """How the stills lie on the sheets of this film, if it has any on which one can draw."""
    size = picture.clean.get("still")
    return Layout(size[0], size[1], len(picture.clean["moments"])) if size else None


def clean_film(picture: Picture, target: Path, eyes: Eyes, *, sound: bool) -> tuple[Path, dict[str, Any]]:
    """The copy that may leave the house, and what is to be told of it; its ending says what it became."""
    film = take_in_media(film_of(picture))
    hidden = [face for face in picture.faces if face["fate"] == HIDDEN]
    if not hidden and (film.format in PLAYED or not film.has_picture):
        target = target.with_suffix(film.format.extension)
        return target, {"sha256": remux_clean(film, target, with_sound=sound), "surprises": []}
    before = with_drawn(seen := eyes.film(film), [_drawn(face) for face in hidden if face["source"] == DRAWN])
    numbers = {face["number"] for face in hidden if face["source"] != DRAWN}
    numbers |= {track.number for track in before.tracks[len(seen.tracks) :]}
    if not _same_faces(picture.faces, seen):  # another version looked: then nobody knows which number is whose
        return target, {"sha256": hide_in_film(before, target, sound=sound), "surprises": ["faces_differ"]}
    sha256 = hide_in_film(before, target, numbers=numbers, sound=sound)
    still_there = seen_still(before, eyes.film(take_in_media(target)), numbers)
    return target, {"sha256": sha256, "surprises": ["face_still_seen"] if still_there else []}


def _sheets(doing: Doing, picture: Picture, seen: FilmLook) -> dict[str, Any]:
    shown = stills(seen)
    layout = layout_of(seen, len(shown))
    for number, page in enumerate(contact_sheet(seen)):
        written = io.BytesIO()
        page.save(written, "JPEG", quality=SHEET_QUALITY)
        files.keep_made(doing, ref(picture.draft_id), picture.pk, f"{files.SHEET}-{number}", [written.getvalue()])
    moments = [[one.frame, round(one.time, 3)] for one in shown]
    return {"sheets": layout.sheets, "still": [layout.width, layout.height], "moments": moments}


def _row(track: Track, seen: FilmLook) -> dict[str, Any]:
    """A face through a film, by its number on the sheet; where it is when it shows best, and on every still."""
    on_stills = [
        [at, *_box(sides)] for at, one in enumerate(stills(seen)) if (sides := track.at(one.frame)) is not None
    ]
    told = {"number": track.number, "from": round(track.start, 2), "to": round(track.end, 2), "stills": on_stills}
    return {**as_row(_best(track)), **told}


def _best(track: Track) -> Face:
    x, y, w, h = _box(track.boxes[track.sample])
    return Face(x=x, y=y, w=w, h=h, score=float(track.score))


def _box(sides: Sides) -> tuple[int, int, int, int]:
    left, top, right, bottom = (round(float(side)) for side in sides)
    return left, top, right - left, bottom - top


def _same_faces(rows: Iterable[dict[str, Any]], seen: FilmLook) -> bool:
    """Whether every number of which something was said is still the same face in the same place."""
    now = {track.number: _row(track, seen) for track in seen.tracks}
    told = ("x", "y", "w", "h", "from", "to")
    return all(
        row["number"] in now and all(row[key] == now[row["number"]][key] for key in told)
        for row in rows
        if row["source"] != DRAWN
    )


def _drawn(face: dict[str, Any]) -> Drawn:
    return Drawn(face["frame"], face["x"], face["y"], face["w"], face["h"])
