"""The part of a picture inside its bars: what somebody put around it to make it square or to show it on a screen.

Looks at light only. Bars of one colour are cut off in pairs, bars that are a blur of the picture itself as well; one
lonely calm side may be a sky, so it stays.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

# Of 255, as a row goes on average: at its edge a bar stays within the first in a poor JPEG, and mostly within the
# second; a field of snow does not.
SAME_SHADE, VERY_SAME = 6.0, 1.5
THINNEST, LEAST_LEFT = 0.02, 0.2  # of the side
CALM, CALMEST = 0.4, 1.0  # of the detail inside; and in shades from one pixel to the next
CLEAR_EDGE, CLEAREST_SHADE = 3.0, 2.0
UNEQUAL = 2  # rows; an odd rest goes to one of the two bars


def content_of(light: Floats) -> Floats:
    """Return the picture without its bars; the very same when it has none."""
    inside = _without_bars(light)
    if inside.shape == light.shape:
        return light
    return _without_bars(inside)  # a square with blurred bars may itself stand on a screen


def _without_bars(light: Floats) -> Floats:
    light = _without_blurred(_without_blurred(light).T).T
    return _without_flat(_without_flat(light).T).T


def _without_flat(light: Floats) -> Floats:
    """Cut off the rows above and below that are of one and the same shade."""
    shade = float(np.median(light[0]))
    if abs(shade - float(np.median(light[-1]))) > SAME_SHADE:
        return light
    other = np.abs(light - shade).mean(axis=1)
    filled = other > SAME_SHADE
    if not filled.any():
        return light
    top, bottom = int(filled.argmax()), len(light) - int(filled[::-1].argmax())
    thin = min(top, len(light) - bottom) < THINNEST * len(light)
    if thin or bottom - top < LEAST_LEFT * len(light) or float(np.median(other[~filled])) > VERY_SAME:
        return light
    return light[top:bottom]


def _without_blurred(light: Floats) -> Floats:
    """Cut off two equal bars that are much calmer than what lies between and end in a sharp line."""
    steps = np.abs(np.diff(light, axis=0)).mean(axis=1)
    detail = np.abs(np.diff(light, axis=1)).mean(axis=1)
    top, bottom = _first_edges(steps), _first_edges(steps[::-1])
    for above in top:
        below = [at for at in bottom if abs(at - above) <= UNEQUAL]
        if below and _is_calm(detail, above=above, below=below[0]):
            return light[above : len(light) - below[0]]
    return light


def _first_edges(steps: Floats) -> list[int]:
    """After how many rows, counted inwards, a line comes that is far sharper than all before it."""
    rows = range(max(4, round(THINNEST * len(steps))), round((1 - LEAST_LEFT) / 2 * len(steps)))
    before = np.maximum.accumulate(steps)
    return [at for at in rows if steps[at - 1] > max(CLEAREST_SHADE, CLEAR_EDGE * float(before[at - 3]))]


def _is_calm(detail: Floats, *, above: int, below: int) -> bool:
    outside = np.concatenate([detail[: above - 1], detail[1 - below :]])
    return float(outside.mean()) <= min(CALMEST, CALM * float(detail[above:-below].mean()))
