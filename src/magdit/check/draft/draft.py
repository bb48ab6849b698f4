"""What someone wants to send out, as handed in: words, photos, films, where to, and what they themselves say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from magdit.check.tables.consents import Consents
from magdit.check.tables.roster import Roster
from magdit.check.tables.shown import Shown
from magdit.check.text.allow import AllowList


@dataclass(frozen=True, slots=True)
class Says:
    """What the author confirms in person; a machine never fills these in."""

    nobody_shown: bool = False
    only_with_consent: bool = False
    unrecognisable: bool = False


@dataclass(frozen=True)
class Draft:
    """A post before it goes out. `told` are further facts of the act, with the author as their source."""

    roles: tuple[str, ...]
    medium: str
    moment: datetime
    text: str = ""
    photos: tuple[Path, ...] = ()
    films: tuple[Path, ...] = ()
    action: str = "plaatsen"
    for_school: bool = False
    roster: Roster | None = None
    consents: Consents | None = None
    shown: tuple[Shown, ...] | None = None
    allow: AllowList = field(default_factory=AllowList)
    says: Says = field(default_factory=Says)
    told: Mapping[str, object] = field(default_factory=dict)
    # What someone else judged of it, whom the protocols name for that: their word, and not the author's.
    judged: Mapping[str, object] = field(default_factory=dict)
    # What the register knows of the act, as of the account it goes out on: the author cannot say otherwise.
    settled: Mapping[str, object] = field(default_factory=dict)
    # What the register knows of the author and someone on the roster, by id: "eigen_kind", "geen".
    bonds: Mapping[str, str] = field(default_factory=dict)
    # What is written with a photo or film, by the name of its file: an alt text or a caption.
    alt_texts: Mapping[str, str] = field(default_factory=dict)
    # Leave that others gave, as an act has them ("akkoorden"); None: nobody looked whether there is any.
    leaves: tuple[Mapping[str, object], ...] | None = None
