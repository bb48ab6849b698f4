"""Finds passwords, pin codes and logins that stand in a text. 'Wachtwoord vergeten?' is none."""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.text import Text

_WHAT = (
    r"(?:wifi-?|inlog-?|school-?|nieuwe?\s|tijdelijk\s)?(?:wachtwoord|wachtwrd|password|passwd|pwd|pass|ww|pincode|pin|inlogcode"
    r"|toegangscode|alarmcode|deurcode|kluiscode|inloggegevens|inlognaam|gebruikersnaam|username|login|user|code|wachtzin|sleutel)"
)
_MARKED = re.compile(
    rf"(?<![^\W_]){_WHAT}(?:\s(?:van|voor|is|was|wordt|op|de|het|wifi|magister|teams|[a-z]{{1,15}})){{0,4}}\s?[:=]\s?(?P<value>\S{{3,64}})"
)
_SAID = re.compile(
    rf"(?<![^\W_]){_WHAT}(?:\s(?:van|voor|op|de|het|wifi|magister|teams|[a-z]{{1,15}})){{0,4}}\s(?:is|was|wordt)\s(?:nu\s)?(?P<value>\S{{3,64}})"
)
_TOGETHER = re.compile(
    r"(?<![^\W_])(?:inlog(?:gen)?|login|log in)\s(?:met|:)\s?(?P<value>\S{2,40}\s?(?:/|en|\+)\s?\S{3,40})"
)
_STRONG = re.compile(r"wacht|pass|pwd|(?<![a-z])ww|(?<![a-z])pin|[a-z]code|sleutel")
_PLACEHOLDER = re.compile(r"[*x.…_]{3,}|[\[<]|(?:zie|niet|vergeten|je|jouw|uw|de|het|een|bij|op|via)(?![^\W_])")
_ORDINARY = re.compile(r"[a-z]{1,30}[.,!?;:)]*")


def find(text: Text) -> tuple[Finding, ...]:
    """Behind a colon for certain; behind 'is' only when the value does not look like a word."""
    findings = []
    for match in _MARKED.finditer(text.folded):
        if not _placeholder(match["value"]):
            sure = bool(_STRONG.search(match[0], 0, match.start("value") - match.start()))
            findings.append(found("credential", text.span(match.start(), _end(match)), sure=sure, code="credential"))
    for match in _SAID.finditer(text.folded):
        written = text.original[slice(*text.span(*match.span("value")))]
        if _placeholder(match["value"]) or (_ORDINARY.fullmatch(match["value"]) and written[1:].islower()):
            continue
        sure = any(sign.isdigit() for sign in match["value"]) and bool(_STRONG.search(match[0]))
        findings.append(found("credential", text.span(match.start(), _end(match)), sure=sure, code="credential_said"))
    for match in _TOGETHER.finditer(text.folded):
        if any(sign.isdigit() for sign in match["value"]):
            span = text.span(match.start(), _end(match))
            findings.append(found("credential", span, sure=False, code="login_and_password"))
    return tuple(findings)


def _placeholder(value: str) -> bool:
    return _PLACEHOLDER.match(value) is not None


def _end(match: re.Match[str]) -> int:
    return match.start("value") + len(match["value"].rstrip(".,;)\"'") or match["value"])
