"""The keys of a register in a back-up: under a passphrase, or not at all. Never readable beside what they open."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from magdit.areas.journal import key_files
from magdit.areas.journal.refused import Refused

NAME = "sleutels.slot"
LABEL = b"magdit: sleutels in een back-up"
SALT, NONCE = 16, 12
SHORTEST = 12


def present() -> dict[str, str]:
    """The key files of this register, by name."""
    folder = key_files.folder()
    files = sorted(path for path in folder.glob("*") if path.is_file()) if folder.exists() else []
    return {path.name: path.read_text(encoding="ascii") for path in files}


def fingerprints(keys: dict[str, str]) -> list[str]:
    """What tells which keys these are without giving them away: of the marks, and of the newest master."""
    first = [f"{name} {keys[name].split()[0]}" for name in ("keten", "journaal") if keys.get(name, "").split()]
    return [sha256(f"magdit {line}".encode()).hexdigest()[:24] for line in first]


def any_fingerprints(keys: dict[str, str]) -> set[str]:
    """The same of every key that is there: a master of before a renewal opens an older back-up."""
    lines = [f"{name} {key}" for name in ("keten", "journaal") for key in keys.get(name, "").split()]
    return {sha256(f"magdit {line}".encode()).hexdigest()[:24] for line in lines}


def locked(keys: dict[str, str], passphrase: str) -> bytes:
    """The key files under a passphrase; refused when it is too short to keep anyone out."""
    if len(passphrase) < SHORTEST:
        raise Refused("passphrase_short", least=SHORTEST)
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    return salt + nonce + AESGCM(_key(passphrase, salt)).encrypt(nonce, json.dumps(keys).encode(), LABEL)


def unlocked(data: bytes, passphrase: str) -> dict[str, str]:
    """The key files again; refused when the passphrase is another."""
    salt, nonce, rest = data[:SALT], data[SALT : SALT + NONCE], data[SALT + NONCE :]
    try:
        opened = AESGCM(_key(passphrase, salt)).decrypt(nonce, rest, LABEL)
    except (InvalidTag, ValueError) as error:
        raise Refused("passphrase_wrong") from error
    keys: dict[str, str] = json.loads(opened)
    return keys


def put(keys: dict[str, str], folder: Path) -> None:
    """Write the key files in a folder that holds none."""
    for name, text in keys.items():
        key_files.write_new(folder / name, text)


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(passphrase.encode())
