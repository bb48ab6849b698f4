"""Finds e-mail addresses, also spaced or written out: 'noor at school punt nl'. Looks outward from the @; mails"
" nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import before, behind, listed
from magdit.check.text.stems import Stems
from magdit.check.text.text import Text

# Every part has a bound, and the search starts at the sign in the middle: a long text without @ costs one pass.
_LOCAL = re.compile(r"[\w.+&'-]{1,64}\Z")
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,62})\.){1,8}[^\W\d_]{2,24}(?![^\W_]|-\w)")
_ENDINGS = r"(?:nl|be|com|org|net|eu|de|info|school|online|uk|fr|edu|me|frl|amsterdam|io|nu|es|it|lu|tr|pl|example)"
# A comma for the full stop, or a space beside it: 'noor@school,nl', 'noor@school . nl'.
_MISTYPED = re.compile(rf"[^\W_][\w-]{{1,62}}(?:,| \. ?|\. ){_ENDINGS}(?![\w-])")
_SPACED = re.compile(r"(?<=[^\W_]) @ ?|(?<=[^\W_])@ ")
_WRITTEN_AT = re.compile(
    r"[\s_-]{0,2}[(\[{<]\s?(?:at|a|ad|apenstaart(?:je)?|apestaart(?:je)?|@)\s?[)\]}>][\s_-]{0,2}"
    r"|\s(?:at|apenstaartje|apestaartje|apenstaart|apestaart)\s"
)
_DOT = r"(?:\.|[\s_-]{0,2}[(\[{<]\s?(?:dot|punt|\.)\s?[)\]}>][\s_-]{0,2}|\s(?:dot|punt|\.)\s)"
_WRITTEN_LOCAL = re.compile(
    rf"[^\W_][\w+-]{{0,62}}(?:(?:{_DOT}|\s(?:underscore|streepje|laag streepje)\s)[\w+-]{{1,62}}){{0,4}}\Z"
)
# With '(at)' between brackets nothing else can be meant, so any ending will do: 'noor (at) school.voorbeeld'.
_BRACKETED_DOMAIN = re.compile(rf"(?:[^\W_][\w-]{{0,62}}{_DOT}){{1,4}}[a-z]{{2,12}}(?![\w-])")
_WRITTEN_DOMAIN = re.compile(rf"(?:[^\W_][\w-]{{0,62}}{_DOT}){{1,4}}{_ENDINGS}(?![\w-])")
_ABOUT_MAIL = listed("mail")
_LONGEST = 80
_SPELLED = Stems(
    " at ",
    "at)",
    "at]",
    "at}",
    "at>",
    "apen",
    "apest",
    "@)",
    "@]",
    "(a)",
    "(ad)",
    "[a]",
    "( at",
    "[ at",
    "[ad]",
)


def find(text: Text) -> tuple[Finding, ...]:
    """Addresses with an @ for certain; mistyped, spaced and written-out ones as possible."""
    at_signs = (*_plain(text), *_spaced(text)) if "@" in text.folded else ()
    return (*at_signs, *_written_out(text)) if _SPELLED.are_in(text) else at_signs


def _plain(text: Text) -> Iterator[Finding]:
    at = text.folded.find("@")
    while at >= 0:
        start = _local_start(text.folded, at)
        whole, mistyped = _DOMAIN.match(text.folded, at + 1), _MISTYPED.match(text.folded, at + 1)
        if start < at and whole:
            yield found("email", text.span(start, whole.end()), sure=True, code="email")
        elif start < at and mistyped:
            yield found("email", text.span(start, mistyped.end()), sure=False, code="email_written_out")
        at = text.folded.find("@", at + 1)


def _local_start(folded: str, at: int) -> int:
    """Where the part before the @ begins; `at` itself when there is none, as in '@noor@school.nl' of a network."""
    local = _LOCAL.search(folded, max(0, at - 64), at)
    if not local or folded[local.start() - 1 : local.start()] == "@":
        return at
    return at - len(local[0].lstrip(".'&-_"))


def _spaced(text: Text) -> Iterator[Finding]:
    """'noor @ school.nl', and 'mail noor @school.nl'. Without a word about mail the last is an account."""
    for sign in _SPACED.finditer(text.folded):
        start = _local_start(text.folded, sign.start())
        domain = _WRITTEN_DOMAIN.match(text.folded, sign.end()) or _MISTYPED.match(text.folded, sign.end())
        if not domain or start >= sign.start():
            continue
        told = before(text, start, _ABOUT_MAIL, reach=12) or behind(text, domain.end(), _ABOUT_MAIL, reach=10)
        if told or sign[0] != " @":
            yield found("email", text.span(start, domain.end()), sure=False, code="email_written_out")


def _written_out(text: Text) -> Iterator[Finding]:
    for sign in _WRITTEN_AT.finditer(text.folded):
        form = _BRACKETED_DOMAIN if sign[0].strip(" _-")[0] in "([{<" else _WRITTEN_DOMAIN
        domain = form.match(text.folded, sign.end())
        local = _WRITTEN_LOCAL.search(text.folded, max(0, sign.start() - _LONGEST), sign.start()) if domain else None
        if domain and local:
            span = text.span(local.start(), domain.end())
            yield found("email", span, sure=False, code="email_written_out")
