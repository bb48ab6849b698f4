"""The face detector's file: found, known by its hash, and made ready for a picture of any size.

The file is kept byte for byte as it was published, so that its hash proves what it is. It says inside that its input
is 10 x 3 x 32 x 32; that is rewritten in memory, because the `onnx` package is too heavy for this one change.
Only a model that answers with the maps of a face detector is let in: a recogniser answers with a vector per face.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from magdit.check.images.refusal import Refused
from magdit.check.images.wire import block, field, fields, number_field, only, varint

DEFAULT_MODEL = Path(__file__).parent / "model" / "centerface.onnx"
DEFAULT_SHA256 = "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc"

INPUT = "input.1"
HEATMAP, SCALE, OFFSET, LANDMARKS = "537", "538", "539", "540"
MAPS = {HEATMAP: 1, SCALE: 2, OFFSET: 2}
KNOWN_OUTPUTS = MAPS | {LANDMARKS: 10}

# Field numbers of onnx.proto: ModelProto.graph, GraphProto.{input, output, value_info}, and so on down to a dimension.
GRAPH, INPUTS, OUTPUTS, INNER_SHAPES = 7, 11, 12, 13
NAME, TYPE, TENSOR, ELEMENT, SHAPE, DIMENSION, DIM_VALUE, DIM_NAME = 1, 2, 1, 1, 2, 1, 1, 2
FLOAT = 1


def read_model(path: Path | None = None) -> bytes:
    """Return the model with a free picture size and without landmarks; refuse what is not our face detector."""
    wanted = path or DEFAULT_MODEL
    if not wanted.is_file():
        raise Refused("model_missing", path=wanted)
    content = wanted.read_bytes()
    if path is None and hashlib.sha256(content).hexdigest() != DEFAULT_SHA256:
        raise Refused("model_changed", path=wanted)
    try:
        return _with_free_size(content)
    except (IndexError, ValueError) as error:
        raise Refused("model_unfit", path=wanted, reason=str(error)) from error


def _with_free_size(model: bytes) -> bytes:
    parts = list(fields(model))
    if [number for number, _, _ in parts].count(GRAPH) != 1:
        raise ValueError("no graph")
    return b"".join(
        field(number, kind=kind, payload=_freed_graph(payload) if number == GRAPH else payload)
        for number, kind, payload in parts
    )


def _freed_graph(graph: bytes) -> bytes:
    """Give it one input and three outputs, and drop the inner shapes, which only held for 32 x 32.

    The file also lists its weights as inputs; without those the runtime folds them and is faster.
    """
    found: dict[str, int] = {}
    parts = []
    for number, kind, payload in fields(graph):
        if number == OUTPUTS:
            found[_name(payload)] = _channels(payload)
        elif number not in (INPUTS, INNER_SHAPES):
            parts.append(field(number, kind=kind, payload=payload))
    if found != KNOWN_OUTPUTS:
        raise ValueError(f"outputs {found}")
    parts.append(block(INPUTS, value_info(INPUT, channels=3)))
    parts += [block(OUTPUTS, value_info(name, channels=channels)) for name, channels in MAPS.items()]
    return b"".join(parts)


def value_info(name: str, *, channels: int) -> bytes:
    """Describe a float tensor of one picture with this many channels and a free height and width."""
    dimensions = [
        number_field(DIM_VALUE, 1),
        number_field(DIM_VALUE, channels),
        block(DIM_NAME, f"height_{name}".encode()),
        block(DIM_NAME, f"width_{name}".encode()),
    ]
    shape = b"".join(block(DIMENSION, dimension) for dimension in dimensions)
    tensor = number_field(ELEMENT, FLOAT) + block(SHAPE, shape)
    return block(NAME, name.encode()) + block(TYPE, block(TENSOR, tensor))


def _name(info: bytes) -> str:
    return only(info, NAME).decode()


def _channels(info: bytes) -> int:
    """The second of four dimensions; an answer of another rank is no map, so no face detector of ours."""
    shape = only(only(only(info, TYPE), TENSOR), SHAPE)
    dimensions = [payload for number, _, payload in fields(shape) if number == DIMENSION]
    if len(dimensions) != 4:
        raise ValueError(f"output {_name(info)} has {len(dimensions)} dimensions")
    return varint(only(dimensions[1], DIM_VALUE), 0)[0]
