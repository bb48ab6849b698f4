"""Finds marks that say a text is not for everyone: vertrouwelijk, embargo, niet delen. Talk about trust is no mark."""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import words
from magdit.check.text.text import Text

# A mark stands at the start of a line, in brackets or by itself; elsewhere 'vertrouwelijk' is only a word.
_MARK = re.compile(
    r"(?:^|[\[(|*#>]|\n)[ \t*_#>\[(]{0,5}(?:(?:strikt|zeer|uiterst)\s)?"
    r"(?P<mark>vertrouwelijk|confidentieel|confidential|geheim|persoonlijk en vertrouwelijk|strictly private)"
    r"(?![^\W_])(?=\s{0,3}(?:[:!.\])*|\n-]|$))"
)
_SUBJECT = r"(?:dit|deze\s\w{1,20}|het\svolgende|onderstaande|bovenstaande|bijgaande\s\w{1,20})"
_SAID = words(
    rf"{_SUBJECT}\s(?:is|zijn|blijft)\s(?:(?:nog|strikt|zeer|uiterst|wel|echt)\s){{0,3}}(?:vertrouwelijk|geheim)",
    "strikt vertrouwelijk",
    "in vertrouwen (?:gedeeld|verteld|gezegd)",
    r"(?:alleen|uitsluitend|slechts)\s(?:bestemd\s)?voor\sintern\sgebruik",
    "voor intern gebruik",
    "internal use only",
    r"(?:dit\s)?blijft (?:onder|tussen) ons",
    "onder ons gezegd(?: en gezwegen)?",
    "mondje dicht",
    "niet (?:bestemd )?voor (?:publicatie|derden|buitenstaanders|de buitenwereld)",
    "do not share",
)
_ASKED = words(
    r"(?:a\.?u\.?b\.?\s|svp\s|nog\s|graag\s|dit\s)?niet\s(?:verder\s)?"
    r"(?:verspreiden|doorsturen|delen|doorvertellen|vertellen)(?:\s(?:a\.?u\.?b|svp|met anderen|met derden))?",
)
_EMBARGO = words(
    r"onder embargo",
    r"embargo\s?(?:tot|t/m|tm)",
    r"embargo(?=\s?[!:.\])]|\s?$)",
    "under embargo",
    r"niet (?:publiceren|openbaar maken|naar buiten brengen)\s(?:voor|tot)",
    r"pas publiceren (?:na|op|vanaf)",
)
# Rules about keeping things to oneself are no mark: 'foto's mag je niet delen', 'niet delen zonder toestemming'.
_A_RULE = re.compile(
    r"(?<![^\W_])(?:mag|mogen|moet|moeten|kun|kan|kunt|wil|willen|zullen|zal|we|wij|om|door|te|die|dat|foto's)"
    r"\s(?:\w{1,20}\s){0,4}\Z"
)
_A_CONDITION = re.compile(r"\s(?:zonder|van|door|met (?:twee|drie|elkaar)|als|wanneer|tenzij)")


def find(text: Text) -> tuple[Finding, ...]:
    """A mark or an embargo is certain; a request not to pass it on is possible."""
    certain = [
        *((match.span("mark"), "mark") for match in _MARK.finditer(text.folded)),
        *((match.span(), "embargo") for match in _EMBARGO.finditer(text.folded)),
        *((match.span(), "said") for match in _SAID.finditer(text.folded) if not _is_a_rule(text, match)),
    ]
    asked = [match.span() for match in _ASKED.finditer(text.folded) if not _is_a_rule(text, match)]
    return (
        *(found("confidential", text.span(*span), sure=True, code=code) for span, code in certain),
        *(found("confidential", text.span(*span), sure=False, code="asked") for span in asked),
    )


def _is_a_rule(text: Text, match: re.Match[str]) -> bool:
    lead = text.folded[max(0, match.start() - 50) : match.start()]
    about_itself = match[0].startswith(("dit", "deze", "onderstaande", "bovenstaande", "bijgaande", "het volgende"))
    rule = _A_RULE.search(lead) and not about_itself
    return bool(rule or _A_CONDITION.match(text.folded, match.end()))
