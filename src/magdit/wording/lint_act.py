"""An example act told in one Dutch sentence, for a reader who knows no TOML."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from magdit.norms.act import Act, Consent, Person
from magdit.norms.catalogue import Catalogue, Fact
from magdit.wording.dates import say_day, say_moment
from magdit.words.states import CONSENT_STATES, GRANT_STATES

FIRST = ("wie", "handeling", "medium")
GROUPS = {
    "in_beeld": ("Te zien of genoemd", "niemand te zien of genoemd"),
    "wederpartij": ("Contact met", "geen ander"),
}


def act_sentence(act: Act, catalogue: Catalogue) -> str:
    """Who does what and where; then what else is known; then the people, the leaves and the objections."""
    facts = catalogue.facts
    head = ", ".join(_value(facts[name], act.facts[name], catalogue) for name in FIRST if name in act.facts)
    rest = [_fact(facts[name], value, catalogue) for name, value in act.facts.items() if name not in FIRST]
    parts = [head or "iemand doet iets", *rest, *_groups(act, catalogue), *_leaves(act, catalogue)]
    return "; ".join(parts) + "."


def _groups(act: Act, catalogue: Catalogue) -> Iterator[str]:
    for group, people in act.people.items():
        title, nobody = GROUPS.get(group, (group, f"{group}: niemand"))
        if people:
            yield f"{title}: " + " en ".join(_person(person, catalogue) for person in people)
        elif people is not None:
            yield nobody


def _person(person: Person, catalogue: Catalogue) -> str:
    told = [_fact(catalogue.facts[name], value, catalogue) for name, value in person.facts.items() if name != "naam"]
    if person.consent is not None:
        told.append(f"toestemming {CONSENT_STATES.dutch(person.consent)}")
    if person.consents is not None:
        told.append(_answers(person.consents, catalogue))
    name = (person.label or "iemand").capitalize()
    return f"{name} ({', '.join(told)})" if told else name


def _answers(answers: tuple[Consent, ...], catalogue: Catalogue) -> str:
    roles = catalogue.vocabularies["rol"]
    said = [f"{roles.dutch(one.by)}: toestemming {CONSENT_STATES.dutch(one.state)}" for one in answers]
    return " en ".join(said) or "niemand gaf antwoord op de vraag om toestemming"


def _leaves(act: Act, catalogue: Catalogue) -> Iterator[str]:
    roles = catalogue.vocabularies["rol"]
    for grant in act.grants or ():
        what = (grant.what or "deze handeling").replace("_", " ")
        yield f"akkoord voor {what} {GRANT_STATES.dutch(grant.state)} door {roles.dutch(grant.by)}"
    if act.grants == ():
        yield "niemand gaf akkoord"
    yield from (f"bezwaar van {roles.dutch(objection.by)}" for objection in act.objections or ())
    yield from (f"gedaan: {duty.replace('_', ' ')}" for duty in sorted(act.done))


def _fact(fact: Fact, value: Any, catalogue: Catalogue) -> str:
    if value is True and fact.claim:
        return fact.claim
    name = fact.name.replace("_", " ")
    if fact.name in {"leeftijd"}:
        return f"{value} jaar"
    return _value(fact, value, catalogue) if fact.name == "rol" else f"{name}: {_value(fact, value, catalogue)}"


def _value(fact: Fact, value: Any, catalogue: Catalogue) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        return say_moment(value)
    if isinstance(value, date):
        return say_day(value)
    words = catalogue.words_of(fact)
    values = value if isinstance(value, tuple) else (value,)
    said = [words.dutch(str(one)) if words is not None and str(one) in words else str(one) for one in values]
    return " en ".join(said) or "niets"
