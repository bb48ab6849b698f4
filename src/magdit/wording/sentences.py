"""The sentences that magdit adds to a post when a protocol asks for them; a pack may give its own (`instelling`)."""

from __future__ import annotations

from magdit.check.draft.plan import Sentences
from magdit.norms.judge import Book

OWN = {
    "disclaimer": "Dit schrijf ik op persoonlijke titel; het is niet het standpunt van de school.",
    "position": "Ik werk bij de school waar dit over gaat.",
}
SETTINGS = {"disclaimer": "zin_disclaimer", "position": "zin_functie"}


def sentences_of(book: Book) -> Sentences:
    """The school's own sentences where its pack fills them in, else ours."""
    return Sentences(disclaimer=_sentence(book, "disclaimer"), position=_sentence(book, "position"))


def _sentence(book: Book, kind: str) -> str:
    for ready in book.packs:
        for setting in ready.pack.settings:
            if setting.name == SETTINGS[kind] and str(setting.value or "").strip():
                return str(setting.value)
    return OWN[kind]
