"""A list that was handed in, enciphered beside the database until it is taken over. Knows files, no columns.

The key is its own: destroyed with the list, also for a back-up. It is read as a file that has no place on the disk.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from magdit.areas.journal import kept_files
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.kept_files import NotKept, told_as
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.sealing import decipher, encipher

MOST = 200_000_000


def folder() -> Path:
    """Where lists wait."""
    found = Path(settings.DATA) / "bestanden" / "lijsten"
    found.mkdir(parents=True, exist_ok=True, mode=0o700)
    return found


def ref(intake: UUID) -> Ref:
    """A list as the journal names it, and its key."""
    return Ref("lijst", str(intake))


def keep(doing: Doing, intake: UUID, parts: Iterable[bytes]) -> int:
    """Encipher a list piece by piece, so that it is never whole in memory; answers how long it is."""
    with told_as(_refused):
        return kept_files.write(doing, ref(intake), _path(intake), parts, most=MOST)


@contextmanager
def opened(board: UUID, intake: UUID, name: str) -> Iterator[Path]:
    """The list to read, under a name to speak of. It stands in memory only, and goes when this ends."""
    with told_as(_refused), kept_files.opened(board, ref(intake), _path(intake), name=name) as path:
        yield path


def close_place(place: Path) -> None:
    """Take away the folder in which a list stood open; the list itself was never on the disk."""
    shutil.rmtree(place, ignore_errors=True)


def keep_shown(doing: Doing, intake: UUID, shown: dict[str, Any]) -> None:
    """Keep what a look found: names stand in it."""
    sealed = encipher(doing, ref(intake), json.dumps(shown).encode(), label=f"kijk|{intake}")
    ready = _path(intake).with_suffix(".nieuw")
    with _fresh(ready) as file:
        file.write(sealed)
    ready.replace(_path(intake).with_suffix(".kijk"))


def shown(board: UUID, intake: UUID) -> dict[str, Any] | None:
    """What the last look found; None when nobody looked, or it is gone."""
    path = _path(intake).with_suffix(".kijk")
    if not path.is_file():
        return None
    data = decipher(board, ref(intake), path.read_bytes(), label=f"kijk|{intake}")
    found: dict[str, Any] | None = None if data is None else json.loads(data)
    return found


def remove(intake: UUID) -> None:
    """Take the list and all beside it away; what is gone already stays gone."""
    for path in folder().glob(f"{intake}*"):
        path.unlink(missing_ok=True)


def _refused(trouble: NotKept) -> Refused:
    if trouble.why == "too_big":
        return Refused("list_too_big", most=trouble.most // 1_000_000)
    return Refused("list_empty") if trouble.why == "empty" else Refused("list_gone")


def _fresh(path: Path) -> Any:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def _path(intake: UUID) -> Path:
    return folder() / str(intake)
