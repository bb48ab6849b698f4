"""A pack as Cedar policies, and a complete act as a Cedar request: a second opinion from somebody else's engine.

Roles and media become entities with their wider words as parents. Cedar knows no "for some person", so a norm per
person is written out for each place in the list. Cedar knows no grants: whether a leave holds is told in the request.
Windows, consent records and duties stay outside: Cedar has no words for them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from magdit.norms.act import Act
from magdit.norms.conditions.tree import Always, And, Clause, Compare, Each, In, Name, Node, Not, Or, Some
from magdit.norms.model import Norm, Pack
from magdit.words.actions import ACTIONS
from magdit.words.media import MEDIA
from magdit.words.roles import ROLES
from magdit.words.vocabulary import Vocabulary

MOST_PEOPLE = 3
PLACES = tuple(range(MOST_PEOPLE))
PERSONAL = frozenset({"herkenbaar", "genoemd", "leeftijd", "rol"})


def policies(pack: Pack) -> str:
    """Every norm as forbid or permit policies that carry its id."""
    return "\n".join(text for norm in pack.norms for text in _policies_of(norm, pack))


def entities() -> str:
    """Roles and media with what they fall under."""
    rows = [
        {
            "uid": {"type": kind, "id": word.code},
            "attrs": {},
            "parents": [{"type": kind, "id": wide} for wide in word.within],
        }
        for kind, words in (("Rol", ROLES), ("Medium", MEDIA))
        for word in words
    ]
    return json.dumps(rows)


def request(act: Act, granted: bool) -> dict[str, Any]:
    """A complete act as a request. The roles and all else that is told stand in the context."""
    context: dict[str, Any] = {name: value for name, value in act.facts.items() if isinstance(value, bool)}
    context["toestemming_van_leiding"] = granted
    context["publiek"] = act.facts["publiek"]
    context["inhoud"] = list(act.facts["inhoud"])
    roles = act.facts["wie"]
    context["wie"] = [{"__entity": {"type": "Rol", "id": wide}} for role in roles for wide in _upward(ROLES, role)]
    for place, person in enumerate(act.people["in_beeld"] or ()):
        told = {name: value for name, value in person.facts.items() if name != "rol"}
        told["rol"] = [wide for role in person.facts["rol"] for wide in _upward(ROLES, role)]
        context[f"p{place}"] = told
    return {
        "principal": 'Persoon::"iemand"',
        "action": f'Action::"{act.facts["handeling"]}"',
        "resource": f'Medium::"{act.facts["medium"]}"',
        "context": context,
    }


def _policies_of(norm: Norm, pack: Pack) -> Iterator[str]:
    if norm.kind == "toestemming":
        yield _policy("permit", norm.id, _holds(norm, pack))
        if norm.only:
            lifters = [_holds(other, pack) for other in pack.norms if norm.clause in other.lifts]
            spared = _any([_holds(norm, pack), *(_expression(node, pack) for node in norm.only_spares), *lifters])
            yield _policy("forbid", f"{norm.id}!", _all([_field(norm, pack), _not(spared)]))
        return
    for place in PLACES if norm.per else (None,):
        met, lifted = _met(norm, pack, place), _lifted(norm, pack, place)
        yield _policy("forbid", norm.id, _all([met, _not(lifted)]))
        yield _policy("permit", norm.id, _all([met, lifted]))


def _policy(effect: str, norm_id: str, condition: str) -> str:
    return f'@id("{norm_id}")\n{effect} (principal, action, resource) when {{ {condition} }};'


def _holds(norm: Norm, pack: Pack) -> str:
    """Whether a norm holds for the act as a whole: a permission for all, a ban for some."""
    if norm.kind == "toestemming":
        unless = [_not(_expression(node, pack)) for node in norm.unless]
        return _all([_gate(norm), _expression(norm.about, pack), _expression(norm.needs, pack), *unless])
    places = PLACES if norm.per else (None,)
    return _any([_all([_met(norm, pack, place), _not(_lifted(norm, pack, place))]) for place in places])


def _met(norm: Norm, pack: Pack, place: int | None) -> str:
    there = [] if place is None else [f"context has p{place}"]
    return _all([_gate(norm), *there, _expression(norm.about, pack, place)])


def _lifted(norm: Norm, pack: Pack, place: int | None) -> str:
    fulfilled = [_expression(norm.needs, pack, place)] if norm.kind == "gebod" else []
    unless = [_expression(node, pack, place) for node in norm.unless]
    lifters = [_holds(other, pack) for other in pack.norms if norm.clause in other.lifts]
    return _any([*fulfilled, *unless, *lifters])


def _field(norm: Norm, pack: Pack) -> str:
    if norm.only_within is None:
        return _all([_gate(norm, rest=norm.only_rest), _expression(norm.about, pack)])
    return _all([_of_role((*norm.who, *norm.only_rest) if norm.who else ()), _expression(norm.only_within, pack)])


def _gate(norm: Norm, rest: tuple[str, ...] = ()) -> str:
    actions = " || ".join(f'action == Action::"{ACTIONS.code(word)}"' for word in norm.actions)
    media = " || ".join(f'resource in Medium::"{MEDIA.code(word)}"' for word in norm.media)
    who = _of_role((*norm.who, *rest) if norm.who else ())
    return _all([f"({part})" for part in (actions, media) if part] + [who])


def _of_role(roles: tuple[str, ...]) -> str:
    return _any([f'context.wie.contains(Rol::"{ROLES.code(role)}")' for role in roles]) if roles else "true"


def _expression(node: Node, pack: Pack, place: int | None = None) -> str:
    match node:
        case Always():
            return "true"
        case And(parts):
            return _all([_expression(part, pack, place) for part in parts])
        case Or(parts):
            return _any([_expression(part, pack, place) for part in parts])
        case Not(part):
            return _not(_expression(part, pack, place))
        case Some(_, inner):
            return _any([_all([f"context has p{at}", _expression(inner, pack, at)]) for at in PLACES])
        case Each(_, inner):
            return _all([_any([_not(f"context has p{at}"), _expression(inner, pack, at)]) for at in PLACES])
        case Clause(reference):
            return _clause(reference, pack)
        case _:
            return _about_fact(node, place)


def _clause(reference: str, pack: Pack) -> str:
    norms = [norm for norm in pack.norms if norm.clause == reference]
    permitted = _any([_holds(norm, pack) for norm in norms if norm.kind == "toestemming"])
    forbidden = [_not(_holds(norm, pack)) for norm in norms if norm.kind == "verbod"]
    return _all([permitted, *forbidden])


def _about_fact(node: Node, place: int | None) -> str:
    match node:
        case Name(name):
            return _place_of(name, place)
        case In("publiek", values):
            return _any([f'context.publiek == "{value}"' for value in values])
        case In("inhoud", values):
            return _any([f'context.inhoud.contains("{value}")' for value in values])
        case In("rol", values):
            return _any([f'{_place_of("rol", place)}.contains("{value}")' for value in values])
        case Compare(name, sign, bound):
            return f"{_place_of(name, place)} {'==' if sign == '=' else sign} {bound}"
    raise ValueError(node)


def _place_of(name: str, place: int | None) -> str:
    return f"context.p{place}.{name}" if name in PERSONAL else f"context.{name}"


def _all(parts: list[str]) -> str:
    return "(" + " && ".join(parts) + ")" if parts else "true"


def _any(parts: list[str]) -> str:
    return "(" + " || ".join(parts) + ")" if parts else "false"


def _not(part: str) -> str:
    return f"!({part})"


def _upward(words: Vocabulary, code: str) -> tuple[str, ...]:
    return (code, *sorted(words.above(code)))
