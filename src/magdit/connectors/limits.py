"""What the keeper of this computer allows connectors: which private addresses, which folder, how long, how much.

A school never sets these: who fills in an account may be misled, or mislead. See docs/beheer.md.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Limits:
    """How far a connector may go.

    `private`: names, addresses and networks (10.1.0.0/16) that may be called although they are not public.
    `folders`: below it lie the folders to write in; without it there are none. `seconds`: of silence, `whole`: of a
    call from begin to end. `answer`: the most bytes that are read. `pause`: between looks whether a film is ready.
    """

    private: tuple[str, ...] = ()
    folders: Path | None = None
    seconds: float = 30
    whole: float = 300
    answer: int = 2_000_000
    pause: float = 2


def from_surroundings() -> Limits:
    """The limits of this computer: MAGDIT_CONNECT_PRIVATE (with commas between) and MAGDIT_FOLDERS."""
    said = os.environ.get("MAGDIT_CONNECT_PRIVATE", "").split(",")
    folder = os.environ.get("MAGDIT_FOLDERS", "").strip()
    private = tuple(name.strip().lower() for name in said if name.strip())
    return Limits(private=private, folders=Path(folder) if folder else None)
