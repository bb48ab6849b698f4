"""The contact sheet: frames of a film beside each other, with their time and a numbered box around every face.

For a screen only, to tick who must be hidden and to look for who was missed: it never goes out. A number with a
question mark may be no face at all.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from PIL import Image, ImageDraw, ImageFont

from magdit.check.images.faces import SEEN
from magdit.check.images.film.stills import LINE_HEIGHT, Layout, in_frame, stills
from magdit.check.images.film.track import FilmLook, Sample, Track

LINE, INK, PAPER = "#ffffff", "#123c69", "#f4f1ea"  # light within dark, so that a box is seen on snow and at night
LETTERS = 16


def contact_sheet(look: FilmLook) -> Iterator[Image.Image]:
    """The sheets, one by one: those of an hour would not fit in memory beside each other."""
    shown = stills(look)
    layout = layout_of(look, len(shown))
    for sheet in range(layout.sheets):
        yield _sheet(look, layout, sheet, shown)


def layout_of(look: FilmLook, count: int) -> Layout:
    """Where stills of this film lie."""
    if not look.samples:
        return Layout(1, 1, 0)
    with Image.open(io.BytesIO(look.samples[0].jpeg)) as first:
        return Layout(first.width, first.height, count)


def clock(seconds: float) -> str:
    """A time as people read it on a player: 1:02.5"""
    tenths = round(seconds * 10)
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"


def _sheet(look: FilmLook, layout: Layout, sheet: int, shown: Sequence[Sample]) -> Image.Image:
    page = Image.new("RGB", layout.size(sheet), PAPER)
    pen = ImageDraw.Draw(page)
    for number in layout.on(sheet):
        left, top = layout.corner(number)
        pen.text((left, top - LINE_HEIGHT), clock(shown[number].time), fill=INK, font=ImageFont.load_default(LETTERS))
        page.paste(_still(look, shown[number], layout), (left, top))
    return page


def _still(look: FilmLook, sample: Sample, layout: Layout) -> Image.Image:
    """One frame with its boxes, the numbers on top of all of them; of another size when the film grew on the way."""
    with Image.open(io.BytesIO(sample.jpeg)) as opened:
        still = opened.convert("RGB").resize((layout.width, layout.height))
    pen = ImageDraw.Draw(still)
    tracks = in_frame(look, sample.frame)
    for track in tracks:
        _box(pen, track, sample.frame, scale=still.width / look.width)
    for track in tracks:
        _number(pen, track, sample.frame, scale=still.width / look.width)
    return still


def _sides(track: Track, frame: int, *, scale: float) -> tuple[float, float, float, float]:
    left, top, right, bottom = (float(side) * scale for side in track.boxes[frame - track.first])
    return left, top, max(left + 1, right), max(top + 1, bottom)


def _box(pen: ImageDraw.ImageDraw, track: Track, frame: int, *, scale: float) -> None:
    left, top, right, bottom = _sides(track, frame, scale=scale)
    pen.rectangle((left - 1, top - 1, right + 1, bottom + 1), outline=INK)
    pen.rectangle((left, top, right, bottom), outline=LINE)


def _number(pen: ImageDraw.ImageDraw, track: Track, frame: int, *, scale: float) -> None:
    left, top, _, _ = _sides(track, frame, scale=scale)
    text = f"{track.number}" if track.score > SEEN else f"{track.number}?"
    font = ImageFont.load_default(LETTERS * 3 // 4)
    at = (max(2.0, left), max(0.0, top - LETTERS))
    pen.rectangle(pen.textbbox(at, text, font=font), fill=INK, outline=INK, width=2)
    pen.text(at, text, fill=LINE, font=font)
