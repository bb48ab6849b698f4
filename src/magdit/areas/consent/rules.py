"""Whose answer is taken, and why not. Pure: knows what the packs ask, not who anybody is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from magdit.areas.consent.asked import Asking
from magdit.areas.consent.probing import Subject
from magdit.areas.consent.standing import speaks
from magdit.words.roles import ROLES
from magdit.words.states import GIVEN
from magdit.words.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an answer is not taken: a code with facts, for a sentence."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


def why_not(
    asking: Asking, who: Subject, *, role: str, state: str, active: bool, words: Vocabulary = ROLES
) -> Reason | None:
    """Why this answer is not taken, or None. A no is also taken about what nobody asks, or asks any more."""
    if not asking.is_asked:
        return _unasked(asking) if state in GIVEN else None
    if state in GIVEN and not active:
        return Reason("no_longer_asked")
    if speaks(asking, role, who, words):
        return None
    return Reason("not_your_turn", {"who": " of ".join(_dutch(signer, words) for signer in asking.signers)})


def _unasked(asking: Asking) -> Reason:
    if asking.outcome == "niet_nodig":
        return Reason("no_yes_needed")
    clauses = ", ".join(f"{one.pack} {one.clause}" for one in asking.because)
    return Reason("never_asked", {"clauses": clauses} if clauses else {"clauses": "dit kanaal kent de school niet"})


def _dutch(role: str, words: Vocabulary) -> str:
    return words.dutch(role) if role in words else role
