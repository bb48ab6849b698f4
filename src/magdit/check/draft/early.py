"""What can be said before a picture was looked at: of the words, and of the answers about who is said to be shown.

A first word for who waits for the photos. It is never a yes, for nothing in a picture was seen yet.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from magdit.check.draft.attempts import NotLooked
from magdit.check.draft.draft import Draft
from magdit.check.draft.judged import Judged, judged
from magdit.check.draft.look import Looked, SeenPhoto
from magdit.check.draft.reconcile import subjects
from magdit.check.images.containers.film import MP4
from magdit.check.images.intake import Photo
from magdit.check.images.video import Media
from magdit.norms.judge import Book

WAITING = "waiting"


def before_the_pictures(draft: Draft, words: Looked, book: Book, *, layer: str) -> Judged:
    """The judgement of a draft of which only the words were looked at; its pictures count as not looked at."""
    pictures = (*draft.photos, *draft.films)
    waiting = tuple(NotLooked("gezichten", path.name, WAITING) for path in pictures)
    unseen = replace(
        words,
        photos=tuple(SeenPhoto(path.name, _unseen(path), None) for path in draft.photos),
        films=tuple(_unseen_film(path) for path in draft.films),
        not_looked=(*words.not_looked, *waiting),
    )
    return judged(draft, unseen, subjects(draft, unseen), book, layer=layer)


def _unseen(path: Path) -> Photo:
    nothing = np.empty((0, 0, 0), dtype=np.uint8)
    return Photo(path=path, format="", pixels=nothing, sha256="", remarks=(), traces=())


def _unseen_film(path: Path) -> Media:
    """With sound, until someone heard that it has none."""
    return Media(path, "video", MP4, duration=0, has_sound=True, has_picture=True, traces=(), sha256="")
