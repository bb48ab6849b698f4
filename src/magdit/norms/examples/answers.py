"""The answers that a consent can have: a perfect yes of each, of several, of nobody, and each time one thing wrong.

Made for one requirement and one day; whether an answer counts is for the engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations

from magdit.norms.act import Consent
from magdit.norms.examples.values import DAY
from magdit.norms.model import ConsentRule
from magdit.norms.periods import after_period, is_period
from magdit.words.states import COVERS, FORMS

Answers = tuple[Consent, ...]


def answers_to(rule: ConsentRule, day: date, medium: str) -> tuple[list[Answers], list[Answers]]:
    """A perfect yes of each who might sign, alone, for all and for just this; and what else may have been said."""
    kinds = tuple(word.code for word in COVERS)
    signers = dict.fromkeys([*(signer.role for signer in rule.signers), "ouder", "leerling", "zelf"])
    form = next(iter(rule.forms), "schriftelijk")
    perfect = [
        Consent(by, "gegeven", on=day - 10 * DAY, form=form, covers=kinds, channels=(medium,), authority="ja")
        for by in signers
    ]
    plain: list[Answers] = [(one,) for one in perfect]
    plain += [(replace(one, covers=rule.covers),) for one in perfect]  # for this, and for nothing else
    several: list[Answers] = [tuple(perfect), (), *combinations(perfect, 2)]
    several += [tuple(replace(one, state="geweigerd") if one is no else one for one in perfect) for no in perfect]
    return plain, [*several, *((one,) for one in _flawed(perfect[0], rule, day))]


def _flawed(first: Consent, rule: ConsentRule, day: date) -> Iterator[Consent]:
    """The same yes on other days, in other forms, for less, or for another channel."""
    year = day.year - (day.month < 8)
    for on in (day + DAY, day - 364 * DAY, day - 366 * DAY, day - 800 * DAY, date(year, 7, 31), date(year, 8, 1)):
        yield replace(first, on=on)
    if is_period(rule.valid):
        ends = day - (after_period(day, rule.valid) - day)
        yield from (replace(first, on=ends + days * DAY) for days in range(-3, 4))
    yield replace(first, used=True)
    yield from (replace(first, form=form.code) for form in FORMS)
    yield from (
        replace(first, covers=tuple(kind for kind in first.covers or () if kind != left)) for left in rule.covers
    )
    yield from (replace(first, channels=(channel,)) for channel in ("website", "instagram", "ouderportaal"))
    yield replace(first, channels=None)
