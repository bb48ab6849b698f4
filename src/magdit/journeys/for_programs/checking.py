"""A post with photos checked for another program, against the register of a school. Nothing of it is kept.

The photos lie in a folder of their own, for us alone, as long as the check lasts. At most a few checks run at a time:
each takes a processor and the memory of a large photo.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import BoundedSemaphore
from typing import IO, Any

from magdit.areas.consent.books import book_of
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import School
from magdit.check.draft.check import check
from magdit.check.draft.draft import Draft, Says
from magdit.check.tables.roster import Roster
from magdit.check.tables.shown import Shown
from magdit.journeys.check_from_register import from_register
from magdit.norms.judge import Book
from magdit.wording.receipt import receipt
from magdit.wording.sentences import sentences_of
from magdit.words.vocabulary import UnknownWord

AT_ONCE = 2
_places = BoundedSemaphore(AT_ONCE)


class Busy(Exception):
    """As many checks as this process bears are running."""


@dataclass(frozen=True, slots=True)
class ShownIn:
    """Someone of the school who is in a photo, by id; without a photo: in the post as a whole."""

    person: str
    photo: str = ""
    face: int | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A post as another program hands it in; `photos` with the name and the content of each."""

    roles: tuple[str, ...]
    channel: str
    moment: datetime  # by the clock on the wall of the school
    text: str = ""
    for_school: bool = False
    says: Says = field(default_factory=Says)
    photos: Sequence[tuple[str, IO[bytes]]] = ()
    facts: Mapping[str, object] = field(default_factory=dict)
    shown: Sequence[ShownIn] = ()
    purpose: str = ""


def check_handed_in(doing: Doing, school: School, handed: HandedIn) -> dict[str, Any]:
    """The receipt, as `magdit check --json` gives it. Raises what a check refuses; never gives half an answer."""
    with _a_place(), tempfile.TemporaryDirectory(prefix="magdit-") as folder:
        book = book_of(school)
        draft = _draft(doing, school, handed, book, Path(folder))
        checked = check(draft, book, sentences=sentences_of(book))
        return receipt(checked, book, layer="alles")


def _draft(doing: Doing, school: School, handed: HandedIn, book: Book, folder: Path) -> Draft:
    words = book.catalogue.vocabularies
    roles = tuple(words["rol"].code(role) for role in handed.roles)
    medium = words["medium"].code(handed.channel)
    photos = _written(handed.photos, folder)
    register = from_register(doing, school, handed.moment.date(), purpose=handed.purpose)
    return Draft(
        roles=roles, medium=medium, moment=handed.moment, text=handed.text, photos=photos,
        for_school=handed.for_school, roster=register.roster, consents=register.consents, allow=register.own_data,
        shown=_shown(handed.shown, register.roster), says=handed.says, told=handed.facts,
        settled=register.settles(medium),
    )  # fmt: skip


def _shown(given: Sequence[ShownIn], roster: Roster) -> tuple[Shown, ...] | None:
    """Each as a row that an author would write, with what the register knows of them."""
    return tuple(_row(one, at, roster) for at, one in enumerate(given, 1)) or None


def _row(one: ShownIn, line: int, roster: Roster) -> Shown:
    person = roster.by_id.get(one.person)
    if person is None:
        raise UnknownWord(f"shown[{line - 1}].person", one.person, ())
    return Shown(
        line=line, name=person.display, person=person, photo=one.photo, face=one.face, role=person.role,
        born=person.born, group=person.group, hidden=one.hidden,
    )  # fmt: skip


def _written(photos: Sequence[tuple[str, IO[bytes]]], folder: Path) -> tuple[Path, ...]:
    """Each photo in a folder of its own, so that two of one name are seen as two and refused by name."""
    found = []
    for at, (name, content) in enumerate(photos):
        place = folder / str(at)
        place.mkdir(mode=0o700)
        path = place / name
        with path.open("xb") as file:
            while part := content.read(1 << 20):
                file.write(part)
        found.append(path)
    return tuple(found)


@contextmanager
def _a_place() -> Iterator[None]:
    if not _places.acquire(timeout=5):
        raise Busy
    try:
        yield
    finally:
        _places.release()
