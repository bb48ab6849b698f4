"""The wire format of a model file (protobuf): walk a message field by field, and write fields.

Field numbers mean nothing here; who reads or writes a model knows those.
"""

from __future__ import annotations

from collections.abc import Iterator

VARINT, EIGHT_BYTES, LENGTH_GIVEN, FOUR_BYTES = 0, 1, 2, 5


def fields(message: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Walk one protobuf message: field number, wire type, payload."""
    at = 0
    while at < len(message):
        tag, at = varint(message, at)
        kind = tag & 7
        length, at = _payload_length(message, at, kind)
        if at + length > len(message):
            raise ValueError("cut short")
        yield tag >> 3, kind, message[at : at + length]
        at += length


def only(message: bytes, wanted: int) -> bytes:
    """Return the one field of this number; more or none is an error."""
    found = [payload for number, _, payload in fields(message) if number == wanted]
    if len(found) != 1:
        raise ValueError(f"field {wanted} occurs {len(found)} times")
    return found[0]


def _payload_length(message: bytes, at: int, kind: int) -> tuple[int, int]:
    if kind == VARINT:
        return varint(message, at)[1] - at, at
    if kind == LENGTH_GIVEN:
        return varint(message, at)
    if kind in (EIGHT_BYTES, FOUR_BYTES):
        return (8 if kind == EIGHT_BYTES else 4), at
    raise ValueError(f"wire type {kind}")


def varint(message: bytes, at: int) -> tuple[int, int]:
    """Read the number that begins here, and where it ends."""
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


def field(number: int, *, kind: int, payload: bytes) -> bytes:
    """Write a field as it was read."""
    length = _as_varint(len(payload)) if kind == LENGTH_GIVEN else b""
    return _as_varint(number << 3 | kind) + length + payload


def block(number: int, payload: bytes) -> bytes:
    """Write a field that holds a text, bytes or another message."""
    return field(number, kind=LENGTH_GIVEN, payload=payload)


def number_field(number: int, value: int) -> bytes:
    """Write a field that holds a whole number."""
    return field(number, kind=VARINT, payload=_as_varint(value))
