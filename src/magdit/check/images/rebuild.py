"""A clean copy: a new file built from pixels alone. Nothing of the original file comes along but what is seen."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt
from PIL import Image

from magdit.check.images.atomic import new_file

Pixels = npt.NDArray[np.uint8]
Kind = Literal["jpeg", "png"]

GOOD = 90


@dataclass(frozen=True)
class CleanCopy:
    """A file that was written: where, its hash and its size in pixels."""

    path: Path
    sha256: str
    width: int
    height: int


def write_clean(
    pixels: Pixels, target: Path, kind: Kind = "jpeg", *, quality: int = GOOD, long_side: int | None = None
) -> CleanCopy:
    """Write upright sRGB pixels to a new file without metadata, made smaller when a long side is asked."""
    image = _at_most(Image.fromarray(pixels), long_side)
    with new_file(target) as temporary:
        with temporary.open("xb") as opened:
            if kind == "jpeg":
                image.save(opened, "JPEG", quality=quality, optimize=True)
            else:
                image.save(opened, "PNG")
        digest = hashlib.sha256(temporary.read_bytes()).hexdigest()
    return CleanCopy(path=target, sha256=digest, width=image.width, height=image.height)


def _at_most(image: Image.Image, long_side: int | None) -> Image.Image:
    """Scale down, never up."""
    longest = max(image.size)
    if long_side is None or longest <= long_side:
        return image
    width, height = (max(1, round(side * long_side / longest)) for side in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
