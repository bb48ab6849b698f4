"""A tone model of a few hundred bytes, written field by field as onnx.proto says: it knows one word."""

import hashlib
from pathlib import Path

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "hallo", "allemaal", "snert", "##soep", "jij", "bent", "een", "."]
ITS_WORD = WORDS.index("snert")
FLOAT, INT64 = 1, 7
_INT, _INTS = 2, 7

MANIFEST = """\
model = "model.onnx"
model_sha256 = "{model}"
woorden = "vocab.txt"
woorden_sha256 = "{words}"
kleine_letters = true
lengte = 16
geheugen_mb = 4096
{more}
[[etiket]]
naam = "gewoon"

[[etiket]]
naam = "belediging"
toon = "insult"
drempel = 0.9
"""


def folder_with_model(folder: Path, *, model: bytes | None = None, more: str = "") -> Path:
    """A folder as a school would give it: a model, its words, and the manifest with their checksums."""
    content = tiny_model() if model is None else model
    words = "\n".join(WORDS).encode()
    (folder / "model.onnx").write_bytes(content)
    (folder / "vocab.txt").write_bytes(words)
    sums = {"model": hashlib.sha256(content).hexdigest(), "words": hashlib.sha256(words).hexdigest()}
    (folder / "toon.toml").write_text(MANIFEST.format(**sums, more=more), "utf-8")
    return folder


def tiny_model(*, labels: int = 2, input_name: str = "input_ids") -> bytes:
    """Logits 5 and -5 for a text without its word, -5 and 5 for a text with it."""
    ups = [-10.0] + [10.0] * (labels - 1)
    downs = [5.0] + [-5.0] * (labels - 1)
    nodes = [
        node("Equal", [input_name, "word"], ["is_word"]),
        node("Cast", ["is_word"], ["as_number"], [attribute("to", FLOAT)]),
        node("ReduceMax", ["as_number"], ["has_word"], [attribute("axes", [1]), attribute("keepdims", 1)]),
        node("Mul", ["has_word", "ups"], ["raised"]),
        node("Add", ["raised", "downs"], ["logits"]),
    ]
    constants = [whole_number("word", ITS_WORD), numbers("ups", ups), numbers("downs", downs)]
    graph = b"".join(field(1, one) for one in nodes) + field(2, b"tiny") + b"".join(field(5, one) for one in constants)
    graph += field(11, value(input_name, INT64, "length")) + field(12, value("logits", FLOAT, labels))
    return number(1, 7) + field(7, graph) + field(8, number(2, 13))


def node(kind: str, inputs: list[str], outputs: list[str], attributes: list[bytes] | None = None) -> bytes:
    named = [field(1, name.encode()) for name in inputs] + [field(2, name.encode()) for name in outputs]
    return b"".join([*named, field(4, kind.encode()), *(field(5, one) for one in attributes or [])])


def attribute(name: str, given: int | list[int]) -> bytes:
    if isinstance(given, int):
        return field(1, name.encode()) + number(3, given) + number(20, _INT)
    return field(1, name.encode()) + b"".join(number(8, one) for one in given) + number(20, _INTS)


def whole_number(name: str, given: int) -> bytes:
    return number(1, 1) + number(2, INT64) + field(8, name.encode()) + field(9, given.to_bytes(8, "little"))


def numbers(name: str, given: list[float]) -> bytes:
    import struct

    packed = struct.pack(f"<{len(given)}f", *given)
    return number(1, 1) + number(1, len(given)) + number(2, FLOAT) + field(8, name.encode()) + field(9, packed)


def value(name: str, kind: int, last: int | str) -> bytes:
    size = field(1, number(1, last)) if isinstance(last, int) else field(1, field(2, last.encode()))
    shape = field(1, number(1, 1)) + size
    return field(1, name.encode()) + field(2, field(1, number(1, kind) + field(2, shape)))


def number(at: int, given: int) -> bytes:
    return varint(at << 3) + varint(given)


def field(at: int, content: bytes) -> bytes:
    return varint(at << 3 | 2) + varint(len(content)) + content


def varint(given: int) -> bytes:
    out = bytearray()
    while given >= 0x80:
        out.append(given & 0x7F | 0x80)
        given >>= 7
    return bytes([*out, given])
