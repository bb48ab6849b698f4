"""PDQ: 256 bits that say how light and dark are spread over a whole picture, as published by Meta in 2019.

Made for finding the same picture again after it was resized or compressed. It describes no face and no person: of a
picture with people it holds no more than a blur of 16 by 16 waves. Written from the paper and the reference
implementation (BSD); tests hold it against hashes that the reference made.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Bits = npt.NDArray[np.uint8]  # 32 bytes a hash

SMALL, WAVES = 64, 16
LIGHT = np.array([0.299, 0.587, 0.114], dtype=np.float32)


@dataclass(frozen=True)
class Waves:
    """How much of every wave a picture holds, and how much there is to see in it (0 to 100)."""

    amounts: Floats
    quality: int

    def bits(self) -> Bits:
        """Return the hash of the picture as it is."""
        return _bits(self.amounts)

    def mirrored_bits(self) -> Bits:
        """Return the hash of the picture with left and right swapped: every odd wave across turns its sign."""
        return _bits(self.amounts * ALTERNATING[None, :])

    def turned_bits(self) -> tuple[Bits, ...]:
        """Return the hashes of the picture turned a quarter, a half and three quarters."""
        sideways = self.amounts.T
        turned = (sideways * ALTERNATING[:, None], self.amounts * ALTERNATING[None, :] * ALTERNATING[:, None])
        return tuple(_bits(amounts) for amounts in (*turned, sideways * ALTERNATING[None, :]))


def waves_of(light: Floats) -> Waves:
    """Measure a picture of light alone (0 to 255), of any shape."""
    return waves_across(lines_of(light))


def lines_of(light: Floats) -> Floats:
    """Bring a picture of any height to 64 lines; several pieces of its width can then be measured at little cost."""
    return np.asarray(_narrowing(len(light)) @ light)


def waves_across(lines: Floats) -> Waves:
    """Measure a picture of which the height was brought to 64 lines."""
    small = np.asarray(lines @ _narrowing(lines.shape[1]).T)
    return Waves(amounts=np.asarray(COSINES @ small @ COSINES.T), quality=_quality(small))


def light_of(pixels: npt.NDArray[np.uint8]) -> Floats:
    """Return how light every pixel is."""
    return np.asarray(pixels.astype(np.float32) @ LIGHT)


def _bits(amounts: Floats) -> Bits:
    """One bit a wave: is there more of it than of most. The last wave comes first, as the reference writes it."""
    flat = amounts.reshape(-1)
    middle = np.partition(flat, flat.size // 2 - 1)[flat.size // 2 - 1]
    return np.packbits((flat > middle)[::-1])


def _quality(small: Floats) -> int:
    """Sum the steps between neighbours that count; a flat picture has none."""
    steps = sum(int(np.abs(np.trunc(np.diff(small, axis=axis) * 100 / 255)).sum()) for axis in (0, 1))
    return min(100, steps // 90)


@lru_cache(maxsize=256)
def _narrowing(length: int) -> Floats:
    """What brings a line of this length to 64 points: two box filters over one another, then every so many a point."""
    window = (length + 2 * SMALL - 1) // (2 * SMALL)
    before, after = (window - 1) // 2, window // 2
    at = np.arange(length)
    counts = np.minimum(at + after, length - 1) - np.maximum(at - before, 0) + 1
    points = ((np.arange(SMALL) + 0.5) * length / SMALL).astype(int)
    apart = at[None, :] - points[:, None]
    second = ((apart >= -before) & (apart <= after)) / counts[points][:, None]
    sums = np.cumsum(np.pad(second / counts, ((0, 0), (1, 0))), axis=1)
    both = sums[:, np.minimum(at + before, length - 1) + 1] - sums[:, np.maximum(at - after, 0)]
    return np.asarray(both, dtype=np.float32)


def _cosines() -> Floats:
    wave, point = np.arange(1, WAVES + 1)[:, None], np.arange(SMALL)[None, :]
    return np.asarray(np.sqrt(2 / SMALL) * np.cos(np.pi / 2 / SMALL * wave * (2 * point + 1)), dtype=np.float32)


COSINES = _cosines()
ALTERNATING = np.where(np.arange(WAVES) % 2 == 0, -1, 1).astype(np.float32)
