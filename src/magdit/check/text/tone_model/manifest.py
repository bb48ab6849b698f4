"""What `toon.toml` says of a tone model: its files with their checksums, its words, its labels. Loads no model."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from magdit.check.images.refusal import Refused
from magdit.check.text.finding import TYPES

NAME = "toon.toml"
OUTCOMES = ("softmax", "sigmoid", "kansen")
MOST_BYTES, MOST_LABELS = 2_000_000_000, 100
LENGTHS = range(8, 513)
MEMORY = range(64, 16_385)
_FILE_NAME = re.compile(r"[\w-][\w.-]{0,100}")
_KEYS = {
    "model",
    "model_sha256",
    "woorden",
    "woorden_sha256",
    "kleine_letters",
    "lengte",
    "uitkomst",
    "geheugen_mb",
    "etiket",
}


@dataclass(frozen=True, slots=True)
class Label:
    """One outcome of the model, in its order. `tone` is None for what is no flag, such as 'neutral'."""

    name: str
    tone: str | None = None
    threshold: float = 1.0


@dataclass(frozen=True, slots=True)
class Manifest:
    """A tone model as its folder describes it. `length` counts pieces of words, `memory` megabytes."""

    folder: Path
    model: str
    model_sha256: str
    words: str
    words_sha256: str
    labels: tuple[Label, ...]
    lower_case: bool = False
    length: int = 128
    outcome: str = "softmax"
    memory: int = 4096

    def content(self, name: str, sha256: str) -> bytes:
        """The bytes of a file of the folder, once they are exactly those that the manifest names."""
        path = self.folder / name
        if not path.is_file():
            raise Refused("tone_model_missing", path=path)
        if path.stat().st_size > MOST_BYTES:
            raise Refused("tone_model_unfit", path=path)
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != sha256:
            raise Refused("tone_model_changed", path=path)
        return content


def read_manifest(folder: Path) -> Manifest:
    """The manifest of this folder; refused when it is not there or says something that we cannot follow exactly."""
    path = folder / NAME
    if not path.is_file():
        raise Refused("tone_model_missing", path=path)
    try:
        return _manifest(folder, tomllib.loads(path.read_text("utf-8")))
    except (KeyError, TypeError, ValueError) as error:
        raise Refused("tone_model_unfit", path=path, reason=str(error)) from error


def _manifest(folder: Path, given: dict[str, Any]) -> Manifest:
    if set(given) - _KEYS:
        raise ValueError(f"unknown: {sorted(set(given) - _KEYS)}")
    return Manifest(
        folder=folder,
        model=_file_name(given["model"]),
        model_sha256=_checksum(given["model_sha256"]),
        words=_file_name(given["woorden"]),
        words_sha256=_checksum(given["woorden_sha256"]),
        labels=_labels(given["etiket"]),
        lower_case=_flag(given.get("kleine_letters", False)),
        length=_within(given.get("lengte", 128), LENGTHS),
        outcome=_one_of(given.get("uitkomst", "softmax")),
        memory=_within(given.get("geheugen_mb", 4096), MEMORY),
    )


def _labels(given: Any) -> tuple[Label, ...]:
    labels = tuple(_label(one) for one in given)
    if not 1 <= len(labels) <= MOST_LABELS or all(label.tone is None for label in labels):
        raise ValueError("no label with a tone")
    return labels


def _label(given: dict[str, Any]) -> Label:
    if set(given) - {"naam", "toon", "drempel"}:
        raise ValueError("unknown in a label")
    tone = given.get("toon")
    if tone is None:
        return Label(str(given["naam"]))
    threshold = given["drempel"]
    if f"tone:{tone}" not in TYPES or not isinstance(threshold, int | float) or not 0 < threshold <= 1:
        raise ValueError("a label without a tone of ours, or without a threshold between 0 and 1")
    return Label(str(given["naam"]), str(tone), float(threshold))


def _file_name(given: Any) -> str:
    """A file of the folder itself: no path leads out of it."""
    if not isinstance(given, str) or not _FILE_NAME.fullmatch(given):
        raise ValueError("not the name of a file in the folder")
    return given


def _checksum(given: Any) -> str:
    if not isinstance(given, str) or not re.fullmatch(r"[0-9a-f]{64}", given):
        raise ValueError("not a sha256")
    return given


def _flag(given: Any) -> bool:
    if not isinstance(given, bool):
        raise ValueError("not true or false")
    return given


def _within(given: Any, allowed: range) -> int:
    if not isinstance(given, int) or isinstance(given, bool) or given not in allowed:
        raise ValueError(f"not a number from {allowed.start} up to {allowed.stop - 1}")
    return given


def _one_of(given: Any) -> str:
    if given not in OUTCOMES:
        raise ValueError(f"not one of {OUTCOMES}")
    return str(given)
