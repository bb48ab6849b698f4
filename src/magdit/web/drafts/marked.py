"""The text of a draft with what was found in it marked, each mark with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from magdit.check.draft.look import SeenText
from magdit.journeys.hand_in.judging import Judging
from magdit.wording.findings import KINDS
from magdit.wording.reasons_found import why

POST = "tekst"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text; `number` when something was found in it."""

    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """What was found: the words, what kind, whether that is sure, and why."""

    number: int
    words: str
    kind: str
    sure: bool
    why: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """The text in pieces, and the marks; also those in what is written with a picture."""

    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]


def marked(judging: Judging) -> Marked:
    """The words of a draft as they were read."""
    seen = [one for one in judging.judged.looked.texts if one.text.strip()]
    post = next((one for one in seen if one.where == POST), None)
    pieces, marks = _cut(post) if post else ((), ())
    beside = [mark for one in seen if one.where.endswith(")") for mark in _cut(one, after=len(marks))[1]]
    return Marked(pieces, (*marks, *beside))


def _cut(seen: SeenText, *, after: int = 0) -> tuple[tuple[Piece, ...], tuple[Mark, ...]]:
    pieces: list[Piece] = []
    marks: list[Mark] = []
    done = 0
    for finding in sorted(seen.findings, key=lambda one: (one.start, -one.end)):
        if finding.start < done:
            continue  # inside what is marked already
        number, words = after + len(marks) + 1, seen.text[finding.start : finding.end]
        pieces += [Piece(seen.text[done : finding.start]), Piece(words, number)]
        where = "" if seen.where == POST else seen.where
        marks.append(Mark(number, words, _(KINDS[finding.type]), finding.certainty == "zeker", why(finding), where))
        done = finding.end
    return (*_filled(pieces), Piece(seen.text[done:])), tuple(marks)


def _filled(pieces: list[Piece]) -> Iterator[Piece]:
    yield from (piece for piece in pieces if piece.text)
