"""The keys that may stand in a pack, table by table. Anything else is refused with the nearest key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from magdit.norms.broken import BrokenPack
from magdit.protocols.key_kinds import check_kinds
from magdit.words.verdicts import LAYERS


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


KEYS: Mapping[str, frozenset[str]] = {
    "protocol.toml": _set("protocol levensloop standaard venster artikel"),
    "hoofdstuk": _set("artikel hoofdstuk venster"),
    "protocol": _set("id titel organisatie sector rang versie talen artikel bron"),
    "levensloop": _set(
        "artikel in_werking duur tot advies instemming vaststelling evaluatie publiceren vervangt"
        " bekendmaken citeertitel"
    ),
    "standaard": _set("artikel oordeel aan"),
    "venster": _set("naam artikel dagen vanaf tot"),
    "artikel": _set(
        "nummer titel hoofdstuk soort zegt verwijst bron open rang norm toestemmingseis bevoegdheid plicht stap"
        " maatregel reikwijdte definitie instelling aandacht"
    ),
    "norm": _set(
        "id soort kracht wie handeling medium per als mits eis tenzij uitzondering_op behalve alleen binnen rest"
        " behoudens herstel vraag_aan rang"
    ),
    "toestemmingseis": _set("levert voor kanalen door samen vorm geldig vooraf bezwaar"),
    "door": _set("rol als"),
    "bevoegdheid": _set("wie verleent aan per tot"),
    "plicht": _set("id wie doe aan handelt handeling medium als na binnen vooraf klaar vorm herhaal of kracht tekst"),
    "stap": _set("nr wie doe bij na als mag_overslaan tekst aan binnen"),
    "maatregel": _set("groep trede naam wie grond tekst"),
    "reikwijdte": _set("wie als artikelen"),
    "definitie": _set("woord omvat niet open als wie waarde bij_ontbreken tekst"),
    "instelling": _set("naam soort waarde vraag"),
    "aandacht": _set("bij als tekst"),
    "bron": _set("titel adres nagekeken zeker geldig_van geldig_tot"),
    "cases.toml": _set("geval verhaal"),
    "geval": _set("naam laag op feiten persoon verwacht artikel"),
    "verhaal": _set("naam zaak feiten gedaan groep op rol akkoord verwacht"),
    "feiten.toml": _set("feit woord vraag_aan"),
    "feit": _set("soort woorden waarden bron gever vraag ja vraagt per aanname te_wijzigen"),
    "te_wijzigen": _set("naam wordt zonder kosten wie alleen_genoemd ook"),
    "woord": _set("lijst code nederlands english binnen ook"),
}
NEEDED: Mapping[str, tuple[str, ...]] = {
    "protocol": ("id", "titel", "organisatie", "rang"),
    "standaard": ("artikel", "oordeel"),
    "venster": ("naam",),
    "artikel": ("nummer", "soort", "zegt"),
    "norm": ("soort",),
    "toestemmingseis": ("levert", "voor", "door"),
    "door": ("rol",),
    "bevoegdheid": ("wie", "verleent"),
    "plicht": ("id", "wie", "doe"),
    "stap": ("doe",),
    "maatregel": ("naam",),
    "instelling": ("naam",),
    "definitie": ("woord",),
    "geval": ("naam", "feiten", "verwacht"),
    "verhaal": ("naam", "verwacht"),
    "feit": ("soort", "vraag"),
    "te_wijzigen": ("naam",),
    "woord": ("lijst", "code"),
}
CHOICES: Mapping[tuple[str, str], frozenset[str]] = {
    ("protocol", "rang"): _set("wet bestuur school"),
    ("artikel", "rang"): _set("wet bestuur school"),
    ("norm", "rang"): _set("wet bestuur school"),
    ("standaard", "oordeel"): _set("voorleggen niet_geregeld"),
    ("norm", "soort"): _set("verbod toestemming gebod"),
    ("norm", "kracht"): _set("moet in_beginsel bij_voorkeur kan"),
    ("plicht", "kracht"): _set("moet in_beginsel bij_voorkeur kan"),
    ("norm", "per"): _set("persoon_in_beeld wederpartij"),
    ("toestemmingseis", "samen"): _set("een allen"),
    ("definitie", "bij_ontbreken"): _set("nee"),
    ("bron", "zeker"): _set("ja uit_het_hoofd nee"),
    ("geval", "laag"): frozenset(word.code for word in LAYERS),
    ("feit", "soort"): _set("ja_nee keuze keuzes getal datum moment tekst teksten personen"),
    ("feit", "bron"): _set("opgegeven gemeten register verleend klok oordeel"),
    ("feit", "vraagt"): _set("gewoon altijd bij_vlag"),
    ("feit", "per"): _set("handeling persoon"),
    ("feit", "aanname"): _set("ja nee"),
    ("te_wijzigen", "wie"): _set("zelf ander"),
}
KINDS = _set("verbod toestemming gebod bevoegdheid procedure definitie reikwijdte waarde feit")


def check_table(kind: str, table: Mapping[str, Any], *, clause: str = "") -> None:
    """Refuse an unknown or missing key, and a value of another kind or not on the list; raises BrokenPack."""
    known = KEYS[kind]
    for key in table:
        if key not in known:
            raise BrokenPack("unknown_key", clause=clause, given=key, nearest=nearest(key, known), wanted=kind)
    for key in NEEDED.get(kind, ()):
        if table.get(key) in (None, "", []):
            raise BrokenPack("missing_key", clause=clause, given=key, wanted=kind)
    check_kinds(kind, table, clause=clause)
    for (where, key), choices in CHOICES.items():
        if where == kind and key in table and table[key] not in choices:
            given = str(table[key])
            raise BrokenPack("wrong_choice", clause=clause, given=given, nearest=nearest(given, choices), wanted=key)


def as_rows(tables: object) -> list[Any]:
    """One table or a list of them, as a list."""
    return [tables] if isinstance(tables, Mapping) else list(tables) if isinstance(tables, list | tuple) else []


def nearest(given: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three known words that look like this one."""
    return tuple(get_close_matches(given, list(known), n=3, cutoff=0.5))
