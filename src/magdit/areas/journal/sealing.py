"""Personal values under the key of one person or case (AES-256-GCM). With that key destroyed nobody reads them again.

Other areas keep files under the same keys (`encipher`, `decipher`), so that those perish with the person too.
"""

from __future__ import annotations

import json
import os
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any, TypeVar
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.fernet import InvalidToken, MultiFernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from magdit.areas.journal import key_files
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import FileKey
from magdit.areas.journal.refused import Refused

Name = TypeVar("Name", bound=Hashable)
NONCE = 12
OVERHEAD = NONCE + 16  # bytes that a sealed value is longer: the nonce before it, the mark of AES-GCM behind it
AT_ONCE = 400


def encipher(doing: Doing, file: Ref, data: bytes, *, label: str) -> bytes:
    """Data under the key of a person or case; `label` says what it is, and is needed to open it again."""
    row = keys_of(doing, [file])[file]
    return seal(unwrapped(row, wrapping()), data, label)


def decipher(board: UUID, file: Ref, sealed: bytes, *, label: str) -> bytes | None:
    """What was enciphered; None when the key of this person or case was destroyed or never made."""
    row = FileKey.objects.filter(board=board, kind=file.kind, subject=file.id).first()
    return None if row is None or row.wrapped is None else unseal(unwrapped(row, wrapping()), sealed, label)


def decipher_all(board: UUID, kept: Mapping[Name, tuple[Ref, bytes, str]]) -> dict[Name, bytes]:
    """The same of many: under whose key, what, and its label. Without those whose key was destroyed or never made."""
    known = _known(board, [ref for ref, _sealed, _label in kept.values()])
    keys = unwrapped_all({ref: row for ref, row in known.items() if row.wrapped is not None})
    return {name: unseal(keys[ref], sealed, label) for name, (ref, sealed, label) in kept.items() if ref in keys}


def seal(key: bytes, data: bytes, label: str) -> bytes:
    """Data and where it belongs, so that it can be read nowhere else."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, label.encode())


def unseal(key: bytes, sealed: bytes, label: str) -> bytes:
    """The data again; refused when it was changed, moved or made with another key."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], label.encode())
    except (InvalidTag, ValueError) as error:
        raise Refused("sealed_broken") from error


def as_bytes(personal: Mapping[str, Any]) -> bytes:
    """Personal values as they are sealed."""
    return json.dumps(dict(personal), default=_plain, sort_keys=True).encode()


def keys_of(doing: Doing, files: Iterable[Ref]) -> dict[Ref, FileKey]:
    """The key rows of persons and cases, made where there was none; refused for who was destroyed."""
    wanted = list(dict.fromkeys(files))
    known = _known(doing.board, wanted)
    fresh = [ref for ref in wanted if ref not in known]
    if fresh:
        master = wrapping()
        FileKey.objects.bulk_create([_made(doing, ref, master) for ref in fresh], batch_size=AT_ONCE)
        known |= _known(doing.board, fresh)
    if any(row.wrapped is None for row in known.values()):
        raise Refused("file_destroyed")
    return known


@dataclass(frozen=True, slots=True)
class ReadyKeys:
    """Keys of persons and cases, unwrapped before a transaction that needs many. New ones are not written yet."""

    wanted: tuple[Ref, ...]
    fresh: dict[Ref, FileKey]
    opened: dict[bytes, bytes]  # by what is kept: a key that was made or destroyed meanwhile is another


def ready_keys(doing: Doing, files: Iterable[Ref]) -> ReadyKeys:
    """Unwrap the keys there are, and make those there are not. Writes nothing."""
    wanted = tuple(dict.fromkeys(files))
    if not wanted:
        return ReadyKeys((), {}, {})
    known, master = _known(doing.board, list(wanted)), wrapping()
    opened = {bytes(row.wrapped): unwrapped(row, master) for row in known.values() if row.wrapped is not None}
    fresh: dict[Ref, FileKey] = {}
    for ref in wanted:
        if ref not in known:
            key = os.urandom(32)
            fresh[ref] = _made(doing, ref, master, key)
            opened[bytes(fresh[ref].wrapped or b"")] = key
    return ReadyKeys(wanted, fresh, opened)


def opened_keys(doing: Doing, ready: ReadyKeys) -> dict[Ref, tuple[int, bytes]]:
    """The same inside the transaction: new ones are written, and who was destroyed meanwhile is refused."""
    if not ready.wanted:
        return {}
    known = _known(doing.board, list(ready.wanted))
    fresh = [row for ref, row in ready.fresh.items() if ref not in known]
    if fresh:
        FileKey.objects.bulk_create(fresh, batch_size=AT_ONCE)
        known |= _known(doing.board, [Ref(row.kind, row.subject) for row in fresh])
    if any(row.wrapped is None for row in known.values()):
        raise Refused("file_destroyed")
    master = wrapping()
    return {
        ref: (row.pk, ready.opened.get(bytes(row.wrapped or b"")) or unwrapped(row, master))
        for ref, row in known.items()
    }


def unwrapped(row: FileKey, master: MultiFernet) -> bytes:
    """The key itself; refused when the row was changed, or belongs to someone else."""
    try:
        opened = master.decrypt(bytes(row.wrapped or b""))
    except InvalidToken as error:
        raise Refused("key_broken") from error
    if opened[32:] != _whose(row.board, Ref(row.kind, row.subject)):
        raise Refused("key_broken")
    return opened[:32]


def unwrapped_all(rows: Mapping[Ref, FileKey]) -> dict[Ref, bytes]:
    """The keys of many persons and cases; the master key is read once."""
    master = wrapping() if rows else None
    return {ref: unwrapped(row, master) for ref, row in rows.items() if master is not None}


def wrapping() -> MultiFernet:
    """What wraps the keys of persons and cases."""
    return key_files.master(in_use=FileKey.objects.filter(wrapped__isnull=False).exists)


def label_of(board: UUID, number: int) -> str:
    """What the personal values of one line are sealed to: they cannot be read in another."""
    return f"{board}|{number}"


def _known(board: UUID, wanted: list[Ref]) -> dict[Ref, FileKey]:
    found: dict[Ref, FileKey] = {}
    asked = set(wanted)
    for start in range(0, len(wanted), AT_ONCE):
        subjects = [ref.id for ref in wanted[start : start + AT_ONCE]]
        rows = FileKey.objects.filter(board=board, subject__in=subjects)
        found |= {ref: row for row in rows if (ref := Ref(row.kind, row.subject)) in asked}
    return found


def _made(doing: Doing, ref: Ref, master: MultiFernet, key: bytes | None = None) -> FileKey:
    wrapped = master.encrypt((key or os.urandom(32)) + _whose(doing.board, ref))
    return FileKey(board=doing.board, kind=ref.kind, subject=ref.id, wrapped=wrapped, made_at=doing.at)


def _whose(board: UUID, ref: Ref) -> bytes:
    return sha256(f"{board}|{ref.kind}|{ref.id}".encode()).digest()


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(type(value).__name__)
