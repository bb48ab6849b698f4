"""What was judged already, a line each in a file beside the report: killed at any moment, the check goes on from there.

A line is written whole and brought to the disk before the next piece is begun. A last line that was broken off is taken
away; anything else that cannot be read stops the check, since what is not known must not count as judged.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from magdit.check.archive.judging import Terms
from magdit.check.archive.piece import AGAIN

FORM = "magdit-archive-1"
NAME = "voortgang.jsonl"


class CannotGoOn(Exception):
    """The work that lies here is not ours to go on with: `code` says why."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


class Progress:
    """The pieces that were judged and the pictures that were looked at, by their key."""

    def __init__(self, file: IO[bytes], head: Mapping[str, Any]) -> None:
        self._file = file
        self.head = head
        self.pieces: dict[str, dict[str, Any]] = {}
        self.pictures: dict[str, dict[str, Any]] = {}
        self.fresh: set[str] = set()  # the pieces that were judged now, and not a time before

    def add_piece(self, record: Mapping[str, Any]) -> None:
        """Remember that this was judged."""
        self._write({"kind": "piece", **record})
        self.pieces.pop(str(record["key"]), None)  # what was judged last stands last
        self.pieces[str(record["key"])] = dict(record)
        self.fresh.add(str(record["key"]))

    def add_picture(self, key: str, told: Mapping[str, Any]) -> None:
        """Remember what was seen of this picture."""
        self._write({"kind": "picture", "key": key, **told})
        self.pictures[key] = dict(told)

    def is_done(self, key: str, stamp: str) -> bool:
        """Whether this piece was judged as it is now; what could not be fetched is tried again."""
        known = self.pieces.get(key)
        return known is not None and known["stamp"] == stamp and not known["again"]

    def has_picture(self, key: str) -> bool:
        """Whether this picture was looked at, on whatever page it stands."""
        return key in self.pictures

    def close(self) -> None:
        """Let another check begin."""
        self._file.close()

    def _write(self, line: Mapping[str, Any]) -> None:
        # A file name may hold a sign that is none; JSON can write it with a backslash.
        self._file.write(json.dumps(line, ensure_ascii=True).encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())


def first_moment(folder: Path) -> str | None:
    """The day under which the check in this folder began; None when there is none."""
    try:
        with (folder / NAME).open("rb") as file:
            first = file.readline()
    except FileNotFoundError:
        return None
    told = _line(first).get("moment") if first.endswith(b"\n") else None
    if first.endswith(b"\n") and not isinstance(told, str):
        raise CannotGoOn("damaged")
    return told


def head_of(source: str, terms: Terms) -> dict[str, Any]:
    """What is checked and under what: a check goes on only under the same."""
    packs = [f"{ready.pack.id} {ready.pack.version} {ready.pack.hash}" for ready in terms.book.packs]
    return {
        "source": source,
        "protocol": terms.book.packs[0].pack.id,
        "packs": packs,
        "medium": terms.medium,
        "roles": list(terms.roles),
        "told": sorted(f"{name}={value}" for name, value in terms.told.items()),
        "people": _digest(terms),
        "moment": terms.moment.isoformat(timespec="minutes"),
    }


def _digest(terms: Terms) -> str:
    """A mark over everyone on the list and what was answered about them; from it nobody can be read."""
    known = (terms.roster is None, terms.consents is None, sorted(terms.allow.values), sorted(terms.allow.domains))
    mark = hashlib.sha256(repr(known).encode())
    for person in sorted(terms.roster or (), key=lambda one: one.id):
        answers = terms.consents.of(person.id) if terms.consents else ()
        mark.update(repr((person, [sorted(map(str, record.items())) for record in answers])).encode())
    return mark.hexdigest()


def opened(folder: Path, head: Mapping[str, Any], *, anew: bool = False) -> Progress:
    """The progress that lies in this folder, or a new one; raises CannotGoOn.

    `head` tells what is checked and under what. When something else lies there, nothing is mixed.
    """
    if (folder / NAME).is_symlink():
        raise CannotGoOn("damaged")
    descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    file = os.fdopen(descriptor, "r+b")
    try:
        return _locked(file, head, anew=anew)
    except BaseException:
        file.close()
        raise


def _locked(file: IO[bytes], head: Mapping[str, Any], *, anew: bool) -> Progress:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise CannotGoOn("at_work") from None
    if anew:
        file.truncate(0)
    lines = _lines(file)
    if not any(line.get("kind") == "piece" for line in lines[1:]) and _is_ours(lines):
        # Nothing was judged yet, as when the source was mistyped: there is nothing to mix with.
        file.truncate(0)
        file.seek(0)
        progress = Progress(file, {"kind": "head", "form": FORM, **head})
        progress._write(progress.head)
        return progress
    found = Progress(file, lines[0])
    _same(lines[0], head)
    for line in lines[1:]:
        where = found.pieces if line.get("kind") == "piece" else found.pictures
        if line.get("code") in AGAIN:
            continue
        where.pop(_key(line), None)
        where[_key(line)] = {name: value for name, value in line.items() if name != "kind"}
    return found


def _is_ours(lines: list[dict[str, Any]]) -> bool:
    return not lines or lines[0].get("form") == FORM


def _lines(file: IO[bytes]) -> list[dict[str, Any]]:
    """Every whole line; behind the last of them the file goes on."""
    file.seek(0)
    whole, _, torn = file.read().rpartition(b"\n")
    if torn:
        file.truncate(len(whole) + 1 if whole else 0)
    file.seek(0, os.SEEK_END)
    return [_line(line) for line in whole.split(b"\n")] if whole else []


def _line(line: bytes) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except ValueError:
        raise CannotGoOn("damaged") from None
    if not isinstance(told, dict):
        raise CannotGoOn("damaged")
    return told


def _key(line: Mapping[str, Any]) -> str:
    if line.get("kind") not in {"piece", "picture"} or not isinstance(line.get("key"), str):
        raise CannotGoOn("damaged")
    return str(line["key"])


def _same(lies: Mapping[str, Any], asked: Mapping[str, Any]) -> None:
    """Whether the same is asked as what lies here; the moment stays that of the first time."""
    if lies.get("form") != FORM:
        raise CannotGoOn("damaged")
    for name, value in asked.items():
        if name != "moment" and lies.get(name) != value:
            raise CannotGoOn("other", what=name)
