"""How well a film was hidden, held against its truth: a face is hidden when its whole box is erased."""

import av
import numpy as np

from magdit.check.images.film.hiding import covers
from magdit.check.images.film.track import FilmLook

WHOLE = 0.99


def frames_hidden(truth, look: FilmLook) -> float:
    """The share of frames in which every face is wholly covered."""
    return float(np.mean([not uncovered(boxes, look, at) for at, boxes in enumerate(truth)]))


def uncovered(boxes, look: FilmLook, frame: int) -> list:
    """The faces of this frame that are not, or not wholly, covered."""
    erased = np.zeros((look.height, look.width), dtype=bool)
    for cover in covers(look.tracks, frame).values():
        left, top, right, bottom = (max(0, 2 * side) for side in (cover.left, cover.top, cover.right, cover.bottom))
        erased[top:bottom, left:right] = True
    return [box for box in boxes if _part(erased, box) < WHOLE]


def _part(erased, box) -> float:
    left, top, right, bottom = (round(float(side)) for side in box)
    return float(erased[top:bottom, left:right].mean()) if right > left and bottom > top else 1.0


def shown(path) -> list[np.ndarray]:
    """Every frame as a player shows it, upright."""
    with av.open(str(path)) as container:
        frames = container.decode(container.streams.video[0])
        return [np.rot90(frame.to_ndarray(format="rgb24"), frame.rotation // 90) for frame in frames]


def greenness(pixels) -> float:
    """The share of a frame that is as green as a mark."""
    red, green, blue = (pixels[:, :, at].astype(int) for at in range(3))
    return float(((green > red + 60) & (green > blue + 60)).mean())
