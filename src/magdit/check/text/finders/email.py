"""Finds e-mail addresses, also written out as 'noor (at) school (punt) nl'. Looks outward from the @."""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.text import Text

# Every part has a bound, and the search starts at the sign in the middle: a long text without @ costs one pass.
_LOCAL = re.compile(r"[\w.!#$%&'*+/=?^{|}~-]{1,64}\Z")
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,62})\.){1,8}[^\W\d_]{2,24}(?![\w-])")
_WRITTEN_AT = re.compile(
    r"\s{0,2}[(\[{]\s?(?:at|apenstaartje|apestaartje|@)\s?[)\]}]\s{0,2}|\s(?:apenstaartje|apestaartje)\s"
)
_WRITTEN_DOMAIN = re.compile(
    r"[^\W_][\w-]{0,62}(?:(?:\.|\s{0,2}[(\[{]\s?(?:dot|punt)\s?[)\]}]\s{0,2}|\s(?:dot|punt)\s)[^\W_][\w-]{0,62}){1,4}"
)


def find(text: Text) -> tuple[Finding, ...]:
    """Addresses with an @ for certain; written-out ones as possible."""
    return (*_plain(text), *_written_out(text))


def _plain(text: Text) -> list[Finding]:
    findings, at = [], text.folded.find("@")
    while at >= 0:
        local = _LOCAL.search(text.folded, max(0, at - 64), at)
        domain = _DOMAIN.match(text.folded, at + 1)
        if local and domain:
            start = local.start() + len(local[0]) - len(local[0].lstrip(".'/!#=?*{|}&-"))
            if start < at:
                findings.append(found("email", text.span(start, domain.end()), sure=True, code="email"))
        at = text.folded.find("@", at + 1)
    return findings


def _written_out(text: Text) -> list[Finding]:
    findings = []
    for sign in _WRITTEN_AT.finditer(text.folded):
        local = re.compile(r"[\w.+-]{1,64}\Z").search(text.folded, max(0, sign.start() - 64), sign.start())
        domain = _WRITTEN_DOMAIN.match(text.folded, sign.end())
        if local and domain:
            span = text.span(local.start(), domain.end())
            findings.append(found("email", span, sure=False, code="email_written_out"))
    return findings
