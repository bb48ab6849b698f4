"""A school that shows pupils only with a yes, and a photo of someone with answers: for the tests of consents."""

from __future__ import annotations

from typing import Any

from tests.cast import NOOR, Someone
from tests.norms.school import clause, outcome, school

RULE: dict[str, Any] = {
    "levert": "ja",
    "voor": ["foto", "video"],
    "door": [{"rol": "leerling", "als": "leeftijd >= 16"}, {"rol": "ouder", "als": "leeftijd < 16"}],
}
YES = {"door": "ouder", "staat": "gegeven", "dekt": ["foto", "video"]}
NAY = {"door": "ouder", "staat": "geweigerd", "dekt": ["foto", "video"]}
BAN = {"soort": "verbod", "per": "persoon_in_beeld", "als": "herkenbaar", "tenzij": "ja"}


def asking(**changed: Any):
    """A school that shows pupils only with a yes, asked in its own way."""
    return school(clause("1", toestemmingseis={**RULE, **changed}, norm=BAN))


def shown(under, *answers: dict[str, Any], of: Someone = NOOR, **told: Any) -> str:
    """What comes of a photo of someone with these answers."""
    facts = {"inhoud": ["foto"], "medium": "website", **told}
    return outcome(under, in_beeld=[of.shown(herkenbaar=True, toestemmingen=list(answers))], **facts)
