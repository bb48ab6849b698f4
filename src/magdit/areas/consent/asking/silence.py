"""Where no clause asks for a yes but the school does: whose yes that is then, by the law's own rule. No clause by name.

The board put it among its questions, so silence is no. Who may answer is the law's to say: of a pupil the rule that
speaks of pupils, of anyone else the one that leaves it to the person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from magdit.areas.consent.asking.probing import PUPILS, Subject, Topic, postings
from magdit.norms.catalogue import Catalogue
from magdit.norms.model import ConsentRule
from magdit.norms.ready import ReadyPack
from magdit.norms.situation import Situation
from magdit.norms.truth import NO

SELF = "zelf"


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule of the law, made to fit what is asked: whose yes counts, in which form, for how long."""

    pack: str
    rule: ConsentRule
    signers: tuple[str, ...]


def rule_for(
    law: Iterable[ReadyPack], topic: Topic, who: Subject, *, kinds: tuple[str, ...], words: Catalogue
) -> OwnRule | None:
    """Who says yes to these kinds of data of this person; None where the law knows nobody who can."""
    posting = next(iter(postings(topic, who, words=words)))
    here = (posting.with_answers().each(posting.group) or ())[0]
    found = [
        OwnRule(ready.pack.id, rule, turns_of(ready, rule, here))
        for ready in law
        for rule, _ in ready.consents
        if not rule.opt_out
    ]
    fitting = [one for one in found if _is_for(one, who)]
    if not fitting:
        return None
    best = max(fitting, key=lambda one: len(set(one.rule.covers) & set(kinds)))  # of equals the first
    name = f"{best.rule.name} voor {' en '.join(kinds)}"
    return replace(best, rule=replace(best.rule, name=name, covers=kinds, channels=()))


def turns_of(ready: ReadyPack, rule: ConsentRule, here: Situation) -> tuple[str, ...]:
    """The roles whose turn it is under a rule, or may be."""
    tests = ((signer.role, ready.compiler.piece(signer.when, per=True, clause=rule.clause)) for signer in rule.signers)
    return tuple(role for role, turn in tests if turn.test(here) is not NO)


def _is_for(one: OwnRule, who: Subject) -> bool:
    """Whether a rule speaks of people like this one. One that leaves it to the person is not meant for a child."""
    if not who.is_pupil:
        return set(one.signers) == {SELF}
    named = {signer.role for signer in one.rule.signers}
    return bool(one.signers) and bool(named & PUPILS & set(who.roles))
