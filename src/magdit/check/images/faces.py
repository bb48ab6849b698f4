"""Where faces are in a photo: boxes with a score. Never whose face it is, how old or in what mood.

CenterFace answers per cell of 4 x 4 pixels whether the middle of a face lies there, how large it is and where exactly.
Its landmarks are cut off before the model runs: nothing here describes a face.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from magdit.check.images import model_file
from magdit.check.images.boxes import FAINT, Boxes, Maps, from_maps, larger, without_doubles, without_parts
from magdit.check.images.closer import DOUBTFUL_BELOW, TINY, reconsidered, unclear, views_around
from magdit.check.images.quick_model import in_whole_numbers, measured_ranges
from magdit.check.images.refusal import Refused
from magdit.check.images.views import STRIDE, View, coarse_views, tensor, whole

Pixels = npt.NDArray[np.uint8]

SEEN = 0.3
HIDING = 0.2

# Above this side in a view a face is easily boxed too tightly; then a look from farther off takes over.
LARGE = 400
FARTHER = 1 / 3
CLOSEST = 1.3  # times the photo's own size; from there, twice as close shows nothing new
MOST_THREADS = 4  # more hardly help
ROOMY = 20_000_000  # pixels; around a photo this large the runtime gives back the memory it looked with


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

    def run(self, outputs: list[str], inputs: dict[str, Maps], options: object = None) -> list[Maps]:
        """Answer with the maps asked for."""


class FaceFinder:
    """Finds faces in upright pixels. Loads once, may be used by several threads.

    One view is looked at at a time, by all cores: as fast as one core each, and in half the memory.
    """

    def __init__(self, session: Session, *, tidying: object = None) -> None:
        self._session = session
        self._tidying = tidying
        self._one_at_a_time = threading.Lock()

    @classmethod
    def load(cls, model: Path | None = None) -> FaceFinder:
        """Return the finder for this model file, or for ours in whole numbers; a second call costs nothing."""
        return _loaded(model)

    def find(self, pixels: Pixels, threshold: float = SEEN) -> tuple[Face, ...]:
        """Name every face seen, from left to right. None found never means that nobody is shown."""
        height, width = pixels.shape[:2]
        boxes = self._search(pixels)
        sure = boxes[boxes[:, 4] > threshold]
        return tuple(sorted(_face(box, width=width, height=height) for box in without_doubles(sure)))

    def glance(self, pixels: Pixels, *, long_side: int, threshold: float = HIDING) -> tuple[Face, ...]:
        """One quick look at the whole at this size, for the frames of a film between two full looks."""
        height, width = pixels.shape[:2]
        boxes = self._look_at(pixels, whole(width, height, scale=long_side / max(width, height)))
        sure = boxes[boxes[:, 4] > threshold]
        return tuple(sorted(_face(box, width=width, height=height) for box in without_doubles(sure)))

    def tidy(self) -> None:
        """Give the memory back that was needed to look, which is kept otherwise for the next photo."""
        smallest = np.zeros((1, 3, STRIDE, STRIDE), dtype=np.float32)
        with self._one_at_a_time:
            self._session.run([model_file.HEATMAP], {model_file.INPUT: smallest}, self._tidying)

    def _search(self, pixels: Pixels) -> Boxes:
        """Look at the whole; from farther off when a face fills it, closer where something is tiny or doubtful."""
        height, width = pixels.shape[:2]
        views = coarse_views(width, height)
        scale = views[0].scale
        boxes = self._look(pixels, views)
        if len(larger(boxes[boxes[:, 4] > FAINT], than=LARGE / scale)):
            far_off = self._look(pixels, [whole(width, height, scale=FARTHER * scale)])
            close_ups = larger(far_off[far_off[:, 4] > SEEN], than=LARGE / scale)
            boxes = np.concatenate([close_ups, without_parts(boxes, of=close_ups)])
        return self._closer(pixels, boxes, scale=scale)

    def _closer(self, pixels: Pixels, boxes: Boxes, *, scale: float) -> Boxes:
        """Look twice as close, and again, but only around what is tiny or doubtful; what is clear stays as it is."""
        clear = []
        worth = DOUBTFUL_BELOW
        while scale < CLOSEST:
            doubted = unclear(boxes, scale=scale, below=worth)
            clear.append(boxes[~doubted])
            boxes = boxes[doubted]
            if not len(boxes):
                break
            scale *= 2
            boxes = reconsidered(boxes, seen=self._look(pixels, views_around(boxes, pixels.shape, scale=scale)))
            worth = TINY
        return np.concatenate([*clear, boxes])

    def _look(self, pixels: Pixels, views: Iterable[View]) -> Boxes:
        return without_doubles(np.concatenate([self._look_at(pixels, view) for view in views]))

    def _look_at(self, pixels: Pixels, view: View) -> Boxes:
        wanted = [model_file.HEATMAP, model_file.SCALE, model_file.OFFSET]
        options = self._tidying if pixels.shape[0] * pixels.shape[1] > ROOMY else None
        inputs = {model_file.INPUT: tensor(pixels, view)}
        with self._one_at_a_time:
            heat, size, offset = self._session.run(wanted, inputs, options)
        boxes = from_maps(heat[0, 0], size=size[0], offset=offset[0])
        boxes[:, :4] /= view.scale
        boxes[:, 0:4:2] += view.left
        boxes[:, 1:4:2] += view.top
        return boxes[view.holds(boxes, photo=pixels.shape)]


@lru_cache(maxsize=2)
def _loaded(model: Path | None) -> FaceFinder:
    content = model_file.read_model(model)
    if model is None:
        content = in_whole_numbers(content, measured_ranges())
    try:
        import onnxruntime  # type: ignore[import-untyped]  # it ships no types; Session says what we use of it
    except ImportError as error:
        raise Refused("no_onnxruntime") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(MOST_THREADS, os.cpu_count() or 1)
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # between looks others need the cores
    options.log_severity_level = 3  # errors only: the rewriting leaves weights that nothing uses, which it would list
    options.enable_mem_pattern = False  # sizes differ per photo: a pattern per size doubles the memory
    tidying = onnxruntime.RunOptions()
    tidying.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
    try:
        session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # a kind of its own per complaint, in a module without a promise
        raise Refused("model_unfit", path=model or model_file.DEFAULT_MODEL, reason=str(error)) from error
    return FaceFinder(session, tidying=tidying)


def _face(box: Boxes, *, width: int, height: int) -> Face:
    left, top = max(0, int(np.floor(box[0]))), max(0, int(np.floor(box[1])))
    right, bottom = min(width, int(np.ceil(box[2]))), min(height, int(np.ceil(box[3])))
    return Face(x=left, y=top, w=right - left, h=bottom - top, score=round(float(box[4]), 3))
