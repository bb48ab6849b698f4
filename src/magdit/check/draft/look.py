"""Looking at a draft: photos for faces and traces, films for what they carry, words for what they give away.

Tone and marks are read in Dutch and English. In another language they count as not looked at: a list of Dutch words
that finds nothing in Polish has not said that nothing is wrong.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from magdit.check.draft.attempts import LONGEST, NotLooked, attempt, attempt_each, within
from magdit.check.draft.draft import Draft
from magdit.check.images.batch import SIDE_BY_SIDE, Room, in_order
from magdit.check.images.faces import SEEN, Face, FaceFinder
from magdit.check.images.film.looking import look_at_film
from magdit.check.images.film.track import FilmLook
from magdit.check.images.intake import HandedIn, Photo, Pixels, decode, hand_in
from magdit.check.images.refusal import Refused
from magdit.check.images.video import Media, take_in_media
from magdit.check.text.finding import Finding
from magdit.check.text.language import language_of
from magdit.check.text.look import FINDERS, NOBODY, Finder, settle
from magdit.check.text.text import Text

T = TypeVar("T")
Given = TypeVar("Given", Path, HandedIn)
LANGUAGE = "language"
LINE_BEFORE_NUMBER = re.compile(r"(?<=[^\W\d_])[-_](?=\d)")
Progress = Callable[[str, int, int], None]
SLOWEST = 4.0  # times as long as a film lasts


@dataclass(frozen=True)
class SeenPhoto:
    """A photo that was taken in; its pixels were let go of. `faces` None: nobody looked, which is not: no faces."""

    name: str
    photo: Photo
    faces: tuple[Face, ...] | None


@dataclass(frozen=True)
class SeenText:
    """One piece of writing (the post itself, or a file name) with what was found in it, kind by kind looked at."""

    where: str
    text: str
    findings: tuple[Finding, ...]
    facts_looked_at: frozenset[str]


@dataclass(frozen=True)
class Looked:
    """Everything seen in a draft, and everything that could not be looked at.

    `film_looks` holds how often faces are in a film, by its name; who they are, people say.
    """

    photos: tuple[SeenPhoto, ...] = ()
    films: tuple[Media, ...] = ()
    texts: tuple[SeenText, ...] = ()
    not_looked: tuple[NotLooked, ...] = ()
    film_looks: Mapping[str, FilmLook] = field(default_factory=dict)


@dataclass(frozen=True)
class Eyes:
    """The tools to look with; tests give others. A refused file stops the check, a failed look is written down."""

    hand_in: Callable[[Path], HandedIn] = hand_in
    decode: Callable[[HandedIn], Photo] = decode
    take_in_media: Callable[[Path], Media] = take_in_media
    load_finder: Callable[[], FaceFinder] = FaceFinder.load
    finders: tuple[Finder, ...] = FINDERS
    longest: float = LONGEST
    progress: Progress = field(default=lambda what, at, of: None)

    def photos(self, paths: Iterable[Path], then: Callable[[Photo], T]) -> Iterator[T]:
        """What `then` makes of each photo, in order; several at once, as many as their pixels leave room for.

        Raises Refused for the first one in order that cannot be taken in.
        """
        room = Room(SIDE_BY_SIDE)

        def one(path: Path) -> T:
            handed = _taken_in(self.hand_in, path, path, self)
            # Who waits for room is not looking yet: that time does not count.
            with room.for_pixels(handed.room):
                return then(_taken_in(self.decode, handed, path, self))

        yield from in_order(paths, one)

    def faces(self, pixels: Pixels, threshold: float = SEEN) -> tuple[Face, ...]:
        """The faces in these pixels, from left to right."""
        return self.load_finder().find(pixels, threshold)

    def film(self, film: Media) -> FilmLook:
        """The faces in this film, followed. Stops by itself: whoever waits for it no longer cannot end it."""
        last = time.monotonic() + self.longest + SLOWEST * film.duration

        def in_time(done: float, total: float) -> None:
            if time.monotonic() > last:
                raise TimeoutError

        return look_at_film(film.path, self.load_finder(), progress=in_time)


def look(
    draft: Draft, eyes: Eyes, films_named: Collection[str] | None = None, *, words: Looked | None = None
) -> Looked:
    """Look at everything in the draft; of the films only at those named, if any are. `words`: as seen already.

    Raises Refused for a file that cannot be taken in at all.
    """
    _refuse_doubles((*draft.photos, *draft.films))
    missed: list[NotLooked] = []
    photos = list(_photos(draft.photos, eyes, missed))
    films = [_taken_in(eyes.take_in_media, path, path, eyes) for path in draft.films]
    words = words or words_seen(draft, eyes)
    missed.extend(words.not_looked)
    wanted = [film for film in films if films_named is None or film.path.name in films_named]
    film_looks = dict(_film_looks(wanted, eyes, missed))
    return Looked(tuple(photos), tuple(films), words.texts, tuple(missed), film_looks)


def words_seen(draft: Draft, eyes: Eyes) -> Looked:
    """Every piece of writing of the draft, and of that what could not be looked at; no picture yet."""
    missed: list[NotLooked] = []
    texts = look_at_words(draft, eyes, missed)
    return Looked(texts=tuple(texts), not_looked=tuple(missed))


def look_at_words(draft: Draft, eyes: Eyes, missed: list[NotLooked]) -> list[SeenText]:
    """Every piece of writing of the draft; what could not be looked at is added to `missed`."""
    return [_text(where, text, draft, eyes, missed) for where, text in _writings(draft)]


def _refuse_doubles(paths: Iterable[Path]) -> None:
    """Two files of one name: whoever says who is in it would say it of both."""
    seen: set[str] = set()
    for path in paths:
        if path.name.casefold() in seen:
            raise Refused("same_name", path=path)
        seen.add(path.name.casefold())


def _taken_in(take: Callable[[Given], T], given: Given, path: Path, eyes: Eyes) -> T:
    try:
        return within(lambda: take(given), longest=eyes.longest)
    except TimeoutError as error:
        raise Refused("too_slow", path=path) from error


def _photos(paths: Collection[Path], eyes: Eyes, missed: list[NotLooked]) -> Iterator[SeenPhoto]:
    """Each photo as it was seen; told as one after the other, whichever is done first."""
    seen = eyes.photos(paths, partial(_faces, eyes=eyes))
    for at, path in enumerate(paths, 1):
        eyes.progress(path.name, at, len(paths))
        photo, faces = next(seen)
        if isinstance(faces, NotLooked):
            missed.append(faces)
        yield SeenPhoto(path.name, photo, None if isinstance(faces, NotLooked) else faces)


def _faces(photo: Photo, *, eyes: Eyes) -> tuple[Photo, tuple[Face, ...] | NotLooked]:
    """What is kept of a photo once it was looked at: ten of a phone would take a third of a gigabyte."""
    found = attempt(lambda: eyes.faces(photo.pixels), what="gezichten", where=photo.path.name, longest=eyes.longest)
    return photo.without_pixels(), found


def _film_looks(films: Iterable[Media], eyes: Eyes, missed: list[NotLooked]) -> Iterator[tuple[str, FilmLook]]:
    for film in films:
        if not film.has_picture:
            continue
        longest = eyes.longest + SLOWEST * film.duration
        outcome = attempt(partial(eyes.film, film), what="gezichten", where=film.path.name, longest=longest)
        if isinstance(outcome, NotLooked):
            missed.append(outcome)
        else:
            yield film.path.name, outcome


def _writings(draft: Draft) -> Iterator[tuple[str, str]]:
    """The post, what is written with each photo, and the file names; a name in a file name goes out with the file."""
    yield "tekst", draft.text
    for name, written in draft.alt_texts.items():
        yield f"{name} (bijschrift)", written
    for path in (*draft.photos, *draft.films):
        # 'bsn_111222333.jpg' is read as people read it; 'PXL_20260904_101112345.jpg' stays one long number.
        yield path.name, LINE_BEFORE_NUMBER.sub(" ", path.name)


def _text(where: str, text: str, draft: Draft, eyes: Eyes, missed: list[NotLooked]) -> SeenText:
    folded = Text.of(text)
    roster = draft.roster or NOBODY
    found: list[Finding] = []
    seen: set[str] = set()
    looks = [(finder.name, partial(finder.find, folded, roster)) for finder in eyes.finders]
    outcomes = attempt_each(looks, where=where, longest=eyes.longest)
    for finder, outcome in zip(eyes.finders, outcomes, strict=True):
        if isinstance(outcome, NotLooked):
            missed.append(outcome)
        else:
            found.extend(outcome)
            seen.update(finder.facts)
    failed = {fact for finder in eyes.finders for fact in finder.facts if _missed(finder, where, missed)}
    if not language_of(text).is_read:
        missed.append(NotLooked(LANGUAGE, where, "language"))
        failed |= {fact for finder in eyes.finders if finder.reads_language for fact in finder.facts}
    return SeenText(where, text, settle(text, found, allow=draft.allow), frozenset(seen - failed))


def _missed(finder: Finder, where: str, missed: Iterable[NotLooked]) -> bool:
    return any(miss.what == finder.name and miss.where == where for miss in missed)
