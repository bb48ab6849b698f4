"""How far a stored photo spreads a pixel: as far as the blocks go in which its file keeps colour.

Sixteen for nearly all. Some old cameras keep colour in blocks of 32 wide (4:1:1), and a face then leaves something that
far beside it.
"""

from __future__ import annotations

from pathlib import Path

from magdit.check.images.containers.examine import examine
from magdit.check.images.hide import JPEG_SPILL
from magdit.check.images.limits import DEFAULT
from magdit.check.images.reading import read_whole

BLOCK = 8
COMPONENTS, SAMPLING, EACH = 6, 1, 3  # where a frame header lists its components, and how


def spill_of(path: Path) -> int:
    """Return the margin that hiding a face in this file needs."""
    data = read_whole(path, limit=DEFAULT.file_bytes)
    container = examine(data, path=path)
    headers = [part.content(data) for part in container.parts if container.format == "jpeg" and part.name == "SOF"]
    return max([JPEG_SPILL, *(BLOCK * _largest_factor(header) for header in headers)])


def _largest_factor(header: bytes) -> int:
    factors = header[COMPONENTS + SAMPLING :: EACH]
    return max((max(factor >> 4, factor & 15) for factor in factors), default=1)
