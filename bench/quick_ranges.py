"""Measures between which values each step of the face model answers, for `quick_ranges.json`.

`python -m bench.quick_ranges`, by hand, and only when the model or the first look changes. It looks at the photos and
scenes of the tests; of those nothing remains but two numbers per step, the lowest and the highest answer.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # it ships no types
from PIL import Image

from magdit.check.images import model_file, quick_model
from magdit.check.images.views import coarse_views, tensor
from magdit.check.images.wire import block, field, fields
from tests.check.images.sets.faces_by_eye import DEMO
from tests.check.images.sets.scenes import scenes

ROOT = Path(__file__).resolve().parent.parent
PHOTOS = ROOT / "tests/check/images/sets/photos"
MADE = (
    "Lowest and highest answer of each step of the float model over tests/check/images/sets/photos, the demo photos "
    "and every second scene of tests/check/images/sets/scenes.py, in the first look of views.py; made by "
    "bench/quick_ranges.py."
)
# Kept exact: the first step and the last two (what they answer is the score, the size and the place), and the three
# that enlarge, for which the runtime knows no whole numbers.
EXACT = {"input.1", "512", "519", "526", "535", "536", "537", "538", "539", "540"}


def that_tells_all(model: bytes) -> tuple[bytes, list[str]]:
    """The model with every step that is to be measured as an answer."""
    parts, names = [], []
    for number, kind, payload in fields(model):
        if number == quick_model.GRAPH:
            nodes = [quick_model.node_of(part) for inner, _, part in fields(payload) if inner == quick_model.NODE]
            before_relu = {node.takes[0] for node in nodes if node.kind == "Relu"}
            names = [node.gives for node in nodes if node.gives not in before_relu | EXACT]
            payload += b"".join(block(model_file.OUTPUTS, block(model_file.NAME, name.encode())) for name in names)
        parts.append(field(number, kind=kind, payload=payload))
    return b"".join(parts), names


def main() -> None:
    """Write the table."""
    rows = [f'    "{name}": [{low:.5g}, {high:.5g}]' for name, (low, high) in measured_ranges().items()]
    table = f'{{\n  "made": {json.dumps(MADE)},\n  "ranges": {{\n' + ",\n".join(rows) + "\n  }\n}\n"
    quick_model.RANGES.write_text(table, encoding="utf-8")


def images() -> Iterator[Image.Image]:
    """What is looked at to measure."""
    paths = sorted([*PHOTOS.glob("*.jpg"), *DEMO.glob("*.jpg")])
    yield from (Image.open(path).convert("RGB") for path in paths)
    yield from (scene.image for at, scene in enumerate(scenes(large=False)) if at % 2 == 0)


def measured_ranges() -> dict[str, tuple[float, float]]:
    """The lowest and highest answer of every step that is not kept exact."""
    model, names = that_tells_all(model_file.read_model())
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3  # errors only, or it lists every weight that nothing uses
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    ranges = dict.fromkeys(names, (0.0, 0.0))
    for pixels in map(np.asarray, images()):
        for view in coarse_views(pixels.shape[1], pixels.shape[0]):
            answers = session.run(names, {model_file.INPUT: tensor(pixels, view)})
            for name, answer in zip(names, answers, strict=True):
                low, high = ranges[name]
                ranges[name] = (min(low, float(answer.min())), max(high, float(answer.max())))
    return ranges


if __name__ == "__main__":
    main()
