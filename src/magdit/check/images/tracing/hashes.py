"""Nineteen hashes of one picture, so that a cropped, squared or mirrored copy still meets one of them.

A PDQ hash bears about three percent of crop on every side. Two places for each of the four sides (16 windows), the
whole, its mirror image and its square middle are enough for crops up to a tenth. Of the whole picture only: no face is
looked for and none is described here.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import numpy.typing as npt

from magdit.check.images.shrink import shrunk
from magdit.check.images.tracing.content import content_of
from magdit.check.images.tracing.pdq import Bits, Floats, Waves, light_of, lines_of, waves_across, waves_of

Pixels = npt.NDArray[np.uint8]

HASHES = 19
# What is cut off a side. A crop of c meets it when it is near one of these, or when the same cut of the copy is.
LITTLE, MORE = 0.03, 0.085
ENOUGH = 512  # a long side; the hash looks at 64 x 64 in the end
SMALLEST = 32  # an icon is no picture
# Below it there is too little to see: an even wall is like every other even wall.
LEAST_QUALITY = 30


def hashes_of(pixels: Pixels) -> tuple[str, ...]:
    """Return the hashes to keep of this picture, the whole first; none when there is too little to see in it."""
    seen = _seen(pixels)
    return _told(_kept(*seen)) if seen else ()


def hashes_to_ask(pixels: Pixels) -> tuple[str, ...]:
    """Return the hashes to look a found picture up by: those to keep, and the picture turned on its sides."""
    seen = _seen(pixels)
    return _told([*_kept(*seen), *seen[1].turned_bits()]) if seen else ()


def _seen(pixels: Pixels) -> tuple[Floats, Waves] | None:
    """Return the picture inside its bars and what it holds, or nothing when that is too little."""
    if min(pixels.shape[:2]) < SMALLEST:
        return None
    light = content_of(light_of(shrunk(pixels, max(pixels.shape[:2]) // ENOUGH)))
    whole = waves_of(light)
    return (light, whole) if whole.quality >= LEAST_QUALITY else None


def _kept(light: Floats, whole: Waves) -> Iterator[Bits]:
    yield whole.bits()
    yield whole.mirrored_bits()
    yield waves_of(_square(light)).bits()
    height, width = light.shape
    for top, bottom in product((LITTLE, MORE), repeat=2):
        lines = lines_of(light[round(top * height) : round((1 - bottom) * height)])
        for left, right in product((LITTLE, MORE), repeat=2):
            yield waves_across(lines[:, round(left * width) : round((1 - right) * width)]).bits()


def _square(light: Floats) -> Floats:
    height, width = light.shape
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    return light[top : top + side, left : left + side]


def _told(bits: Iterator[Bits] | list[Bits]) -> tuple[str, ...]:
    return tuple(one.tobytes().hex() for one in bits)
