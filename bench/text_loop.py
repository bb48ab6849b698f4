"""What every runner of the text bench says and hears: posts as lines of JSON in, spans and seconds as lines out.

Standard library only, because it runs under a peer's own Python too. Times are seconds of processor, so that a busy
machine does not decide who is faster.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from typing import TextIO

Span = tuple[int, int, str, bool]
Find = Callable[[str], list[Span]]


def serve(
    make: Callable[[], Find], *, repeat: int = 1, source: TextIO | None = None, sink: TextIO | None = None
) -> None:
    """Make the tool, read all posts, and write what it found; of several turns the quickest counts."""
    lines, out = source or sys.stdin, sink or sys.stdout
    posts = [json.loads(line) for line in lines if line.strip()]
    begun = time.process_time()
    find = make()
    ready = time.process_time() - begun
    for post in posts:
        seconds, spans = _timed(find, post["text"], repeat)
        print(json.dumps({"id": post["id"], "spans": spans, "seconds": seconds}), file=out)
    print(json.dumps({"ready": ready, "posts": len(posts)}), file=out, flush=True)


def _timed(find: Find, text: str, repeat: int) -> tuple[float, list[Span]]:
    best, spans = float("inf"), []
    for _ in range(max(repeat, 1)):
        start = time.process_time()
        spans = find(text)
        best = min(best, time.process_time() - start)
    return best, spans


def names_in(path: str) -> list[tuple[str, str, str, str, str]]:
    """The rows of a roster: voornaam, tussenvoegsel, achternaam, roepnaam, rol."""
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split(";") for line in file]
    return [(row[0], row[1], row[2], row[3], row[4]) for row in rows[1:]]


def words_of(rows: Iterable[tuple[str, str, str, str, str]]) -> list[str]:
    """The forms a deny list gets: roepnaam or voornaam, surname with its voorvoegsel, and both together."""
    words: dict[str, None] = {}
    for first, infix, last, called, _ in rows:
        given = called or first
        surname = " ".join(part for part in (infix, last) if part)
        for word in (f"{given} {surname}".strip(), surname, given, first):
            if word:
                words[word] = None
    return list(words)
