"""Random acts over the shared facts: whole or with holes, with people, consents, leave, objections and flags."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from magdit.norms.act import Act, Consent, Deviation, Grant, Objection, Person
from tests.norms.strategies import (
    ACTIONS,
    BIRTHS,
    CHOICES,
    LISTS,
    MEDIA,
    MOMENTS,
    OF_PERSONS,
    ON_A_FLAG,
    PLAIN_YES_NO,
    ROLES,
    drawn,
    few,
    maybe,
    pick,
    some_of,
)

CONSENT_STATES = ("gegeven", "gegeven", "gegeven", "geweigerd", "ingetrokken", "gevraagd", "verlopen", "niet_gevraagd")
DAYS = (date(2025, 9, 1), date(2026, 1, 5), date(2026, 3, 3), date(2026, 3, 4), date(2025, 3, 3), date(2025, 3, 4))
CLAUSES = ("1.1", "1.2", "2.1", "2.2")
OF_AN_ACT: dict[str, st.SearchStrategy[Any]] = {
    "wie": some_of(ROLES, least=1),
    "handeling": st.sampled_from(ACTIONS),
    "moment": st.sampled_from(MOMENTS),
    **{name: st.booleans() for name in PLAIN_YES_NO},
    **{name: st.sampled_from(words) for name, words in CHOICES.items()},
    **{name: some_of(words) for name, words in LISTS.items() if name != "wie"},
}
OF_A_PERSON: dict[str, st.SearchStrategy[Any]] = {
    **{fact: st.booleans() for fact in OF_PERSONS},
    "rol": some_of(ROLES, least=1),
    "leeftijd": st.sampled_from((9, 15, 16)),
    "relatie": st.sampled_from(("geen", "eigen_kind", "familie")),
}
# How many facts are told: all, nearly all, or by halves.
TOLD = {0: st.just(True), 7: st.integers(0, 7).map(bool), 3: st.integers(0, 3).map(bool)}
OBJECTORS = st.sampled_from(("schoolleider", "leerkracht", "medewerker", "ouder", "ouder", "leerling", "zelf"))
OBJECTIONS = st.lists(
    st.builds(Objection, OBJECTORS, state=st.sampled_from(("gegeven", "gegeven", "ingetrokken"))), max_size=2
).map(tuple)
DEVIATIONS = st.lists(st.builds(Deviation, st.sampled_from(CLAUSES), st.just("met reden")), max_size=1).map(tuple)


@drawn
def facts(draw: st.DrawFn, told: st.SearchStrategy[bool]) -> dict[str, Any]:
    """The facts of one act; `told` decides whether each is."""
    found = {name: draw(strategy) for name, strategy in OF_AN_ACT.items() if draw(told)}
    # What is asked on a flag is seldom told.
    return found | {name: draw(st.booleans()) for name in ON_A_FLAG if draw(st.integers(0, 3)) == 0}


@drawn
def people(draw: st.DrawFn, told: st.SearchStrategy[bool], name: str) -> Person:
    """One person with some facts and consents in one of the two forms, or none told."""
    found = {fact: draw(strategy) for fact, strategy in OF_A_PERSON.items() if draw(told)}
    if draw(st.booleans()):
        found["geboortedatum"] = draw(pick(BIRTHS))
        found.pop("leeftijd", None)
    form = draw(pick(("kort", "voluit", "voluit", "niets")))
    return Person(
        facts={"naam": name, **found},
        consents=tuple(draw(few(consents(), 3))) if form == "voluit" else None,
        consent=draw(pick(CONSENT_STATES)) if form == "kort" else None,
    )


@drawn
def consents(draw: st.DrawFn) -> Consent:
    """One answer, told in full or by halves."""
    return Consent(
        by=draw(pick(("ouder", "ouder", "leerling", "voogd", "zelf"))),
        state=draw(pick(CONSENT_STATES)),
        on=draw(maybe(pick(DAYS))),
        form=draw(maybe(pick(("schriftelijk", "email", "mondeling", "digitaal_akkoord")))),
        covers=draw(maybe(some_of(("foto", "video", "naam", "persoonsgegevens", "app_in_de_les"), most=4))),
        channels=draw(maybe(some_of(MEDIA, most=3))),
        until=draw(maybe(maybe(pick((date(2026, 3, 2), date(2026, 3, 3), date(2026, 7, 31)))))),
        authority=draw(pick((None, "ja", "ja", "nee", "onbekend"))),
        giver=draw(pick((None, "een", "twee"))),
        used=draw(pick((None, None, True, False))),
    )


@drawn
def grants(draw: st.DrawFn) -> Grant:
    """Leave for this act or for a named thing, perhaps only for some hours."""
    return Grant(
        by=draw(pick(("schoolleider", "leerkracht", "leidinggevende", "ouder"))),
        state=draw(pick(("gegeven", "gegeven", "gevraagd", "geweigerd", "ingetrokken", "verlopen"))),
        what=draw(pick((None, "akkoord_les", "iets_anders"))),
        to=draw(maybe(some_of(ROLES, least=1))),
        start=draw(pick((None, datetime(2026, 3, 3, 16, 30)))),
        until=draw(pick((None, datetime(2026, 3, 3, 17, 0)))),
    )


@drawn
def acts(draw: st.DrawFn, *, whole: bool = False) -> Act:
    """One act, told whole (always with `whole`), nearly whole or by halves."""
    holes = 0 if whole else draw(pick((0, 7, 3)))
    told = TOLD[holes]
    groups = {}
    for group, most in (("in_beeld", 3), ("wederpartij", 1)):
        names = ("noor", "sem", "bram")[: draw(st.integers(0, most))]
        groups[group] = tuple(draw(people(told, name)) for name in names) if draw(told) else None
    made = tuple(draw(few(grants(), 2)))
    return Act(
        facts=draw(facts(told)),
        people=groups,
        grants=made if whole or draw(st.booleans()) else None,
        objections=draw(maybe(OBJECTIONS)),
        deviations=draw(DEVIATIONS),
        done=frozenset(draw(some_of(("plicht0", "plicht1"), most=1))),
        flags=frozenset(draw(some_of(ON_A_FLAG, most=1))),
    )


@drawn
def acts_with_holes(draw: st.DrawFn) -> tuple[Act, Act]:
    """A whole act and the same act of which less was told.

    What counts as something until it is told stays as it is: flags, objections, deviations and duties done.
    """
    whole = draw(acts(whole=True))
    known = [name for name in whole.facts if name not in ON_A_FLAG]
    left_out = draw(st.sets(st.sampled_from(known), max_size=4)) if known else set()
    groups: dict[str, tuple[Person, ...] | None] = {}
    for group, members in whole.people.items():
        told = tuple(draw(_less_told(person)) for person in members or ())
        groups[group] = None if draw(st.integers(0, 5)) == 0 else told
    return whole, replace(
        whole,
        facts={name: value for name, value in whole.facts.items() if name not in left_out},
        people=groups,
        grants=None if draw(st.integers(0, 3)) == 0 else whole.grants,
    )


@st.composite
def _less_told(draw: st.DrawFn, person: Person) -> Person:
    left_out = draw(st.sets(st.sampled_from(sorted(person.facts)), max_size=2))
    silent = draw(st.integers(0, 3)) == 0
    return replace(
        person,
        facts={name: value for name, value in person.facts.items() if name not in left_out},
        consents=None if silent else person.consents,
        consent=None if silent else person.consent,
    )
