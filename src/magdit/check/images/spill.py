"""How far a stored photo spreads a pixel: as far as the blocks go in which its file keeps colour.

Sixteen for nearly all. Some old cameras keep colour in blocks of 32 wide (4:1:1), and a face then leaves something that
far beside it.
"""

from __future__ import annotations

from magdit.check.images.containers.part import Container

# A JPEG spreads what it holds over blocks of 16 x 16, of which a face may touch no more than a row, and colour is
# smoothed over one pixel more on reading: 15 + 1. Where the blocks begin (a turned photo) makes no difference then.
JPEG_SPILL = 16
BLOCK = 8
COMPONENTS, SAMPLING, EACH = 6, 1, 3  # where a frame header lists its components, and how


def spill_of(container: Container, data: bytes) -> int:
    """Return the margin in pixels that hiding a face in this file needs."""
    headers = [part.content(data) for part in container.parts if container.format == "jpeg" and part.name == "SOF"]
    return max([JPEG_SPILL, *(BLOCK * _largest_factor(header) for header in headers)])


def _largest_factor(header: bytes) -> int:
    factors = header[COMPONENTS + SAMPLING :: EACH]
    return max((max(factor >> 4, factor & 15) for factor in factors), default=1)
