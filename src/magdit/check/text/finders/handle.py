"""Finds account names: @noorvd, or the name behind 'insta:' and 'snap:'. Knows no accounts and looks none up."""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.text import Text

_AT = re.compile(r"(?<![\w@.+/-])@([a-z0-9_](?:[a-z0-9_.]{0,29}))")
_NAMED = re.compile(
    r"(?<![^\W_])(?:insta|instagram|ig|snap|snapchat|tiktok|discord|roblox|twitter|telegram|account|gebruikersnaam)"
    r"(?: ?(?:account|naam|handle))?(?: is)? ?[:=] ?@?([a-z0-9_][a-z0-9_.]{2,30})"
)


def find(text: Text) -> tuple[Finding, ...]:
    """With @ for certain. Behind the name of a platform it may also be an ordinary word."""
    findings = []
    for match in _AT.finditer(text.folded):
        end = match.end() - (len(match[0]) - len(match[0].rstrip(".")))
        is_mail = re.compile(r"[\w-]*\.[^\W\d_]{2}").match(text.folded, end) and "." in match[0]
        if end - match.start() > 2 and not is_mail:
            findings.append(found("handle", text.span(match.start(), end), sure=True, code="handle"))
    for match in _NAMED.finditer(text.folded):
        span = text.span(match.start(1), match.start(1) + len(match[1].rstrip(".")))
        findings.append(found("handle", span, sure=False, code="handle_after_platform"))
    return tuple(findings)
