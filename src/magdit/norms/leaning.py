"""What a norm leans on, also at second hand: names, other clauses, and the ages and moments that may turn it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache

from magdit.norms.conditions.tree import And, Compare, In, Node, Not, OnlyFrom, Or, children, clauses_in, names_in
from magdit.norms.model import Definition, Duty, Norm, Pack, Scope
from magdit.norms.references import clauses_meant, first_ring

SCHOOL_YEAR = re.compile(r"(\d{4})-(\d{4})")


class Leaning:
    """Follows names of one pack through its definitions, wide words and requirements."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._behind: dict[str, list[Node]] = {}
        for definition in pack.definitions:
            if definition.about is not None:
                self._behind.setdefault(definition.word, []).append(definition.about)
        for rule in pack.consent_rules:
            self._behind.setdefault(rule.name, []).extend(signer.when for signer in rule.signers)
        self._covered = {d.word: d.covers for d in pack.definitions if d.covers}
        self._next = cache(self._directly_behind)

    def ring(self) -> tuple[str, ...] | None:
        """A definition or requirement that leans on itself, as the path that closes the ring, or None."""
        edges = {name: {m for n in nodes for m in _mentioned(n)} for name, nodes in self._behind.items()}
        for word, covers in self._covered.items():
            edges[word] = edges.get(word, set()) | (set(covers) - {word})
        return first_ring({name: leaned & edges.keys() for name, leaned in edges.items()})

    def names(self, norm: Norm) -> frozenset[str]:
        """Every name and word a norm leans on."""
        return self._closed(conditions_of(norm), (*norm.who, *norm.only_rest, *norm.actions, *norm.media))

    def behind(self, definition: Definition) -> frozenset[str]:
        """Every name that a definition rests on."""
        return self._closed(self._behind.get(definition.word, ()), ())

    def clauses(self, norm: Norm) -> frozenset[str]:
        """The numbers of the clauses that must be judged before this norm can be."""
        scopes = self.scopes_over(norm.clause)
        nodes = [*conditions_of(norm), *(scope.about for scope in scopes)]
        words = [word for scope in scopes for word in scope.who]
        behind = [node for name in self.names(norm) | self._closed(nodes, words) for node in self._behind.get(name, ())]
        references = frozenset().union(*(clauses_in(node) for node in (*nodes, *behind)))
        numbers = self.pack.clauses
        return frozenset(number for ref in references for number in clauses_meant(ref, numbers, by=norm.clause))

    def scopes_over(self, clause: str) -> list[Scope]:
        """The scopes that speak of some clauses only, of which this is one."""
        numbers = self.pack.clauses
        return [
            scope
            for scope in self.pack.scopes
            if any(clause in clauses_meant(reference, numbers, by=scope.clause) for reference in scope.clauses)
        ]

    def ages(self) -> frozenset[int]:
        """The birthdays on which a verdict may change."""
        return frozenset(age for node in self._all_nodes() for age in _ages_in(node))

    def dates(self) -> frozenset[date]:
        """The days and moments that conditions compare the moment of the act with."""
        return frozenset(day for node in self._all_nodes() for day in _dates_in(node))

    def _closed(self, nodes: Iterable[Node], words: Iterable[str]) -> frozenset[str]:
        names: set[str] = set()
        waiting = [*words, *(name for node in nodes for name in _mentioned(node))]
        while waiting:
            name = waiting.pop()
            if name not in names:
                names.add(name)
                waiting.extend(self._next(name))
        return frozenset(names)

    def _directly_behind(self, name: str) -> frozenset[str]:
        mentioned = (more for node in self._behind.get(name, ()) for more in _mentioned(node))
        return frozenset((*self._covered.get(name, ()), *mentioned))

    def _all_nodes(self) -> Iterator[Node]:
        for norm in self.pack.norms:
            yield from conditions_of(norm)
        for behind in self._behind.values():
            yield from behind
        for duty in self.pack.duties:
            yield from _conditions_of_duty(duty)
        yield from (scope.about for scope in self.pack.scopes)


def conditions_of(norm: Norm) -> tuple[Node, ...]:
    """Every condition that stands in a norm."""
    within = () if norm.only_within is None else (norm.only_within,)
    return (norm.about, norm.needs, *norm.unless, *norm.only_spares, *within)


def parts_of(node: Node) -> tuple[Node, ...]:
    """The conditions that must all be true, or the one."""
    return node.parts if isinstance(node, And) else (node,)


def free_names(node: Node) -> frozenset[str]:
    """Names outside `iemand` and `ieder`: those speak of the person in view."""
    if isinstance(node, And | Or | Not):
        return frozenset().union(*(free_names(child) for child in children(node)))
    return names_in(node) if not children(node) else frozenset()


def _conditions_of_duty(duty: Duty) -> tuple[Node, ...]:
    return (duty.about,) if duty.done is None else (duty.about, duty.done)


def _mentioned(node: Node) -> Iterator[str]:
    """Names, and the words they are held against (which may be wide words)."""
    yield from names_in(node)
    if isinstance(node, In | OnlyFrom):
        yield from node.values
    for child in children(node):
        yield from _mentioned(child)


def _dates_in(node: Node) -> Iterator[date]:
    if isinstance(node, Compare) and node.fact == "moment" and isinstance(node.bound, date):
        yield node.bound
    if isinstance(node, In) and node.fact == "schooljaar":
        for year in filter(None, map(SCHOOL_YEAR.fullmatch, node.values)):
            yield from (datetime(int(part), 8, 1) for part in year.groups())
    for child in children(node):
        yield from _dates_in(child)


def _ages_in(node: Node) -> Iterator[int]:
    if isinstance(node, Compare) and node.fact == "leeftijd" and isinstance(node.bound, int):
        turning = {"<": (0,), ">=": (0,), "<=": (1,), ">": (1,)}.get(node.sign, (0, 1))
        yield from (node.bound + more for more in turning)
    for child in children(node):
        yield from _ages_in(child)
