"""A zip or a folder of CSV files, opened with care: no bombs, no paths that lead elsewhere. Knows files, no columns."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from magdit.areas.people.imports.delivery import Place
from magdit.areas.people.imports.problems import Problems

MAX_FILES = 200
MAX_ZIP = 400_000_000
MAX_UNPACKED = 2_000_000_000
MAX_RATIO = 400  # a CSV of a school shrinks to a tenth; a bomb to a thousandth
SMALL = 5_000_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)


class Bundle:
    """Files by their bare name, in lower case. Text is opened as UTF-8, with or without BOM."""

    def __init__(self, source: Path, openers: dict[str, Callable[[], IO[bytes]]], problems: Problems) -> None:
        self.source, self._openers, self.problems = source, openers, problems

    def __contains__(self, name: object) -> bool:
        return name in self._openers

    @property
    def names(self) -> tuple[str, ...]:
        """The files there are."""
        return tuple(sorted(self._openers))

    @contextmanager
    def text(self, name: str) -> Iterator[IO[str]]:
        """A file as text; line ends stay as they are, for the csv module."""
        try:
            with self._openers[name]() as raw, io.TextIOWrapper(raw, "utf-8-sig", newline="") as text:
                yield text
        except UnicodeDecodeError:
            raise self.problems.fail("not_utf8", Place(name, 0)) from None
        except _BROKEN:
            raise self.problems.fail("broken_zip", Place(name, 0)) from None


@contextmanager
def opened(source: Path, problems: Problems) -> Iterator[Bundle]:
    """The files of a zip or folder; NotTaken when it is neither, or not to be trusted."""
    place = Place(source.name, 0)
    if not source.exists():
        raise problems.fail("file_missing", place)
    if source.is_dir():
        yield Bundle(source, _of_folder(source, place, problems), problems)
        return
    if not zipfile.is_zipfile(source):
        raise problems.fail("no_zip", place)
    if source.stat().st_size > MAX_ZIP:
        raise problems.fail("too_large", place)
    try:
        archive = zipfile.ZipFile(source)
    except _BROKEN:
        raise problems.fail("broken_zip", place) from None
    with archive:
        yield Bundle(source, _of_zip(archive, place, problems), problems)


def _of_folder(source: Path, place: Place, problems: Problems) -> dict[str, Callable[[], IO[bytes]]]:
    files = sorted(path for path in source.iterdir() if path.is_file() and not path.is_symlink())
    if len(files) > MAX_FILES:
        raise problems.fail("too_many_files", place, most=MAX_FILES)
    for path in files:
        if path.stat().st_size > MAX_ZIP:
            raise problems.fail("too_large", Place(path.name, 0))
    return {path.name.lower(): _opener(path) for path in files}


def _opener(path: Path) -> Callable[[], IO[bytes]]:
    return lambda: path.open("rb")


def _of_zip(archive: zipfile.ZipFile, place: Place, problems: Problems) -> dict[str, Callable[[], IO[bytes]]]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_rubbish(entry.filename)]
    if len(entries) > MAX_FILES:
        raise problems.fail("too_many_files", place, most=MAX_FILES)
    for entry in entries:
        _trusted(entry, place, problems)
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise problems.fail("zip_bomb", place)
    found: dict[str, Callable[[], IO[bytes]]] = {}
    for entry in entries:
        name = PurePosixPath(entry.filename).name.lower()
        if name in found:
            raise problems.fail("file_twice", Place(name, 0))
        found[name] = _entry(archive, entry)
    return found


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
    # zipfile stops at the size the directory names, so what was checked is what is read.
    return lambda: archive.open(entry)


def _is_rubbish(name: str) -> bool:
    """What a Mac adds to every zip."""
    return name.startswith("__MACOSX/") or PurePosixPath(name).name.startswith("._") or name.endswith(".DS_Store")


def _trusted(entry: zipfile.ZipInfo, place: Place, problems: Problems) -> None:
    parts = PurePosixPath(entry.filename.replace("\\", "/")).parts
    if ".." in parts or entry.filename.startswith(("/", "\\")) or ":" in entry.filename:
        raise problems.fail("path_outside", place)
    if entry.flag_bits & 1:
        raise problems.fail("zip_locked", place)
    if is_swollen(entry):
        raise problems.fail("zip_bomb", place)


def is_swollen(entry: zipfile.ZipInfo) -> bool:
    """Whether a file would grow so much on unpacking that it can only be meant to."""
    return entry.file_size > SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
