"""What the peers' types mean in ours. Where theirs is wider, it stands for all of ours that it holds, in their favour.

`lenient` types are right on a span of ours and are counted nowhere else: deduce marks every place and every date, and a
date of a school trip is no mistake of a tool that was asked for dates. Types without a counterpart (age, hospital, IP
address, credit card) are left out altogether.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bench.text_score import Mark


@dataclass(frozen=True, slots=True)
class Meaning:
    """Our types that a peer's type stands for."""

    types: frozenset[str]
    lenient: bool = False


def _means(*types: str, lenient: bool = False) -> Meaning:
    return Meaning(frozenset(types), lenient=lenient)


DEDUCE = {
    "persoon": _means("name"),
    "patient": _means("name"),
    "telefoonnummer": _means("phone"),
    "emailadres": _means("email"),
    "url": _means("url"),
    "bsn": _means("bsn"),
    "id": _means("pupil_number", "bsn", "iban"),
    "locatie": _means("address", "postcode", lenient=True),
    "datum": _means("dob", lenient=True),
}
PRESIDIO = {
    "PERSON": _means("name"),
    "PHONE_NUMBER": _means("phone"),
    "EMAIL_ADDRESS": _means("email"),
    "URL": _means("url"),
    "IBAN_CODE": _means("iban"),
    "DATE_TIME": _means("dob", lenient=True),
}
MAPS = {"deduce": DEDUCE, "presidio": PRESIDIO}


def marks_of(tool: str, spans: Iterable[Sequence[Any]]) -> list[Mark]:
    """The spans of a tool as marks; ours need no translation."""
    known = MAPS.get(tool)
    marks = []
    for start, end, kind, sure in spans:
        meaning = Meaning(frozenset({kind})) if known is None else known.get(kind)
        if meaning is not None:
            marks.append(Mark(start, end, meaning.types, sure=sure, lenient=meaning.lenient))
    return marks
