"""A picture handed in: kept enciphered, looked at, and put in its draft. What is refused leaves nothing behind.

A photo is looked at at once. A film takes longer than a page waits, so it is looked at afterwards (`looking`).
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.db.models import QuerySet

from magdit.areas.drafts import files
from magdit.areas.drafts.actions import MOST_PICTURES, add_picture
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.queries import editable_drafts
from magdit.areas.drafts.rules import OPEN
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.areas.people.rights import acting_person
from magdit.check.draft.look import Eyes
from magdit.check.images.containers.film import film_format
from magdit.check.images.intake import Photo
from magdit.check.images.intake import take_in as read_photo
from magdit.check.images.source import Source
from magdit.check.images.video import Media, take_in_media
from magdit.journeys.hand_in.first_bytes import begun
from magdit.journeys.hand_in.looking import look_at, seen_in_photo

LONGEST_NAME = 100
HEAD = 64


def take_in(doing: Doing, draft_id: UUID, name: str, parts: Iterable[bytes], *, eyes: Eyes | None = None) -> Picture:
    """Put a picture in a draft. Raises the check's Refused for what is no picture, the register's for the rest."""
    eyes = eyes or Eyes()
    draft, picture = open_draft(doing, draft_id), Picture(pk=uuid4())
    most, parts = begun(parts)
    try:
        files.keep(doing, draft.pk, picture.pk, parts, most=most)
        _read(doing, draft, picture, eyes)
        kept = add_picture(doing, draft.pk, picture, name=plain(name))
    except BaseException:
        files.remove(picture.pk)
        raise
    if kept.pk != picture.pk:  # the same file was there already
        files.remove(picture.pk)
    return kept


def look_at_waiting(doing: Doing, *, eyes: Eyes | None = None) -> int:
    """Look at every film of this board that waits; how many were looked at."""
    rows = waiting().filter(draft__board=doing.board)
    for picture in rows:
        look_at(doing, picture, eyes or Eyes())
    return len(rows)


def waiting() -> QuerySet[Picture]:
    """The films that nobody looked at yet, the oldest first."""
    rows = Picture.objects.filter(look="wacht", gone_at=None, draft__state__in=OPEN)
    return rows.select_related("draft").order_by("made_at")


def plain(name: str) -> str:
    """The last part of a name that someone's computer gave, without what no one can read."""
    last = name.replace("\\", "/").rpartition("/")[2]
    readable = "".join(sign for sign in last if sign.isprintable()).strip(". ")
    return readable[:LONGEST_NAME] or "beeld"


def open_draft(doing: Doing, draft_id: UUID) -> Draft:
    """Before a byte is read: a draft that they may change, with room for one more."""
    person = Person.objects.filter(pk=acting_person(doing), board=doing.board).first()
    draft = editable_drafts(person, doing.today).filter(pk=draft_id).first() if person else None
    if draft is None:
        raise Refused("not_yours")
    if draft.state not in OPEN:
        raise Refused("draft_ended", state=draft.state)
    if draft.pictures.count() >= MOST_PICTURES:
        raise Refused("too_many_pictures", most=MOST_PICTURES)
    return draft


def _read(doing: Doing, draft: Draft, picture: Picture, eyes: Eyes) -> None:
    """What it is, and of a photo what is in it. A film is read piece by piece, for it may be larger than the memory."""
    film = files.in_pieces(draft.board_id, draft.pk, picture.pk)
    if _is_film(film):
        _describe_film(picture, take_in_media(film))
        return
    with files.opened_of(draft.board_id, draft.pk, picture.pk) as path:
        photo = read_photo(path)
    _describe(picture, photo)
    seen_in_photo(doing, draft.pk, picture, photo, eyes)


def _is_film(file: Source) -> bool:
    with file.open("rb") as opened:
        return film_format(opened.read(HEAD)) is not None


def _describe(picture: Picture, photo: Photo) -> None:
    picture.kind, picture.sha256 = "foto", photo.sha256
    picture.width, picture.height = photo.width, photo.height
    picture.traces = [[trace.kind.value, trace.where] for trace in photo.traces]
    picture.remarks = [
        [remark.code, {key: str(value) for key, value in remark.facts.items()}] for remark in photo.remarks
    ]


def _describe_film(picture: Picture, film: Media) -> None:
    picture.kind, picture.sha256 = ("video" if film.has_picture else "geluid"), film.sha256
    picture.seconds, picture.has_sound = film.duration, film.has_sound
    picture.traces = [[trace.kind.value, trace.where] for trace in film.traces]
    picture.look = "wacht" if film.has_picture else "gezien"
