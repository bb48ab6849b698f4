"""Under which packs a school asks: its protocol and the law beside it, read once as long as they stay the same."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.conf import settings

from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.norms.judge import Book
from magdit.protocols.library import Library, UnknownProtocol


def book_of(school: School) -> Book:
    """The book of a school; refused when its protocol is not there. A board's own folders come first."""
    folders: Iterable[str | Path] = getattr(settings, "PACKS", ())
    try:
        return _library(tuple(Path(folder) for folder in folders)).book(school.protocol)
    except UnknownProtocol as unknown:
        raise Refused("unknown_protocol", protocol=school.protocol, known=", ".join(unknown.known)) from unknown


@cache
def _library(folders: tuple[Path, ...]) -> Library:
    return Library.with_folders(folders)
