"""Where faces are in a photo: boxes with a score. Never whose face it is, how old or in what mood.

CenterFace answers per cell of 4 x 4 pixels whether the middle of a face lies there, how large it is and where exactly.
Its landmarks are cut off before the model runs: nothing here describes a face.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from magdit.check.images import model_file
from magdit.check.images.refusal import Refused
from magdit.check.images.views import View, coarse_views, finer_views, tensor

Pixels = npt.NDArray[np.uint8]
Maps = npt.NDArray[np.float32]
Boxes = npt.NDArray[np.float32]  # one row a box: left, top, right, bottom, score

SEEN = 0.3
HIDING = 0.2
FAINTEST = 0.15  # below this the detector guesses
CELL = 4
SAME_FACE = 0.3
SMALL = 20  # in pixels of the first look; then a closer look is worth its time, and only for these
CLOSER = 2.0
THREADS = 2


@dataclass(frozen=True, order=True)
class Face:
    """A box in pixels of the upright photo, and how sure the detector is (0 to 1)."""

    x: int
    y: int
    w: int
    h: int
    score: float


class Session(Protocol):
    """What we use of an onnxruntime session."""

    def run(self, outputs: list[str], inputs: dict[str, Maps]) -> list[Maps]: ...


class FaceFinder:
    """Finds faces in upright pixels. Loads once, may be used by several threads."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @classmethod
    def load(cls, model: Path | None = None) -> FaceFinder:
        """Return the finder for this model file (ours when none is named); a second call costs nothing."""
        return _loaded(model)

    def find(self, pixels: Pixels, threshold: float = SEEN) -> tuple[Face, ...]:
        """Name every face seen, from left to right. None found never means that nobody is shown."""
        height, width = pixels.shape[:2]
        views = coarse_views(width, height)
        scale = views[0].scale
        boxes = self._look(pixels, views)
        if np.any(_small(boxes, scale=scale)):
            closer = self._look(pixels, finer_views(width, height, scale=CLOSER * scale))
            boxes = np.concatenate([boxes, closer[_small(closer, scale=scale)]])
        sure = boxes[boxes[:, 4] > threshold]
        return tuple(sorted(_face(box, width=width, height=height) for box in without_doubles(sure)))

    def _look(self, pixels: Pixels, views: Iterable[View]) -> Boxes:
        return np.concatenate([self._look_at(pixels, view) for view in views])

    def _look_at(self, pixels: Pixels, view: View) -> Boxes:
        wanted = [model_file.HEATMAP, model_file.SCALE, model_file.OFFSET]
        maps = self._session.run(wanted, {model_file.INPUT: tensor(pixels, view)})
        heat, size, offset = (np.asarray(found)[0] for found in maps)
        boxes = decoded(heat[0], size=size, offset=offset)
        boxes[:, :4] /= view.scale
        boxes[:, 0:4:2] += view.left
        boxes[:, 1:4:2] += view.top
        return boxes


@lru_cache(maxsize=2)
def _loaded(model: Path | None) -> FaceFinder:
    content = model_file.read_model(model)
    try:
        import onnxruntime  # type: ignore[import-untyped]  # it ships no types; Session says what we use of it
    except ImportError as error:
        raise Refused("no_onnxruntime") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(THREADS, os.cpu_count() or 1)
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only: the rewriting leaves weights that nothing uses, which it would list
    options.enable_mem_pattern = False  # sizes differ per photo: a pattern per size doubles the memory
    return FaceFinder(onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"]))


def decoded(heat: Boxes, *, size: Boxes, offset: Boxes) -> Boxes:
    """Turn the maps into boxes in pixels of the view; size and offset hold height before width."""
    rows, columns = np.nonzero(heat > FAINTEST)
    half_height, half_width = np.exp(size[:, rows, columns]) * CELL / 2
    middle_y = (rows + offset[0, rows, columns] + 0.5) * CELL
    middle_x = (columns + offset[1, rows, columns] + 0.5) * CELL
    sides = (middle_x - half_width, middle_y - half_height, middle_x + half_width, middle_y + half_height)
    return np.stack([*sides, heat[rows, columns]], axis=1).astype(np.float32)


def without_doubles(boxes: Boxes) -> Boxes:
    """Keep the surest of boxes that overlap too much to be two faces."""
    boxes = boxes[np.argsort(-boxes[:, 4], kind="stable")]
    kept = []
    while len(boxes):
        kept.append(boxes[0])
        boxes = boxes[1:][_overlap(boxes[0], boxes[1:]) < SAME_FACE]
    return np.array(kept, dtype=np.float32).reshape(-1, 5)


def _overlap(box: Boxes, others: Boxes) -> Boxes:
    """Shared area over joined area, per other box."""
    sides = np.minimum(box[2:4], others[:, 2:4]) - np.maximum(box[:2], others[:, :2])
    shared = np.prod(np.clip(sides, 0, None), axis=1)
    areas = np.prod(others[:, 2:4] - others[:, :2], axis=1)
    return np.asarray(shared / (np.prod(box[2:4] - box[:2]) + areas - shared))


def _small(boxes: Boxes, *, scale: float) -> npt.NDArray[np.bool_]:
    return np.asarray(np.max(boxes[:, 2:4] - boxes[:, :2], axis=1) * scale < SMALL)


def _face(box: Boxes, *, width: int, height: int) -> Face:
    left, top = max(0, int(np.floor(box[0]))), max(0, int(np.floor(box[1])))
    right, bottom = min(width, int(np.ceil(box[2]))), min(height, int(np.ceil(box[3])))
    return Face(x=left, y=top, w=right - left, h=bottom - top, score=round(float(box[4]), 3))
