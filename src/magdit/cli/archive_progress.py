"""How far the check of an archive is: a bar on a terminal, a line now and then everywhere else. On stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from magdit.wording.file_errors import plain_name

EVERY = 25
LONGEST = 60
Tell = Callable[[int, int, str], None]


@contextmanager
def telling() -> Iterator[Tell]:
    """Tells at which place it is, of how many as far as is known by now."""
    if not sys.stderr.isatty():
        yield _line
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    words = TextColumn("{task.description}", markup=False)
    with Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), words, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None)

        def tell(at: int, of: int, place: str) -> None:
            bar.update(task, completed=at, total=max(at, of), description=plain_name(place)[-LONGEST:])

        yield tell


def _line(at: int, of: int, place: str) -> None:
    if at % EVERY == 0 or at >= of:
        print(f"{at} van {of}: {plain_name(place)}", file=sys.stderr, flush=True)
