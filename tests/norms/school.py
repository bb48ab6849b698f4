"""A small protocol in a few lines, and an act judged under it: the tables are those of a pack, read as a pack is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from magdit.norms.act import Act
from magdit.norms.answer import Answer
from magdit.norms.answering import answer
from magdit.norms.compile_pack import compile_pack
from magdit.norms.judge import Book
from magdit.norms.model import Default, Lifecycle, Pack, Window
from magdit.norms.read_act import read_act
from magdit.protocols.library import Library
from magdit.protocols.read_clause import read_clause
from tests.cast import TODAY

CATALOGUE = Library().base
SOURCE = {"titel": "Een wet", "adres": "wet.example", "nagekeken": TODAY, "zeker": "ja"}
AFTERNOON = datetime.combine(TODAY, time(14))
OFFICE_HOURS = Window("open", "0", days=(0, 1, 2, 3, 4), start=time(8), end=time(17))


def clause(number: str, **tables: Any) -> dict[str, Any]:
    """One [[artikel]]; a table that stands once need not be a list."""
    return {"nummer": number, "soort": ["verbod"], "zegt": "Zo doen wij het.", **tables}


def rule(number: str, kind: str = "verbod", **keys: Any) -> dict[str, Any]:
    """One [[artikel]] with one norm."""
    return clause(number, norm={"soort": kind, **keys})


def pack(
    *clauses: Mapping[str, Any], rank: str = "school", lasts: tuple[date | None, date | None] = (None, None)
) -> Pack:
    """A protocol of these clauses. Clause 0 says that the head decides where nothing speaks."""
    source = {"bron": SOURCE} if rank == "wet" else {}
    tables = ({**table, **source} for table in (clause("0"), *clauses))
    parts = [read_clause(table, rank=rank, chapter=None, file="") for table in tables]
    return Pack(
        id="proef" if rank != "wet" else "wet",
        title="Proefprotocol",
        organisation="Stichting Voorbeeld",
        rank=rank,
        version="1",
        clauses=tuple(part.clause for part in parts),
        norms=tuple(norm for part in parts for norm in part.norms),
        consent_rules=tuple(rule for part in parts for rule in part.consent_rules),
        powers=tuple(power for part in parts for power in part.powers),
        duties=tuple(duty for part in parts for duty in part.duties),
        scopes=tuple(scope for part in parts for scope in part.scopes),
        definitions=tuple(definition for part in parts for definition in part.definitions),
        attentions=tuple(attention for part in parts for attention in part.attentions),
        windows=(OFFICE_HOURS,),
        default=Default("0", "voorleggen", "schoolleider"),
        lifecycle=Lifecycle(start=lasts[0], end=lasts[1]),
    )


def book(*packs: Pack) -> Book:
    """These protocols, ready to judge together."""
    return Book(tuple(compile_pack(each, CATALOGUE) for each in packs), CATALOGUE)


def school(*clauses: Mapping[str, Any]) -> Book:
    """A school with a protocol of these clauses and no law beside it."""
    return book(pack(*clauses))


def act(**told: Any) -> Act:
    """An act on the afternoon of the cast's day, unless a moment is told; `moment=None` leaves it untold."""
    table = {"moment": AFTERNOON, **told}
    return read_act({name: value for name, value in table.items() if value is not None}, CATALOGUE)


def judge(under: Book, **told: Any) -> Answer:
    """The whole answer about an act told like this."""
    return answer(under, act(**told))


def outcome(under: Book, **told: Any) -> str:
    """The outcome as handed in."""
    return judge(under, **told).as_handed_in
