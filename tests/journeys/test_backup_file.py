"""The file of a back-up: what may be in it, and what is never believed even when its seal is right."""

from __future__ import annotations

import io
import json
import tarfile
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.db import ProgrammingError

from magdit.areas.journal.refused import Refused
from magdit.journeys.backup import archive, keys, replace
from magdit.journeys.backup.manifest import Manifest, Part, read_manifest

PASSPHRASE = "zeven appels in een mand"


def manifest(*parts: Part, **other: Any) -> Manifest:
    told: dict[str, Any] = {
        "made_at": "2026-03-03T12:00:00+00:00", "magdit": "0.1.0", "engine": "sqlite", "migrations": [], "tables": {},
        "heads": [], "keys": [], "keys_inside": False,
    }  # fmt: skip
    return Manifest(**{**told, **other}, parts=list(parts))


def sealed(path: Path, members: list[tuple[tarfile.TarInfo, bytes]]) -> Path:
    """A file with a right seal, whatever is in it."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as tar:
        for member, content in members:
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    body = raw.getvalue()
    path.write_bytes(body + archive.SEAL + sha256(body).hexdigest().encode() + b"\n")
    return path


def member(name: str, **more: Any) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    for key, value in more.items():
        setattr(made, key, value)
    return made


def test_what_was_put_in_comes_out(tmp_path: Path) -> None:
    with archive.written(tmp_path / "kluis" / "b.tar") as writer:
        writer.add_bytes("gegevens/bestanden/scan.bin", b"inkt" * 1000)
        writer.add_bytes("manifest.json", manifest(*writer.parts).as_json())
    (tmp_path / "uit").mkdir()

    read = archive.checked(tmp_path / "kluis" / "b.tar")
    archive.unpack(tmp_path / "kluis" / "b.tar", tmp_path / "uit")

    assert [part.name for part in read.parts] == ["gegevens/bestanden/scan.bin"]
    assert (tmp_path / "uit" / "gegevens" / "bestanden" / "scan.bin").read_bytes() == b"inkt" * 1000
    assert (tmp_path / "kluis" / "b.tar").stat().st_mode & 0o777 == 0o600


def test_a_back_up_that_fails_leaves_no_file(tmp_path: Path) -> None:
    def fails() -> None:
        with archive.written(tmp_path / "b.tar") as writer:
            writer.add_bytes("half", b"werk")
            raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        fails()

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../buiten", "/etc/passwd", "a/../../b", "a//b", "a\\b", ".verborgen", "a\nb"])
def test_a_part_never_lands_outside_its_folder(tmp_path: Path, name: str) -> None:
    content = b"x"
    listed = manifest(Part(name, 1, sha256(content).hexdigest())).as_json()
    path = sealed(tmp_path / "b.tar", [(member(name), content), (member("manifest.json"), listed)])

    with pytest.raises(Refused, match="backup_broken"):
        archive.checked(path)


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_only_plain_files_are_parts(tmp_path: Path, kind: bytes) -> None:
    listed = manifest(Part("a", 0, sha256(b"").hexdigest())).as_json()
    path = sealed(
        tmp_path / "b.tar", [(member("a", type=kind, linkname="/etc"), b""), (member("manifest.json"), listed)]
    )

    with pytest.raises(Refused, match="backup_broken"):
        archive.checked(path)


@pytest.mark.parametrize("change", ["other hash", "not listed", "not there", "no manifest"])
def test_the_manifest_tells_every_part_and_no_other(tmp_path: Path, change: str) -> None:
    parts = {
        "other hash": [Part("a", 1, sha256(b"y").hexdigest())],
        "not listed": [],
        "not there": [Part("a", 1, sha256(b"x").hexdigest()), Part("b", 1, sha256(b"x").hexdigest())],
        "no manifest": [],
    }[change]
    members = [(member("a"), b"x")]
    if change != "no manifest":
        members.append((member("manifest.json"), manifest(*parts).as_json()))

    with pytest.raises(Refused, match="backup_broken"):
        archive.checked(sealed(tmp_path / "b.tar", members))


def test_some_other_tar_is_no_back_up(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "b.tar", "w") as tar:
        tar.addfile(member("a"), io.BytesIO())

    with pytest.raises(Refused, match="backup_broken"):
        archive.checked(tmp_path / "b.tar")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"{}", "backup_broken"),
        (b"[]", "backup_broken"),
        (b"\xff", "backup_broken"),
        (b'{"format": 2}', "backup_newer"),
        (json.dumps({"format": 1, "parts": [{"name": 1}]}).encode(), "backup_broken"),
    ],
)
def test_a_manifest_we_cannot_read_is_refused(text: bytes, code: str) -> None:
    with pytest.raises(Refused, match=code):
        read_manifest(text)


def test_keys_open_with_their_own_passphrase_only() -> None:
    locked = keys.locked({"keten": "geheim"}, PASSPHRASE)

    assert b"geheim" not in locked
    assert keys.unlocked(locked, PASSPHRASE) == {"keten": "geheim"}
    with pytest.raises(Refused, match="passphrase_wrong"):
        keys.unlocked(locked, PASSPHRASE + "!")
    with pytest.raises(Refused, match="passphrase_wrong"):
        keys.unlocked(locked[:-1] + bytes([locked[-1] ^ 1]), PASSPHRASE)


def test_a_short_passphrase_is_no_passphrase() -> None:
    with pytest.raises(Refused, match="passphrase_short"):
        keys.locked({"keten": "geheim"}, "appel")


def test_a_name_that_could_not_be_put_back_is_said_when_the_back_up_is_made(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="backup_name"), archive.written(tmp_path / "b.tar") as writer:
        writer.add_bytes("gegevens/één.txt", b"")


def test_a_schema_of_somebody_else_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL 14 gives the schema to who set up the server: then nothing is replaced."""

    def not_allowed(*_: str) -> None:
        raise ProgrammingError("must be owner of schema public")

    monkeypatch.setattr(replace, "_run", not_allowed)

    with ExitStack() as undo, pytest.raises(Refused, match="schema_not_ours"):
        replace._swap_postgresql(Path("een.dump"), undo)
