"""Whose word a fact is. What another must judge, the author of a post does not settle for themselves.

An author may say that something goes too far: that only shuts a door. An author who saw nothing may say so too, until
a finder saw something; then it is for who the protocols name, and the fact stays open.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from magdit.check.draft.draft import Draft
from magdit.norms.catalogue import Fact
from magdit.norms.read_value import YES_NO
from magdit.words.roles import AUTHOR, ROLES

OWN = frozenset({None, AUTHOR})


def counts(draft: Draft, fact: Fact | None, *, was_found: bool) -> bool:
    """Whether what the author told of this fact is theirs to tell. `was_found`: a finder raised it."""
    if fact is None or not is_judged_by_other(draft.roles, fact):
        return True
    if fact.asked != "bij_vlag":
        return False
    return _shuts(fact, draft.told[fact.name]) or not was_found


def is_judged_by_other(roles: Collection[str], fact: Fact) -> bool:
    """Whether this is left to the judgement of a role that is none of these."""
    if not fact.is_judgement or fact.giver is None or fact.giver in OWN:
        return False
    return ROLES.below(fact.giver).isdisjoint(roles)


def not_theirs(draft: Draft, facts: Mapping[str, Fact], found: Collection[str]) -> frozenset[str]:
    """The facts that the author told and that stay open, for another judges them."""
    told = (name for name in draft.told if name not in draft.judged)
    return frozenset(name for name in told if not counts(draft, facts.get(name), was_found=name in found))


def _shuts(fact: Fact, told: object) -> bool:
    """Whether it says something else than what is presumed while nobody raises it."""
    said = YES_NO.get(told.strip().casefold()) if isinstance(told, str) else told
    return said is not fact.assumed
