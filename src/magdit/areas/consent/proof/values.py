"""What a proof is made of, as plain values. Knows no rows: `queries` fills these, tests write them down.

No address, no internet address and no date of birth of a person has a place here, so none can end up in a letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from magdit.areas.consent.texts.words import Words
from magdit.words.media import MEDIA
from magdit.words.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Controller:
    """The board: who answers for what is done with a yes."""

    id: UUID
    name: str
    address: str
    email: str


@dataclass(frozen=True, slots=True)
class Party:
    """A person in a proof. `name` is empty where the reader is not to see it."""

    id: UUID
    name: str = ""
    role: str = ""  # subject: leerling, medewerker; giver: ouder, voogd, leerling, zelf


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: a purpose on a channel. `media`: the channels that the board's packs know."""

    code: str
    purpose: str
    channel: str
    covers: tuple[str, ...]
    basis: str = "toestemming"
    pictogram: str = ""
    media: Vocabulary = MEDIA


@dataclass(frozen=True, slots=True)
class Notice:
    """Under which words it was asked: the exact version, in the language that was shown."""

    language: str
    version: int
    mark: str
    words: Words


@dataclass(frozen=True, slots=True)
class Expressed:
    """One answer: who said what about whom, when, how, and until when it holds."""

    id: UUID
    subject: Party
    giver: Party | None  # None: the pupil administration did not say who
    asked: Asked
    notice: Notice | None  # None: answered elsewhere, under words that we do not have
    state: str
    at: datetime
    until: date | None
    form: str
    school: str
    source: str = "eigen"  # eigen, papier, spiegel
    as_of: date | None = None
    replaces: UUID | None = None

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a moment without a time zone")


@dataclass(frozen=True, slots=True)
class Told:
    """An answer on a receipt, with what holds now. Why it holds, or by whom, is not for this reader.

    `elsewhere`: a yes to this is given in the pupil administration, and not on the page.
    """

    expressed: Expressed
    now: bool | None = None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """All that one reader answered in a round, about their children or themself."""

    id: UUID
    made_at: datetime
    controller: Controller
    reader: Party
    answers: tuple[Told, ...]
    language: str = "nl"
    where: str = ""  # where answers are changed: an address of the school's own magdit, or empty
    schools: Mapping[UUID, str] = field(default_factory=dict)
