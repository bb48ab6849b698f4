"""Whose answer is taken, and why not. Pure: knows what the packs ask, not who anybody is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from magdit.areas.consent.asking.asked import Asking
from magdit.areas.consent.asking.probing import Subject
from magdit.areas.consent.records import PARENTS
from magdit.areas.consent.standing import speaking_as
from magdit.areas.people.rules import ADULT
from magdit.norms.act import age_on
from magdit.words.roles import ROLES
from magdit.words.states import FORMS, GIVEN
from magdit.words.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an answer is not taken: a code with facts, for a sentence."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer that someone wants to give: in which role, with which state, in which form.

    `takes_back`: whether their last answer was a no. A yes is then heard also where none is needed: the no goes.
    """

    role: str
    state: str
    form: str
    takes_back: bool = False


def why_not(
    asking: Asking, who: Subject, offer: Offer, *, active: bool, day: date, words: Vocabulary = ROLES
) -> Reason | None:
    """Why this answer is not taken, or None. A no is also taken about what nobody asks, or asks any more."""
    is_yes = offer.state in GIVEN
    if not asking.is_asked:
        heard = not is_yes or (offer.takes_back and asking.outcome == "niet_nodig")
        return None if heard else _unasked(asking)
    if is_yes and not active:
        return Reason("no_longer_asked")
    if nobody_signs(asking, who, day=day):
        return Reason("nobody_signs") if is_yes else None
    mine = speaking_as(offer.role, who, words)
    if is_yes and mine & set(asking.signers) and not _in_form(asking, mine, offer.form):
        return Reason("only_on_paper")
    if mine & set(asking.signers):
        return None
    return Reason("not_your_turn", {"who": " of ".join(_dutch(signer, words) for signer in asking.signers)})


def nobody_signs(asking: Asking, who: Subject, *, day: date) -> bool:
    """Whether the school wants a yes that nobody can give any more: of the parents, about who is of age."""
    of_age = who.born is not None and age_on(day, who.born) >= ADULT
    hard = (demand for demand in asking.demands if not demand.soft and not demand.is_objection)
    return of_age and any(demand.signers and PARENTS.issuperset(demand.signers) for demand in hard)


def _in_form(asking: Asking, mine: frozenset[str], form: str) -> bool:
    """Whether every rule for which this counts accepts a yes in this form."""
    rules = (demand.rule for demand in asking.demands if mine & set(demand.signers) and not demand.soft)
    return all(not rule.forms or any(form in FORMS.below(one) for one in rule.forms) for rule in rules)


def _unasked(asking: Asking) -> Reason:
    if asking.outcome == "niet_nodig":
        return Reason("no_yes_needed")
    clauses = ", ".join(f"{one.pack} {one.clause}" for one in asking.because)
    return Reason("never_asked", {"clauses": clauses} if clauses else {"clauses": "dit kanaal kent de school niet"})


def _dutch(role: str, words: Vocabulary) -> str:
    return words.dutch(role) if role in words else role
