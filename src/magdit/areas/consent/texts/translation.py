"""A translation that came back: which texts are good, missing, out of date or broken. Knows no files and no rows.

Nothing is guessed: a text counts as translated when all its parts are there, every place such as {naam} is still in
it, and the Dutch text has not changed since it was sent out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from magdit.areas.consent.texts.words import Words, faults, places_in, tidy

PARTS = {"title": "vraag", "body": "uitleg", "why": "waarom"}


@dataclass(frozen=True, slots=True)
class Source:
    """The Dutch text of an item as it stands now."""

    code: str
    mark: str
    words: Words


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file: a part of a text in Dutch, with its translation or with nothing."""

    row: int
    code: str
    part: str
    mark: str
    translation: str
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that cannot be used, and why: a code with a sentence in wording."""

    row: int
    code: str
    why: str
    places: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file brings. Only `good` can be taken in, and only when nothing is `broken`."""

    good: Mapping[str, Words]
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    broken: tuple[Fault, ...]


def lines_for(sources: Iterable[Source]) -> Iterable[tuple[str, str, str, str]]:
    """What the translator gets, line by line: code, part, mark and the Dutch words."""
    for source in sources:
        for name, words in source.words.parts():
            if words:
                yield source.code, PARTS[name], source.mark, words


def read_translation(lines: Sequence[Line], sources: Sequence[Source]) -> Reading:
    """Lay the lines of a file beside the Dutch texts of now."""
    by_code = {source.code: source for source in sources}
    told, broken = _sorted_out(lines, by_code)
    stale = tuple(code for code, parts in told.items() if any(line.mark != by_code[code].mark for line in parts))
    good: dict[str, Words] = {}
    for code, parts in told.items():
        words = tidy(Words(*(_part(parts, name) for name in PARTS.values())))
        if code in stale or not _whole(words, by_code[code].words):
            continue
        found = tuple(_held(words, by_code[code], parts))
        broken += found
        if not found:
            good[code] = words
    faulty = {fault.code for fault in broken}
    missing = tuple(code for code in by_code if code not in {*good, *stale, *faulty})
    return Reading(good=good, missing=missing, stale=stale, broken=tuple(sorted(broken, key=lambda fault: fault.row)))


def _sorted_out(lines: Sequence[Line], sources: Mapping[str, Source]) -> tuple[dict[str, list[Line]], list[Fault]]:
    told: dict[str, list[Line]] = {}
    broken: list[Fault] = []
    for line in lines:
        why = _not_usable(line, told.get(line.code, []), sources)
        if why:
            broken.append(Fault(line.row, line.code, why))
        else:
            told.setdefault(line.code, []).append(line)
    return told, broken


def _not_usable(line: Line, before: Sequence[Line], sources: Mapping[str, Source]) -> str:
    if line.code not in sources:
        return "translation_code"
    if line.part not in PARTS.values():
        return "translation_part"
    if line.formula:
        return "translation_formula"
    return "translation_twice" if any(other.part == line.part for other in before) else ""


def _part(parts: Iterable[Line], name: str) -> str:
    return next((line.translation for line in parts if line.part == name), "")


def _whole(words: Words, source: Words) -> bool:
    """Whether every part is there, in other words than the Dutch ones."""
    pairs = [(told, dutch) for (_, told), (_, dutch) in zip(words.parts(), source.parts(), strict=True) if dutch]
    return all(told and told != dutch for told, dutch in pairs)


def _held(words: Words, source: Source, lines: Sequence[Line]) -> Iterable[Fault]:
    """What is wrong with a text that is whole: places lost or added, too long, a loose bracket."""
    lost = tuple(_lost_places(words, source, lines))
    yield from lost
    for why in faults(words):
        if why != "text_place" or not lost:
            yield Fault(lines[0].row, source.code, why)


def _lost_places(words: Words, source: Source, lines: Sequence[Line]) -> Iterable[Fault]:
    for (name, told), (_, dutch) in zip(words.parts(), source.words.parts(), strict=True):
        differing = places_in(dutch) ^ places_in(told)
        if differing:
            row = next((line.row for line in lines if line.part == PARTS[name]), lines[0].row)
            places = ", ".join(f"{{{place}}}" for place in sorted(differing))
            yield Fault(row, source.code, "translation_places", places)
