"""A photo of nobody: a drawn day at the beach with five drawn children, and where their faces are. Always the same."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from magdit.check.draft.look import Eyes
from magdit.check.images.faces import Face
from magdit.check.images.intake import Pixels

WIDE, HIGH = 1280, 800
# Where each child stands (middle, top of the head, half the width of the head), and in which colours.
CHILDREN = (
    (210, 250, 66, "#8d5a3b", "#2b1c14", "#e4572e"),
    (430, 215, 70, "#f0c9a4", "#b7793a", "#2e86ab"),
    (655, 245, 68, "#c98d63", "#1d1a17", "#f6ae2d"),
    (870, 225, 64, "#f5d6ba", "#8a5a2b", "#5b8c5a"),
    (1080, 275, 60, "#7a4a2e", "#120d0a", "#8367c7"),
)


def photo() -> bytes:
    """The drawing as a JPEG."""
    scene = Image.new("RGB", (WIDE, HIGH), "#bfe1f2")
    draw = ImageDraw.Draw(scene)
    draw.ellipse((1050, 40, 1170, 160), fill="#ffe28a")
    draw.rectangle((0, 330, WIDE, 470), fill="#5aa9c8")
    for wave in range(0, WIDE, 80):
        draw.arc((wave, 380, wave + 80, 410), 180, 360, fill="#8fcbe0", width=5)
    draw.rectangle((0, 460, WIDE, HIGH), fill="#ecd9a8")
    for child in CHILDREN:
        _child(draw, *child)
    grain = np.random.default_rng(7).integers(-7, 8, (HIGH, WIDE, 1))
    pixels = np.clip(np.asarray(scene.filter(ImageFilter.GaussianBlur(0.8))).astype(int) + grain, 0, 255)
    written = io.BytesIO()
    Image.fromarray(pixels.astype(np.uint8)).save(written, "JPEG", quality=88)
    return written.getvalue()


def eyes() -> Eyes:
    """Eyes that know where the drawn faces are: a finder of real faces need not see them."""
    return Eyes(load_finder=Knows)  # type: ignore[arg-type]  # looks like a FaceFinder, and is none


class Knows:
    """A finder for this one drawing."""

    def find(self, pixels: Pixels, threshold: float = 0.3) -> tuple[Face, ...]:
        """Where the faces were drawn."""
        boxes = ((x - half, top - 8, half * 2, int(half * 2.3)) for x, top, half, *_colours in CHILDREN)
        return tuple(Face(x=x, y=y, w=w, h=h, score=0.99) for x, y, w, h in boxes)


def _child(draw: ImageDraw.ImageDraw, x: int, top: int, half: int, skin: str, hair: str, shirt: str) -> None:
    chin = top + int(half * 2.2)
    draw.rounded_rectangle((x - half * 1.25, chin - 6, x + half * 1.25, chin + 230), radius=46, fill=shirt)
    draw.rectangle((x - half * 0.75, chin + 225, x - half * 0.15, chin + 330), fill=skin)
    draw.rectangle((x + half * 0.15, chin + 225, x + half * 0.75, chin + 330), fill=skin)
    draw.ellipse((x - half - 6, top - 14, x + half + 6, top + half * 1.7), fill=hair)
    draw.ellipse((x - half, top, x + half, chin), fill=skin)
    draw.chord((x - half, top - 4, x + half, top + half * 1.5), 180, 360, fill=hair)
    for side in (-1, 1):
        eye = x + side * half * 0.4
        draw.ellipse((eye - 8, top + half - 2, eye + 8, top + half + 14), fill="#ffffff")
        draw.ellipse((eye - 4, top + half + 2, eye + 4, top + half + 12), fill="#2a211b")
    draw.arc((x - half * 0.45, top + half * 1.2, x + half * 0.45, top + half * 1.8), 15, 165, fill="#8c2f39", width=6)
