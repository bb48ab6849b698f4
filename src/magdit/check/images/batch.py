"""Many photos looked at, several side by side, told in the order they were given. Keeps no pixels of what was told.

Photos differ a thousandfold in size, so what runs side by side is bounded by pixels and not only by cores: together
they take no more memory than the largest photo that is accepted takes alone.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

from magdit.check.images.faces import ROOMY, SEEN, Face, FaceFinder
from magdit.check.images.intake import Photo, decode, hand_in
from magdit.check.images.limits import DEFAULT, Limits
from magdit.check.images.refusal import Refused

T = TypeVar("T")
Given = TypeVar("Given")
Made = TypeVar("Made")
Then = Callable[[Photo, tuple[Face, ...]], T]

MOST_WORKERS = 8
SIDE_BY_SIDE = 32_000_000  # pixels: two of an ordinary phone, and some small ones
AHEAD = 2  # photos begun per worker, so that a slow one does not keep the others waiting


@dataclass(frozen=True)
class Told(Generic[T]):
    """What came of one file: a result, or the reason why there is none."""

    path: Path
    result: T | None = None
    refused: Refused | None = None


def look_at_photos(
    paths: Iterable[Path],
    then: Then[T],
    *,
    threshold: float = SEEN,
    workers: int | None = None,
    limits: Limits = DEFAULT,
) -> Iterator[Told[T]]:
    """Take each photo in, find its faces and hand both to `then`, which runs in a worker; yield what it returned.

    In the order of `paths`, each as soon as it and those before it are done, so the caller can show how far it is.
    Whatever is refused (also by `then`) is told with its file and stops nothing; any other error stops the whole.
    """
    finder = FaceFinder.load()
    room = Room(SIDE_BY_SIDE)

    def one(path: Path) -> Told[T]:
        try:
            handed = hand_in(path, limits)
            with room.for_pixels(handed.room):
                if handed.room > ROOMY:
                    finder.tidy()
                photo = decode(handed)
                del handed
                return Told(path, result=then(photo, finder.find(photo.pixels, threshold)))
        except Refused as refused:
            return Told(path, refused=refused)

    yield from in_order(paths, one, workers=workers)


def in_order(given: Iterable[Given], one: Callable[[Given], Made], *, workers: int | None = None) -> Iterator[Made]:
    """What `one` makes of each, several at work at once, in the order given; what one raises comes in its turn.

    Who stops listening stops the work: what was not begun is not begun any more.
    """
    waiting = deque(given)
    workers = workers or min(os.cpu_count() or 1, MOST_WORKERS, max(1, len(waiting)))
    begun: deque[Future[Made]] = deque()
    with ThreadPoolExecutor(workers, thread_name_prefix="photo") as pool:
        try:
            while waiting or begun:
                fresh = islice(iter(waiting.popleft, None), min(len(waiting), workers * AHEAD - len(begun)))
                begun.extend(pool.submit(one, item) for item in fresh)
                yield begun.popleft().result()
        finally:
            for future in begun:
                future.cancel()


class Room:
    """Lets photos in as long as together they have no more pixels than this; one that is larger waits to be alone."""

    def __init__(self, pixels: int) -> None:
        self._pixels = pixels
        self._taken = 0
        self._changed = threading.Condition()

    @contextmanager
    def for_pixels(self, pixels: int) -> Iterator[None]:
        """Wait for room and keep it for the duration."""
        with self._changed:
            self._changed.wait_for(lambda: not self._taken or self._taken + pixels <= self._pixels)
            self._taken += pixels
        try:
            yield
        finally:
            with self._changed:
                self._taken -= pixels
                self._changed.notify_all()
