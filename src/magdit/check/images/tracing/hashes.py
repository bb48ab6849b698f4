"""Nineteen hashes of one picture, so that a cropped, squared or mirrored copy still meets one of them.

A PDQ hash bears a few percent of crop. Sixteen windows (four ways to cut the height, four to cut the width, the whole
picture first), a smaller middle, the mirror image and the square middle are enough for crops up to a tenth, when the
copy is hashed in the same nineteen ways. Of the whole picture only: no face is looked for and none is described here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from magdit.check.images.shrink import shrunk
from magdit.check.images.tracing.content import content_of
from magdit.check.images.tracing.pdq import Bits, Floats, Waves, light_of, lines_of, waves_across, waves_of

Pixels = npt.NDArray[np.uint8]

HASHES = 19
# What is cut off before and after, as parts of the side. Measured on 80 pictures and nine kinds of crop.
CUTS = ((0.0, 0.0), (0.0, 0.08), (0.08, 0.0), (0.045, 0.045))
MIDDLE = 0.09
ENOUGH = 512  # a long side; the hash looks at 64 x 64 in the end
SMALLEST = 32  # an icon is no picture
# Below it there is too little to see, by the advice of those who made PDQ: an even wall is like every other even wall.
LEAST_QUALITY = 50


@dataclass(frozen=True)
class Seen:
    """A picture as it is hashed: its light with and without bars, and what waves are in it."""

    all_light: Floats
    light: Floats
    whole: Waves


def hashes_of(pixels: Pixels) -> tuple[str, ...]:
    """Return the hashes to keep of this picture, the whole first; none when there is too little to see in it."""
    seen = _seen(pixels)
    return _told(_kept(seen, _parts(seen))) if seen else ()


def hashes_to_ask(pixels: Pixels) -> tuple[str, ...]:
    """Return the hashes to look a found picture up by: those to keep, their mirror images, and the picture turned."""
    seen = _seen(pixels)
    if seen is None:
        return ()
    parts = _parts(seen)
    mirrored = (waves.mirrored_bits() for waves in parts)
    return _told([*_kept(seen, parts), *mirrored, *seen.whole.turned_bits()])


def _seen(pixels: Pixels) -> Seen | None:
    """Return the picture as it is hashed, or nothing when there is too little to see."""
    if min(pixels.shape[:2]) < SMALLEST:
        return None
    all_light = light_of(shrunk(pixels, max(pixels.shape[:2]) // ENOUGH))
    light = content_of(all_light)
    whole = waves_of(light)
    return Seen(all_light=all_light, light=light, whole=whole) if whole.quality >= LEAST_QUALITY else None


def _kept(seen: Seen, parts: list[Waves]) -> Iterator[Bits]:
    yield seen.whole.bits()
    yield seen.whole.mirrored_bits()
    yield from (waves.bits() for waves in parts)


def _parts(seen: Seen) -> list[Waves]:
    """Measure the pieces of the picture that hold enough by themselves."""
    # Bars may be found in one version and not in the next; then the picture with its bars must meet it.
    other = _square(seen.light) if seen.light is seen.all_light else seen.all_light
    pieces = (waves_of(other), waves_of(_middle(seen.light)), *_windows(seen.light))
    return [waves for waves in pieces if waves.quality >= LEAST_QUALITY]


def _windows(light: Floats) -> Iterator[Waves]:
    """All ways to cut the height with all ways to cut the width, but for the whole picture itself."""
    height, width = light.shape
    for top, bottom in CUTS:
        lines = lines_of(light[round(top * height) : round((1 - bottom) * height)])
        for left, right in CUTS:
            if (top, bottom, left, right) != (0, 0, 0, 0):
                yield waves_across(lines[:, round(left * width) : round((1 - right) * width)])


def _middle(light: Floats) -> Floats:
    height, width = light.shape
    return light[
        round(MIDDLE * height) : round((1 - MIDDLE) * height), round(MIDDLE * width) : round((1 - MIDDLE) * width)
    ]


def _square(light: Floats) -> Floats:
    height, width = light.shape
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    return light[top : top + side, left : left + side]


def _told(bits: Iterable[Bits]) -> tuple[str, ...]:
    return tuple(one.tobytes().hex() for one in bits)
