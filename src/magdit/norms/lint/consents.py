"""A consent asked of somebody whom it is not about: a photo of a teacher that needs the yes of parents.

Tried on people who are no pupil: does their own yes count, and if not, whose does?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from magdit.norms.act import Act, Consent, day_of
from magdit.norms.conditions.tree import Compare, In, Name
from magdit.norms.examples.suppose import Wish
from magdit.norms.examples.telling import BLANK, person_at
from magdit.norms.examples.values import A_TUESDAY, DAY
from magdit.norms.lint.finding import Finding
from magdit.norms.lint.looked_at import LookedAt
from magdit.norms.model import ConsentRule, Norm
from magdit.norms.truth import YES
from magdit.words.states import COVERS

GROWN_UP = ("leerkracht", "vrijwilliger", "bezoeker")
AGE = 35


def consent_findings(at: LookedAt) -> Iterator[Finding]:
    """One finding for every norm and requirement that asks others about somebody grown up."""
    for norm in at.pack.norms:
        names = at.supposer.values.leaning.names(norm)
        for rule in at.pack.consent_rules:
            if norm.per is not None and rule.name in names and not rule.opt_out:
                yield from islice(_of_rule(at, norm, rule), 1)


def _of_rule(at: LookedAt, norm: Norm, rule: ConsentRule) -> Iterator[Finding]:
    for role in GROWN_UP:
        for act, place in _shown(at, norm, role):
            if _counts(at, rule, act, place, (role, "zelf")):
                continue
            asked = [by for by in dict.fromkeys(s.role for s in rule.signers) if _counts(at, rule, act, place, (by,))]
            roles = at.catalogue.vocabularies["rol"]
            facts = {"wie": roles.dutch(role), "eis": rule.name, "van": ", ".join(roles.dutch(by) for by in asked)}
            clauses = tuple(dict.fromkeys((norm.clause, rule.clause)))
            if asked:
                yield Finding("toestemming_van_ander", "gewoon", clauses, facts, example=act)
            else:
                yield Finding("niemand_kan_ja_zeggen", "luid", clauses, facts, example=act)


def _shown(at: LookedAt, norm: Norm, role: str) -> Iterator[tuple[Act, tuple[str, int]]]:
    """An act on which the norm plays for a grown-up in this role."""
    start = BLANK.with_fact("moment", A_TUESDAY)
    for act, place in islice(at.supposer.views(norm, start), 1):
        if place is not None:
            grown_up: list[Wish] = [(In("rol", (role,)), True), (Compare("leeftijd", "=", AGE), True)]
            wishes = [*grown_up, *at.supposer.plays(norm)]
            for found in islice(at.supposer.all_so(wishes, act, place), 1):
                yield found, place


def _counts(at: LookedAt, rule: ConsentRule, act: Act, place: tuple[str, int], givers: Iterable[str]) -> bool:
    """Whether a yes of these people, given as it should be, is a valid one."""
    person, moment = person_at(act, place), act.moment
    if person is None or moment is None:
        return False
    medium = act.facts.get("medium")
    answers = tuple(
        Consent(
            by,
            "gegeven",
            on=day_of(moment) - DAY,
            form=next(iter(rule.forms), "schriftelijk"),
            covers=tuple(word.code for word in COVERS),
            channels=(medium,) if isinstance(medium, str) else None,
            authority="ja",
        )
        for by in givers
    )
    told = act.with_person(*place, replace(person, consent=None, consents=answers))
    return at.supposer.truth(Name(rule.name), told, place) is YES
