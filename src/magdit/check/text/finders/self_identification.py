"""Finds where the author says to work at the school, or speaks for it. It counts for the author, so it is strict."""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, words
from magdit.check.text.stems import Stems
from magdit.check.text.text import Text

_JOB = (
    r"(?:(?:school|adjunct-?|con|vak|gym|muziek|klassen|groeps)?(?:juf|juffrouw|meester|docente?|leraar|lerares"
    r"|leerkracht|onderwijsassistente?|directeur|directrice|rector|concierge|mentor|stagiaire?|leider"
    r"|intern begeleider|ib'?er|medewerk(?:er|ster)|personeelslid|teamleider|onderwijsondersteuner))"
)
_SOME = r"(?:\w{1,20}\s)"
_INSTITUTE = r"(?:[a-z]{0,15}school|scholengemeenschap|[a-z]{0,15}lyceum|[a-z]{0,15}college|gymnasium|kindcentrum|ikc)"
# 'Op school' is where everyone is; 'op deze school', 'bij het Linde College', 'op obs De Wilg' is where one works.
_SCHOOL = (
    rf"(?:(?:deze|de|onze|mijn|een|het)\s(?:[a-z]{{2,15}}\s){{0,2}}?{_INSTITUTE}"
    r"|(?:basisschool|obs|cbs|pcbs)\s[a-z]{2,20}(?:\s[a-z]{2,20})?|[a-z]{2,15}\s?(?:college|lyceum)|osvs)"
)
_SURE = words(
    rf"ik\sben\s(?:(?:zelf|namelijk|hier|ook|al)\s){{0,3}}(?:een\s|de\s)?{_SOME}{{0,2}}?{_JOB}\s{_SOME}{{0,2}}?"
    rf"(?:bij|op|van|aan|@)\s{_SCHOOL}",
    rf"(?:ik\swerk|werk\sik)\s(?:(?:zelf|hier|ook|al|als|nu|{_JOB}(?:\s\w{{1,20}})?|jaren"
    rf"|\d{{1,2}})\s){{0,4}}(?:bij|op)\s{_SCHOOL}",
    rf"ik\s(?:sta|werk)\s(?:zelf\s|al\s|ook\s){{0,2}}{_SOME}{{0,2}}?voor de klas\s(?:op|bij|van)\s{_SCHOOL}",
    rf"ik\szit\sin\shet\s(?:team|mt|bestuur)\svan\s{_SCHOOL}",
    rf"ik\sben\s{_SOME}{{0,3}}?verbonden\saan\s{_SCHOOL}",
    rf"ik\sgeef\s{_SOME}{{0,3}}?les\s{_SOME}{{0,3}}?(?:bij|op|aan)\s{_SCHOOL}",
    r"(?:onze|mijn)\s(?:\w{1,20}\s)?school,?\swaar\sik\s(?:werk|lesgeef|les geef)",
    rf"ik\sben\s(?:zelf\s)?(?:in dienst|werkzaam)\s(?:bij|op|van)\s{_SCHOOL}",
    r"i (?:work|teach) (?:\w{1,12} ){0,3}?(?:at|for) (?:the|(?:this|our|my)(?: \w{1,15})?) school",
    r"i(?:'m| am) (?:a |the )?(?:\w{1,12} )?(?:teacher|principal|employee|headteacher) (?:at|of)"
    r" (?:the|(?:this|our|my)(?: \w{1,15})?) school",
)
# Any place with a name of its own: 'ik werk als conciergé op Het Anker'. The capital is looked for in what was written.
_AT = (
    r"\s(?:op|bij|aan|van)\s(?:(?:de|het|'t|obs|cbs|rkbs|pcbs|basisschool|school"
    r"|stichting)\s){0,2}(?P<place>[a-z][\w'-]{1,20})"
)
_NAMED = words(
    rf"(?:ik\swerk|werk\sik)\s(?:\w{{1,12}}\s){{0,3}}?als\s(?:\w{{1,12}}\s){{0,2}}?{_JOB}{_AT}",
    rf"ik\sben\s(?:\w{{1,12}}\s){{0,3}}?{_JOB}{_AT.replace('place', 'place2')}",
    rf"ik\sgeef\s(?:\w{{1,15}}\s){{0,3}}?(?:les|engels|nederlands|frans|duits|wiskunde|gym|biologie|geschiedenis"
    rf"|muziek)\s?{_AT.replace('place', 'place3')[2:]}",
    rf"ik\s(?:sta|werk)\s(?:\w{{1,12}}\s){{0,2}}?voor (?:de klas|groep \d(?:/\d)?){_AT.replace('place', 'place4')}",
    rf"als\s{_JOB}{_AT.replace('place', 'place5')}\s(?:\w{{1,20}}\s){{0,2}}?"
    r"(?:zie|merk|vind|weet|ben|heb|denk|zeg|wil|schrijf|reageer|kan|hoor|maak|werk|geef|sta|voel) (?:ik|me)",
)
# The rules of a protocol say this too: 'als docent op de school let je op'. It counts when the author says 'ik' too.
_AS = words(rf"als\s{_JOB}\s(?:bij|op|van|aan)\s{_SCHOOL}")
_AUTHOR = words("ik", "mij", "mijn", "me")
_HINT = words(
    rf"als\s{_JOB}\s(?:op|van|bij)\s(?:\w{{1,15}}\s){{1,3}}?(?:zie|merk|vind|weet|ben|heb|denk|zeg|wil)\sik",
    rf"(?:ik\sben\s(?:een\s|de\s)?|ben\sik\s(?:een\s)?){_JOB}"
    r"(?=\s?[.,!;]|\s?$|\s(?:op|bij|aan|hier|in groep|van (?:groep|klas|de|deze|het|onze|\d\w{0,2}))(?![^\W_]))",
    rf"als\s{_JOB}\s(?:zie|merk|vind|weet|ben|heb|denk|zeg)\sik",
    r"ik\swerk\s(?:er|hier|daar|in het onderwijs)",
    r"mijn\s(?:leerlingen|mentorklas|collega's)",
)
_FOR_THE_SCHOOL = words(
    rf"namens\s(?:(?:het\s(?:hele\s)?team|de\sdirectie|alle\s(?:juffen|leerkrachten|collega's))\s(?:van"
    rf"|op)\s)?{_SCHOOL}",
    r"namens\s(?:het\s(?:hele\s)?team|de\s(?:directie|schoolleiding|school|mr|medezeggenschapsraad)|het\sbestuur"
    r"|(?:onze"
    r"|mijn)\sschool|school)",
    r"wij van (?:obs|cbs|rkbs|basisschool|het team|de school)(?: de| het)?(?: \w{2,20})?",
    r"wij als (?:school|schoolteam|directie)",
    r"on behalf of (?:the |our |my )?(?:\w{1,15} ){0,2}?(?:school|team|staff)",
)
_NOT = re.compile(r"(?<![^\W_])(?:niet|nooit|geen|of)\s(?:meer\s)?\Z")
# Without one of these there is nothing to find.
_STEMS = Stems(
    *("ik ben", "ben ik", "ik werk", "werk ik", "ik geef", "ik sta", "ik zit", "als ", "waar ik", "mijn "),
    *("namens", "wij als", "wij van", "i work", "i teach", "i'm ", "i am ", "behalf"),
)


def find(text: Text) -> tuple[Finding, ...]:
    """Certain when work and school are both named; 'mijn klas' is a hint; 'namens de school' tells in what capacity."""
    if not _STEMS.are_in(text):
        return ()
    sure = [*_SURE.finditer(text.folded), *(m for m in _AS.finditer(text.folded) if around(text, m.span(), _AUTHOR))]
    for_school = [m for m in _FOR_THE_SCHOOL.finditer(text.folded) if not _is_denied(text, m)]
    named = [match for match in _NAMED.finditer(text.folded) if _has_a_name(text, match) and match not in sure]
    named = [match for match in named if not any(one.start() <= match.start() < one.end() for one in sure)]
    sure += [match for match in named if not match[0].startswith("als")]
    hints = [*_HINT.finditer(text.folded), *(match for match in named if match[0].startswith("als"))]
    return (
        *(_said(text, match, sure=not _is_denied(text, match), code="employment") for match in sure),
        *(_said(text, match, sure=False, code="employment_hint") for match in hints),
        *(_said(text, match, sure=False, code="on_behalf") for match in for_school),
    )


def _said(text: Text, match: re.Match[str], *, sure: bool, code: str) -> Finding:
    return found("self_identification", text.span(*match.span()), sure=sure, code=code)


def _is_denied(text: Text, match: re.Match[str]) -> bool:
    lead = text.folded[max(0, match.start() - 12) : match.start()]
    return _NOT.search(lead) is not None or " geen " in match[0] or " niet " in match[0]


def _has_a_name(text: Text, match: re.Match[str]) -> bool:
    """Whether the place is written as a name: 'op de Regenboog', not 'op de gang'."""
    group = next(name for name, place in match.groupdict().items() if place)
    return text.original[text.span(*match.span(group))[0]].isupper()
