"""A picture with a numbered frame around every face, for people to look at. For a screen only: it never goes out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from magdit.check.images.faces import Face
from magdit.check.images.shrink import shrunk

Pixels = npt.NDArray[np.uint8]

LONG_SIDE = 1600
LARGEST_GROWTH = 2.0
LINE, INK = "#ffffff", "#123c69"  # light within dark, so that a frame is seen on snow and in the night


def framed(pixels: Pixels, faces: Sequence[Face]) -> Image.Image:
    """The photo, about 1600 pixels long, with frames numbered from 1 in the order of `faces`."""
    height, width = pixels.shape[:2]
    small = Image.fromarray(np.ascontiguousarray(shrunk(pixels, max(1, max(width, height) // LONG_SIDE))))
    scale = min(LONG_SIDE / max(width, height), LARGEST_GROWTH)
    picture = small.resize((max(1, round(width * scale)), max(1, round(height * scale))))
    pen = ImageDraw.Draw(picture)
    for number, face in enumerate(faces, 1):
        _frame(pen, _scaled(face, scale), str(number), line=max(2, max(picture.size) // 500))
    return picture


def _scaled(face: Face, scale: float) -> tuple[float, float, float, float]:
    return face.x * scale, face.y * scale, (face.x + face.w) * scale, (face.y + face.h) * scale


def _frame(pen: ImageDraw.ImageDraw, box: tuple[float, float, float, float], number: str, *, line: int) -> None:
    left, top, right, bottom = box
    pen.rectangle((left - line, top - line, right + line, bottom + line), outline=INK, width=line)
    pen.rectangle(box, outline=LINE, width=line)
    size = int(min(40, max(12, (bottom - top) / 3)))
    font = ImageFont.load_default(size)
    wide = pen.textlength(number, font=font) + size / 2
    label = (left - line, max(0, top - 1.3 * size), left - line + wide, max(1.3 * size, top))
    pen.rectangle(label, fill=INK)
    pen.text(((label[0] + label[2]) / 2, (label[1] + label[3]) / 2), number, fill=LINE, font=font, anchor="mm")
