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
    return _narrowed(light)


def waves_across(lines: Floats) -> Waves:
    """Measure a picture of which the height was brought to 64 lines."""
    small = _narrowed(np.ascontiguousarray(lines.T)).T
    return Waves(amounts=np.asarray(COSINES @ small @ COSINES.T), quality=_quality(small))


def light_of(pixels: npt.NDArray[np.uint8]) -> Floats:
    """Return how light every pixel is."""
    return np.asarray(np.einsum("ijk,k->ij", pixels, LIGHT, dtype=np.float32))


def _narrowed(rows: Floats) -> Floats:
    """Bring any number of rows to 64. Not with one large product: its threads would wait, turning, for the next one."""
    weights = _narrowing(len(rows))
    return np.stack([np.einsum("i,ij->j", part, rows[first : first + len(part)]) for first, part in weights])


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
def _narrowing(length: int) -> tuple[tuple[int, Floats], ...]:
    """What brings rows to 64 (two box filters, then every so many a row): where each looks, and how much it takes."""
    window = (length + 2 * SMALL - 1) // (2 * SMALL)
    points = ((np.arange(SMALL) + 0.5) * length / SMALL).astype(int)
    return tuple(_weights(int(point), before=(window - 1) // 2, after=window // 2, length=length) for point in points)


def _weights(point: int, *, before: int, after: int, length: int) -> tuple[int, Floats]:
    """Average the averages around this point; at the edge there are fewer to average."""
    first, last = max(0, point - 2 * before), min(length, point + 2 * after + 1)
    weights = np.zeros(last - first, dtype=np.float32)
    middles = range(max(0, point - before), min(length, point + after + 1))
    for middle in middles:
        start, end = max(0, middle - before), min(length, middle + after + 1)
        weights[start - first : end - first] += 1 / (end - start) / len(middles)
    return first, weights


def _cosines() -> Floats:
    wave, point = np.arange(1, WAVES + 1)[:, None], np.arange(SMALL)[None, :]
    return np.asarray(np.sqrt(2 / SMALL) * np.cos(np.pi / 2 / SMALL * wave * (2 * point + 1)), dtype=np.float32)


COSINES = _cosines()
ALTERNATING = np.where(np.arange(WAVES) % 2 == 0, -1, 1).astype(np.float32)
