"""A pack without one of its exceptions: those that stand apart, and those that stand as "niet" in a condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from magdit.norms.conditions.tree import And, Each, Node, Not, Or, Some, names_in
from magdit.norms.model import Definition, Pack
from magdit.words.actions import ACTIONS
from magdit.words.media import MEDIA
from magdit.words.roles import ROLES
from tests.protocols.mutants.trees import with_changed_conditions, with_part


def written_exceptions(pack: Pack) -> Iterator[tuple[str, Pack]]:
    """Each item of `tenzij`, `uitzondering_op`, `behalve`, `behoudens` and what a wide word leaves out."""
    for at, norm in enumerate(pack.norms):
        for field in ("unless", "lifts", "lifts_not", "only_spares"):
            listed = getattr(norm, field)
            for place in range(len(listed)):
                shorter = replace(norm, **{field: (*listed[:place], *listed[place + 1 :])})
                yield f"{norm.id} {field}[{place}]", with_part(pack, "norms", at, shorter)
    for at, definition in enumerate(pack.definitions):
        for field in ("never", "open"):
            listed = getattr(definition, field)
            for place in _left_out(definition, listed):
                changed = replace(definition, **{field: (*listed[:place], *listed[place + 1 :])})
                yield f"{definition.word} {field} {listed[place]}", with_part(pack, "definitions", at, changed)


def _left_out(definition: Definition, listed: tuple[str, ...]) -> Iterator[int]:
    """What a wide word leaves out of what it covers, or leaves unsure; the rest of the list only says so once more."""
    for words in (MEDIA, ROLES, ACTIONS):
        covered = {under for word in definition.covers if word in words for under in words.below(words.code(word))}
        for place, word in enumerate(listed):
            if word in words and words.code(word) in covered:
                yield place


def exceptions_in_conditions(pack: Pack) -> Iterator[tuple[str, Pack]]:
    """Each "en niet …" of a condition, and each way by which an exception that has a name can come true."""
    yield from with_changed_conditions(pack, _without_a_not)
    named = frozenset().union(*(names_in(node) for norm in pack.norms for node in norm.unless))
    for at, definition in enumerate(pack.definitions):
        if definition.word in named and isinstance(definition.about, Or):
            for place, part in enumerate(definition.about.parts):
                left = tuple(other for other in definition.about.parts if other is not part)
                changed = replace(definition, about=left[0] if len(left) == 1 else Or(left))
                yield f"{definition.word} of[{place}]", with_part(pack, "definitions", at, changed)


def _without_a_not(node: Node) -> Iterator[Node]:
    """The condition without one "en niet …", however deep it stands."""
    match node:
        case And(parts) | Or(parts):
            for at, part in enumerate(parts):
                rest = (*parts[:at], *parts[at + 1 :])
                if isinstance(node, And) and isinstance(part, Not):
                    yield rest[0] if len(rest) == 1 else And(rest)
                for other in _without_a_not(part):
                    yield replace(node, parts=(*parts[:at], other, *parts[at + 1 :]))
        case Not(part):
            yield from (Not(other) for other in _without_a_not(part))
        case Some(_, inner) | Each(_, inner):
            yield from (replace(node, condition=other) for other in _without_a_not(inner))
