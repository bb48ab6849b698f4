"""Whose yes counts under two versions of one protocol: the requirements themselves, asked of people of every age.

A verdict does not always show it: what one requirement lets go, another article may still forbid.
"""

from __future__ import annotations

from collections.abc import Iterator

from magdit.norms.act import Act, FactValue, Person
from magdit.norms.conditions.tree import Name
from magdit.norms.examples.leaves import leaves
from magdit.norms.examples.telling import NAMES
from magdit.norms.examples.values import A_TUESDAY
from magdit.norms.model import ConsentRule
from magdit.norms.truth import NO, YES, Truth
from magdit.protocols.compare_acts import Side
from magdit.protocols.compare_beside import Beside

PLACE = ("in_beeld", 0)
SAID, OPEN = {YES: "telt", NO: "telt_niet"}, "onzeker"
SHOWN: dict[str, FactValue] = {"inhoud": ("foto", "video", "geluid"), "persoonsgegevens": True}


def changed_consents(left: Side, right: Side) -> Iterator[Beside]:
    """Each requirement of both under which an answer is worth something else, with an example, a sharp one if any."""
    theirs = {rule.name: rule for rule in right.pack.consent_rules}
    for rule in left.pack.consent_rules:
        other = theirs.get(rule.name)
        if other is None or (other == rule and left.pack.definitions == right.pack.definitions):
            continue
        node, found = Name(rule.name), []
        for act in (*_acts(left, rule), *_acts(right, other)):
            one, two = (side.examples.supposer.truth(node, act, PLACE) for side in (left, right))
            if one is not two:
                found.append(Beside("toestemmingseis", rule.clause, _said(one), _said(two), rule.name, act))
        yield from sorted(found, key=lambda beside: OPEN in {beside.left, beside.right})[:1]


def _acts(side: Side, rule: ConsentRule) -> Iterator[Act]:
    """Acts with one person in it who answered in every way, in every state that the requirement tells apart."""
    medium = next(iter(rule.channels), "instagram")
    bare = Act(facts={"moment": A_TUESDAY, "medium": medium}, people={PLACE[0]: (Person(facts={"naam": NAMES[0]}),)})
    shown = Act(facts={**bare.facts, **SHOWN}, people={PLACE[0]: (Person(facts={"naam": NAMES[0], "genoemd": True}),)})
    for start in (bare, shown):
        for act in (start, *_turned(side, rule, start)):
            yield from side.probes.varied.of_consent(act, rule)


def _turned(side: Side, rule: ConsentRule, act: Act) -> Iterator[Act]:
    """The act told on so that something a signer depends on is so, and so that it is not."""
    supposer = side.examples.supposer
    for leaf in dict.fromkeys(leaf for signer in rule.signers for leaf in leaves(signer.when, supposer.meanings)):
        for wanted in (True, False):
            more = next(supposer.all_so([(leaf, wanted)], act, PLACE, tries=200), None)
            if more is not None and more != act:
                yield more


def _said(truth: Truth) -> str:
    return SAID.get(truth, OPEN)
