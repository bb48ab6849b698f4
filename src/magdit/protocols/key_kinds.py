"""What kind of value each key of a pack holds: a text, a list, yes or no, a day. Knows TOML; knows no words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from magdit.norms.broken import BrokenPack


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value, and how a reader is told what belongs there."""

    wanted: str
    fits: Callable[[object], bool]


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _list_of(one: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(one(item) for item in value)


def _either(*kinds: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: any(fits(value) for fits in kinds)


TEXT = Kind("een tekst tussen aanhalingstekens", _is_text)
NUMBER_OR_TEXT = Kind("een tekst of een getal", _either(_is_text, _is_number))
NUMBER = Kind("een getal", _is_number)
WORDS = Kind('een lijst van woorden, zoals ["foto", "video"]', _either(_is_text, _list_of(_is_text)))
NUMBERS_OR_WORDS = Kind("een lijst", _either(_is_text, _list_of(_either(_is_text, _is_number))))
FLAG = Kind("true of false", lambda value: isinstance(value, bool))
DAY = Kind("een dag zonder aanhalingstekens, zoals 2026-08-01", _is_day)
CLOCK = Kind('een tijd, zoals "17:00"', _either(_is_text, lambda value: isinstance(value, time)))
TABLE = Kind("een tabel", lambda value: isinstance(value, Mapping))
TABLES = Kind("een of meer tabellen, zoals [[artikel.norm]]", _either(TABLE.fits, _list_of(TABLE.fits)))
CONDITION = Kind("een voorwaarde tussen aanhalingstekens", _is_text)

OF_KIND: tuple[tuple[Kind, str], ...] = (
    (TEXT, "id titel organisatie rang soort oordeel naam zegt kracht per levert geldig samen verleent doe na"),
    (TEXT, "laag herhaal tekst woord groep grond vraag zeker adres duur rol vorm zaak akkoord"),
    (TEXT, "woorden gever ja vraagt aanname wordt lijst code nederlands english"),
    (NUMBER_OR_TEXT, "artikel hoofdstuk nummer versie"),
    (WORDS, "wie handeling medium rest herstel vraag_aan voor kanalen handelt of omvat niet bij tenzij behoudens aan"),
    (WORDS, "waarden zonder sector talen verwijst dagen publiceren vervangt"),
    (NUMBERS_OR_WORDS, "uitzondering_op behalve artikelen"),
    (FLAG, "alleen vooraf bezwaar mag_overslaan alleen_genoemd"),
    (DAY, "in_werking nagekeken geldig_van geldig_tot"),
    (NUMBER, "nr trede kosten"),
    (TABLES, "norm toestemmingseis bevoegdheid plicht stap maatregel reikwijdte definitie instelling aandacht"),
    (TABLES, "venster advies instemming vaststelling door te_wijzigen geval verhaal persoon"),
    (TABLE, "protocol levensloop standaard bron feit feiten verwacht"),
    (CONDITION, "als mits eis binnen klaar"),
)
EVERYWHERE: Mapping[str, Kind] = {key: kind for kind, keys in OF_KIND for key in keys.split()}
# The same key, another kind of value, in these tables.
APART: Mapping[tuple[str, str], Kind] = {
    ("protocol.toml", "artikel"): TABLES,
    ("hoofdstuk", "artikel"): TABLES,
    ("feiten.toml", "woord"): TABLES,
    ("feit", "bron"): TEXT,
    ("te_wijzigen", "ook"): TABLE,
    ("woord", "ook"): WORDS,
    ("woord", "binnen"): WORDS,
    ("artikel", "soort"): WORDS,
    ("artikel", "open"): TEXT,
    ("definitie", "open"): WORDS,
    ("definitie", "waarde"): TEXT,
    ("toestemmingseis", "vorm"): WORDS,
    ("standaard", "aan"): TEXT,
    ("levensloop", "tot"): DAY,
    ("bevoegdheid", "tot"): TEXT,
    ("venster", "vanaf"): CLOCK,
    ("venster", "tot"): CLOCK,
    ("stap", "na"): NUMBERS_OR_WORDS,
    ("verhaal", "gedaan"): NUMBERS_OR_WORDS,
    ("verhaal", "op"): DAY,
    ("plicht", "binnen"): TEXT,
    ("stap", "binnen"): TEXT,
}


def check_kinds(table: str, values: Mapping[str, Any], *, clause: str = "") -> None:
    """Refuse a value that is of another kind than its key holds; raises BrokenPack."""
    for key, value in values.items():
        kind = APART.get((table, key)) or EVERYWHERE.get(key)
        if kind is not None and not kind.fits(value):
            raise BrokenPack("wrong_kind", clause=clause, given=key, wanted=kind.wanted)
