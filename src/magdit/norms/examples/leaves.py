"""The leaves of a condition, through the pack's own definitions: each single thing that can be so or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from magdit.norms.conditions.tree import Always, And, Each, Name, Node, Not, Or, Some


def leaves(node: Node, meanings: Mapping[str, Node], *, within: str | None = None) -> Iterator[Node]:
    """Every leaf, once; one about a person in a list of people comes as "somebody in that list of whom it is so"."""
    seen: set[Node] = set()
    for leaf in _walk(node, meanings, within):
        if leaf not in seen:
            seen.add(leaf)
            yield leaf


def _walk(node: Node, meanings: Mapping[str, Node], within: str | None) -> Iterator[Node]:
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _walk(part, meanings, within)
        case Not(part):
            yield from _walk(part, meanings, within)
        case Some(people, inner) | Each(people, inner):
            yield from _walk(inner, meanings, people)
        case Name(name) if name in meanings:
            yield from _walk(meanings[name], meanings, within)
        case Always():
            return
        case _:
            yield node if within is None else Some(within, node)
