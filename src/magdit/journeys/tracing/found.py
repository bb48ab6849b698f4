"""A found picture or address, traced back to what the school published: by the picture as a whole, never by a face.

A match only points: a person looks at both and says whether it is the same. What was handed in is looked at in memory
and kept nowhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.db.models import QuerySet

from magdit.areas.drafts.models import Publication, PublishedPicture
from magdit.areas.journal.actions import seen
from magdit.areas.journal.doing import Doing, Ref
from magdit.check.images.intake import take_in
from magdit.check.images.limits import DEFAULT
from magdit.check.images.tracing.hashes import hashes_to_ask
from magdit.check.images.tracing.search import Traces

MOST = 12
SURE = 24  # of 256 bits: the same picture, resized or stored anew


@dataclass(frozen=True, slots=True)
class Found:
    """A publication it may come from, and the picture in it. `distance`: bits of 256 that differ, 0 for an address."""

    publication: Publication
    picture: PublishedPicture | None
    distance: int

    @property
    def is_sure(self) -> bool:
        """Whether it can hardly be another picture; a person looks all the same."""
        return self.distance <= SURE


def trace_picture(doing: Doing, among: QuerySet[Publication], content: Iterable[bytes]) -> tuple[Found, ...]:
    """What this picture may come from, the nearest first. Raises the check's Refused for no picture."""
    with _in_memory(content) as path:
        asked = hashes_to_ask(take_in(path).pixels)
    _told(doing)
    return _matching(among, asked)


def trace_address(doing: Doing, among: QuerySet[Publication], address: str) -> tuple[Found, ...]:
    """The publications that stand or stood at this address, however it is written."""
    wanted = _place(address)
    _told(doing)
    rows = among.exclude(url="").select_related("account", "school")
    return tuple(Found(row, None, 0) for row in rows if any(wanted) and _place(row.url) == wanted)


@contextmanager
def _in_memory(content: Iterable[bytes]) -> Iterator[Path]:
    """What was handed in, as a file that has no place on the disk. What is beyond the limit is not taken in."""
    handle = os.memfd_create("gevonden", os.MFD_CLOEXEC)
    try:
        length = 0
        for part in content:
            length += os.write(handle, part)
            if length > DEFAULT.file_bytes:
                break  # `take_in` refuses it
        yield Path(f"/proc/self/fd/{handle}")
    finally:
        os.close(handle)


def _matching(among: QuerySet[Publication], asked: tuple[str, ...]) -> tuple[Found, ...]:
    rows = PublishedPicture.objects.filter(publication__in=among)
    kept = rows.values_list("pk", "hashes", "original_hashes")
    matches = Traces((str(pk), (*hashes, *originals)) for pk, hashes, originals in kept.iterator()).find(asked)[:MOST]
    chosen = rows.select_related("publication__account", "publication__school").in_bulk([one.name for one in matches])
    by_name = {str(pk): picture for pk, picture in chosen.items()}
    return tuple(Found(by_name[one.name].publication, by_name[one.name], one.distance) for one in matches)


def _told(doing: Doing) -> None:
    """That someone traced a picture is remembered; what it was is not."""
    seen(doing, Ref("bestuur", str(doing.board)), "spoor")


def _place(address: str) -> tuple[str, str]:
    try:
        told = urlsplit(address if "//" in address else f"//{address}")
        host = (told.hostname or "").removeprefix("www.")
    except ValueError:  # no address at all
        return ("", "")
    return (host, told.path.rstrip("/")) if host else ("", "")
