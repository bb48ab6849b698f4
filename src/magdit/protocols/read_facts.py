"""From feiten.toml to the catalogue of facts and words that conditions and acts may use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from magdit.norms.broken import BrokenPack
from magdit.norms.catalogue import Catalogue, Change, Fact
from magdit.protocols.keys import nearest
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
from magdit.words.remedies import REMEDIES
from magdit.words.roles import ROLES
from magdit.words.vocabulary import Vocabulary, Word

SHARED = (ROLES, ACTIONS, MEDIA, ACCOUNTS, CAPACITIES, AUDIENCES, CONTENTS, PURPOSES, PLACES, SITUATIONS, RELATIONS)
FACT_KEYS = frozenset("soort woorden waarden bron gever vraag ja vraagt per aanname te_wijzigen".split())
KINDS = frozenset("ja_nee keuze keuzes getal datum moment tekst teksten personen".split())
SOURCES = frozenset("opgegeven gemeten register verleend klok oordeel".split())
ASKED = frozenset("gewoon altijd bij_vlag".split())


def shared_words() -> dict[str, Vocabulary]:
    """The word lists that every pack starts from, by name."""
    return {words.name: words for words in SHARED}


def read_facts(content: Mapping[str, Any], base: Catalogue | None = None) -> Catalogue:
    """A catalogue from the content of a feiten.toml, on top of another one; raises BrokenPack."""
    base = base or Catalogue({}, shared_words())
    for key in content:
        if key not in {"feit", "woord"}:
            raise BrokenPack("unknown_key", given=key, nearest=nearest(key, ("feit", "woord")), wanted="feiten.toml")
    words = _own_words(content.get("woord", []), base)
    lists = {**base.vocabularies}
    facts = []
    for name, table in content.get("feit", {}).items():
        if name in base.facts:
            raise BrokenPack("fact_twice", given=name)
        facts.append(_fact(name, table, lists))
        if table.get("waarden"):
            words[f"{name}"] = [Word(value, value.replace("_", " "), value) for value in table["waarden"]]
    return base.with_facts(facts, words)


def _own_words(rows: Iterable[Mapping[str, Any]], base: Catalogue) -> dict[str, list[Word]]:
    words: dict[str, list[Word]] = {}
    for row in rows:
        if row.get("lijst") not in base.vocabularies:
            given = str(row.get("lijst"))
            raise BrokenPack("unknown_list", given=given, nearest=nearest(given, base.vocabularies))
        word = Word(
            code=row["code"],
            dutch=row.get("nederlands", row["code"]),
            english=row.get("english", row["code"]),
            within=tuple(row.get("binnen", ())),
            also=tuple(row.get("ook", ())),
        )
        words.setdefault(row["lijst"], []).append(word)
    return words


def _fact(name: str, table: Mapping[str, Any], lists: Mapping[str, Vocabulary]) -> Fact:
    for key in table:
        if key not in FACT_KEYS:
            raise BrokenPack("unknown_key", given=f"{name}.{key}", nearest=nearest(key, FACT_KEYS), wanted="feit")
    _check(name, "soort", table.get("soort"), KINDS)
    _check(name, "bron", table.get("bron", "opgegeven"), SOURCES)
    _check(name, "vraagt", table.get("vraagt", "gewoon"), ASKED)
    vocabulary = table.get("woorden") or (name if table.get("waarden") else None)
    if table["soort"] in {"keuze", "keuzes"} and (
        vocabulary is None or (vocabulary not in lists and vocabulary != name)
    ):
        raise BrokenPack("unknown_list", given=str(vocabulary), nearest=nearest(str(vocabulary), lists), wanted=name)
    return Fact(
        name=name,
        kind=table["soort"],
        question=table.get("vraag", ""),
        claim=table.get("ja", ""),
        source=table.get("bron", "opgegeven"),
        giver=table.get("gever"),
        vocabulary=vocabulary,
        per_person=table.get("per") == "persoon",
        asked=table.get("vraagt", "gewoon"),
        assumed=table.get("aanname") == "ja",
        changes=tuple(_change(name, row) for row in table.get("te_wijzigen", ())),
    )


def _change(fact: str, row: Mapping[str, Any]) -> Change:
    if row.get("naam") not in REMEDIES:
        given = str(row.get("naam"))
        raise BrokenPack("unknown_word", given=given, nearest=REMEDIES.nearest(given), wanted=f"{fact}.te_wijzigen")
    return Change(
        remedy=row["naam"],
        to=row.get("wordt"),
        without=tuple(row.get("zonder", ())),
        cost=row.get("kosten", 1),
        own=row.get("wie", "zelf") == "zelf",
        only_named=row.get("alleen_genoemd", False),
        also=tuple((name, value == "ja") for name, value in row.get("ook", {}).items()),
    )


def _check(name: str, key: str, given: object, choices: frozenset[str]) -> None:
    if given not in choices:
        raise BrokenPack(
            "wrong_choice", given=f"{name}.{key} = {given}", nearest=nearest(str(given), choices), wanted=key
        )
