"""Whether a condition is true of an act: its tree is walked anew each time it is asked, and nothing is remembered."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

from magdit.norms.act import MISSING, FactValue, _Missing, age_on, day_of, school_year
from magdit.norms.conditions.tree import (
    Always,
    And,
    Clause,
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
    Value,
    Within,
)
from magdit.norms.model import Window
from magdit.norms.naive.consents import valid_yes
from magdit.norms.naive.grants import leave_given
from magdit.norms.naive.view import View
from magdit.norms.naive.words import falls_under, plainly_under
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, all_of, any_of, negate, truth

SIGNS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq}


def truth_of(node: Node, view: View) -> Truth:
    """The truth of a condition for the act, or for the person in view."""
    match node:
        case Always():
            return YES
        case And(parts):
            return all_of(truth_of(part, view) for part in parts)
        case Or(parts):
            return any_of(truth_of(part, view) for part in parts)
        case Not(part):
            return negate(truth_of(part, view))
        case Some(group, condition):
            return _over(group, condition, view, settled=NO, rest=any_of)
        case Each(group, condition):
            return _over(group, condition, view, settled=YES, rest=all_of)
        case Clause(reference):
            return view.allows(reference, view)
        case _:
            return _of_a_fact(node, view)


def _over(
    group: str, condition: Node, view: View, *, settled: Truth, rest: Callable[[Iterable[Truth]], Truth]
) -> Truth:
    """Over all people of a group. Unknown who is there: only what is so of any person whatever is certain."""
    views = view.each(group)
    if views is None:
        return settled if truth_of(condition, view.of_a_stranger(group)) is settled else UNKNOWN
    return rest([truth_of(condition, one) for one in views])


def _of_a_fact(node: Node, view: View) -> Truth:
    match node:
        case Name(name):
            return _of_a_name(name, view)
        case In(fact, values):
            return _is_one_of(fact, values, view)
        case OnlyFrom(fact, values):
            return _only_from(fact, values, view)
        case Empty(fact):
            return _is_empty(fact, view)
        case Compare(fact, sign, bound):
            return _compared(told(view, fact), sign, bound)
        case Within(window, inside):
            value = _in_window(window, view)
            return value if inside else negate(value)
        case Objection(role):
            return _objected(role, view)
    raise TypeError(node)


def _of_a_name(name: str, view: View) -> Truth:
    """A bare name: a consent requirement, a leave, a definition or a yes/no fact."""
    for rule in view.pack.consent_rules:
        if rule.name == name:
            return valid_yes(rule, view)
    powers = tuple(power for power in view.pack.powers if power.name == name)
    if powers:
        return leave_given(powers, view.act, view.catalogue.vocabularies["rol"])
    for definition in view.definitions(name):
        if definition.about is not None and not definition.covers:
            found = truth_of(definition.about, view)
            return NO if definition.absent_is_no and found is UNKNOWN else found
    value = told(view, name)
    if isinstance(value, bool):
        return truth(value)
    fact = view.catalogue.facts[name]
    if fact.asked == "bij_vlag" and not view.is_flagged(name):
        return truth(fact.assumed)
    return UNKNOWN


def _is_one_of(name: str, wanted: tuple[str, ...], view: View) -> Truth:
    value = told(view, name)
    if value is MISSING:
        return UNKNOWN
    return any_of(_falls(given, want, name, view) for given in _words(value) for want in wanted)


def _only_from(name: str, wanted: tuple[str, ...], view: View) -> Truth:
    value = told(view, name)
    if value is MISSING:
        return UNKNOWN
    return all_of(any_of(_falls(given, want, name, view) for want in wanted) for given in _words(value))


def _is_empty(name: str, view: View) -> Truth:
    fact = view.catalogue.fact(name)
    if fact is not None and fact.kind == "personen":
        people = view.act.people.get(name)
        return UNKNOWN if people is None else truth(not people)
    value = told(view, name)
    return UNKNOWN if value is MISSING else truth(value == ())


def _falls(given: str, wanted: str, name: str, view: View) -> Truth:
    fact = view.catalogue.fact(name)
    vocabulary = None if fact is None else view.catalogue.words_of(fact)
    if vocabulary is None:
        return truth(given.casefold() == wanted.casefold())
    return falls_under(given, wanted, vocabulary, view)


def actor_is(view: View, roles: Iterable[str]) -> Truth:
    """Whether whoever acts has one of these roles; no roles named means everyone."""
    wanted = tuple(roles)
    if not wanted:
        return YES
    own = view.act.facts.get("wie", MISSING)
    if own is MISSING:
        return UNKNOWN
    words = view.catalogue.vocabularies["rol"]
    return any_of(falls_under(given, want, words, view) for given in _words(own) for want in wanted)


def told(view: View, name: str) -> FactValue | _Missing:
    """What is known of a fact, told or derived; MISSING when nobody told it."""
    if name == "schooljaar":
        return _school_year(view)
    fact = view.catalogue.fact(name)
    if fact is not None and fact.per_person:
        return _told_of_person(view, name)
    return _always_so(name, view.act.facts.get(name, MISSING), view)


def _always_so(name: str, value: FactValue | _Missing, view: View) -> FactValue | _Missing:
    """What some role always is (the head speaks for the school), whatever was told; unknown while the role is."""
    fixed = [definition for definition in view.definitions(name) if definition.value is not None]
    for definition in fixed:
        if actor_is(view, definition.who) is YES:
            return definition.value or MISSING
    if any(actor_is(view, definition.who) is UNKNOWN and definition.value != value for definition in fixed):
        return MISSING
    return value


def _told_of_person(view: View, name: str) -> FactValue | _Missing:
    if view.person is None:
        return MISSING
    born, moment = view.person.facts.get("geboortedatum"), view.act.moment
    if name == "leeftijd" and isinstance(born, date) and moment is not None:
        return age_on(day_of(moment), born)
    return view.person.facts.get(name, MISSING)


def _school_year(view: View) -> str | _Missing:
    if view.act.moment is None:
        return MISSING
    first = school_year(day_of(view.act.moment))
    return f"{first}-{first + 1}"


def _compared(value: FactValue | _Missing, sign: str, bound: Value) -> Truth:
    if isinstance(value, _Missing):
        return UNKNOWN
    if isinstance(value, date) and isinstance(bound, date):
        return _compared_days(value, sign, bound)
    return truth(SIGNS[sign](value, bound))


def _compared_days(value: date, sign: str, bound: date) -> Truth:
    """Days against days, hours against hours; a day without an hour against an hour of that very day is open."""
    if isinstance(value, datetime) and isinstance(bound, datetime):
        return truth(SIGNS[sign](value, bound))
    if not isinstance(bound, datetime) or day_of(value) != day_of(bound):
        return truth(SIGNS[sign](day_of(value), day_of(bound)))
    return UNKNOWN


def _in_window(name: str, view: View) -> Truth:
    window = next(window for window in view.pack.windows if window.name == name)
    moment = view.act.moment
    if moment is None:
        return UNKNOWN
    today = day_of(moment)
    times = [_when_open(window, day) for day in (today, today - timedelta(days=1)) if day.weekday() in window.days]
    if isinstance(moment, datetime):
        return truth(any(opens <= moment <= closes for opens, closes in times))
    first, last = datetime.combine(today, time.min), datetime.combine(today, time.max)
    if (first, last) in times:
        return YES
    return UNKNOWN if any(opens <= last and first <= closes for opens, closes in times) else NO


def _when_open(window: Window, day: date) -> tuple[datetime, datetime]:
    """When the window that begins on this day opens and closes; one that closes earlier closes the next morning."""
    start, end = window.start or time.min, window.end or time.max
    return datetime.combine(day, start), datetime.combine(day + timedelta(days=start > end), end)


def _objected(role: str, view: View) -> Truth:
    """An objection is made outright: nobody mentioned one, then there is none."""
    made = [objection for objection in view.act.objections or () if objection.state == "gegeven"]
    roles = view.catalogue.vocabularies["rol"]
    return any_of(plainly_under(objection.by, role, roles) for objection in made)


def _words(value: FactValue | _Missing) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)
