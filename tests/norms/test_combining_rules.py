"""How what all norms say becomes one outcome: deny-overrides of XACML 3.0 (C.2), with its kinds of Indeterminate.

The table is written out from the standard: Deny wins from all; Indeterminate{DP} from all but Deny; Indeterminate{D}
beside Permit or Indeterminate{P} (or {DP}) is Indeterminate{DP}, alone it stays {D}; Permit wins from
Indeterminate{P}; NotApplicable gives way to everything.
"""

from __future__ import annotations

from itertools import permutations, product

import pytest

from magdit.norms.combine import Says, ban_holds, combined, said_by_ban, said_by_permission
from magdit.norms.truth import NO, UNKNOWN, YES

NAMES = {
    "D": Says.DENY,
    "P": Says.PERMIT,
    "ID": Says.MAYBE_DENY,
    "IP": Says.MAYBE_PERMIT,
    "IDP": Says.MAYBE_EITHER,
    "NA": Says.NOTHING,
}

# One row a left operand, one column a right operand; the standard's order of evaluation does not matter.
COLUMNS = ("D", "P", "ID", "IP", "IDP", "NA")
TABLE = {
    "D": ("D", "D", "D", "D", "D", "D"),
    "P": ("D", "P", "IDP", "P", "IDP", "P"),
    "ID": ("D", "IDP", "ID", "IDP", "IDP", "ID"),
    "IP": ("D", "P", "IDP", "IP", "IDP", "IP"),
    "IDP": ("D", "IDP", "IDP", "IDP", "IDP", "IDP"),
    "NA": ("D", "P", "ID", "IP", "IDP", "NA"),
}
PAIRS = [(left, right, TABLE[left][at]) for left in TABLE for at, right in enumerate(COLUMNS)]


@pytest.mark.parametrize(("left", "right", "wanted"), PAIRS)
def test_two_norms_combine_as_the_standard_says(left, right, wanted):
    """All thirty-six pairs."""
    assert combined([NAMES[left], NAMES[right]]) is NAMES[wanted]


def test_any_number_of_norms_combines_as_the_standard_says_in_any_order():
    """Every set of up to five sayings, in every order, held against the standard's own words."""
    for count in range(6):
        for said in product(NAMES.values(), repeat=count):
            assert combined(said) is _standard(frozenset(said)), said


def test_the_order_of_norms_does_not_matter():
    """All orders of all six sayings together."""
    outcomes = {combined(order) for order in permutations(NAMES.values())}

    assert outcomes == {Says.DENY}


def _standard(said: frozenset[Says]) -> Says:
    """Appendix C.2, line by line."""
    if Says.DENY in said:
        return Says.DENY
    if Says.MAYBE_EITHER in said:
        return Says.MAYBE_EITHER
    if Says.MAYBE_DENY in said and (Says.MAYBE_PERMIT in said or Says.PERMIT in said):
        return Says.MAYBE_EITHER
    for winner in (Says.MAYBE_DENY, Says.PERMIT, Says.MAYBE_PERMIT):
        if winner in said:
            return winner
    return Says.NOTHING


# What a ban says is what it could say once all is known: every completion of the unknown, taken together.
COMPLETE = {NO: (NO,), YES: (YES,), UNKNOWN: (NO, YES)}
KNOWN = {(YES, NO): "D", (YES, YES): "P", (NO, NO): "NA", (NO, YES): "NA"}
BY_POSSIBLE = {
    frozenset({"D"}): Says.DENY,
    frozenset({"P"}): Says.PERMIT,
    frozenset({"NA"}): Says.NOTHING,
    frozenset({"D", "NA"}): Says.MAYBE_DENY,
    frozenset({"P", "NA"}): Says.MAYBE_PERMIT,
    frozenset({"D", "P"}): Says.MAYBE_EITHER,
    frozenset({"D", "P", "NA"}): Says.MAYBE_EITHER,
}


@pytest.mark.parametrize(("met", "lifted"), list(product((NO, UNKNOWN, YES), repeat=2)))
def test_a_ban_says_exactly_what_it_still_can_come_to(met, lifted):
    """A ban that plays forbids, one that is lifted permits, one that does not play says nothing; unknown is each."""
    possible = frozenset(KNOWN[pair] for pair in product(COMPLETE[met], COMPLETE[lifted]))

    assert said_by_ban(met, lifted) is BY_POSSIBLE[possible]


@pytest.mark.parametrize(("holds", "wanted"), [(YES, "P"), (UNKNOWN, "IP"), (NO, "NA")])
def test_a_permission_permits_or_may_permit_or_says_nothing(holds, wanted):
    """A permission never forbids by itself."""
    assert said_by_permission(holds) is NAMES[wanted]


@pytest.mark.parametrize(("met", "lifted"), list(product((NO, UNKNOWN, YES), repeat=2)))
def test_a_ban_holds_when_it_plays_and_is_not_lifted(met, lifted):
    """Kleene's and of playing and not being lifted."""
    outcomes = {m is YES and li is NO for m in COMPLETE[met] for li in COMPLETE[lifted]}
    wanted = YES if outcomes == {True} else NO if outcomes == {False} else UNKNOWN

    assert ban_holds(met, lifted) is wanted
