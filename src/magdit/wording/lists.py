"""Lines of a list, broken into points where one grows too long to read. Knows no norms: it only lays out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONG = 300
STEP = "  "


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line. `head` and `points`: how to say it in a list when it is too long for one line."""

    text: str
    head: str = ""
    points: tuple[Piece, ...] = ()


def laid_out(pieces: Iterable[Piece], *, depth: int = 0) -> Iterator[str]:
    """The pieces as one line of a list; as a first line with points under it where that would be too long."""
    told = [piece for piece in pieces if piece.text]
    line = joined(piece.text for piece in told)
    if len(line) <= LONG or len(told) == 1:
        yield from _point(Piece(line) if len(line) <= LONG else told[0], depth)
        return
    first, *rest = told
    yield f"{STEP * depth}- {first.text}"
    for piece in rest:
        yield from _point(piece, depth + 1)


def joined(texts: Iterable[str]) -> str:
    """Parts of one line; a full stop before the next part is left out."""
    *before, last = texts
    return "; ".join([*(text.removesuffix(".") for text in before), last])


def _point(piece: Piece, depth: int) -> Iterator[str]:
    if len(piece.text) <= LONG or not piece.points:
        yield f"{STEP * depth}- {piece.text}"
        return
    yield f"{STEP * depth}- {piece.head}"
    for point in piece.points:
        yield from _point(point, depth + 1)
