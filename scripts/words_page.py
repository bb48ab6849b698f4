"""Writes what follows from words and facts: docs/words.md for people, act.schema.json for programs.

Usage: `make words`. It explains no protocol: what a school calls 'social media' stands in that school's own pack.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from magdit.norms.catalogue import Catalogue, FactKind
from magdit.protocols.act_schema import COMMITTED, act_schema, schema_text, whole_catalogue
from magdit.protocols.library import Library
from magdit.words.actions import ACTIONS
from magdit.words.circumstances import (
    ACCOUNTS,
    AUDIENCES,
    CAPACITIES,
    CONTENTS,
    PLACES,
    PURPOSES,
    RELATIONS,
    SITUATIONS,
)
from magdit.words.media import MEDIA
from magdit.words.phases import PHASES
from magdit.words.remedies import REMEDIES
from magdit.words.roles import ROLES
from magdit.words.states import AUTHORITY, CONSENT_STATES, COVERS, FORMS, GRANT_STATES
from magdit.words.verdicts import AS_HANDED_IN, LAYERS, VERDICTS
from magdit.words.vocabulary import Vocabulary, Word

PAGE = Path(__file__).resolve().parent.parent / "docs" / "words.md"
LISTS: tuple[tuple[Vocabulary, str], ...] = (
    (ROLES, "Wie iemand is: `wie`, `rol` van een persoon, `door` en `aan`."),
    (ACTIONS, "Wat iemand doet: `handeling`."),
    (MEDIA, "Waar het komt te staan of langs welke weg het gaat: `medium`, en `kanalen` van een toestemming."),
    (ACCOUNTS, "Van wie het account is: `account`."),
    (CAPACITIES, "Namens wie iemand spreekt: `hoedanigheid`."),
    (AUDIENCES, "Wie het kan zien: `publiek`."),
    (CONTENTS, "Wat erin zit: `inhoud`."),
    (PURPOSES, "Waarvoor het is: `doel`."),
    (PLACES, "Waar het gebeurt: `plaats`."),
    (SITUATIONS, "Op school, op het werk of privé: `situatie`."),
    (RELATIONS, "De band met iemand buiten school: `relatie` van een persoon."),
    (CONSENT_STATES, "Hoe het staat met een toestemming: `staat` van een toestemming, en kort `toestemming`."),
    (FORMS, "In welke vorm een toestemming is gegeven: `vorm`."),
    (COVERS, "Waarover een toestemming gaat: `dekt`, en `voor` in een protocol."),
    (AUTHORITY, "Of wie antwoordde het gezag heeft: `gezag`."),
    (GRANT_STATES, "Hoe het staat met een akkoord of bezwaar: `staat`."),
    (REMEDIES, "Wat iets alsnog in orde maakt: `herstel` in een protocol en in een antwoord."),
    (AS_HANDED_IN, "De uitkomst zoals het is ingediend: `zoals_ingediend`."),
    (VERDICTS, "Het woord op het scherm: `oordeel`."),
    (LAYERS, "Welk deel van de regels oordeelt: `laag`."),
    (PHASES, "Waar een protocol staat in zijn leven: `fase` in een verhaal."),
)
INTRODUCTION = """\
# Woorden

<!-- Gemaakt door scripts/words_page.py uit src/magdit/words en feiten.toml. Verander die, en draai `make words`. -->

Handelingen, protocollen en antwoorden spreken overal met dezelfde codes. Een ruimer woord omvat de smalle: wat voor een
`medewerker` geldt, geldt ook voor een `leerkracht`. Andere schrijfwijzen worden begrepen; hoofdletters, spaties en
streepjes doen er niet toe. Een woord dat hier niet staat, is een fout: magdit noemt dan de woorden die erop lijken.

Een protocol kan er eigen woorden bij zetten, in zijn `feiten.toml`: zie [een protocol maken](protocol-maken.md).
"""
FACTS = """\
## Feiten

Wat een handeling kan vertellen. Wat u niet vertelt is onbekend, nooit nee. Feiten "per persoon" staan bij ieder mens in
`in_beeld` of `wederpartij`. Sommige protocollen hebben er eigen feiten bij: `magdit protocol schema ID` noemt ze alle.
"""
KINDS: Mapping[FactKind, str] = {
    "ja_nee": "ja of nee",
    "keuze": "één woord",
    "keuzes": "een of meer woorden",
    "getal": "een getal",
    "datum": "een dag",
    "moment": "een dag of moment",
    "tekst": "tekst",
    "teksten": "een of meer teksten",
    "personen": "een lijst van personen",
}


def page() -> str:
    """The whole page."""
    lists = (line for words, about in LISTS for line in _section(words, about))
    return "\n".join([INTRODUCTION, *_facts(Library().base), *lists])


def _section(words: Vocabulary, about: str) -> Iterator[str]:
    yield f"## {words.name.replace('_', ' ').capitalize()}\n\n{about}\n"
    yield "| code | Nederlands | English | valt onder | ook geschreven als |\n|---|---|---|---|---|"
    yield from (_row(word) for word in words)
    yield ""


def _row(word: Word) -> str:
    return _cells(f"`{word.code}`", word.dutch, word.english, _codes(word.within), _codes(word.also))


def _facts(catalogue: Catalogue) -> Iterator[str]:
    yield FACTS
    yield "| feit | hoe | de vraag |\n|---|---|---|"
    for fact in catalogue.facts.values():
        how = KINDS[fact.kind] + _of(catalogue.words_of(fact)) + (", per persoon" if fact.per_person else "")
        yield _cells(f"`{fact.name}`", how, fact.question)
    yield ""


def _of(words: Vocabulary | None) -> str:
    """Where the words of a choice stand: further down, or right here when the list is the fact's own."""
    if words is None:
        return ""
    shared = any(words.name == known.name for known, _ in LISTS)
    return f" uit [{words.name}](#{words.name})" if shared else f" uit {_codes(word.code for word in words)}"


def _codes(codes: Iterable[str]) -> str:
    return ", ".join(f"`{code}`" for code in codes)


def _cells(*cells: str) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    COMMITTED.write_text(schema_text(act_schema(whole_catalogue(Library()))), encoding="utf-8")
