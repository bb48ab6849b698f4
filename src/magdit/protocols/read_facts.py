"""From feiten.toml to the catalogue of facts and words that conditions and acts may use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from magdit.norms.broken import BrokenPack
from magdit.norms.catalogue import Catalogue, Change, Fact
from magdit.protocols.keys import as_rows, check_table, nearest
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
from magdit.words.roles import AUTHOR, ROLES
from magdit.words.vocabulary import Vocabulary, Word

SHARED = (ROLES, ACTIONS, MEDIA, ACCOUNTS, CAPACITIES, AUDIENCES, CONTENTS, PURPOSES, PLACES, SITUATIONS, RELATIONS)
CHOICES = frozenset({"keuze", "keuzes"})
NOT_WORDS: Mapping[str, frozenset[str]] = {"ja_nee": frozenset({"ja", "nee"}), "moment": frozenset({"venster"})}


def shared_words() -> dict[str, Vocabulary]:
    """The word lists that every pack starts from, by name."""
    return {words.name: words for words in SHARED}


def read_facts(content: Mapping[str, Any], base: Catalogue | None = None) -> Catalogue:
    """A catalogue from the content of a feiten.toml, on top of another one; raises BrokenPack."""
    base = base or Catalogue({}, shared_words())
    check_table("feiten.toml", content)
    tables: Mapping[str, Any] = content.get("feit", {})
    for name, table in tables.items():
        if name in base.facts:
            raise BrokenPack("fact_twice", given=name)
        if not isinstance(table, Mapping):
            raise BrokenPack("wrong_kind", given=name, wanted='een tabel, zoals { soort = "ja_nee", vraag = "…" }')
        check_table("feit", table)
    words = _own_words(as_rows(content.get("woord", ())), base)
    words |= {name: _listed(table) for name, table in tables.items() if table.get("waarden")}
    known = base.with_facts((), words)
    known = replace(known, fallback=_judges(content, known) or known.fallback)
    return known.with_facts([_fact(name, table, known.vocabularies) for name, table in tables.items()], {})


def _judges(content: Mapping[str, Any], known: Catalogue) -> tuple[str, ...]:
    """Whom an open question goes to where nobody is named."""
    roles = known.vocabularies[ROLES.name]
    for word in _texts(content, "vraag_aan"):
        if word not in roles:
            raise BrokenPack("unknown_word", given=word, nearest=roles.nearest(word), wanted="vraag_aan")
    return tuple(roles.code(word) for word in _texts(content, "vraag_aan"))


def _own_words(rows: Iterable[Mapping[str, Any]], base: Catalogue) -> dict[str, list[Word]]:
    words: dict[str, list[Word]] = {}
    for row in rows:
        check_table("woord", row)
        given = row["lijst"]
        if given not in base.vocabularies:
            raise BrokenPack("unknown_list", given=given, nearest=nearest(given, base.vocabularies), wanted="woord")
        dutch = row.get("nederlands", row["code"])
        word = Word(
            code=row["code"],
            dutch=dutch,
            english=row.get("english", dutch),
            within=_texts(row, "binnen"),
            also=_texts(row, "ook"),
        )
        own = words.setdefault(given, [])
        _refuse_unfit(word, base.vocabularies[given].widened(own))
        own.append(word)
    return words


def _refuse_unfit(word: Word, known: Vocabulary) -> None:
    """A new word has spellings of its own, and falls under words that exist."""
    for spelling in (word.code, *word.also):
        if spelling in known:
            raise BrokenPack("twice", given=spelling, wanted="het woord")
    for wider in word.within:
        if wider not in known:
            raise BrokenPack("unknown_word", given=wider, nearest=known.nearest(wider), wanted=known.name)


def _listed(table: Mapping[str, Any]) -> list[Word]:
    return [Word(value, value.replace("_", " "), value) for value in _texts(table, "waarden")]


def _fact(name: str, table: Mapping[str, Any], lists: Mapping[str, Vocabulary]) -> Fact:
    vocabulary = table.get("woorden") or (name if table.get("waarden") else None)
    if table["soort"] in CHOICES and vocabulary is None:
        raise BrokenPack("missing_key", given="woorden", wanted=name)
    if vocabulary is not None and vocabulary not in lists:
        raise BrokenPack("unknown_list", given=vocabulary, nearest=nearest(vocabulary, lists), wanted=name)
    giver = table.get("gever")
    if giver is not None and giver != AUTHOR and giver not in lists[ROLES.name]:
        near = lists[ROLES.name].nearest(giver)
        raise BrokenPack("unknown_word", given=giver, nearest=near, wanted=f"gever van {name}")
    words = lists.get(vocabulary) if vocabulary else None
    return Fact(
        name=name,
        kind=table["soort"],
        question=table["vraag"],
        claim=table.get("ja", ""),
        source=table.get("bron", "opgegeven"),
        giver=giver,
        vocabulary=vocabulary,
        per_person=table.get("per") == "persoon",
        asked=table.get("vraagt", "gewoon"),
        assumed=table.get("aanname") == "ja",
        changes=tuple(_change(name, table["soort"], words, row) for row in as_rows(table.get("te_wijzigen", ()))),
    )


def _change(fact: str, kind: str, words: Vocabulary | None, row: Mapping[str, Any]) -> Change:
    check_table("te_wijzigen", row)
    if row["naam"] not in REMEDIES:
        given = row["naam"]
        raise BrokenPack("unknown_word", given=given, nearest=REMEDIES.nearest(given), wanted=f"{fact}.te_wijzigen")
    fitting = words if words is not None else NOT_WORDS.get(kind, frozenset())
    for value in (*_texts(row, "wordt"), *_texts(row, "zonder")):
        if value not in fitting:
            near = fitting.nearest(value) if isinstance(fitting, Vocabulary) else tuple(sorted(fitting))
            raise BrokenPack("unknown_word", given=value, nearest=near, wanted=f"{fact}.te_wijzigen")
    return Change(
        remedy=row["naam"],
        to=row.get("wordt"),
        without=_texts(row, "zonder"),
        cost=row.get("kosten", 1),
        own=row.get("wie", "zelf") == "zelf",
        only_named=row.get("alleen_genoemd", False),
        also=tuple((name, value == "ja") for name, value in row.get("ook", {}).items()),
    )


def _texts(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = row.get(key, ())
    return (value,) if isinstance(value, str) else tuple(value)
