"""Finds marks and results of tests: 'haalde een 7,5 voor de toets', 'schooladvies havo'. Not whose they are.

Silent about a match that was won, a mark for the weather or the school, and the figure 7 on the blackboard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.text.finders.result_list import places
from magdit.check.text.finding import Finding, found
from magdit.check.text.lazily import lazily
from magdit.check.text.near import has_digit, listed, sentence_start
from magdit.check.text.stems import Stems
from magdit.check.text.text import Text

# Every repetition has a bound, so that no text makes these patterns slow.
_SOME = r"(?:[\w'-]{1,20}\s)"
_MARK = r"(?:10(?:[.,]0)?|[1-9](?:[.,]\d{1,2})?(?:\s?(?:plus|min)(?![^\W_]))?[+-]?)"
_WORD_MARK = (
    r"(?:(?:dikke |mooie |vette |ruime |kleine |zware |nette |magere )?(?:onvoldoende|voldoende|ruim"
    r" voldoende|zesje|zeventje|achtje|viertje|vijfje|drietje|negentje|tien|negen|acht|zeven|vier))"
)
_TEST = (
    r"(?:[a-z]{0,24}toets(?:en)?|[a-z]{0,20}examens?|proefwerk(?:en)?|pw|so|tentamens?|dictee|cito(?:toets|score)?|se|ce|pta|tussentijdse"
    r"|spreekbeurt|werkstuk|boekverslag|boekbespreking|presentatie|repetitie|rapport|rekenen|taal|spelling|lezen|wiskunde|engels|profielwerkstuk"
    r"|nederlands|frans|duits|biologie|geschiedenis|aardrijkskunde|natuurkunde|scheikunde|economie|gym|latijn|grieks|maatschappijleer|overhoring"
    r"|begrijpend lezen|technisch lezen|[a-z]{0,12}verslag|opstel|maths?|english|french|german|dutch|history"
    r"|geography|biology|physics|chemistry"
    r"|science|test|exam|essay|woordjes|tafels|rekentoets|topo(?:grafie)?|verkeersexamen|wiskunde [ab]|lo|ckv|bevo"
    r"|handvaardigheid|tekenen)"
)
_LEVEL = (
    r"(?:praktijkonderwijs|pro|vmbo(?:-?(?:bb|kb|gl|tl|basis|kader|b|k|g|t|gt|theoretisch"
    r"|tl/havo))?(?:[/-]havo)?|mavo|havo(?:/vwo)?|vwo|gymnasium|atheneum|vso)"
)
_GOT = (
    r"(?:haal\w{0,3}|behaal\w{0,3}|scoor\w{0,3}|kreeg|krijgt|gekregen|gehaald|staat|stond|had|heeft|halen"
    r"|behalen|gescoord|geslaagd met|zakte met)"
)
_IS = r"(?:is|was|van|een|werd|wordt|op|geworden|staat)"
_FOR = rf"\s(?:voor|op|bij|in|for|on|in)\s{_SOME}{{0,3}}?{_TEST}"
_CITO = r"(?:cito|iep|dia|route ?8|amn|doorstroomtoets|eindtoets|dmt|drie-?minuten-?toets|lvs|nio|boom|kijk)"
_ROMAN = r"(?:iv|v|i{1,3}|[a-e])(?:[+-]|\s?(?:plus|min)(?![^\W_]))?"

_CERTAIN = (
    # haalde een 7,5 (voor de rekentoets) · staat een 6 voor wiskunde · scoorde een IV op de Cito
    rf"{_GOT}\s{_SOME}{{0,3}}een\s{_MARK}(?:{_FOR})?",
    rf"{_GOT}\s{_SOME}{{0,2}}een\s(?:niveau\s)?{_ROMAN}\s(?:voor|op|bij)\s{_SOME}{{0,3}}?(?:{_CITO}|{_TEST})",
    # een 7,5 voor de toets · een 4 op zijn rapport · voor wiskunde een 4 · rekenen een 6
    rf"(?:een|a|an)\s{_MARK}{_FOR}",
    rf"voor\s{_SOME}{{0,2}}{_TEST}\s{_SOME}{{0,4}}een\s{_MARK}",
    rf"{_TEST}\seen\s{_MARK}",
    rf"(?:got|scored|received|has)\s(?:an?\s)?{_MARK}\s(?:for|on|in)\s{_SOME}{{0,3}}?{_TEST}",
    # cijfer: 7,5 · rapportcijfer voor rekenen is een 6 · gemiddelde van 7,2 · toets 8,4
    rf"(?:[a-z]{{0,20}}cijfers?|eindscore|punt)(?:\svoor\s{_SOME}{{0,2}}{_TEST})?(?:\s{_IS}){{0,2}}\s?[:=]\s?{_MARK}",
    rf"(?:[a-z]{{0,20}}cijfer|eindscore|punt)(?:\svoor\s{_SOME}{{0,2}}{_TEST})?(?:\s{_IS}){{1,2}}\s{_MARK}",
    rf"(?:[a-z]{{1,20}}cijfer|eindscore)\s{_MARK}",
    r"cijfer\s[1-9][.,]\d",
    rf"{_TEST}\s?[:=]\s?(?:[1-9][.,]\d{{1,2}}(?!\s?(?:uur|min|minuten|m|km|cm|kg|gram|liter|graden|euro|procent|x|blz|bladzijden?|pagina'?s?|hoofdstuk\w*)(?![^\W_])|\s?[%+*:=])|{_MARK}(?=\s?(?:[,;.!?)|/\n]|\Z)|\s(?:voor|maar)\s"
    rf"|\s(?:en\s)?{_TEST}(?![^\W_])))",
    rf"{_TEST}\s(?:[1-3][fs]|score\s\d{{2,3}})(?![^\W_])",
    # zit met een 4,6 gemiddeld · staat op een 6
    rf"(?:zit|zat|staat|stond|eindigt|eindigde|hangt)\s{_SOME}{{0,3}}?(?:met|op)\seen\s{_MARK}(?:\sgemiddeld)?",
    rf"{_TEST}\s\(?[1-9][.,]\d(?!\d)",
    # national tests, reading levels, intelligence
    rf"{_CITO}[- ]?(?:score|toets|eindtoets)?\s?(?:{_IS}|[:=])?\s?[1-5]\d{{2}}(?:[.,]\d)?",
    rf"{_CITO}[- ](?:score|niveau)\s?(?:{_IS}|[:=])?\s?(?:{_ROMAN}|\d{{1,3}})",
    rf"(?:cito|dmt|dia|iep)\s?(?:[a-z]{{3,15}}\s)?(?:[meb][3-8]\s?)?[:=]\s?(?:{_ROMAN}|\d{{1,3}})",
    rf"niveau\s(?:iv|v|iii|ii|i)\s(?:voor|op|bij)\s{_SOME}{{0,3}}?(?:{_CITO}|{_TEST})",
    rf"(?:een|op)\s(?:iv|iii|ii|[a-e][+-]?)(?:-niveau|-score)?\s(?:voor|op|bij)\s{_SOME}{{0,2}}?(?:{_CITO}|{_TEST})",
    r"(?:t|p|v)?iq(?:-?score)?(?:\s?(?:is|was|van|[:=])){0,2}\s?\d{2,3}",
    r"(?:vaardigheids|standaard|toets|percentiel|schaal)score\s?(?:is|was|van|[:=])?\s?\d{1,3}",
    r"avi[- ]?(?:niveau\s)?(?:is\s)?(?:start|plus|[meb][3-7]|[1-9])(?!\s(?:is|betekent|staat|zijn|boeken|boek"
    r"|boekjes|leesboek\w*)(?![^\W_]))",
    r"(?:op|een|scoort|scoorde|heeft|haalt|haalde)\sniveau\s(?:iv|iii|ii|i|v)(?:[+-])?",
    r"iep[ _-]?(?:score|eindtoets)?\s?(?:is|van|[:=])?\s?\d{2,3}",
    r"cito[_-]\d{3}",
    r"(?:functionerings)?niveau(?:waarde)?\s?[:=]\s?(?:iv|v|i{1,3}|[a-e])(?:[+-]|\s?(?:plus|min))?",
    r"dle?\s?(?:is|van|[:=])?\s?\d{1,2}(?=\s|[.,;)]|\Z)",
    rf"(?:school|basisschool|vo-)?advies(?:\s(?:is|was|van|wordt|luidt|werd|blijft|geworden|voor|{_SOME}is)){{0,2}}\s?[:=]?\s?{_LEVEL}",
    rf"{_LEVEL}[- ](?:school)?advies",
    rf"advies\s(?:voor|van)\s{_SOME}{{0,2}}[\w'-]{{1,20}}\s?[:=]\s?{_LEVEL}",
    rf"{_GOT}\s(?:een\s)?[1-5]\d\d\s(?:op|bij|voor)\s{_SOME}{{0,2}}{_CITO}",
    rf"advies\s(?:naar|van|richting)\s{_LEVEL}",
    r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d)\sonvoldoendes",
    r"(?:referentie|reken|taal)niveau\s?[:=]?\s?[1-3][fs]",
    rf"geslaagd\s(?:voor\s{_SOME}{{1,3}})?met\s{_SOME}{{0,2}}een\s{_MARK}",
    rf"geslaagd met gemiddeld een\s{_MARK}",
)
_POSSIBLE = (
    rf"(?:gemiddelde?|gemiddeld)\s(?:cijfer\s)?(?:van|is|was|[:=]|staat op|een)\s?(?:een\s)?{_MARK}",
    r"(?:dikke\s|zware\s)?(?:onvoldoende|voldoende|ruim voldoende)\s(?:voor|op|bij|gehaald|gescoord|gekregen|staan"
    r"|staat)",
    rf"(?:haalde|kreeg|heeft|had|staat|stond|scoorde|scoort)\s{_SOME}{{0,3}}(?:een|geen)\s(?:dikke\s|zware\s|ruime\s)?(?:onvoldoende|voldoende)",
    rf"(?:haalde|kreeg|behaalde|scoorde)\s{_SOME}{{0,2}}een\s{_WORD_MARK}(?:{_FOR})",
    rf"(?:blijft|bleef|is blijven|moet blijven)\s{_SOME}{{0,3}}zitten(?!\s(?:op|in|bij|aan|naast|tot))",
    r"(?:doubleert|doubleren|gedoubleerd|zittenblijver|zakte voor|blijven zitten)",
    rf"(?:gezakt|geslaagd)\svoor\s{_SOME}{{0,3}}?{_TEST}",
    rf"rapport\w{{0,6}}\s?:?\s{_TEST}\s{_MARK}(?:,?\s(?:en\s)?{_TEST}\s{_MARK}){{0,8}}",
    r"(?:laagste|slechtste|beneden gemiddeld|ver onder gemiddeld|onder het gemiddelde)\s(?:score|cijfer|van de"
    r" klas|scoort|gescoord)",
    r"(?:scoort|scoorde|presteert)\s(?:ver\s|ruim\s|ruim\s)?(?:onder|boven|beneden)\s(?:het\s)?(?:gemiddelde?|niveau|landelijk)",
)


def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return lazily(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_]|[.,:]\d)")


_SURE, _UNSURE = _compiled(_CERTAIN), _compiled(_POSSIBLE)
_NOT_A_MARK = re.compile(
    r"gemiddelde leeftijd|cijfer van de week|een\s\d{1,2}[.,]?\d?[ -](?:jaar|jarige|euro|uur|km|kilometer|meter"
    r"|minuten|cm|weken|dagen|maanden|kilo|op een rij"
    r"|liter|tal|daagse|uurs|persoons|sterren|doelpunten|punten|keer|tegen|procent|voor 1|voor twaalf)|een"
    r" \d{1,2}e(?![a-z])"
)
_FOR_FUN = re.compile(
    r"\s(?:met een griffel|voor (?:de |het |onze |jullie |hun |haar |zijn )?(?!hem|haar)(?P<what>[a-z]{3,20}))"
)
_TEST_WORD = re.compile(rf"{_TEST}\Z")
# Said of the school, the day or everyone: then it is no child's mark.
_NOT_A_PUPIL = listed(
    "no_pupil",
    r"toelatingseis\w*|overgangsnorm|overgangseis\w*|voorwaarden?|eis|eisen|je bent|ben je|som|sommen|opgaven?",
)
_ON_CONDITION = re.compile(r"\s(?:als|wanneer|indien) (?:je|jij|u|een|men|jullie)(?![^\W_])")
_TOGETHER = listed("together", r"groep [1-8]")
# A cheap look first: a figure where a mark can stand, or a bit of a word that goes with marks.
_FIGURE = re.compile(r"(?<![^\W_])(?:een|an?)\s(?:\w{1,12}\s){0,2}[1-9]|[a-z]\s?[:=]\s?[1-9]|[a-z]\s\(?[1-9][.,]\d")
_SURE_STEMS = Stems(
    *("cito", "iep", "dia", "route", "amn", "toets", "iq", "score", "scoor", "avi", "niveau", "dl", "advies", "nio"),
    *("voldoende", "dmt", "lvs", "cijfer", "slaagd", "got ", "received", "rapport"),
)
_UNSURE_STEMS = Stems(
    *("voldoende", "gemiddeld", " zit", "doubl", "zakt", "slaagd", "laagste", "slechtste", "beneden", "onder het"),
    *("scoor", "prest", "rapport", "haal", "kreeg"),
)
_ANOTHER = re.compile(rf"(?:,| en| maar|;)\s{_SOME}{{1,3}}(?P<mark>een\s{_MARK}(?:{_FOR})?)(?![^\W_]|[.,:]\d)")


def find(text: Text) -> tuple[Finding, ...]:
    """A mark with what it was for is certain; 'een onvoldoende voor' without a mark is possible."""
    is_sure = _SURE_STEMS.are_in(text) or (has_digit(text) and _FIGURE.search(text.folded) is not None)
    sure = _matches(text, _SURE) if is_sure else ()
    unsure = _matches(text, _UNSURE) if _UNSURE_STEMS.are_in(text) else ()
    return (
        *(found("result", text.span(*span), sure=True, code="result") for span in sure),
        *(found("result", text.span(*span), sure=False, code="result_of") for span in places(text)),
        *(found("result", text.span(*span), sure=False, code="result_words") for span in unsure),
    )


def _matches(text: Text, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text.folded):
        if not (_is_no_mark(text, match) or _is_nobodys(text, match)):
            yield match.span()
            another = _ANOTHER.match(text.folded, match.end()) if pattern is _SURE else None
            if another and not _is_no_mark(text, another) and " een " in match[0]:
                yield another.span("mark")


def _is_no_mark(text: Text, match: re.Match[str]) -> bool:
    return bool(_NOT_A_MARK.search(text.folded, match.start(), match.end() + 14)) or _is_for_fun(text, match)


def _is_nobodys(text: Text, match: re.Match[str]) -> bool:
    """Of the school, the class or everyone; 'we hebben een 8,5 voor ons werkstuk' is of those who write it."""
    begin = sentence_start(text, match.start(), reach=60)
    if _NOT_A_PUPIL.search(text.folded, begin, match.end()) or _ON_CONDITION.match(text.folded, match.end()):
        return True
    tested = _TEST_WORD.search(match[0]) is not None
    return not tested and _TOGETHER.search(text.folded, begin, match.end()) is not None


def _is_for_fun(text: Text, match: re.Match[str]) -> bool:
    """'een 10 voor de sfeer': a mark for something no school tests."""
    fun = _FOR_FUN.match(text.folded, match.end())
    return fun is not None and (fun["what"] is None or not _TEST_WORD.match(fun["what"]))
