"""A pack as Cedar policies, and a complete act as a Cedar request: a second opinion from somebody else's engine.

Roles and media become entities with their wider words as parents. Cedar knows no "for some person", so a norm per
person is written out for each place in the list; it knows no definitions, so those are written out too. Leave, windows
and consents it cannot weigh: whether each holds is worked out beforehand and told in the request. Duties, force and
scope stay outside.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from magdit.norms.act import Act
from magdit.norms.conditions.tree import (
    Always,
    And,
    Clause,
    Compare,
    Each,
    In,
    Name,
    Node,
    Not,
    Or,
    Some,
    Within,
    children,
    names_in,
)
from magdit.norms.model import Norm, Pack
from magdit.words.actions import ACTIONS
from magdit.words.media import MEDIA
from magdit.words.roles import ROLES
from magdit.words.vocabulary import Vocabulary

MOST_PEOPLE = 3
PLACES = tuple(range(MOST_PEOPLE))
PERSONAL = frozenset({"herkenbaar", "genoemd", "leeftijd", "rol", "ja"})


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


def request(act: Act) -> dict[str, Any]:
    """A complete act as a request. The roles and all else that is told stand in the context."""
    context: dict[str, Any] = {name: value for name, value in act.facts.items() if isinstance(value, bool)}
    context["toestemming_van_leiding"] = bool(act.grants)
    context["open"] = is_open(act)
    context["publiek"] = act.facts["publiek"]
    context["inhoud"] = list(act.facts["inhoud"])
    roles = act.facts["wie"]
    context["wie"] = [{"__entity": {"type": "Rol", "id": wide}} for role in roles for wide in _upward(ROLES, role)]
    for place, person in enumerate(act.people["in_beeld"] or ()):
        told = {name: value for name, value in person.facts.items() if name != "rol"}
        told["rol"] = [wide for role in person.facts["rol"] for wide in _upward(ROLES, role)]
        told["ja"] = person.consent == "gegeven"
        context[f"p{place}"] = told
    return {
        "principal": 'Persoon::"iemand"',
        "action": f'Action::"{act.facts["handeling"]}"',
        "resource": f'Medium::"{act.facts["medium"]}"',
        "context": context,
    }


def is_open(act: Act) -> bool:
    """Whether the act falls on a weekday between eight and five, both included."""
    moment = act.facts["moment"]
    assert isinstance(moment, datetime)
    return moment.isoweekday() <= 5 and "08:00:00" <= moment.strftime("%H:%M:%S") <= "17:00:00"


def _policies_of(norm: Norm, pack: Pack) -> Iterator[str]:
    if norm.kind == "toestemming":
        yield _policy("permit", norm.id, _holds(norm, pack))
        if norm.only:
            yield _policy("forbid", f"{norm.id}!", _around(norm, pack))
        return
    for place in _places(norm):
        met, lifted = _met(norm, pack, place), _lifted(norm, pack, place)
        yield _policy("forbid", norm.id, _all([met, _not(lifted)]))
        yield _policy("permit", norm.id, _all([met, lifted]))


def _policy(effect: str, norm_id: str, condition: str) -> str:
    return f'@id("{norm_id}")\n{effect} (principal, action, resource) when {{ {condition} }};'


def _holds(norm: Norm, pack: Pack) -> str:
    """Whether a norm holds for the act as a whole: a permission for all, a ban for some."""
    if norm.kind != "toestemming":
        return _any([_all([_met(norm, pack, place), _not(_lifted(norm, pack, place))]) for place in _places(norm)])
    if norm.per is None:
        return _permits(norm, pack, None)
    for_all = [_any([_not(f"context has p{place}"), _permits(norm, pack, place)]) for place in PLACES]
    apart = [part for node in (norm.about, norm.needs) for part in _parts(node) if not _is_personal(part)]
    unless = [_not(_expression(node, pack)) for node in norm.unless if not _is_personal(node)]
    return _all([_gate(norm, pack), *(_expression(part, pack) for part in apart), *unless, *for_all])


def _permits(norm: Norm, pack: Pack, place: int | None) -> str:
    """Whether a permission holds for one person, or for an act that it does not look at person by person."""
    unless = [_not(_expression(node, pack, place)) for node in norm.unless]
    conditions = [_expression(node, pack, place) for node in (norm.about, norm.needs)]
    return _all([_gate(norm, pack), *conditions, *unless])


def _places(norm: Norm) -> tuple[int | None, ...]:
    return PLACES if norm.per else (None,)


def _lifters(norm: Norm, pack: Pack) -> list[str]:
    """Never for a norm that asks consent."""
    if any("ja" in names_in(node) for node in (norm.about, norm.needs, *norm.unless, *norm.only_spares)):
        return []
    return [_holds(other, pack) for other in pack.norms if f"{norm.clause}*" in other.lifts]


def _met(norm: Norm, pack: Pack, place: int | None) -> str:
    there = [] if place is None else [f"context has p{place}"]
    return _all([_gate(norm, pack), *there, _expression(norm.about, pack, place)])


def _lifted(norm: Norm, pack: Pack, place: int | None) -> str:
    fulfilled = [_expression(norm.needs, pack, place)] if norm.kind == "gebod" else []
    unless = [_expression(node, pack, place) for node in norm.unless]
    return _any([*fulfilled, *unless, *_lifters(norm, pack)])


def _field(norm: Norm, pack: Pack, place: int | None) -> str:
    there = [] if place is None else [f"context has p{place}"]
    if norm.only_within is None:
        return _all([_gate(norm, pack, rest=norm.only_rest), *there, _expression(norm.about, pack, place)])
    roles = _of_role((*norm.who, *norm.only_rest) if norm.who else ())
    return _all([roles, *there, _expression(norm.only_within, pack, place)])


def _gate(norm: Norm, pack: Pack, rest: tuple[str, ...] = ()) -> str:
    actions = " || ".join(f'action == Action::"{ACTIONS.code(word)}"' for word in norm.actions)
    media = " || ".join(_of_medium(word, pack) for word in norm.media)
    who = _of_role((*norm.who, *rest) if norm.who else ())
    return _all([f"({part})" for part in (actions, media) if part] + [who])


def _of_medium(word: str, pack: Pack) -> str:
    """A medium of the list, or a wide word of the protocol written out."""
    for definition in pack.definitions:
        if definition.word == word:
            about = [] if definition.about is None else [_expression(definition.about, pack)]
            outside = [_not(_of_medium(other, pack)) for other in definition.never]
            return _all([_any([_of_medium(other, pack) for other in definition.covers]), *outside, *about])
    return f'resource in Medium::"{MEDIA.code(word)}"'


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
        case Within(name, inside):
            return f"context.{name}" if inside else _not(f"context.{name}")
        case Name(name) if (meaning := _meaning(name, pack)) is not None:
            return _expression(meaning, pack, place)
        case _:
            return _about_fact(node, place)


def _meaning(name: str, pack: Pack) -> Node | None:
    """What a protocol says a fact of its own means."""
    return next((d.about for d in pack.definitions if d.word == name and not d.covers), None)


def _is_personal(node: Node) -> bool:
    """Whether a condition is about the person in view."""
    if isinstance(node, Some | Each):
        return False
    return bool(names_in(node) & PERSONAL) if not children(node) else any(map(_is_personal, children(node)))


def _parts(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, And) else (node,)


def _clause(reference: str, pack: Pack) -> str:
    norms = [norm for norm in pack.norms if norm.clause == reference]
    permitted = _any([_holds(norm, pack) for norm in norms if norm.kind == "toestemming"])
    forbidden = [_not(_holds(norm, pack)) for norm in norms if norm.kind == "verbod"]
    around = [_not(_around(norm, pack)) for norm in norms if norm.only]
    return _all([permitted, *forbidden, *around])


def _around(norm: Norm, pack: Pack) -> str:
    """Whether the ban around a permission with `alleen` forbids."""
    found = []
    for place in _places(norm):
        spares = [_expression(node, pack, place) for node in norm.only_spares]
        here = _holds(norm, pack) if place is None else _permits(norm, pack, place)
        found.append(_all([_field(norm, pack, place), _not(_any([here, *spares, *_lifters(norm, pack)]))]))
    return _any(found)


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
