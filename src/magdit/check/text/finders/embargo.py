"""Finds that something may not go out before a day: "embargo tot", "niet publiceren voor". Talk of embargoes is none.

It reports `confidential` with a reason of its own: whether the day has come is another question than who may know.
"""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import words
from magdit.check.text.once import once_a_line
from magdit.check.text.stems import Stems
from magdit.check.text.text import Text

_SHOW = (
    r"(?:publiceren|plaatsen|delen|posten|verspreiden|openbaar maken|naar buiten brengen|communiceren|bekend ?maken)"
)
_DAY = r"(?:\w{0,9}(?:dag|morgen)|\d{1,2}\s\w{3,9})"
# 'Wat onder embargo ligt' and 'nieuws onder embargo' are talk; a mark opens a line, or says that this one is.
_UNDER = re.compile(
    r"(?:(?:^|[\n(\[:]|[.!?]\s)[ \t*_]{0,4}(?P<mark>(?:strikt )?(?:onder )?embargo)(?![^\W_])"
    r"(?=\s?(?:[.!:,)\]\n]|$)|\stot|\sop\s|\s\d|\s\w{2,5}dag)"
    r"|(?<![^\W_])(?P<said>onder embargo)(?=\s?!|\s(?:tot|t/m|voor)(?![^\W_]))"
    r"|(?:^|[_ -])(?P<file>embargo)(?=[_ .-])[^\n/]{0,80}\.(?:jpe?g|png|heic|webp|gif|mp4|mov|pdf|docx?)\Z)"
)
_THIS = (
    r"(?:dit|deze\s\w{1,20}|(?:het |de |dit )?(?:pers)?(?:bericht|nieuws|besluit|uitslag|rapport|plan|cijfers|stuk))"
)
_SAID = words(
    rf"{_THIS}\s(?:\w{{1,12}}\s){{0,3}}?(?:is|zijn|ligt|liggen|valt|vallen|staat|staan)\s(?:nog\s|strikt\s"
    rf"|even\s){{0,2}}onder embargo",
    r"(?:persbericht|bericht|dit)\s(?:nog\s)?onder embargo",
    r"embargo\s?(?:tot|t/m|tm|until)",
    r"embargo(?=\s?[!:])",
    r"(?:is|are|still) under embargo|embargoed until|do not publish before",
)
_NOT_BEFORE = words(
    r"geheim tot (?:en met |na )?(?:de|het|\w{0,9}dag|\d{1,2}) \w{2,14}|geheim tot \w{0,9}dag",
    r"niet (?:publiceren|openbaar maken|naar buiten brengen|plaatsen|posten|online zetten)\s(?:voor|tot)"
    r"\s(?:\w{0,9}(?:dag|morgen)|\d{1,2}(?:\s\w{3,9})?|na|de|het)",
    rf"niet\s(?:voor|eerder dan)\s(?:[\w.:]{{1,12}}\s){{1,4}}?{_SHOW}",
    rf"{_SHOW}\s(?:mag\s|kan\s)?pas\s(?:online\s|naar buiten\s)?(?:na|op|vanaf)\s{_DAY}",
    rf"mag\s(?:er\s|dit\s)?pas\s(?:na|op|vanaf)\s{_DAY}\s(?:\S{{1,12}}\s){{0,2}}(?:online|naar buiten|gedeeld"
    rf"|geplaatst)",
    rf"pas (?:na|op|vanaf)\s(?:[\w.:]{{1,12}}\s){{1,4}}?(?:{_SHOW}|naar buiten)",
    rf"pas (?:op |na |vanaf )?{_DAY} (?:\S{{1,8}} ){{0,3}}?(?:mag|kan) (?:dit|het) (?:\w{{1,8}} )?(?:online"
    rf"|naar buiten|gedeeld|geplaatst)",
    rf"tot (?:en met |t/m )?{_DAY} niet {_SHOW}",
    r"publicatie (?:is |mag )?pas (?:na|op|vanaf)",
    r"pas publiceren (?:na|op|vanaf)",
)
# 'Wij delen pas na vrijdag de rapporten uit': someone's own plan.
_A_PLAN = re.compile(
    r"(?<![^\W_])(?:we|wij|ik|juf|meester|school|kinderen|zullen|gaan|gaat|foto's)\s(?:\w{1,15}\s){0,2}\Z"
)
# Without one of these there is nothing to find.
_STEMS = Stems(
    *("embargo", "publiceren", "openbaar maken", "naar buiten", "pas na", "pas op", "pas vanaf", "niet voor "),
    *("eerder dan", "pas online", "publicatie", "publish", "posten", "plaatsen voor", "online zetten", " online"),
    *("niet p", "gedeeld", "geheim tot"),
)


def find(text: Text) -> tuple[Finding, ...]:
    """Always certain: the words say it, whatever the day is."""
    if not _STEMS.are_in(text):
        return ()
    read = text.folded
    spans = [
        *(match.span(match.lastgroup or 0) for match in _UNDER.finditer(read)),
        *(match.span() for match in _SAID.finditer(read)),
        *(match.span() for match in _NOT_BEFORE.finditer(read) if not _is_a_plan(text, match)),
    ]
    return once_a_line(text, (found("confidential", text.span(*span), sure=True, code="embargo") for span in spans))


def _is_a_plan(text: Text, match: re.Match[str]) -> bool:
    return _A_PLAN.search(text.folded, max(0, match.start() - 40), match.start()) is not None
