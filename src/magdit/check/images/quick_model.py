"""The face detector in whole numbers: the same network at half the price, made in memory from the published file.

The weights of nearly every convolution become 7 bits and what flows between them 8, by ranges that were measured once
(`quick_ranges.json`). 7 bits, so that no sum overflows on processors that add in 16 bits: the answer is then the
same on every machine. Nothing is learned or left out: it takes our own model and answers with the same maps.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from magdit.check.images.wire import block, field, fields, number_field, varint

RANGES = Path(__file__).parent / "quick_ranges.json"

Ranges = Mapping[str, tuple[float, float]]
Array = npt.NDArray[Any]

# Field numbers of onnx.proto.
GRAPH, OPSETS = 7, 8
NODE, WEIGHT = 1, 5
TAKES, GIVES, KIND, DETAIL = 1, 2, 4, 5
DIMENSION, ELEMENT, FLOATS, NAME, RAW = 1, 2, 4, 8, 9
DETAIL_NAME, DETAIL_NUMBER, DETAIL_TYPE, WHOLE_NUMBER = 1, 3, 20, 2
ELEMENTS = {np.dtype(np.float32): 1, np.dtype(np.uint8): 2, np.dtype(np.int8): 3, np.dtype(np.int32): 6}

OPERATORS = 13  # the first version of the operators in which every channel has a scale of its own
MOST = 63  # 7 bits


@dataclass(frozen=True)
class Node:
    """One step of the network: what it does, what it takes and what it gives."""

    kind: str
    takes: tuple[str, ...]
    gives: str
    details: tuple[bytes, ...] = ()

    def written(self, takes: tuple[str, ...] | None = None) -> bytes:
        """The step as a field of the graph, taking this instead when named."""
        parts = [block(TAKES, name.encode()) for name in takes or self.takes]
        parts += [block(GIVES, self.gives.encode()), block(KIND, self.kind.encode())]
        return block(NODE, b"".join([*parts, *(block(DETAIL, detail) for detail in self.details)]))


@lru_cache(maxsize=1)
def measured_ranges() -> Ranges:
    """Between which values each step answers."""
    table: dict[str, tuple[float, float]] = json.loads(RANGES.read_text(encoding="utf-8"))["ranges"]
    return {name: (low, high) for name, (low, high) in table.items()}


def in_whole_numbers(model: bytes, ranges: Ranges) -> bytes:
    """Return the model with every step between two known ranges done in whole numbers."""
    parts = []
    for number, kind, payload in fields(model):
        if number == GRAPH:
            parts.append(block(GRAPH, b"".join(_graph(payload, ranges))))
        elif number == OPSETS:
            parts.append(block(OPSETS, number_field(2, OPERATORS)))
        else:
            parts.append(field(number, kind=kind, payload=payload))
    return b"".join(parts)


def _graph(graph: bytes, ranges: Ranges) -> Iterator[bytes]:
    parts = list(fields(graph))
    nodes = [node_of(payload) for number, _, payload in parts if number == NODE]
    weights = dict(_weight(payload) for number, _, payload in parts if number == WEIGHT)
    yield from (field(number, kind=kind, payload=payload) for number, kind, payload in parts if number != NODE)
    relus = {node.takes[0]: node.gives for node in nodes if node.kind == "Relu"}
    yield from _rounded("input.1", ranges)
    for node in nodes:
        takes = tuple(f"{name}/near" if name in ranges else name for name in node.takes)
        if node.kind == "Conv" and node.takes[0] in ranges and relus.get(node.gives, node.gives) in ranges:
            yield from _whole_weights(node, weights, scale=_scale(ranges[node.takes[0]]))
            takes = (takes[0], *(f"{name}/{node.gives}" for name in node.takes[1:]))
        yield node.written(takes)
        yield from _rounded(node.gives, ranges)


def _rounded(name: str, ranges: Ranges) -> Iterator[bytes]:
    """Round this answer to 8 bits, when its range is known; the runtime joins that with the step before and after."""
    if name not in ranges:
        return
    scale = _scale(ranges[name])
    zero = np.uint8(np.clip(np.rint(-min(0.0, ranges[name][0]) / scale), 0, 255))
    by = (f"{name}/scale", f"{name}/zero")
    yield _tensor(by[0], np.array(scale, dtype=np.float32))
    yield _tensor(by[1], np.array(zero, dtype=np.uint8))
    yield Node("QuantizeLinear", (name, *by), f"{name}/whole").written()
    yield Node("DequantizeLinear", (f"{name}/whole", *by), f"{name}/near").written()


def _whole_weights(node: Node, weights: Mapping[str, Array], *, scale: float) -> Iterator[bytes]:
    """Every channel of a convolution has a scale of its own: its largest weight becomes 63."""
    weight, bias = (weights[name] for name in node.takes[1:])
    largest = np.abs(weight).reshape(len(weight), -1).max(axis=1)
    scales = (np.maximum(largest, 1e-8) / MOST).astype(np.float32)
    whole = np.rint(weight / scales.reshape(-1, *[1] * (weight.ndim - 1))).clip(-MOST, MOST).astype(np.int8)
    yield from _stored(node, 1, whole, scales)
    sums = (scales * np.float32(scale)).astype(np.float32)
    started = np.rint(bias / sums.astype(np.float64)).clip(-(2**30), 2**30)
    yield from _stored(node, 2, started.astype(np.int32), sums)


def _stored(node: Node, which: int, whole: Array, scales: Array) -> Iterator[bytes]:
    name = f"{node.takes[which]}/{node.gives}"
    yield _tensor(f"{name}/whole", whole)
    yield _tensor(f"{name}/scale", scales)
    yield _tensor(f"{name}/zero", np.zeros(len(scales), dtype=whole.dtype))
    takes = (f"{name}/whole", f"{name}/scale", f"{name}/zero")
    axis = block(DETAIL_NAME, b"axis") + number_field(DETAIL_NUMBER, 0) + number_field(DETAIL_TYPE, WHOLE_NUMBER)
    yield Node("DequantizeLinear", takes, name, (axis,)).written()


def _scale(spread: tuple[float, float]) -> float:
    low, high = spread
    return float(np.float32((max(0.0, high) - min(0.0, low)) / 255))


def node_of(message: bytes) -> Node:
    """Read one step of the graph."""
    found: dict[int, list[bytes]] = {}
    for number, _, payload in fields(message):
        found.setdefault(number, []).append(payload)
    takes = tuple(name.decode() for name in found[TAKES])
    return Node(found[KIND][0].decode(), takes, found[GIVES][0].decode(), tuple(found.get(DETAIL, ())))


def _weight(message: bytes) -> tuple[str, Array]:
    parts = list(fields(message))
    found = {number: payload for number, _, payload in parts}
    shape = [varint(payload, 0)[0] for number, _, payload in parts if number == DIMENSION]
    name = found[NAME].decode()
    if varint(found[ELEMENT], 0)[0] != ELEMENTS[np.dtype(np.float32)]:
        return name, np.zeros(0)
    return name, np.frombuffer(found.get(RAW) or found[FLOATS], dtype="<f4").reshape(shape)


def _tensor(name: str, content: Array) -> bytes:
    dimensions = [number_field(DIMENSION, size) for size in content.shape]
    raw = content.astype(content.dtype.newbyteorder("<")).tobytes()
    described = number_field(ELEMENT, ELEMENTS[content.dtype]) + block(NAME, name.encode()) + block(RAW, raw)
    return block(WEIGHT, b"".join([*dimensions, described]))
