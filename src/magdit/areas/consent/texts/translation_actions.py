"""Sending a board's texts to a translator, and taking the translation in: all good texts at once, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from magdit.areas.consent.models import Item, ItemText
from magdit.areas.consent.texts.actions import write_version
from magdit.areas.consent.texts.translation import PARTS, Reading, Source, lines_for, read_translation
from magdit.areas.consent.texts.translation_file import read, written
from magdit.areas.consent.texts.words import LANGUAGE, SOURCE, Words
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Board
from magdit.areas.people.rights import GOVERNORS, require_board


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did, or would do on a dry run: how many texts are new, and what the file was."""

    language: str
    reading: Reading
    new: tuple[str, ...]


def for_translator(doing: Doing, board: Board, *, language: str) -> bytes:
    """The file for a translator: every Dutch text in use, with the translations that are still good filled in."""
    require_board(doing, GOVERNORS, board=board.id)
    _hold(language)
    sources = _sources(board)
    if not sources:
        raise Refused("no_texts")
    known = {
        (code, PARTS[name]): part
        for code, words in _translated(sources, board, language).items()
        for name, part in words.parts()
    }
    return written(lines_for(source for _, source in sources), known, language=language)


def look_at_translation(doing: Doing, board: Board, content: bytes) -> Taken:
    """A dry run: what taking this file in would do. Changes nothing."""
    require_board(doing, GOVERNORS, board=board.id)
    language, lines = read(content)
    _hold(language)
    sources = _sources(board)
    reading = read_translation(lines, [source for _, source in sources])
    now = _translated(sources, board, language)
    return Taken(language, reading, tuple(code for code, words in reading.good.items() if now.get(code) != words))


@transaction.atomic
def take_translation(doing: Doing, board: Board, content: bytes) -> Taken:
    """Take a translation in. Refused as a whole when a line is broken; what is missing or stale stays as it was."""
    taken = look_at_translation(doing, board, content)
    if taken.reading.broken:
        raise Refused("translation_broken", count=len(taken.reading.broken))
    items = Item.objects.select_for_update().filter(board=board, code__in=taken.new)
    for item in items:
        write_version(doing, item, taken.reading.good[item.code], language=taken.language)
    if taken.new:
        details = {"taal": taken.language, "onderwerpen": sorted(taken.new)}
        record(doing, "vertaling_ingelezen", Ref("bestuur", str(board.id)), details=details)
    return taken


def _hold(language: str) -> None:
    if not LANGUAGE.fullmatch(language) or language == SOURCE:
        raise Refused("text_language", language=language)


def _sources(board: Board) -> list[tuple[Item, Source]]:
    """Every item in use that has words, with its newest Dutch text."""
    items = list(Item.objects.filter(board=board, active=True))
    newest = _newest(items, SOURCE)
    return [
        (item, Source(item.code, newest[item.code].mark, _words(newest[item.code])))
        for item in items
        if item.code in newest
    ]


def _translated(sources: Iterable[tuple[Item, Source]], board: Board, language: str) -> Mapping[str, Words]:
    """The translations that are of the Dutch texts of now, by code."""
    marks = {source.code: source.mark for _, source in sources}
    found = _newest([item for item, _ in sources], language)
    return {code: _words(text) for code, text in found.items() if text.translates == marks[code]}


def _newest(items: Iterable[Item], language: str) -> dict[str, ItemText]:
    rows = ItemText.objects.filter(item__in=items, language=language).select_related("item").order_by("version")
    return {text.item.code: text for text in rows}


def _words(text: ItemText) -> Words:
    return Words(text.title, text.body, text.why)
