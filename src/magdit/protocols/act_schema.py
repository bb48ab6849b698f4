"""One JSON Schema (2020-12) for an act: a line of `magdit judge`, the `feiten` of a case, and later the API.

Made from the catalogue, so it lists every fact with its question and every word with its spellings. It describes what
`norms/read_act.py` reads; it is no second reader, and magdit itself never validates with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from magdit.norms.catalogue import Catalogue, Fact
from magdit.norms.read_act import MOST_PEOPLE
from magdit.protocols.library import Library
from magdit.protocols.record_schema import (
    ACT_ABOUT,
    CASE_ABOUT,
    DAY_OR_MOMENT,
    PERSON_ABOUT,
    RECORD_WORDS,
    case_row,
    records,
)
from magdit.protocols.schema_parts import (
    LIST,
    Schema,
    closed,
    described,
    known_or_not,
    one_or_more,
    ref,
    word_enum,
    words_ref,
)

COMMITTED = Path(__file__).parent / "act.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
YES_NO: Schema = {"description": "Ja of nee.", "enum": [True, False, "ja", "nee"]}
NUMBER: Schema = {"description": "Een getal.", "type": "number", "exclusiveMinimum": -1e9, "exclusiveMaximum": 1e9}
TEXT: Schema = {"type": "string"}


def act_schema(catalogue: Catalogue) -> dict[str, Any]:
    """The schema of an act in the words of this catalogue; a case is its `#/$defs/geval`."""
    act = closed(_facts(catalogue, per_person=False) | _act_keys())
    return {
        "$schema": DIALECT,
        "$id": "urn:magdit:handeling",
        "title": "handeling",
        "description": ACT_ABOUT,
        **act,
        "$defs": {**_kinds(catalogue), **records(), **_people(catalogue), **_cases(catalogue)},
    }


def whole_catalogue(library: Library) -> Catalogue:
    """The shared facts with the own facts and words of every pack in the library: all that an act may tell anywhere."""
    whole = library.base
    for name in library.ids(with_law=True):
        own = library.book(name, with_law=False).catalogue
        facts = [fact for fact in own.facts.values() if fact.name not in whole.facts]
        words = {
            each.name: [word for word in each if word.code not in whole.vocabularies.get(each.name, ())]
            for each in own.vocabularies.values()
        }
        whole = whole.with_facts(facts, {name: more for name, more in words.items() if more})
    return whole


def schema_text(schema: dict[str, Any]) -> str:
    """The schema as it is printed and kept: the same every time."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _facts(catalogue: Catalogue, *, per_person: bool) -> dict[str, Schema]:
    facts = (fact for fact in catalogue.facts.values() if fact.per_person == per_person)
    return {fact.name: described(known_or_not(_value(fact)), fact.question) for fact in facts}


def _value(fact: Fact) -> Iterable[Schema]:
    """The forms in which this fact may be told."""
    if fact.kind == "keuze":
        return (words_ref(str(fact.vocabulary)),)
    if fact.kind == "keuzes":
        return one_or_more(words_ref(str(fact.vocabulary)))
    if fact.kind == "personen":
        return one_or_more(ref("persoon"), most=MOST_PEOPLE)
    if fact.kind == "teksten":
        return one_or_more(TEXT)
    return ({"ja_nee": ref("ja_nee"), "getal": ref("getal"), "tekst": TEXT}.get(fact.kind, ref("moment")),)


def _kinds(catalogue: Catalogue) -> dict[str, Schema]:
    """Every kind of value: yes and no, numbers, moments, and each list of words."""
    lists = catalogue.vocabularies.values()
    flags: Schema = {"description": "Een feit dat iemand aankaart.", "enum": list(catalogue.facts)}
    return {
        "ja_nee": YES_NO,
        "getal": NUMBER,
        "moment": DAY_OR_MOMENT,
        **{f"{LIST}{words.name}": word_enum(words) for words in lists},
        **{f"{LIST}{name}": word_enum(words) for name, words in RECORD_WORDS.items()},
        "feit": flags,
    }


def _act_keys() -> dict[str, Schema]:
    """What an act may tell beside facts."""
    return {
        "id": {
            "description": "Een eigen kenmerk; het komt terug in het antwoord.",
            "type": ["string", "number", "null"],
        },
        "akkoorden": described(
            known_or_not(one_or_more(ref("akkoord"))), "Wie gaf, vroeg of weigerde een akkoord? [] is: niemand."
        ),
        "bezwaren": described(known_or_not(one_or_more(ref("bezwaar"))), "Wie maakte uitdrukkelijk bezwaar?"),
        "gedaan": described(known_or_not(one_or_more(TEXT)), "Welke plichten zijn vervuld (hun id)?"),
        "vlaggen": _flags(),
        "afwijkingen": described(
            known_or_not(one_or_more(ref("afwijking"))),
            "Van welke norm die 'in beginsel' geldt is bewust afgeweken, en waarom?",
        ),
        "herkomst": _sources(),
    }


def _people(catalogue: Catalogue) -> dict[str, Schema]:
    consents = {
        "toestemming": described(
            known_or_not((words_ref("staat_toestemming"),)),
            "Kort: hoe staat het met de toestemming, zoals dit protocol haar vraagt?",
        ),
        "toestemmingen": described(
            known_or_not(one_or_more(ref("toestemming"))), "Welke antwoorden zijn er? [] is: nog niemand antwoordde."
        ),
        "vlaggen": _flags(),
        "herkomst": _sources(),
    }
    person = closed(_facts(catalogue, per_person=True) | consents)
    told = {"description": "Verteld, niet leeg.", "not": {"type": "null"}}
    both = {"required": ["toestemming", "toestemmingen"], "properties": {"toestemming": told, "toestemmingen": told}}
    return {"persoon": {**described(person, PERSON_ABOUT), "not": both}}


def _cases(catalogue: Catalogue) -> dict[str, Schema]:
    return {"geval": described(case_row(tuple(catalogue.facts)), CASE_ABOUT)}


def _flags() -> Schema:
    return described(
        known_or_not(one_or_more(ref("feit"))), "Wat kaartte een zoeker of een mens aan, nog onbeoordeeld?"
    )


def _sources() -> Schema:
    return described(known_or_not((ref("herkomst"),)), "Per feit: wie het zei (door), wanneer (op) en waaruit (bron).")
