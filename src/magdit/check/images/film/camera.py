"""How the camera moved from one frame to the next: a shift and a zoom of the whole picture. Looks at no face.

Faces are followed by place only, so it must be known what in a change of place was the camera. The picture is compared
at the size of a stamp: the shift and zoom that lay one best on the other, found step by step (Gauss-Newton).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Shades = npt.NDArray[np.float32]

STAMP = 128  # long side
STEPS = 6
NEAR_ENOUGH = 0.01  # of a pixel of the stamp
FARTHEST = 0.15  # of the picture, from one frame to the next: beyond it, it is another picture
MOST_ZOOM = 0.1
WELL_ENOUGH = 8.0  # shades
CLEARLY = 0.8  # while one picture fades into the other, hardly any motion fits, and standing still is a better guess
OUTLIER = 3.0  # times the middle difference; people who walk are no camera
LEVEL = 4.0


@dataclass(frozen=True)
class Motion:
    """Where a point of one frame lies in the next: `zoom` times its place plus the shift, in widths of the picture.

    `rest` is what still differs, in shades (0 to 255).
    """

    zoom: float = 1.0
    across: float = 0.0
    down: float = 0.0
    rest: float = 0.0


def moved(before: Shades, after: Shades, guess: Motion) -> Motion:
    """The motion between two stamps, sought from the guess, and from standing still when that does not fit well."""
    still = best = Motion(rest=_rest(before, after, Motion()))
    for start in dict.fromkeys((guess, Motion())):
        found = _sought(before, after, start)
        if found is not None and found.rest < best.rest:
            best = found
        if best.rest < WELL_ENOUGH:
            return best
    return best if best.rest < CLEARLY * still.rest else still


def _sought(before: Shades, after: Shades, start: Motion) -> Motion | None:
    """First on a coarser stamp, for the larger moves, then on this one."""
    coarse = _refined(_halved(_halved(before)), _halved(_halved(after)), start)
    found = _refined(before, after, coarse or start)
    if found is None:
        return None
    return Motion(found.zoom, found.across, found.down, _rest(before, after, found))


def _refined(before: Shades, after: Shades, start: Motion) -> Motion | None:
    width = before.shape[1]
    down, across = np.gradient(before)
    y, x = (np.indices(before.shape, dtype=np.float32) + 0.5) / width
    slopes = np.stack([(across * x + down * y).ravel(), across.ravel(), down.ravel()])
    zoom, right, below = start.zoom, start.across, start.down
    for _ in range(STEPS):
        seen, inside = _warped(after, zoom=zoom, across=right, down=below)
        difference = _difference(seen, before, inside).ravel()
        weight = _weights(difference, inside.ravel())
        weighed = slopes * weight
        try:
            step = np.linalg.solve(weighed @ slopes.T + LEVEL * np.eye(3), weighed @ difference) / width
        except np.linalg.LinAlgError:
            return None
        # The step is sought in the earlier frame, so it is undone there before the zoom so far is applied.
        right, below, zoom = right - zoom * step[1], below - zoom * step[2], zoom * (1 - step[0])
        if not _is_possible(zoom, right, below):
            return None
        if np.abs(step).max() * width < NEAR_ENOUGH:
            break
    return Motion(float(zoom), float(right), float(below))


def _is_possible(zoom: float, across: float, down: float) -> bool:
    return abs(zoom - 1) < MOST_ZOOM and abs(across) < FARTHEST + MOST_ZOOM and abs(down) < FARTHEST + MOST_ZOOM


def _weights(difference: Shades, inside: npt.NDArray[np.bool_]) -> Shades:
    size = np.abs(difference)
    middle = float(np.median(size[inside])) if inside.any() else 0.0
    return np.asarray(inside & (size <= OUTLIER * middle + 1), dtype=np.float32)


def _rest(before: Shades, after: Shades, motion: Motion) -> float:
    seen, inside = _warped(after, zoom=motion.zoom, across=motion.across, down=motion.down)
    return float(np.abs(_difference(seen, before, inside)[inside]).mean()) if inside.any() else 255.0


def _difference(seen: Shades, before: Shades, inside: npt.NDArray[np.bool_]) -> Shades:
    """What differs beside the light: a cloud before the sun moves no camera and begins no scene."""
    difference = np.where(inside, seen - before, 0)
    lighter = difference.sum() / max(1, np.count_nonzero(inside))
    return np.asarray(np.where(inside, difference - lighter, 0), dtype=np.float32)


def _warped(after: Shades, *, zoom: float, across: float, down: float) -> tuple[Shades, npt.NDArray[np.bool_]]:
    """The later stamp as the earlier camera would have seen it, and which points it shows."""
    height, width = after.shape
    columns = zoom * (np.arange(width, dtype=np.float32) + 0.5) + across * width - 0.5
    rows = zoom * (np.arange(height, dtype=np.float32) + 0.5) + down * width - 0.5
    inside = ((rows >= 0) & (rows <= height - 1))[:, None] & ((columns >= 0) & (columns <= width - 1))[None, :]
    return _between(_between(after, rows).T, columns).T, inside


def _between(shades: Shades, places: Shades) -> Shades:
    """Rows at broken places, each a mix of its two neighbours."""
    places = np.clip(places, 0, len(shades) - 1)
    low = np.minimum(places.astype(np.intp), max(0, len(shades) - 2))
    high = np.minimum(low + 1, len(shades) - 1)
    part = (places - low)[:, None]
    return np.asarray(shades[low] * (1 - part) + shades[high] * part, dtype=np.float32)


def _halved(shades: Shades) -> Shades:
    even = shades[: len(shades) // 2 * 2, : len(shades[0]) // 2 * 2]
    if even.size == 0:
        return shades
    return np.asarray((even[::2, ::2] + even[1::2, ::2] + even[::2, 1::2] + even[1::2, 1::2]) / 4)
