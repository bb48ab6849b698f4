"""Posts as JSON lines: read one by one, so that a long file costs no memory. A line that cannot be read is named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from magdit.cli.outcome import Stop
from magdit.cli.own_data import LONGEST, TOO_LONG

TEXT = ("text", "tekst")
LONGEST_LINE = 2_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Post:
    """One post: what it is called, and its words."""

    id: str | int
    text: str


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that could not be read: which one, and what to do about it."""

    number: int
    message: str


def posts_of(path: Path) -> Iterator[Post | BadLine]:
    """Every post of the file, in its order; stops when the file itself cannot be opened or holds nothing."""
    count = 0
    try:
        with path.open("rb") as opened:
            for number, line in enumerate(_lines(opened), 1):
                if line.strip(b" \t\r\n\xef\xbb\xbf"):
                    count += 1
                    yield _post(line, number)
    except OSError:
        raise Stop(f"Het bestand '{path}' is niet te openen. Controleer de naam en uw rechten.") from None
    if not count:
        raise Stop(f'In \'{path}\' staat geen bericht. Zet op elke regel één bericht: {{"id": "1", "text": "..."}}.')


def _lines(opened: BinaryIO) -> Iterator[bytes]:
    """Line by line; of one that is longer than any post only its beginning, so that it costs no memory."""
    while line := opened.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = opened.readline(LONGEST_LINE + 1)


def _post(line: bytes, number: int) -> Post | BadLine:
    if len(line) > LONGEST_LINE:
        return BadLine(number, TOO_LONG)
    try:
        read = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return BadLine(number, "dit is geen UTF-8. Bewaar het bestand als UTF-8.")
    except (ValueError, RecursionError):
        return BadLine(number, 'dit is geen JSON. Schrijf het zo: {"id": "1", "text": "..."}.')
    if not isinstance(read, dict):
        return BadLine(number, 'zet accolades om het bericht: {"id": "1", "text": "..."}.')
    return _read(read, number)


def _read(read: dict[str, Any], number: int) -> Post | BadLine:
    texts = [read[name] for name in TEXT if name in read]
    if len(texts) != 1:
        return BadLine(number, "zet de woorden van het bericht een keer onder 'text'.")
    if not isinstance(texts[0], str):
        return BadLine(number, "de woorden onder 'text' moeten tussen aanhalingstekens staan.")
    name = read.get("id", number)
    if isinstance(name, bool) or not isinstance(name, str | int):
        return BadLine(number, "onder 'id' hoort een naam of een nummer.")
    return BadLine(number, TOO_LONG) if len(texts[0]) > LONGEST else Post(name, texts[0])
