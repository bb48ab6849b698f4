"""A face that was missed, drawn by a person: on a photo, or on a still of a film."""

from __future__ import annotations

from django.db import transaction

from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.check.images.faces import Face
from magdit.check.images.film.drawn import span
from magdit.journeys.hand_in.faces import DRAWN, as_row
from magdit.journeys.hand_in.films import layout_kept
from magdit.journeys.hand_in.saying import keep_faces

SMALLEST = 8  # pixels; a smaller box was a slip of the finger


@transaction.atomic
def draw_face(doing: Doing, picture: Picture, *, x: int, y: int, w: int, h: int, version: int) -> Draft:
    """Add a face that was missed, in pixels of the upright photo; what lies outside the photo is cut off."""
    if picture.kind != "foto":
        raise Refused("face_too_small", least=SMALLEST)
    drawn = as_row(_within(picture, x, y, w, h), source=DRAWN)
    return keep_faces(doing, picture, [*picture.faces, drawn], version=version)


@transaction.atomic
def draw_in_film(doing: Doing, picture: Picture, *, sheet: int, x: int, y: int, w: int, h: int, version: int) -> Draft:
    """The same on a still, in pixels of its sheet: in that frame, and a while before and after it."""
    layout = layout_kept(picture)
    still = layout.under(sheet, x + w / 2, y + h / 2) if layout else None
    if layout is None or still is None:
        raise Refused("face_beside_still")
    left, top = layout.corner(still)
    scale = picture.width / layout.width
    box = _within(picture, *(round(side * scale) for side in (x - left, y - top, w, h)))
    frame, time = picture.clean["moments"][still]
    start, end = span(time, seconds=picture.seconds)
    number = max((face["number"] for face in picture.faces), default=0) + 1
    told = {"number": number, "frame": frame, "from": round(start, 2), "to": round(end, 2)}
    told["stills"] = [[still, box.x, box.y, box.w, box.h]]
    return keep_faces(doing, picture, [*picture.faces, {**as_row(box, source=DRAWN), **told}], version=version)


def _within(picture: Picture, x: int, y: int, w: int, h: int) -> Face:
    left, top, right, bottom = max(0, x), max(0, y), min(picture.width, x + w), min(picture.height, y + h)
    if min(right - left, bottom - top) < SMALLEST:
        raise Refused("face_too_small", least=SMALLEST)
    return Face(x=left, y=top, w=right - left, h=bottom - top, score=1.0)
