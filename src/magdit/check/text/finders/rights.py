"""Finds hints that something was made by someone else: ©, 'foto: …', 'bron: …', the name of a picture bank."""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import words
from magdit.check.text.text import Text

_SIGN = re.compile(r"(?:©|(?<!\w)\(c\)(?=\s?(?:(?:19|20)\d\d|[a-z]{2})))(?:\s?(?:19|20)\d\d)?(?:\s[^\W\d_]{2,30}){0,3}")
_RESERVED = words(
    r"copyright(?:\s(?:19|20)\d\d)?",
    "alle rechten voorbehouden",
    "all rights reserved",
    "auteursrechtelijk beschermd",
    r"beeldrecht(?:en)?",
    r"getty ?images|shutterstock|anp foto|istock(?:photo)?|adobe ?stock|dreamstime|alamy|hollandse ?hoogte",
)
_CREDIT = re.compile(
    r"(?<![^\W_])(?P<what>"
    r"(?:foto(?:'s|grafie|graaf)?|beeld|video|film|illustraties?|tekening|muziek|tekst|bron|via)\s?:\s?"
    r"|(?:foto(?:'s)?|beeld|video|muziek|illustraties?|tekeningen?)\s(?:is |zijn )?(?:gemaakt )?door\s"
    r"|overgenomen uit\s|uit de krant van\s)"
    r"(?P<who>[^\W_][^\n,;.!?]{1,40})"
)
_OWN = re.compile(
    r"(?:zie|eigen|school|groep|juf|meester|team|ons|onze|klik|bijlage|hieronder|volgt|komen|wij|mij|ik|de kinderen"
    r"|leerlingen)(?![^\W_])"
)


def find(text: Text) -> tuple[Finding, ...]:
    """A © or a reservation of rights is certain; a credit to someone is possible, one to the school itself is none."""
    reserved = [match.span() for pattern in (_SIGN, _RESERVED) for match in pattern.finditer(text.folded)]
    findings = [found("copyright", text.span(*span), sure=True, code="rights") for span in reserved]
    for match in _CREDIT.finditer(text.folded):
        written = text.original[text.span(*match.span("who"))[0]]
        is_source = match["what"].startswith(("bron", "overgenomen", "uit de krant"))
        if (written.isupper() or is_source) and not _OWN.match(match["who"]):
            end = match.start("who") + len(match["who"].rstrip())
            findings.append(found("copyright", text.span(match.start(), end), sure=False, code="credit"))
    return tuple(findings)
