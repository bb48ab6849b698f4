"""What one norm says of an act: whether it plays, whether it is lifted, whether it holds. Asked anew each time."""

from __future__ import annotations

from collections.abc import Iterator

from magdit.norms.conditions.tree import And, Each, Node, Some, children, names_in
from magdit.norms.model import PEOPLE_OF, Norm, Pack
from magdit.norms.naive.addressed import addressed
from magdit.norms.naive.conditions import truth_of
from magdit.norms.naive.view import View
from magdit.norms.references import clauses_meant
from magdit.norms.truth import NO, UNKNOWN, Truth, all_of, any_of, negate
from magdit.words.verdicts import RANKS


def views_of(norm: Norm, whole: View) -> tuple[View, ...]:
    """From whom the norm looks at the act: from everyone in its group, or once; a stranger when nobody told who."""
    if norm.per is None:
        return (whole,)
    group = PEOPLE_OF[norm.per]
    views = whole.each(group)
    return (whole.of_a_stranger(group),) if views is None else views


def ban_plays(norm: Norm, view: View) -> Truth:
    """Whether a prohibition or command is about this act (or person): by whom, what, where, and when it says so.

    Of a stranger nothing is certain but that it does not play: perhaps nobody is there.
    """
    played = _plays(norm, view)
    return min(played, UNKNOWN) if _is_stranger(norm, view) else played


def ban_is_lifted(norm: Norm, view: View) -> Truth:
    """Whether one of its exceptions is true or a norm overrides it; or, for a command, whether it is fulfilled."""
    own = any_of(truth_of(condition, view) for condition in norm.unless)
    fulfilled = truth_of(norm.needs, view) if norm.kind == "gebod" else NO
    return max(own, fulfilled, _is_overridden(norm, view))


def only_plays(norm: Norm, view: View) -> Truth:
    """Whether the act lies in the field where a permission with `alleen` forbids all else."""
    who = (*norm.who, *norm.only_rest) if norm.who else ()
    if norm.only_within is not None:
        played = min(addressed(view, clause=norm.clause, who=who), truth_of(norm.only_within, view))
    else:
        about = addressed(view, clause=norm.clause, who=who, actions=norm.actions, media=norm.media)
        played = min(about, truth_of(norm.about, view))
    return min(played, UNKNOWN) if _is_stranger(norm, view) else played


def only_is_lifted(norm: Norm, view: View) -> Truth:
    """Whether the ban around a permission gives way: the permission holds, something spares it, or a norm overrides."""
    here = _permission_here(norm, view) if norm.per is not None else permission_holds(norm, view)
    spared = any_of(truth_of(condition, view) for condition in norm.only_spares)
    return max(here, spared, _is_overridden(norm, view))


def permission_holds(norm: Norm, view: View) -> Truth:
    """Whether a permission holds in full: for all people it looks at, and for the act apart from them."""
    whole = view.of_the_whole()
    if norm.per is None:
        return _permission_here(norm, whole)
    each = all_of(_permission_here(norm, one) for one in views_of(norm, whole))
    if whole.each(PEOPLE_OF[norm.per]) is None:
        each = max(each, UNKNOWN)  # perhaps nobody is there: then only what is apart from people can say no
    return min(_apart_from_people(norm, whole), each)


def bans_hold(norm: Norm, view: View) -> Truth:
    """Whether a prohibition (or unmet command) forbids the act, because of someone or as a whole."""
    views = views_of(norm, view.of_the_whole())
    return any_of(min(ban_plays(norm, one), negate(ban_is_lifted(norm, one))) for one in views)


def only_holds(norm: Norm, view: View) -> Truth:
    """Whether the ban around a permission with `alleen` forbids the act."""
    views = views_of(norm, view.of_the_whole())
    return any_of(min(only_plays(norm, one), negate(only_is_lifted(norm, one))) for one in views)


def clauses_allow(reference: str, view: View) -> Truth:
    """Whether a clause or chapter allows the act: one of its permissions holds in full and none of its prohibitions."""
    meant = clauses_meant(reference, view.pack.clauses, by=reference)
    norms = [norm for norm in view.pack.norms if norm.clause in meant]
    allowed = any_of(permission_holds(norm, view) for norm in norms if norm.kind == "toestemming")
    forbidden = any_of(bans_hold(norm, view) for norm in norms if norm.kind == "verbod")
    around = any_of(only_holds(norm, view) for norm in norms if norm.only)
    return all_of([allowed, negate(forbidden), negate(around)])


def _is_overridden(norm: Norm, view: View) -> Truth:
    """Whether a norm that calls itself an exception to this one holds. Never for a consent requirement."""
    if _asks_consent(norm, view.pack):
        return NO
    found = [
        permission_holds(other, view) if other.kind == "toestemming" else bans_hold(other, view)
        for other in _overriding(norm, view.pack)
    ]
    return any_of(found)


def _overriding(norm: Norm, pack: Pack) -> Iterator[Norm]:
    """The norms that name this one's clause as one they lift: of the same or a higher rank."""
    for other in pack.norms:
        meant = _meant(other.lifts, other, pack) - _meant(other.lifts_not, other, pack)
        if norm.clause in meant and RANKS[other.rank] >= RANKS[norm.rank]:
            yield other


def _meant(references: tuple[str, ...], by: Norm, pack: Pack) -> set[str]:
    return {number for reference in references for number in clauses_meant(reference, pack.clauses, by=by.clause)}


def _asks_consent(norm: Norm, pack: Pack) -> bool:
    """Whether a norm leans on a valid yes, by name or through a definition."""
    rules = {rule.name for rule in pack.consent_rules}
    within = () if norm.only_within is None else (norm.only_within,)
    nodes = (norm.about, norm.needs, *norm.unless, *norm.only_spares, *within)
    return any(_all_names(node, pack) & rules for node in nodes)


def _all_names(node: Node, pack: Pack) -> frozenset[str]:
    names = names_in(node)
    meanings = [d.about for d in pack.definitions if d.word in names and d.about is not None and not d.covers]
    return names.union(*(_all_names(meaning, pack) for meaning in meanings))


def _plays(norm: Norm, view: View) -> Truth:
    about = addressed(view, clause=norm.clause, who=norm.who, actions=norm.actions, media=norm.media)
    return min(about, truth_of(norm.about, view))


def _permission_here(norm: Norm, view: View) -> Truth:
    """The whole of a permission for one person, or for an act that it does not look at person by person."""
    taken = any_of(truth_of(condition, view) for condition in norm.unless)
    return all_of([_plays(norm, view), truth_of(norm.needs, view), negate(taken)])


def _apart_from_people(norm: Norm, whole: View) -> Truth:
    """The part of a permission that holds or fails whoever is there, also when nobody is."""
    about = addressed(whole, clause=norm.clause, who=norm.who, actions=norm.actions, media=norm.media)
    asked = [part for node in (norm.about, norm.needs) for part in _conjuncts(node) if not _is_personal(part, whole)]
    taken = [node for node in norm.unless if not _is_personal(node, whole)]
    return all_of(
        [about, *(truth_of(part, whole) for part in asked), *(negate(truth_of(node, whole)) for node in taken)]
    )


def _is_personal(node: Node, view: View) -> bool:
    """Whether a condition is about the person in view."""
    if isinstance(node, Some | Each):
        return False
    if children(node):
        return any(_is_personal(child, view) for child in children(node))
    return any(_names_person(name, view) for name in names_in(node))


def _names_person(name: str, view: View) -> bool:
    fact = view.catalogue.fact(name)
    if fact is not None:
        return fact.per_person
    meanings = [d.about for d in view.definitions(name) if d.about is not None]
    return any(rule.name == name for rule in view.pack.consent_rules) or any(
        _is_personal(meaning, view) for meaning in meanings
    )


def _is_stranger(norm: Norm, view: View) -> bool:
    return norm.per is not None and view.place is None


def _conjuncts(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, And) else (node,)
