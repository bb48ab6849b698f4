"""`magdit check --school NAAM`: the protocol, the people and the answers of a school in the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from magdit.cli.at_school import school_named
from magdit.cli.outcome import Stop
from magdit.cli.with_register import doing_as_system
from magdit.words.vocabulary import UnknownWord

if TYPE_CHECKING:
    from magdit.journeys.check_from_register import FromRegister


@dataclass(frozen=True, slots=True)
class UnderProtocol:
    """The protocol that a school works under, and the board's own folders in which it may lie."""

    protocol: str
    packs: tuple[Path, ...]


def register_of(code: str, on: date, *, purpose: str = "") -> tuple[UnderProtocol, FromRegister]:
    """What the register knows of a school on the day of the post."""
    school = school_named(code)
    from django.conf import settings

    from magdit.journeys.check_from_register import from_register

    packs = tuple(Path(folder) for folder in getattr(settings, "PACKS", ()))
    doing = doing_as_system("check", school.board_id)
    try:
        return UnderProtocol(school.protocol, packs), from_register(doing, school, on, purpose=purpose)
    except UnknownWord as unknown:
        meant = f" Bedoelde u {' of '.join(unknown.nearest)}?" if unknown.nearest else ""
        raise Stop(f"Over het doel '{purpose}' is op deze school niets gevraagd.{meant}") from None
