"""Finds pupil numbers: behind 'leerlingnummer', and those that stand on the roster. An education number counts too."""

from __future__ import annotations

import re

from magdit.check.tables.roster import Roster
from magdit.check.text.finding import Finding, Reason, found
from magdit.check.text.text import Text

_NAMED = re.compile(
    r"(?<![^\W_])(?:leerlingnummer|leerlingnr|leerlingennummer|leerling-?id|llnr|lln-?nr|lln-?nummer|stamnummer|stamnr"
    r"|studentnummer|studentnr|onderwijsnummer|deelnemernummer|eck-?id|personeelsnummer|magisternummer)"
    r"\.?(?:\s(?:is|van\s\w{1,20}\s(?:is|:)))?[\s:=#]{0,3}(?P<number>[a-z]{0,2}\d{4,12})(?!\w)"
)
_NUMBER = re.compile(r"(?<![\w.,+-])\d{4,12}(?![\w-]|[.,]\d)")
_SHORTEST = 5  # shorter ones are years and house numbers as often as pupils


def find(text: Text, roster: Roster) -> tuple[Finding, ...]:
    """A number behind its word, or a number that is somebody's on the roster."""
    findings = [
        found("pupil_number", text.span(*match.span("number")), sure=True, code="pupil_number")
        for match in _NAMED.finditer(text.folded)
    ]
    for match in _NUMBER.finditer(text.folded):
        if len(match[0]) >= _SHORTEST and match[0] in roster.by_id:
            reason = Reason("pupil_number_on_roster")
            findings.append(Finding(*text.span(*match.span()), "pupil_number", "zeker", reason, (match[0],)))
    return tuple(findings)
