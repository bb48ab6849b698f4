"""A piece of an archive judged as if it were posted today. Nobody says who is in its pictures, so that stays open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePath
from urllib.parse import unquote, urlsplit

from magdit.check.archive.groups import groups_named
from magdit.check.archive.piece import Missed, Picture, Piece
from magdit.check.archive.sight import Sight
from magdit.check.draft.attempts import NotLooked
from magdit.check.draft.draft import Draft
from magdit.check.draft.judged import Judged, judged
from magdit.check.draft.look import Eyes, Looked, SeenPhoto, look_at_words
from magdit.check.draft.reconcile import subjects
from magdit.check.tables.consents import Consents
from magdit.check.tables.roster import Roster
from magdit.check.text.allow import AllowList
from magdit.norms.judge import Book

ARCHIVE = "archief"  # what a `NotLooked` of this folder is about
WAIT = "wachten"
CLEAR = frozenset({"mag", "niet_geregeld"})
LEVELS = ("zeker", "gezichten_groep", "gezichten", "niet_bekeken", "kijken", "niets")


@dataclass(frozen=True)
class Terms:
    """Under what everything is judged: the protocols, the channel, the day, and what the school knows of its people."""

    book: Book
    roles: tuple[str, ...]
    medium: str
    moment: datetime
    roster: Roster | None = None
    consents: Consents | None = None
    allow: AllowList = field(default_factory=AllowList)
    told: Mapping[str, object] = field(default_factory=dict)

    @property
    def groups(self) -> tuple[str, ...]:
        """The classes there are."""
        return tuple(sorted({person.group for person in self.roster or () if person.group}))

    def draft(self, text: str = "", photos: Iterable[str] = (), alt_texts: Mapping[str, str] | None = None) -> Draft:
        """Something that stands on this channel, as the post that it would be today."""
        return Draft(
            roles=self.roles, medium=self.medium, moment=self.moment, text=text, for_school=True,
            photos=tuple(Path(name) for name in photos), alt_texts=alt_texts or {},
            roster=self.roster, consents=self.consents, allow=self.allow, told=self.told,
        )  # fmt: skip


@dataclass(frozen=True)
class JudgedPiece:
    """A piece with its answer: how bad it is (`level`, the worst first in LEVELS), and what was seen in it."""

    piece: Piece
    judged: Judged
    level: str
    photos: tuple[SeenPhoto, ...]
    groups: tuple[str, ...]
    missed: tuple[Missed, ...]

    @property
    def faces(self) -> int:
        """How many faces were seen on all its pictures."""
        return sum(len(seen.faces or ()) for seen in self.photos)


def judge_piece(piece: Piece, sights: Mapping[str, Sight | str], terms: Terms, eyes: Eyes) -> JudgedPiece:
    """Judge a piece; `sights` tells of each picture what was seen, or by which code it was not looked at."""
    names = list(_names(piece.pictures))
    photos: list[SeenPhoto] = []
    missed = list(piece.missed)
    for name, picture in zip(names, piece.pictures, strict=True):
        sight = sights[picture.key]
        if isinstance(sight, str):
            missed.append(Missed(name, sight))
        elif not sight.is_too_small:
            photos.append(sight.seen(name))
    beside = {name: picture.alt for name, picture in zip(names, piece.pictures, strict=True) if picture.alt}
    # The name of a file goes out with it; of an address the last part is what people read.
    draft = terms.draft(piece.words, (seen.name for seen in photos), {**beside, "naam": last_part(piece.place)})
    not_looked = [NotLooked(ARCHIVE, miss.where, miss.code) for miss in dict.fromkeys(missed)]
    texts = tuple(look_at_words(draft, eyes, not_looked))
    looked = Looked(tuple(photos), (), texts, tuple(not_looked))
    found = judged(draft, looked, subjects(draft, looked), terms.book, layer="alles")
    groups = groups_named("\n".join((piece.title, piece.words, *beside.values())), terms.groups)
    level = _level(found, faces=any(seen.faces for seen in photos), groups=bool(groups))
    return JudgedPiece(piece, found, level, tuple(photos), groups, tuple(dict.fromkeys(missed)))


def last_part(place: str) -> str:
    """How a file or page is called: the last part of where it stands."""
    try:
        path = urlsplit(place).path if "://" in place else place
    except ValueError:
        path = place
    return PurePath(unquote(path)).name


def _names(pictures: Iterable[Picture]) -> Iterator[str]:
    """Each picture by a name of its own: two that share one get a number."""
    taken: set[str] = set()
    for picture in pictures:
        name, number = picture.name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{PurePath(picture.name).stem} ({number}){PurePath(picture.name).suffix}"
        taken.add(name.casefold())
        yield name


def _level(found: Judged, *, faces: bool, groups: bool) -> str:
    """How bad it is. What only the hour forbids stands there already: that is no problem of today."""
    is_forbidden = found.as_handed_in == "mag_niet" and not _is_only_the_hour(found)
    if is_forbidden:
        return "zeker"
    if faces:
        return "gezichten_groep" if groups else "gezichten"
    if found.not_looked:
        return "niet_bekeken"
    return "niets" if found.verdict in CLEAR or _is_only_the_hour(found) else "kijken"


def _is_only_the_hour(found: Judged) -> bool:
    return any(route.steps and all(step.remedy == WAIT for step in route.steps) for route in found.answer.routes)
