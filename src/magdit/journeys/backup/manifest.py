"""What a back-up says of itself: when, from which magdit, how many rows, the heads of the journals, hashes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from magdit.areas.journal.refused import Refused

FORMAT = 1
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Part:
    """One file in the back-up."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`heads` are board, number and mark; `keys` are fingerprints, so that the right keys are found with it."""

    made_at: str
    magdit: str
    engine: str  # sqlite or postgresql
    migrations: list[str]
    tables: dict[str, int]
    heads: list[list[Any]]
    keys: list[str]
    keys_inside: bool
    parts: list[Part] = field(default_factory=list)
    format: int = FORMAT

    def as_json(self) -> bytes:
        """As it is kept, to be read by people too."""
        return (json.dumps(asdict(self), indent=1, sort_keys=True) + "\n").encode()


def read_manifest(text: bytes) -> Manifest:
    """The manifest again; refused when this magdit cannot know what it says."""
    try:
        told = json.loads(text)
        if told["format"] != FORMAT:
            raise Refused("backup_newer")
        return Manifest(**{**told, "parts": [Part(**part) for part in told["parts"]]})
    except (ValueError, KeyError, TypeError) as error:
        raise Refused("backup_broken") from error
