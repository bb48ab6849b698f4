"""Under which packs a school asks: its protocol and the law beside it, read once as long as they stay the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from django.conf import settings

from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.norms.broken import BrokenPack
from magdit.norms.judge import Book
from magdit.protocols.library import Library, UnknownProtocol
from magdit.wording.errors import pack_sentence
from magdit.wording.rows import spoken
from magdit.words.media import MEDIA
from magdit.words.vocabulary import Vocabulary


def book_of(school: School) -> Book:
    """The book of a school; refused when its protocol is not there, or cannot be read. A board's folders come first."""
    folders: Iterable[str | Path] = getattr(settings, "PACKS", ())
    try:
        return _library(tuple(Path(folder) for folder in folders)).book(school.protocol)
    except UnknownProtocol as unknown:
        raise Refused("unknown_protocol", protocol=school.protocol, known=", ".join(unknown.known)) from unknown
    except BrokenPack as broken:
        raise Refused("broken_protocol", protocol=school.protocol, mistake=pack_sentence(broken)) from broken


def channels_of(schools: Iterable[School]) -> Vocabulary:
    """Every channel that these schools can ask about: ours, and those that their own packs add."""
    words = {word.code: word for word in MEDIA}
    for protocol in dict.fromkeys(school.protocol for school in schools):
        try:
            known = book_of(School(protocol=protocol)).catalogue.vocabularies["medium"]
        except Refused:  # its pack is gone: that is told where something is asked, not here
            continue
        words |= {word.code: word for word in known}
    return Vocabulary(MEDIA.name, tuple(words.values()))


def channel_told(code: str, media: Vocabulary = MEDIA) -> Mapping[str, str]:
    """What a channel is called, per language; its code in plain words when nothing knows it any more."""
    word = next((word for word in media if word.code == code), None)
    return {"nl": word.dutch, "en": word.english} if word else dict.fromkeys(("nl", "en"), spoken(code))


@cache
def _library(folders: tuple[Path, ...]) -> Library:
    return Library.with_folders(folders)
