"""Whom and what a norm or duty is about: its scope and the roles, actions and media it names."""

from __future__ import annotations

from magdit.norms.model import Scope
from magdit.norms.naive.conditions import actor_is, truth_of
from magdit.norms.naive.view import View
from magdit.norms.naive.words import falls_under
from magdit.norms.references import clauses_meant
from magdit.norms.truth import UNKNOWN, YES, Truth, all_of, any_of


def addressed(
    view: View,
    *,
    clause: str,
    who: tuple[str, ...] = (),
    actions: tuple[str, ...] = (),
    media: tuple[str, ...] = (),
) -> Truth:
    """Whether the act is in scope of the clause, by one of these roles, one of these actions, along such a medium."""
    return all_of(
        [
            _clause_in_scope(clause, view),
            actor_is(view, who),
            _word_fits("handeling", actions, view),
            _word_fits("medium", media, view),
        ]
    )


def in_scope(scope: Scope, view: View) -> Truth:
    """Whether the act lies within one scope."""
    whole = view.of_the_whole()
    return min(actor_is(whole, scope.who), truth_of(scope.about, whole))


def _clause_in_scope(clause: str, view: View) -> Truth:
    """Whether the act lies within every scope that is about this clause in particular."""
    return all_of(in_scope(scope, view) for scope in view.pack.scopes if _is_over(scope, clause, view))


def _is_over(scope: Scope, clause: str, view: View) -> bool:
    return any(clause in clauses_meant(reference, view.pack.clauses, by=scope.clause) for reference in scope.clauses)


def _word_fits(fact: str, wanted: tuple[str, ...], view: View) -> Truth:
    """Whether the act's action or medium is one of these; none named means any."""
    if not wanted:
        return YES
    given = view.act.facts.get(fact)
    if not isinstance(given, str):
        return UNKNOWN
    return any_of(falls_under(given, want, view.catalogue.vocabularies[fact], view) for want in wanted)
