"""A condition with one leaf changed, for every leaf that can be: the trees a slip of the pen would leave behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from magdit.norms.conditions.tree import And, Each, Node, Not, Or, Some
from magdit.norms.model import Pack

Change = Callable[[Node], Iterator[Node]]


def changed_trees(node: Node, change: Change) -> Iterator[Node]:
    """The condition with one of its leaves changed, each way that `change` offers."""
    match node:
        case And(parts) | Or(parts):
            for at, part in enumerate(parts):
                for other in changed_trees(part, change):
                    yield replace(node, parts=(*parts[:at], other, *parts[at + 1 :]))
        case Not(part):
            yield from (Not(other) for other in changed_trees(part, change))
        case Some(_, inner) | Each(_, inner):
            yield from (replace(node, condition=other) for other in changed_trees(inner, change))
        case _:
            yield from change(node)


def leaf_by_leaf(change: Change) -> Change:
    """What changes a whole condition by changing one of its leaves."""
    return lambda node: changed_trees(node, change)


def with_changed_conditions(pack: Pack, ways: Change) -> Iterator[tuple[str, Pack]]:
    """The pack with one condition changed, each way that `ways` offers, with the place where that was."""
    yield from _in_norms(pack, ways)
    for field in ("definitions", "scopes", "duties"):
        for at, part in enumerate(getattr(pack, field)):
            for node in ways(part.about) if part.about is not None else ():
                yield f"{part.clause} {field}[{at}]", with_part(pack, field, at, replace(part, about=node))
    for at, rule in enumerate(pack.consent_rules):
        for place, signer in enumerate(rule.signers):
            for node in ways(signer.when):
                signers = (*rule.signers[:place], replace(signer, when=node), *rule.signers[place + 1 :])
                yield f"{rule.name} door[{place}]", with_part(pack, "consent_rules", at, replace(rule, signers=signers))


def _in_norms(pack: Pack, ways: Change) -> Iterator[tuple[str, Pack]]:
    for at, norm in enumerate(pack.norms):
        for name in ("about", "needs"):
            for node in ways(getattr(norm, name)):
                yield f"{norm.id} {name}", with_part(pack, "norms", at, replace(norm, **{name: node}))
        for place, exception in enumerate(norm.unless):
            for node in ways(exception):
                unless = (*norm.unless[:place], node, *norm.unless[place + 1 :])
                yield f"{norm.id} unless[{place}]", with_part(pack, "norms", at, replace(norm, unless=unless))


def with_part(pack: Pack, field: str, at: int, part: object) -> Pack:
    """The pack with another part in this place."""
    parts = getattr(pack, field)
    return replace(pack, **{field: (*parts[:at], part, *parts[at + 1 :])})
