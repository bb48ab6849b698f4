"""Stand-ins for faces: loud green squares that walk over a quiet ground, and a finder that sees only those."""

import numpy as np
from PIL import Image

from magdit.check.images.faces import Face
from tests.check.images.film.filmed import Shot, Still

GREEN = (0, 255, 0)
SIDE = 60


def ground(width: int = 480, height: int = 320, seed: int = 1) -> Image.Image:
    """Soft spots, so that a camera over it can be followed, and nothing green."""
    chance = np.random.default_rng(seed)
    spots = Image.fromarray(chance.integers(60, 200, (height // 20, width // 20), dtype=np.uint8).astype(np.uint8))
    grey = np.asarray(spots.resize((width, height), Image.Resampling.BICUBIC))
    return Image.fromarray(np.stack([grey, grey // 2 + 20, grey], axis=2))


def marked(*places: tuple[int, int], seed: int = 1) -> Still:
    """The ground with a mark at each of these places (left, top)."""
    picture = ground(seed=seed)
    for left, top in places:
        picture.paste(GREEN, (left, top, left + SIDE, top + SIDE))
    return Still(picture, tuple((left, top, SIDE, SIDE) for left, top in places))


def standing(still: Still, seconds: float = 1.0) -> Shot:
    """The camera stands still and shows it all."""
    whole = (still.picture.width / 2, still.picture.height / 2, float(still.picture.width))
    return Shot(still, seconds, whole, whole)


class MarkFinder:
    """Finds the marks, and remembers how often it was asked and in what size."""

    def __init__(self) -> None:
        self.full: list[tuple[int, int]] = []
        self.glances: list[int] = []

    def find(self, pixels, threshold=0.3):
        self.full.append(pixels.shape[:2])
        return _marks(pixels)

    def glance(self, pixels, *, long_side, threshold=0.2):
        self.glances.append(long_side)
        return _marks(pixels)


def _marks(pixels) -> tuple[Face, ...]:
    """One box for every run of columns with green in it."""
    red, green, blue = (pixels[:, :, at].astype(int) for at in range(3))
    seen = (green > red + 60) & (green > blue + 60)
    columns = np.flatnonzero(seen.any(axis=0))
    runs = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1) if len(columns) else []
    return tuple(_box(seen, run) for run in runs if len(run) > 1)


def _box(seen, run) -> Face:
    rows = np.flatnonzero(seen[:, run[0] : run[-1] + 1].any(axis=1))
    return Face(int(run[0]), int(rows[0]), int(run[-1] - run[0] + 1), int(rows[-1] - rows[0] + 1), 0.9)
