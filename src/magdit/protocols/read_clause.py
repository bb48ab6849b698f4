"""From one [[artikel]] table to a clause with its norms, requirements, powers, duties, scopes and definitions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from magdit.norms.broken import BrokenPack
from magdit.norms.conditions.parse import BadCondition, parse
from magdit.norms.conditions.tree import Always, Node
from magdit.norms.model import (
    EVERYONE,
    Attention,
    Clause,
    ConsentRule,
    Definition,
    Duty,
    Measure,
    Norm,
    Power,
    Scope,
    Setting,
    Signer,
    Step,
)
from magdit.norms.periods import is_period
from magdit.protocols.keys import KINDS, as_rows, check_table, nearest
from magdit.words.remedies import REMEDIES
from magdit.words.states import COVERS, FORMS
from magdit.words.vocabulary import UnknownWord, Vocabulary

T = TypeVar("T")
VALIDITIES = ("schooljaar", "eenmalig", "tot_intrekking")
OF_LAW = ("titel", "adres", "nagekeken", "zeker")


@dataclass(slots=True)
class ClauseParts:
    """Everything one article brings."""

    clause: Clause
    norms: list[Norm] = field(default_factory=list)
    consent_rules: list[ConsentRule] = field(default_factory=list)
    powers: list[Power] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    attentions: list[Attention] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)


def read_clause(table: Mapping[str, Any], *, rank: str, chapter: str | None, file: str) -> ClauseParts:
    """Read one article; raises BrokenPack that names the article and the nearest known word."""
    number = str(table.get("nummer", ""))
    check_table("artikel", table, clause=number)
    kinds = _words(table, "soort")
    for kind in kinds:
        if kind not in KINDS:
            raise BrokenPack("wrong_choice", clause=number, given=kind, nearest=nearest(kind, KINDS), wanted="soort")
    own_rank = table.get("rang", rank)
    clause = Clause(
        number=number,
        chapter=str(table.get("hoofdstuk") or chapter or _chapter_of(number)),
        kinds=kinds,
        says=str(table["zegt"]).strip(),
        title=table.get("titel"),
        refers=_words(table, "verwijst"),
        source=_source(table, number, rank=own_rank),
        left_open=table.get("open"),
        file=file,
        rank=own_rank,
    )
    return ClauseParts(
        clause=clause,
        norms=_each(table, "norm", number, lambda row, place: _norm(row, number, place, own_rank)),
        consent_rules=_each(table, "toestemmingseis", number, lambda row, place: _consent_rule(row, number)),
        powers=_each(table, "bevoegdheid", number, lambda row, place: _power(row, number)),
        duties=_each(table, "plicht", number, lambda row, place: _duty(row, number)),
        scopes=_each(table, "reikwijdte", number, lambda row, place: _scope(row, number)),
        definitions=_each(table, "definitie", number, lambda row, place: _definition(row, number)),
        attentions=_each(table, "aandacht", number, lambda row, place: _attention(row, number, clause.says)),
        steps=_each(table, "stap", number, lambda row, place: _step(row, number, place)),
        measures=_each(table, "maatregel", number, lambda row, place: _measure(row, number, place)),
        settings=_each(table, "instelling", number, lambda row, place: _setting(row, number)),
    )


def _each(table: Mapping[str, Any], name: str, clause: str, one: Callable[[Mapping[str, Any], int], T]) -> list[T]:
    return [one(row, place) for place, row in enumerate(_rows(table, name, clause), 1)]


def _rows(table: Mapping[str, Any], name: str, clause: str) -> Iterator[Mapping[str, Any]]:
    for row in as_rows(table.get(name, ())):
        check_table(name, row, clause=clause)
        yield row


def _norm(row: Mapping[str, Any], clause: str, place: int, rank: str) -> Norm:
    _check_remedies(_words(row, "herstel"), clause)
    _fits(row, clause)
    return Norm(
        id=str(row.get("id") or (clause if place == 1 else f"{clause}#{place}")),
        clause=clause,
        kind=row["soort"],
        force=row.get("kracht", "moet"),
        who=_words(row, "wie"),
        actions=_words(row, "handeling"),
        media=_words(row, "medium"),
        per=row.get("per"),
        about=condition(row.get("als"), clause),
        needs=condition(row.get("mits") or row.get("eis"), clause),
        unless=tuple(condition(text, clause) for text in _words(row, "tenzij")),
        lifts=_words(row, "uitzondering_op"),
        lifts_not=_words(row, "behalve"),
        only=bool(row.get("alleen", False)),
        only_within=condition(row["binnen"], clause) if row.get("binnen") else None,
        only_rest=_words(row, "rest"),
        only_spares=tuple(condition(text, clause) for text in _words(row, "behoudens")),
        remedies=_words(row, "herstel") if "herstel" in row else None,
        ask=_words(row, "vraag_aan"),
        rank=str(row.get("rang", rank)),
    )


def _fits(row: Mapping[str, Any], clause: str) -> None:
    """Refuse keys that mean nothing for this kind of norm: they would be read as if they worked."""
    kind = row["soort"]
    misplaced = {
        "verbod": ("mits", "eis", "alleen", "binnen", "rest", "behoudens"),
        "gebod": ("mits", "alleen", "binnen", "rest", "behoudens"),
        "toestemming": ("eis",) if row.get("alleen") else ("eis", "binnen", "rest", "behoudens"),
    }[kind]
    for key in misplaced:
        if row.get(key):
            raise BrokenPack("misplaced_key", clause=clause, given=key, wanted=kind)
    if kind == "gebod" and not row.get("eis"):
        raise BrokenPack("missing_key", clause=clause, given="eis", wanted="gebod")


def _check_remedies(names: Iterable[str], clause: str) -> None:
    for name in names:
        if name not in REMEDIES:
            raise BrokenPack(
                "unknown_word", clause=clause, given=name, nearest=REMEDIES.nearest(name), wanted="herstel"
            )


def _consent_rule(row: Mapping[str, Any], clause: str) -> ConsentRule:
    signers = as_rows(row["door"])
    for signer in signers:
        check_table("door", signer, clause=clause)
    valid = row.get("geldig", "tot_intrekking")
    if valid not in VALIDITIES and not is_period(valid):
        raise BrokenPack(
            "wrong_choice", clause=clause, given=valid, nearest=nearest(valid, VALIDITIES), wanted="geldig"
        )
    return ConsentRule(
        name=row["levert"],
        clause=clause,
        covers=_codes(COVERS, _words(row, "voor"), clause),
        channels=_words(row, "kanalen"),
        signers=tuple(Signer(signer["rol"], condition(signer.get("als"), clause)) for signer in signers),
        together=row.get("samen", "een"),
        forms=_codes(FORMS, _words(row, "vorm"), clause),
        valid=valid,
        beforehand=row.get("vooraf", True),
        opt_out=row.get("bezwaar", False),
    )


def _power(row: Mapping[str, Any], clause: str) -> Power:
    return Power(
        name=row["verleent"],
        clause=clause,
        who=_words(row, "wie"),
        to=_words(row, "aan"),
        per=row.get("per"),
        until=row.get("tot"),
    )


def _duty(row: Mapping[str, Any], clause: str) -> Duty:
    return Duty(
        id=row["id"],
        clause=clause,
        who=_words(row, "wie"),
        does=row["doe"],
        to=_words(row, "aan"),
        actors=_words(row, "handelt") if "handelt" in row else None,
        actions=_words(row, "handeling"),
        media=_words(row, "medium"),
        about=condition(row.get("als"), clause),
        done=condition(row["klaar"], clause) if row.get("klaar") else None,
        after=row.get("na"),
        within=row.get("binnen"),
        beforehand=row.get("vooraf", False),
        form=row.get("vorm"),
        repeats=row.get("herhaal"),
        either=_words(row, "of"),
        force=row.get("kracht", "moet"),
        text=row.get("tekst"),
    )


def _scope(row: Mapping[str, Any], clause: str) -> Scope:
    return Scope(clause, _words(row, "wie"), condition(row.get("als"), clause), _words(row, "artikelen"))


def _definition(row: Mapping[str, Any], clause: str) -> Definition:
    if not (row.get("omvat") or row.get("als") or row.get("waarde")):
        raise BrokenPack("missing_key", clause=clause, given="omvat", wanted="definitie")
    return Definition(
        word=row["woord"],
        clause=clause,
        covers=_words(row, "omvat"),
        never=_words(row, "niet"),
        open=_words(row, "open"),
        about=condition(row["als"], clause) if row.get("als") else None,
        who=_words(row, "wie"),
        value=row.get("waarde"),
        absent_is_no=row.get("bij_ontbreken") == "nee",
    )


def _attention(row: Mapping[str, Any], clause: str, says: str) -> Attention:
    return Attention(clause, _words(row, "bij"), condition(row.get("als"), clause), row.get("tekst") or says)


def _step(row: Mapping[str, Any], clause: str, place: int) -> Step:
    return Step(
        clause=clause,
        number=str(row.get("nr", place)),
        cases=_words(row, "bij"),
        who=_words(row, "wie"),
        does=row["doe"],
        to=_words(row, "aan"),
        after=tuple(row.get("na", ())),
        may_skip=row.get("mag_overslaan", False),
        within=row.get("binnen"),
        about=condition(row.get("als"), clause),
        text=row.get("tekst"),
    )


def _measure(row: Mapping[str, Any], clause: str, place: int) -> Measure:
    return Measure(
        clause=clause,
        group=row.get("groep", EVERYONE),
        rung=row.get("trede", place),
        name=row["naam"],
        who=_words(row, "wie"),
        ground=row.get("grond"),
        text=row.get("tekst"),
    )


def _setting(row: Mapping[str, Any], clause: str) -> Setting:
    return Setting(clause, row["naam"], row.get("soort", "tekst"), row.get("waarde"), row.get("vraag"))


def condition(text: object, clause: str) -> Node:
    """A condition from its text; absent means always. Raises BrokenPack with the place that could not be read."""
    if text is None:
        return Always()
    if not isinstance(text, str):
        raise BrokenPack(
            "bad_condition", clause=clause, given=str(text), wanted="een voorwaarde tussen aanhalingstekens"
        )
    try:
        return parse(text)
    except BadCondition as bad:
        raise BrokenPack(
            "bad_condition", clause=clause, given=text, wanted=f"{bad.expected} (teken {bad.at + 1})"
        ) from bad


def _source(table: Mapping[str, Any], clause: str, *, rank: str) -> Mapping[str, Any] | None:
    """Where it comes from. Law without its source, the day someone looked and how sure that is, is hearsay."""
    source: Mapping[str, Any] | None = table.get("bron")
    if source is not None:
        check_table("bron", source, clause=clause)
    for key in OF_LAW if rank == "wet" else ():
        if source is None or not source.get(key):
            missing = ("bron", "artikel") if source is None else (key, "bron")
            raise BrokenPack("missing_key", clause=clause, given=missing[0], wanted=missing[1])
    return source


def _words(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = row.get(key, ())
    return (value,) if isinstance(value, str) else tuple(str(word) for word in value)


def _codes(vocabulary: Vocabulary, words: Iterable[str], clause: str) -> tuple[str, ...]:
    try:
        return tuple(vocabulary.code(word) for word in words)
    except UnknownWord as unknown:
        raise BrokenPack(
            "unknown_word", clause=clause, given=unknown.given, nearest=unknown.nearest, wanted=vocabulary.name
        ) from unknown


def _chapter_of(number: str) -> str:
    return number.rpartition(".")[0]
