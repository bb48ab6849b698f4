"""What refusing costs: hostile and broken files beside taking in an ordinary photo of 12 megapixels."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from bench.images_made import sized
from magdit.check.images.intake import take_in
from magdit.check.images.refusal import Refused
from tests.check.images.makers import encoded, full_png_bomb, picture, png_bomb, put
from tests.check.images.sets.faces_by_eye import DEMO
from tests.check.images.sets.scenes import photo

RUNS = 5


def cost_of_refusing(folder: Path) -> float:
    """The dearest refusal as a part of taking a photo in; raises when one of them is taken in after all."""
    ordinary = put(folder, "gewoon.jpg", encoded(sized(photo(DEMO / "crossing.jpg"), 12).image, "JPEG", quality=90))
    moving = encoded(picture(), "PNG", save_all=True, append_images=[picture(seed=2)])
    hostile = [
        put(folder, "bom.png", png_bomb(12_000)),
        put(folder, "echte-bom.png", full_png_bomb(12_000)),
        put(folder, "half.jpg", ordinary.read_bytes()[:-1000]),
        put(folder, "zip.jpg", b"PK\x03\x04" + bytes(3_000_000)),
        put(folder, "beweegt.png", moving),
    ]
    return max(_quickest(_refused(path)) for path in hostile) / _quickest(lambda: take_in(ordinary))


def _refused(path: Path) -> Callable[[], object]:
    def attempt() -> None:
        try:
            take_in(path)
        except Refused:
            return
        raise AssertionError(path.name)

    return attempt


def _quickest(call: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        call()
        times.append(time.perf_counter() - begin)
    return min(times)
