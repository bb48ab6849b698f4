"""The face detector's file: found, known by its hash, and made ready for a picture of any size.

The file is kept byte for byte as it was published, so that its hash proves what it is. It says inside that its input
is 10 x 3 x 32 x 32; that is rewritten in memory, because the `onnx` package is too heavy for this one change.
Only a model that answers with the maps of a face detector is let in: a recogniser answers with a vector per face.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from magdit.check.images.refusal import Refused

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
VARINT, EIGHT_BYTES, LENGTH_GIVEN, FOUR_BYTES = 0, 1, 2, 5


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
    fields = list(_fields(model))
    if [number for number, _, _ in fields].count(GRAPH) != 1:
        raise ValueError("no graph")
    return b"".join(
        _field(number, kind=kind, payload=_freed_graph(payload) if number == GRAPH else payload)
        for number, kind, payload in fields
    )


def _freed_graph(graph: bytes) -> bytes:
    """Give it one input and three outputs, and drop the inner shapes, which only held for 32 x 32.

    The file also lists its weights as inputs; without those the runtime folds them and is faster.
    """
    found: dict[str, int] = {}
    parts = []
    for number, kind, payload in _fields(graph):
        if number == OUTPUTS:
            found[_name(payload)] = _channels(payload)
        elif number not in (INPUTS, INNER_SHAPES):
            parts.append(_field(number, kind=kind, payload=payload))
    if found != KNOWN_OUTPUTS:
        raise ValueError(f"outputs {found}")
    parts.append(_bytes(INPUTS, value_info(INPUT, channels=3)))
    parts += [_bytes(OUTPUTS, value_info(name, channels=channels)) for name, channels in MAPS.items()]
    return b"".join(parts)


def value_info(name: str, *, channels: int) -> bytes:
    """Describe a float tensor of one picture with this many channels and a free height and width."""
    dimensions = [
        _number(DIM_VALUE, 1),
        _number(DIM_VALUE, channels),
        _bytes(DIM_NAME, f"height_{name}".encode()),
        _bytes(DIM_NAME, f"width_{name}".encode()),
    ]
    shape = b"".join(_bytes(DIMENSION, dimension) for dimension in dimensions)
    tensor = _number(ELEMENT, FLOAT) + _bytes(SHAPE, shape)
    return _bytes(NAME, name.encode()) + _bytes(TYPE, _bytes(TENSOR, tensor))


def _name(info: bytes) -> str:
    return _only(info, NAME).decode()


def _channels(info: bytes) -> int:
    """The second of four dimensions; an answer of another rank is no map, so no face detector of ours."""
    shape = _only(_only(_only(info, TYPE), TENSOR), SHAPE)
    dimensions = [payload for number, _, payload in _fields(shape) if number == DIMENSION]
    if len(dimensions) != 4:
        raise ValueError(f"output {_name(info)} has {len(dimensions)} dimensions")
    return _varint(_only(dimensions[1], DIM_VALUE), 0)[0]


def _only(message: bytes, wanted: int) -> bytes:
    found = [payload for number, _, payload in _fields(message) if number == wanted]
    if len(found) != 1:
        raise ValueError(f"field {wanted} occurs {len(found)} times")
    return found[0]


def _fields(message: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Walk one protobuf message: field number, wire type, payload."""
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        kind = tag & 7
        length, at = _payload_length(message, at, kind)
        if at + length > len(message):
            raise ValueError("cut short")
        yield tag >> 3, kind, message[at : at + length]
        at += length


def _payload_length(message: bytes, at: int, kind: int) -> tuple[int, int]:
    if kind == VARINT:
        return _varint(message, at)[1] - at, at
    if kind == LENGTH_GIVEN:
        return _varint(message, at)
    if kind in (EIGHT_BYTES, FOUR_BYTES):
        return (8 if kind == EIGHT_BYTES else 4), at
    raise ValueError(f"wire type {kind}")


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return value, at
        shift += 7


def _as_varint(value: int) -> bytes:
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _field(number: int, *, kind: int, payload: bytes) -> bytes:
    length = _as_varint(len(payload)) if kind == LENGTH_GIVEN else b""
    return _as_varint(number << 3 | kind) + length + payload


def _bytes(number: int, payload: bytes) -> bytes:
    return _field(number, kind=LENGTH_GIVEN, payload=payload)


def _number(number: int, value: int) -> bytes:
    return _field(number, kind=VARINT, payload=_as_varint(value))
