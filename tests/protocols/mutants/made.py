"""Small changes to a pack, of the kinds people make by mistake; each says what was changed and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from random import Random

from magdit.norms.conditions.tree import And, In, Node
from magdit.norms.model import Norm, Pack
from magdit.words.media import MEDIA
from magdit.words.roles import ROLES
from tests.protocols.mutants.bounds import bounds_beside, deciding_bounds
from tests.protocols.mutants.exceptions import exceptions_in_conditions, written_exceptions
from tests.protocols.mutants.trees import leaf_by_leaf, with_changed_conditions, with_part

OTHER_ROLES = ("leerling", "ouder", "leerkracht", "medewerker", "stagiair", "bestuur")
OTHER_MEDIA = ("instagram", "whatsapp", "website", "email", "ouderportaal", "krant", "teams", "signal")


@dataclass(frozen=True)
class Mutant:
    """A pack with one thing changed."""

    kind: str
    place: str
    pack: Pack


def flipped_kinds(pack: Pack) -> Iterator[tuple[str, Pack]]:
    for at, norm in enumerate(pack.norms):
        for kind in ("verbod", "toestemming", "gebod"):
            if kind != norm.kind and not (norm.kind == "toestemming" and kind == "gebod"):  # that says the same
                yield f"{norm.id} -> {kind}", with_part(pack, "norms", at, _as_kind(norm, kind))


def _as_kind(norm: Norm, kind: str) -> Norm:
    plain = replace(norm, kind=kind, only=False, only_within=None, only_rest=(), only_spares=())
    if kind == "verbod":  # what was asked is now what makes it forbidden
        about = norm.about if norm.kind == "gebod" else And((norm.about, norm.needs))
        return replace(plain, about=about, needs=type(plain)("", "", "verbod").needs)
    if norm.kind == "verbod" and kind == "gebod":
        return replace(plain, about=type(plain)("", "", "verbod").about, needs=norm.about)
    return plain


def widened_addressees(pack: Pack) -> Iterator[tuple[str, Pack]]:
    for field in ("norms", "duties", "scopes", "powers"):
        for at, part in enumerate(getattr(pack, field)):
            if part.who:
                place = f"{part.clause} {field}[{at}]"
                yield f"{place} iedereen", with_part(pack, field, at, replace(part, who=()))
                for role in OTHER_ROLES:
                    if role not in _reached(pack, part.who):
                        yield f"{place} + {role}", with_part(pack, field, at, replace(part, who=(*part.who, role)))
    for at, definition in enumerate(pack.definitions):
        if definition.covers and definition.covers[0] in ROLES:
            for role in OTHER_ROLES:
                if role not in _reached(pack, definition.covers):
                    wider = replace(definition, covers=(*definition.covers, role))
                    yield f"{definition.word} + {role}", with_part(pack, "definitions", at, wider)


def _reached(pack: Pack, words: Iterable[str]) -> set[str]:
    """Every role that a list of words reaches already, also through the pack's own wide words."""
    found: set[str] = set()
    for word in words:
        own = [definition.covers for definition in pack.definitions if definition.word == word]
        found |= ROLES.below(ROLES.code(word)) if word in ROLES else set()
        found |= {role for covers in own for role in _reached(pack, (one for one in covers if one != word))}
    return found


def swapped_channels(pack: Pack) -> Iterator[tuple[str, Pack]]:
    for at, norm in enumerate(pack.norms):
        for words in _swapped(norm.media):
            yield f"{norm.id} medium {words}", with_part(pack, "norms", at, replace(norm, media=words))
    for at, definition in enumerate(pack.definitions):
        for field in ("covers", "never", "open"):
            listed = getattr(definition, field)
            if listed and listed[0] in MEDIA:
                for words in _swapped(listed):
                    changed = replace(definition, **{field: words})
                    yield f"{definition.word} {field} {words}", with_part(pack, "definitions", at, changed)
    for at, rule in enumerate(pack.consent_rules):
        for words in _swapped(rule.channels):
            yield f"{rule.name} kanalen {words}", with_part(pack, "consent_rules", at, replace(rule, channels=words))
    yield from with_changed_conditions(pack, leaf_by_leaf(_swapped_leaf))


def _swapped(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for place, word in enumerate(words):
        for other in OTHER_MEDIA:
            if other != word and other not in words:
                yield (*words[:place], other, *words[place + 1 :])


def _swapped_leaf(leaf: Node) -> Iterator[Node]:
    if isinstance(leaf, In) and leaf.fact == "medium":
        yield from (replace(leaf, values=words) for words in _swapped(leaf.values))


Made = Iterator[tuple[str, Pack]]
# Of each kind first the places where a pack decides something, and only when those run out the others.
KINDS: dict[str, tuple[Callable[[Pack], Made], ...]] = {
    "flip_kind": (flipped_kinds,),
    "drop_exception": (written_exceptions, exceptions_in_conditions),
    "widen_addressee": (widened_addressees,),
    "move_bound": (deciding_bounds, bounds_beside),
    "swap_channel": (swapped_channels,),
}


def mutants(pack: Pack, kind: str, *, most: int, seed: int) -> list[Mutant]:
    """So many mutants of one kind, spread by chance over the places there are; all of them when there are fewer."""
    chance, every = Random(f"{seed} {pack.id} {kind}"), []
    for places in KINDS[kind]:
        made = [Mutant(kind, place, changed) for place, changed in places(pack)]
        every += chance.sample(made, len(made))
    return every[:most]
