"""The one file: a tar that any computer can open, with a seal behind it over every byte before.

Written beside its place and renamed when whole, so a back-up that can be seen is a whole one. Nothing of it is used
before every byte was found unharmed. The seal finds damage; it does not say who made the file.
"""

from __future__ import annotations

import io
import os
import re
import secrets
import tarfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from magdit.areas.journal.key_files import sync_folder
from magdit.areas.journal.refused import Refused
from magdit.journeys.backup.manifest import NAME, Manifest, Part, read_manifest

SEAL = b"\nmagdit back-up, sha256 van alles hiervoor: "
SEAL_SIZE = len(SEAL) + 64 + 1
SAFE = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_. -]*/)*[A-Za-z0-9_][A-Za-z0-9_. -]*")
CHUNK = 1 << 20


class Writer:
    """Puts parts in a back-up, and knows the hash of all it wrote."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._sink, self.parts = file, Sink(file), list[Part]()
        self._tar = tarfile.open(fileobj=self._sink, mode="w|")  # noqa: SIM115  (closed by seal)

    def add(self, name: str, content: IO[bytes], size: int) -> None:
        """A part of this size; refused when its name could not be put back."""
        if not SAFE.fullmatch(name):
            raise Refused("backup_name", name=name)
        reading = Hashing(content)
        header = tarfile.TarInfo(name)
        header.size, header.mode = size, 0o600
        self._tar.addfile(header, reading)
        self.parts.append(Part(name, size, reading.sum.hexdigest()))

    def add_file(self, name: str, path: Path) -> None:
        """A file as a part."""
        with path.open("rb") as content:
            self.add(name, content, os.fstat(content.fileno()).st_size)

    def add_bytes(self, name: str, data: bytes) -> None:
        """A few bytes as a part."""
        self.add(name, io.BytesIO(data), len(data))

    def seal(self) -> None:
        """No more parts."""
        self._tar.close()
        self._file.write(SEAL + self._sink.sum.hexdigest().encode() + b"\n")

    def leave(self) -> None:
        """What was begun is not finished: let go of the file before it is taken away."""
        with suppress(OSError):
            self._tar.close()


class Sink(io.RawIOBase):
    """Writes on, and knows the hash of what was written."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self.file, self.sum = file, sha256()

    def write(self, data: Any) -> int:
        self.sum.update(data)
        return self.file.write(data)


class Hashing(io.RawIOBase):
    """Reads on, and knows the hash of what was read."""

    def __init__(self, content: IO[bytes]) -> None:
        super().__init__()
        self.content, self.sum = content, sha256()

    def read(self, size: int = -1) -> bytes:
        data = self.content.read(size)
        self.sum.update(data)
        return data


@contextmanager
def written(target: Path) -> Iterator[Writer]:
    """A writer of this file; the file appears when all went well, and not a bit of it otherwise."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = target.parent / f".{target.name}.{secrets.token_hex(4)}"
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            writer = Writer(file)
            with ExitStack() as failing:
                failing.callback(writer.leave)
                yield writer
                failing.pop_all()
            writer.seal()
            file.flush()
            os.fsync(file.fileno())
        beside.rename(target)
        sync_folder(target.parent)
    finally:
        beside.unlink(missing_ok=True)


def checked(path: Path) -> Manifest:
    """What the back-up says of itself, after every byte was looked at; refused when one is not as it was written."""
    _check_seal(path)
    try:
        with tarfile.open(path, mode="r:") as tar:
            found = {member.name: _part(tar, member) for member in tar}
            manifest = read_manifest(_content(tar, NAME))
    except (tarfile.TarError, KeyError, OSError, EOFError) as error:
        raise Refused("backup_broken") from error
    found.pop(NAME)
    if found != {part.name: part for part in manifest.parts}:
        raise Refused("backup_broken")
    return manifest


def unpack(path: Path, folder: Path) -> None:
    """Put every part in an empty folder. Only after `checked`."""
    with tarfile.open(path, mode="r:") as tar:
        for member in tar:
            target = folder / member.name
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            source = tar.extractfile(member)
            if source is None:
                raise Refused("backup_broken")
            with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                while data := source.read(CHUNK):
                    file.write(data)
                file.flush()
                os.fsync(file.fileno())


def _check_seal(path: Path) -> None:
    total, left = sha256(), path.stat().st_size - SEAL_SIZE
    if left <= 0:
        raise Refused("backup_broken")
    with path.open("rb") as file:
        while left > 0:
            data = file.read(min(CHUNK, left))
            if not data:
                raise Refused("backup_broken")
            total.update(data)
            left -= len(data)
        if file.read() != SEAL + total.hexdigest().encode() + b"\n":
            raise Refused("backup_broken")


def _part(tar: tarfile.TarFile, member: tarfile.TarInfo) -> Part:
    source = tar.extractfile(member) if member.isreg() and SAFE.fullmatch(member.name) else None
    if source is None:
        raise Refused("backup_broken")
    total = sha256()
    while data := source.read(CHUNK):
        total.update(data)
    return Part(member.name, member.size, total.hexdigest())


def _content(tar: tarfile.TarFile, name: str) -> bytes:
    source = tar.extractfile(name)
    return b"" if source is None else source.read()
