"""What the first bytes of an upload say already: no picture and no film, so the rest is not read or kept at all.

A picture may be as large as a phone makes them; only a film may be larger. That bounds what refusing one can cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from magdit.areas.drafts.files import MOST_FILM, MOST_PHOTO
from magdit.check.images.containers.examine import examine
from magdit.check.images.containers.film import film_format
from magdit.check.images.refusal import Refused

ENOUGH = 4_096
# Of the beginning alone nobody can say that it is broken; that it is something else, they can.
SOMETHING_ELSE = frozenset({"not_an_image", "unsupported_format"})


def begun(parts: Iterable[bytes]) -> tuple[int, Iterator[bytes]]:
    """How many bytes it may be, and all of it again. Raises Refused for what can be no picture and no film."""
    rest = iter(parts)
    head = b""
    while len(head) < ENOUGH and (part := next(rest, None)) is not None:
        head += part
    return _most(head), chain([head], rest)


def _most(head: bytes) -> int:
    if film_format(head) is not None:
        return MOST_FILM
    try:
        examine(head[:ENOUGH], path=Path("beeld"))
    except Refused as refused:
        if head and refused.code in SOMETHING_ELSE:
            raise
    return MOST_PHOTO
