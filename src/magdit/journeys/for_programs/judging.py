"""An act judged for another program, as `magdit judge` does: the same words in, the same answer out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from magdit.areas.consent.books import book_of
from magdit.areas.people.models import School
from magdit.norms.answering import answer
from magdit.norms.judge import Book
from magdit.norms.read_act import read_act
from magdit.protocols.library import Library
from magdit.wording.answer_json import answer_json


def judge_under(protocol: str, facts: Mapping[str, Any], *, layer: str) -> dict[str, Any]:
    """The answer under a protocol; raises UnknownProtocol, or BadAct with every fact that we do not know."""
    folders = tuple(Path(folder) for folder in getattr(settings, "PACKS", ()))
    return _judged(_library(folders).book(protocol), facts, protocol=protocol, layer=layer)


def judge_at(school: School, facts: Mapping[str, Any], *, layer: str) -> dict[str, Any]:
    """The answer under the protocol of a school."""
    return _judged(book_of(school), facts, protocol=school.protocol, layer=layer)


def _judged(book: Book, facts: Mapping[str, Any], *, protocol: str, layer: str) -> dict[str, Any]:
    act = read_act(dict(facts), book.catalogue)
    packs = {ready.pack.id: ready.pack for ready in book.packs}
    return answer_json(answer(book, act, layer=layer), packs, protocol=protocol, layer=layer)


@cache
def _library(folders: tuple[Path, ...]) -> Library:
    return Library.with_folders(folders)
