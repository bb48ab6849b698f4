"""Random protocols and random acts over the shared facts: small enough to be read when one of them fails.

Clauses are numbered 1.1, 1.2, 2.1, …; a condition leans only on earlier clauses and a norm lifts only later ones, so
that no rings arise. The words are few, so that acts and norms often meet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

from magdit.norms.catalogue import Catalogue
from magdit.norms.conditions.tree import (
    Always,
    And,
    Compare,
    Each,
    Empty,
    In,
    Name,
    Node,
    Not,
    Objection,
    OnlyFrom,
    Or,
    Some,
    Within,
)
from magdit.norms.conditions.tree import Clause as Leans
from magdit.norms.model import (
    Clause,
    ConsentRule,
    Default,
    Definition,
    Duty,
    Group,
    Lifecycle,
    Norm,
    NormKind,
    Pack,
    Power,
    Scope,
    Signer,
    Window,
)
from magdit.protocols.library import Library

T = TypeVar("T")
CATALOGUE: Catalogue = Library().base

ROLES = ("leerkracht", "medewerker", "schoolleider", "leerling", "ouder")
ACTIONS = ("plaatsen", "doorsturen", "versturen")
MEDIA = ("instagram", "whatsapp", "website", "ouderportaal", "sociale_media", "commercieel_platform")
PLAIN_YES_NO = ("betreft_school", "disclaimer", "tijdens_les", "schooltijd")
ON_A_FLAG = ("vertrouwelijk", "aanvaardbaar_doel", "persoonsgegevens")
OF_PERSONS = ("herkenbaar", "bovenkleding", "genoemd")
CHOICES = {
    "publiek": ("openbaar", "groep", "klas"),
    "account": ("school", "prive"),
    "hoedanigheid": ("namens_school", "persoonlijk"),
    "medium": MEDIA,
}
LISTS = {"inhoud": ("tekst", "foto", "video"), "overlegd_met": ("leidinggevende", "schoolleider"), "wie": ROLES}
GROUPS = ("in_beeld", "wederpartij")
KINDS: tuple[NormKind, ...] = ("verbod", "verbod", "toestemming", "gebod")
PER: tuple[Group | None, ...] = (None, None, "persoon_in_beeld", "wederpartij")
WINDOWS = (
    Window("werkdag", "1.1", days=(0, 1, 2, 3, 4), start=time(8), end=time(17)),
    Window("weekend", "1.1", days=(5, 6)),
    Window("tot_vijf", "1.1", days=(0, 1, 2, 3, 4, 5, 6), end=time(17)),
    Window("weekendnacht", "1.1", days=(4, 5), start=time(22), end=time(10)),
)
MOMENTS = (
    datetime(2026, 3, 3, 16, 59),
    datetime(2026, 3, 3, 17, 0),
    datetime(2026, 3, 3, 17, 1),
    datetime(2026, 3, 7, 10, 0),
    datetime(2026, 7, 31, 12, 0),
    datetime(2026, 8, 1, 12, 0),
    datetime(2026, 2, 28, 23, 59),
    date(2026, 3, 1),
    date(2026, 3, 7),
)
BOUNDS = (date(2026, 3, 3), datetime(2026, 3, 3, 17, 0), date(2026, 8, 1))
BIRTHS = (date(2010, 3, 3), date(2010, 3, 4), date(2008, 2, 29), date(2016, 5, 6))


def drawn(draws: Callable[..., T]) -> Callable[..., st.SearchStrategy[T]]:
    """`st.composite` of which the same question gives the same strategy: hypothesis looks through each new one anew."""
    return cache(st.composite(draws))


@dataclass(frozen=True)
class Names:
    """What a condition may name at this place of the protocol."""

    act: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    leans: tuple[str, ...] = ()
    roles: tuple[str, ...] = ROLES
    media: tuple[str, ...] = MEDIA


@cache
def pick(words: tuple[T, ...]) -> st.SearchStrategy[T]:
    """One of these."""
    return st.sampled_from(words)


@cache
def some_of(words: tuple[str, ...], *, least: int = 0, most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    """A few different words, in any order."""
    return st.lists(st.sampled_from(words), min_size=least, max_size=most, unique=True).map(tuple)


@drawn
def conditions(draw: st.DrawFn, names: Names, *, per: bool, depth: int = 2) -> Node:
    """A condition on an act, or with `per` on one person of it."""
    if depth and draw(st.integers(0, 2)) == 0:
        kind = draw(pick(("en", "of", "niet", "iemand", "ieder")))
        if kind == "niet":
            return Not(draw(conditions(names, per=per, depth=depth - 1)))
        if kind in ("en", "of"):
            parts = tuple(draw(conditions(names, per=per, depth=depth - 1)) for _ in range(2))
            return And(parts) if kind == "en" else Or(parts)
        inner = draw(conditions(names, per=True, depth=depth - 1))
        over = Some if kind == "iemand" else Each
        return over(draw(pick(GROUPS)), inner)
    return draw(_of_person(names) if per and draw(st.booleans()) else _of_act(names))


@cache
def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """This, or nothing told."""
    return st.none() | strategy


@cache
def always_or(condition: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Without a condition, or with this one."""
    return st.just(Always()) | condition


@cache
def few(strategy: st.SearchStrategy[T], most: int) -> st.SearchStrategy[list[T]]:
    """At most so many of them."""
    return st.lists(strategy, max_size=most)


@cache
def _of_person(names: Names) -> st.SearchStrategy[Node]:
    return st.one_of(
        st.sampled_from((*OF_PERSONS, *names.person)).map(Name),
        some_of(names.roles, least=1).map(lambda words: In("rol", words)),
        st.builds(
            Compare, st.just("leeftijd"), st.sampled_from(("<", "<=", ">", ">=", "=")), st.sampled_from((15, 16))
        ),
        st.builds(Compare, st.just("geboortedatum"), st.sampled_from(("<", ">=")), st.sampled_from(BIRTHS)),
        st.sampled_from(("eigen_kind", "familie")).map(lambda word: In("relatie", (word,))),
    )


@cache
def _of_act(names: Names) -> st.SearchStrategy[Node]:
    choice = st.sampled_from(sorted(CHOICES)).flatmap(
        lambda fact: _chosen(fact, names.media if fact == "medium" else CHOICES[fact])
    )
    listed = st.sampled_from(sorted(LISTS)).flatmap(
        lambda fact: _listed(fact, names.roles if fact == "wie" else LISTS[fact])
    )
    kinds = [
        st.sampled_from((*PLAIN_YES_NO, *ON_A_FLAG, *names.act)).map(Name),
        choice,
        listed,
        st.sampled_from(("overlegd_met", "inhoud", "in_beeld")).map(Empty),
        st.builds(Compare, st.just("moment"), st.sampled_from(("<", "<=", ">", ">=")), st.sampled_from(BOUNDS)),
        st.builds(Within, st.sampled_from([window.name for window in WINDOWS]), st.booleans()),
        st.sampled_from(("schoolleiding", "leerkracht")).map(Objection),
        st.just(In("schooljaar", ("2025-2026",))),
    ]
    if names.leans:
        kinds.append(st.sampled_from(names.leans).map(Leans))
    return st.one_of(kinds)


@cache
def _chosen(fact: str, words: tuple[str, ...]) -> st.SearchStrategy[Node]:
    return some_of(words, least=1).map(lambda chosen: In(fact, chosen))


@cache
def _listed(fact: str, words: tuple[str, ...]) -> st.SearchStrategy[Node]:
    return st.builds(lambda over, chosen: over(fact, chosen), pick((In, OnlyFrom)), some_of(words, least=1))


@drawn
def definitions(draw: st.DrawFn) -> tuple[Definition, ...]:
    """Wide words (one within another), derived facts of acts and of people, and a role that always speaks so."""
    plain = Names()
    made = [
        Definition(
            "social_media",
            "1.1",
            covers=draw(some_of(("commercieel_platform", "whatsapp", "sociale_media"), least=1)),
            never=draw(some_of(("ouderportaal", "whatsapp"), most=1)),
            open=draw(some_of(("website", "instagram"), most=1)),
            about=draw(maybe(conditions(plain, per=False, depth=0))),
        ),
        Definition("online", "1.1", covers=("social_media", draw(pick(("website", "whatsapp"))))),
        Definition("team", "1.1", covers=draw(some_of(("leerkracht", "schoolleiding", "ouder"), least=1))),
        Definition(
            "schoolgerelateerd",
            "1.1",
            about=draw(conditions(plain, per=False, depth=1)),
            absent_is_no=draw(st.integers(0, 3)) == 0,
        ),
        Definition("kind", "1.1", about=draw(conditions(plain, per=True, depth=1))),
    ]
    if draw(st.booleans()):
        speaks = draw(some_of(("schoolleider", "leerkracht"), least=1))
        made.append(Definition("hoedanigheid", "1.1", who=speaks, value="namens_school"))
    return tuple(draw(st.permutations(made)) if draw(st.booleans()) else made)


@drawn
def consent_rules(draw: st.DrawFn) -> tuple[ConsentRule, ...]:
    """One requirement in one of the ways in which schools differ."""
    younger, older = Compare("leeftijd", "<", 16), Compare("leeftijd", ">=", 16)
    signers = draw(
        pick(
            (
                (Signer("leerling", older), Signer("ouder", younger)),
                (Signer("ouder", Always()),),
                (Signer("zelf", Always()),),
                (Signer("leerling", older), Signer("ouder", Always())),
            )
        )
    )
    rule = ConsentRule(
        name="beeld_ja",
        clause="1.1",
        covers=draw(some_of(("foto", "video", "naam", "persoonsgegevens", "app_in_de_les"), least=1)),
        channels=draw(some_of(("website", "instagram"))),
        signers=signers,
        together=draw(pick(("een", "allen"))),
        forms=draw(some_of(("schriftelijk", "digitaal_akkoord"))),
        valid=draw(pick(("schooljaar", "eenmalig", "tot_intrekking", "P1Y"))),
        opt_out=draw(st.integers(0, 3)) == 0,
    )
    return (rule,)


@drawn
def norms(draw: st.DrawFn, names: Names, *, called: str, clause: str, later: tuple[str, ...]) -> Norm:
    """A norm of any kind and force, with the keys that fit its kind."""
    kind = draw(pick(KINDS))
    per = draw(pick(PER))
    inside = per is not None
    only = kind == "toestemming" and draw(st.integers(0, 2)) == 0
    condition = conditions(names, per=inside)
    return Norm(
        id=called,
        clause=clause,
        kind=kind,
        force=draw(pick(("moet", "moet", "moet", "in_beginsel", "bij_voorkeur", "kan"))),
        who=draw(some_of(names.roles)),
        actions=draw(some_of(ACTIONS)),
        media=draw(some_of(names.media)),
        per=per,
        about=draw(always_or(condition)),
        needs=draw(condition) if kind == "gebod" or (kind == "toestemming" and draw(st.booleans())) else Always(),
        unless=tuple(draw(few(condition, 2))),
        lifts=draw(some_of(later, most=1)) if later else (),
        lifts_not=draw(some_of(later, most=1)) if later and draw(st.integers(0, 3)) == 0 else (),
        only=only,
        only_within=draw(maybe(condition)) if only else None,
        only_rest=draw(some_of(ROLES, most=1)) if only else (),
        only_spares=tuple(draw(few(condition, 1))) if only else (),
        remedies=draw(pick((None, ("ander_medium", "beeld_weglaten")))),
        rank=draw(pick(("school", "school", "bestuur", "wet"))),
    )


@drawn
def duties(draw: st.DrawFn, names: Names) -> tuple[Duty, ...]:
    """Up to three duties that may follow one another."""
    made: list[Duty] = []
    for number in range(draw(st.integers(0, 3))):
        duty = Duty(
            id=f"plicht{number}",
            clause="1.1",
            who=draw(some_of(ROLES, least=1)),
            does="melden",
            to=draw(some_of(("leidinggevende",), most=1)),
            actors=draw(maybe(some_of(ROLES, most=1))),
            actions=draw(some_of(ACTIONS, most=1)),
            about=draw(always_or(conditions(names, per=False, depth=1))),
            done=draw(maybe(conditions(names, per=False, depth=0))),
            after=draw(pick((None, *(f"plicht:{other.id}" for other in made)))),
            beforehand=draw(st.booleans()),
            repeats=draw(pick((None, None, "schooljaar"))),
            force=draw(pick(("moet", "moet", "kan"))),
        )
        made.append(duty)
    return tuple(made)


@drawn
def scopes(draw: st.DrawFn, names: Names, chapters: int) -> tuple[Scope, ...]:
    """Mostly none; else over the whole protocol or over one chapter."""
    made = []
    if draw(st.integers(0, 3)) == 0:
        made.append(Scope("1.1", who=draw(some_of(ROLES)), about=draw(conditions(names, per=False, depth=0))))
    if draw(st.integers(0, 3)) == 0:
        over = str(draw(st.integers(1, chapters)))
        made.append(Scope("1.1", about=draw(conditions(names, per=False, depth=0)), clauses=(over,)))
    return tuple(made)


@drawn
def packs(draw: st.DrawFn) -> Pack:
    """A small protocol with something of everything."""
    words = draw(definitions())
    base = Names(
        act=("schoolgerelateerd", "akkoord_les"),
        person=("kind", "beeld_ja"),
        roles=(*ROLES, "team"),
        media=(*MEDIA, "social_media", "online"),
    )
    chapters = draw(st.integers(2, 3))
    numbers = [(chapter, f"{chapter}.{place}") for chapter in range(1, chapters + 1) for place in (1, 2)]
    made: list[Norm] = []
    for place, (chapter, number) in enumerate(numbers):
        earlier = tuple(other for _, other in numbers[:place])
        whole = tuple(str(other) for other in range(1, chapter))
        later = (
            *(f"{other}*" for _, other in numbers[place + 1 :]),
            *(f"{o}.*" for o in range(chapter + 1, chapters + 1)),
        )
        here = replace(base, leans=(*earlier, *whole))
        for called in (number, f"{number}#2")[: draw(st.integers(0, 2))]:
            made += [draw(norms(here, called=called, clause=number, later=later))]
    return Pack(
        id="los",
        title="Los protocol",
        organisation="Stichting Toeval",
        rank="school",
        version="1",
        clauses=tuple(Clause(number, str(chapter), ("verbod",), "…") for chapter, number in numbers),
        norms=tuple(made),
        consent_rules=draw(consent_rules()),
        powers=draw(powers()),
        duties=draw(duties(base)),
        scopes=draw(scopes(base, chapters)),
        definitions=words,
        windows=WINDOWS,
        default=Default("1.1", draw(pick(("voorleggen", "niet_geregeld"))), "schoolleider"),
        lifecycle=Lifecycle(start=date(2025, 8, 1), end=draw(pick((None, date(2027, 8, 1))))),
    )


@drawn
def powers(draw: st.DrawFn) -> tuple[Power, ...]:
    """One or two who may give the same leave, to different people."""
    made = [Power("akkoord_les", "1.1", who=("schoolleiding",), to=draw(some_of(ROLES, most=1)))]
    if draw(st.booleans()):
        made.append(Power("akkoord_les", "1.2", who=("leerkracht",), to=("leerling",)))
    return tuple(made)
