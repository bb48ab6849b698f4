"""Finds marks that stand beside a name, without a verb: 'Noor – 7,9', 'Schooladvies Kai: havo', 'Rapport Sem: taal 6'.

Whose name it is, it does not know: a word with a capital that is no ordinary word, or a list that says what it lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.text.near import before, has_digit
from magdit.check.text.people.known import first_names, is_ordinary, is_place_or_brand
from magdit.check.text.stems import has_any
from magdit.check.text.text import Text

_NAME = r"[^\W\d_][\w'-]{1,20}(?:\s(?:van|de|der|den|el|ter|ten|[^\W\d_][\w'-]{1,20}|[^\W\d_]\.)){0,3}"
_DECIMAL = r"(?:10[.,]0|[1-9][.,]\d)(?![\w]|[.,:]\d)"
_ROMAN = r"(?:niveau\s)(?:iv|v|i{1,3})(?![^\W_])"
_WORD = (
    r"(?:(?:ruim |zwaar |dik )?(?:on)?voldoende|goed|zeer goed|uitstekend|matig|zwak|gezakt|geslaagd"
    r"|herkansing)(?![^\W_])"
)
_AVI = r"avi[- ]?(?:start|plus|[meb][3-7])(?![^\W_])"
_LEVEL = (
    r"(?:praktijkonderwijs|pro|vmbo(?:[ -]?(?:bb|kb|gl|tl|basis|kader|b|k|g|t|gt|theoretisch))?|mavo|havo|vwo|gymnasium"
    r"|atheneum|vso)"
)
_LEVELS = rf"(?P<mark>{_LEVEL}(?:\s?(?:/|-|of)\s?{_LEVEL})?)(?![^\W_])"
# What may follow a mark: nothing more, the next one, or what it was for; never a unit ('7,5 kilometer').
_CLOSES = r"(?=\s?(?:[,;.!?)|/\n–-]|\Z)|\s(?:en|maar|voor|op|bij|gemiddeld|top|knap|goed|gehaald)(?![^\W_]))"
_SUBJECT = (
    r"(?:engels|nederlands|frans|duits|wiskunde|rekenen|taal|spelling|lezen|biologie|geschiedenis|aardrijkskunde|economie"
    r"|scheikunde|natuurkunde|latijn|grieks|gym|topo|dictee|toets)"
)
_PAIR = re.compile(
    rf"(?<![^\W_])(?P<who>{_NAME})(?:\s?[=:]\s?|\s[–-]\s?|\s?\()(?P<mark>{_DECIMAL}){_CLOSES}"
    rf"|(?<![^\W_])(?P<who2>[^\W\d_][\w'-]{{1,20}})\s(?P<mark2>{_DECIMAL})(?=\s(?:voor )?{_SUBJECT}(?![^\W_]))"
)
_HEAD = re.compile(
    r"(?<![^\W_])(?:eindlijst|cijferlijst|puntenlijst|scorelijst|cijfers|resultaten|uitslag(?:en)?|beoordeling(?:en)?|eindcijfers"
    r"|rapportcijfers|scores|toetsuitslag(?:en)?|cito|dmt|avi|lvs|iep)(?:[^\S\n][^\n:]{1,30})?:(?P<list>[^\n]{3,400}(?:\n[^\n]{3,60}){0,30})"
)
_ITEM = re.compile(
    rf"(?<![^\W_])(?P<who>[^\W\d_][\w'-]{{1,20}})(?:\s[\w.'-]{{1,20}}){{0,2}}?\s?[=:–-]?\s?"
    rf"(?P<mark>{_DECIMAL}{_CLOSES}|(?<![\d-])(?:10|[1-9])(?=\s?(?:[,;\n|/]|\s-\s|\.?\s?\Z))|{_ROMAN}|{_AVI}|{_WORD})"
)
_LEVEL_OF = re.compile(
    rf"(?<![^\W_])(?P<mark>{_ROMAN})(?!\s(?:betekent|is|zijn|staat|houdt|en hoger|of hoger)(?![^\W_]))"
)
_LEVEL_BEFORE = re.compile(rf"(?<![^\W_])(?:cito|dmt|avi|lvs|iep|{_SUBJECT}|uitslag|score|toets)(?![^\W_])")
_ADVICE = re.compile(
    rf"(?<![^\W_])(?:(?:school|basisschool|eind|vo-?)?advies|voorlopig advies)\s(?:van |voor )?(?P<who>{_NAME})\s?"
    rf"(?:[:=–-]|is|was|wordt|luidt|blijft)\s?{_LEVELS}"
    rf"|(?<![^\W_])(?:school|voorlopig |eind)advies\s?(?P<who2>)[:=]\s?{_LEVELS.replace('mark', 'mark2')}"
)
_OF_A_TEST = re.compile(
    r"(?<![^\W_])(?:[a-z]{0,20}-?cijfer|se|ce|pta|eindscore|punt|[a-z]{0,20}toets|proefwerk|pw|so|examen|rapport"
    r"|(?:cito|iep|iq|tiq)(?:-?score)?)"
    rf"(?:\s[a-z]{{2,18}}){{0,2}}?\s(?:van |voor )?(?P<who>{_NAME})\s?(?:[:=]|is|was)\s?(?P<mark>\d{{2,3}}"
    rf"|{_DECIMAL}|10|[1-9]){_CLOSES}"
)
_REPORT = re.compile(
    rf"(?<![^\W_])rapport(?:cijfers)?\s(?:van |voor )?(?P<who>{_NAME})\s?:\s?(?P<mark>{_SUBJECT}\s(?:10"
    rf"|[1-9])(?:[.,]\d)?"
    rf"(?:,?\s(?:en\s)?{_SUBJECT}\s(?:10|[1-9])(?:[.,]\d)?){{0,12}})(?![\w])"
)
_AT_ALL = ("advies", "onvold", "voldoende", "niveau", "avi", "uitslag", "resultat", "beoordeling")
_A_DECIMAL = re.compile(r"\d[.,]\d")
_TESTS = (
    *("cijfer", "se", "ce", "pta", "punt", "toets", "proefwerk", "pw", "so", "examen", "rapport"),
    *("score", "cito", "iep", "iq"),
)
_A_GAME = re.compile(
    r"loterij|lotto|toernooi|bal(?![^\W_])|hockey|wedstrijd|sponsor|verkiezing|quiz|race|loop(?![^\W_])|competitie|prijs|schaak|dammen"
    r"|stemming|poll|sportdag|bingo"
)
# An average that a rule asks for, or that the school has, is nobody's.
_RULE = re.compile(
    r"(?<![^\W_])(?:minimaal|minstens|ten minste|vanaf|norm|eis|eisen|landelijk|onze school|de school)(?![^\W_])"
)


def places(text: Text) -> Iterator[tuple[int, int]]:
    """Where in the folded text such a mark stands. Cheap for a text without a figure or a word for marks."""
    read = text.folded
    if not (has_digit(text) or has_any(text, _AT_ALL)):
        return
    if _A_DECIMAL.search(read):
        yield from _pairs(text)
    if ":" in read:
        yield from _lists(text)
    for match in _LEVEL_OF.finditer(read) if "niveau" in read else ():
        if before(text, match.start(), _LEVEL_BEFORE, reach=60):
            yield match.span("mark")
    for pattern, stems in ((_ADVICE, ("advies",)), (_OF_A_TEST, _TESTS), (_REPORT, ("rapport",))):
        for match in pattern.finditer(read) if has_any(text, stems) else ():
            group = "mark" if match["mark"] else "mark2"
            if (group == "mark2" or _is_name(text, _last(match))) and not _RULE.search(match[0]):
                yield match.span(group)


def _last(match: re.Match[str]) -> int:
    """Where the last word before the mark begins: 'Engels Fatima' is Fatima."""
    return match.start("who") + match["who"].rfind(" ") + 1


def _pairs(text: Text) -> Iterator[tuple[int, int]]:
    for match in _PAIR.finditer(text.folded):
        group = "" if match["who"] else "2"
        if _is_name(text, match.start(f"who{group}"), surely=True):
            yield match.span(f"mark{group}")


def _lists(text: Text) -> Iterator[tuple[int, int]]:
    """'Eindlijst: Nour 8,2 – Wolf onvoldoende': the head says that marks follow, so that any capital is a name."""
    for head in _HEAD.finditer(text.folded):
        if _A_GAME.search(head[0].partition(":")[0]):
            continue
        for item in _ITEM.finditer(text.folded, head.start("list"), head.end("list")):
            if _is_name(text, item.start("who"), in_a_list=True):
                yield item.span("mark")


def _is_name(text: Text, start: int, *, surely: bool = False, in_a_list: bool = False) -> bool:
    """A capital, and no ordinary word; `surely` asks for a known first name too when the word opens the text."""
    word = next((word for word in text.words if word.at == start), None)
    if word is None:
        return False
    if word.plain in first_names():
        return True
    if not word.capital or is_place_or_brand(word.plain) or re.fullmatch(_SUBJECT, word.plain):
        return False
    if in_a_list:
        return True
    return not is_ordinary(word.plain) and not (surely and word.opens)
