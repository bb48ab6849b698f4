"""Finds pupil numbers: behind 'leerlingnummer', and those that stand on the roster. An education number counts too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.tables.roster import Roster
from magdit.check.text.finding import Finding, Reason, found
from magdit.check.text.near import digits
from magdit.check.text.stems import has_any
from magdit.check.text.text import Text

_WHAT = (
    r"(?:(?:leerling(?:en)?|ll?n?|stam|student(?:en)?|deelnemers?|kandidaats?|onderwijs|examen|personeels|medewerkers?"
    r"|school|(?:magister|basispoort|somtoday|parnassys|esis)(?:[ -]?leerling)?|eck|(?<!')s)\.?[ -]?\.?(?:nummers?|nrs?"
    r"|no|id|codes?)"
    r"|leerling(?:en)?(?:kaart|pas)|(?:pupil|student|admission)[ -]?(?:numbers?|no|nr|id)"
    r"|(?:id|nummer|nr\.?|number) (?:van )?(?:(?:de|deze|onze|een) )?(?:leerling|student|pupil)"
    r"|(?:id|number) of the (?:pupil|student))"
)
_VALUE = r"(?:(?:[a-z]{1,4}[-./]?)?\d(?:[./-]?\d){3,13}(?:-?[a-z](?![^\W_]))?|\d{2,4} \d{3,5})"
_CODED = re.compile(  # a code of letters and digits, right behind its word: 'leerlingcode HHO14'
    rf"(?<![^\W_]){_WHAT}\.?(?: is)?[ :=#]{{1,3}}(?P<number>(?=[a-z-]{{0,8}}\d)[a-z0-9][a-z0-9-]{{3,13}})(?![\w-])"
)
_NAMED = re.compile(
    rf"(?<![^\W_]){_WHAT}(?:\(s\))?\.?(?:\s(?:[\w'-]{{1,20}}[ ]?){{1,4}}(?=[:=(])|\s(?:van|voor"
    rf"|of)\s(?:[\w'-]{{1,20}}[ ,]){{1,4}}?(?=is|:|=|\d|heeft"
    rf"|was))?[ ]{{0,2}}"
    rf"(?:(?:is|was|heeft|luidt|wordt|nr|nu|invullen|van \w{{1,20}})\.?"
    rf" ?){{0,2}}[\s:=#(_-]{{0,3}}(?P<number>{_VALUE})(?![^\W_]|[.,]\d)"
)
_PREFIXED = re.compile(
    r"(?<![^\W_])(?:lln?|leerling|student)-(?=\d[\d-]{4,14}(?![^\W_]))\d{2,8}(?:-\d{1,8}){0,3}(?![^\W_])"
)
_MORE = re.compile(rf"(?: ?[,;/&+]| en| of| \([^)\n]{{1,25}}\),?){{1,2}} ?(?P<number>{_VALUE})(?![^\W_]|[.,]\d)")
_BEHIND = re.compile(
    rf"(?<![^\W_])(?<!\d[.,])(?P<number>{_VALUE}) ?(?:\(|is |als |= ?)(?:(?:het|haar|zijn|mijn|jouw|your|my|uw|je"
    rf"|the) )?{_WHAT}(?![^\W_])"
)
_PUPIL = re.compile(
    r"(?<![^\W_])(?:leerling|lln?|student|pupil|kandidaat)\.?(?P<nr> \(?(?:met )?(?:nr|nummer|no)\.?:?| ?#| ?\("
    r"| ?[:=])? ?(?P<number>[a-z]?\d{5,8})(?![^\W_]|[.,-]\d)"
)
_NUMBER = re.compile(r"(?<![\w.,+-])(?<![\w][@])\d{4,12}(?![\w-]|[.,]\d)")
_TELLING = (
    "ling",
    "ll",
    "stam",
    "stud",
    "nummer",
    "eck",
    "pupil",
    "admis",
    "kandid",
    "id ",
    "schoolnr",
    "nr",
    "number",
)
_SHORTEST = 5  # shorter ones are years and house numbers as often as pupils
_LIKE_A_DATE = re.compile(
    r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d){1,2}|(?:19|20)\d\d[-/](?:(?:19|20)\d\d|\d\d?[-/]\d\d?|\d\d)"
)


def find(text: Text, roster: Roster) -> tuple[Finding, ...]:
    """A number behind its word, or a number that is somebody's on the roster."""
    enough = digits(text)
    if not enough:
        return ()
    named = (*_named(text), *_coded(text), *_behind(text)) if has_any(text, _TELLING) else ()
    return (*named, *_on_roster(text, roster)) if enough >= _SHORTEST else named


def _named(text: Text) -> Iterator[Finding]:
    for match in _NAMED.finditer(text.folded):
        another: re.Match[str] | None = match
        while another and not _LIKE_A_DATE.fullmatch(another["number"]):
            yield found("pupil_number", text.span(*another.span("number")), sure=True, code="pupil_number")
            another = _MORE.match(text.folded, another.end("number"))


def _coded(text: Text) -> Iterator[Finding]:
    for match in _CODED.finditer(text.folded):
        if not _LIKE_A_DATE.match(match["number"]):
            yield found("pupil_number", text.span(*match.span("number")), sure=True, code="pupil_number")


def _behind(text: Text) -> Iterator[Finding]:
    for match in _BEHIND.finditer(text.folded):
        yield found("pupil_number", text.span(*match.span("number")), sure=True, code="pupil_number")
    for match in _PREFIXED.finditer(text.folded):
        yield found("pupil_number", text.span(*match.span()), sure=True, code="pupil_number")
    for match in _PUPIL.finditer(text.folded):
        told = bool(match["nr"])
        yield found("pupil_number", text.span(*match.span("number")), sure=told, code="pupil_number")


def _on_roster(text: Text, roster: Roster) -> Iterator[Finding]:
    for match in _NUMBER.finditer(text.folded):
        if len(match[0]) >= _SHORTEST and match[0] in roster.by_id:
            reason = Reason("pupil_number_on_roster")
            yield Finding(*text.span(*match.span()), "pupil_number", "zeker", reason, (match[0],))
