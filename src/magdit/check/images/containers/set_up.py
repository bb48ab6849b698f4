"""The set-up of an H.264 or HEVC film (its parameter sets), without the units that carry words instead of picture."""

from __future__ import annotations

START = b"\x00\x00\x01"  # with as many zeros before it as the writer liked; no unit ends in a zero
SEI = {"h264": {6}, "hevc": {39, 40}}  # for HEVC before and after the picture


def without_words(units: bytes, *, codec: str) -> bytes:
    """Leave the SEI units out of units that each begin with a start code."""
    found = [unit.rstrip(b"\x00") for unit in units.split(START)[1:]]
    kept = [unit for unit in found if unit and _kind(unit[0], codec=codec) not in SEI[codec]]
    return b"".join(b"\x00" + START + unit for unit in kept)


def _kind(first_byte: int, *, codec: str) -> int:
    return first_byte & 0x1F if codec == "h264" else first_byte >> 1 & 0x3F
