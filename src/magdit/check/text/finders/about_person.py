"""Finds an unkind judgement about how someone works or is: 'die juf kan niet lesgeven'. A flag; a person weighs it.

It takes a person (a role with 'die', 'onze', 'deze', or a name with a capital) and a judgement in the same sentence.
Who is ill, late for once or bad at penalties is not judged; nor is a school, a day or a lesson.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from magdit.check.text.data import word_list
from magdit.check.text.finding import Finding, found
from magdit.check.text.near import words
from magdit.check.text.stems import Stems
from magdit.check.text.text import Text

_LISTS = word_list("about_person")


def _any_of(phrases: Iterable[str]) -> str:
    """One pattern for all of them, the longest first; '..' stands for at most two words."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(one).replace(r"\ \.\.\ ", r"\s(?:\w{1,12}\s){0,2}?") for one in ordered) + ")"


_ROLE = rf"(?:(?:gym|muziek|school|vak|inval)?{_any_of(_LISTS['role'])})"
_THAT = r"(?:die|deze|onze|mijn|zijn|haar|hun|jullie|jouw|de)"
_SOME_ONE = (
    rf"(?:{_THAT}\s(?:\w{{1,15}}\s)?{_ROLE}(?:\svan\s\w{{1,15}}(?:\s\w{{1,15}})?)?"
    r"|(?:juf|meester|meneer|mevrouw|mr|mw|dhr)\.?\s[a-z]{2,20})"
)
_NAME = r"(?:[a-z]{2,20}(?:\s(?:van|de|der|den|el|ter|ten)){0,2}(?:\s[a-z]{2,20})?)"
_SO = rf"(?:{_any_of(_LISTS['so'])}\s){{0,4}}"
_BAD = _any_of(_LISTS["is"])
# 'Vreselijk lief': what follows may turn it around.
_END = (
    r"(?=\s?[.!?,;:)]|\s?$|\s?\n|\s(?:juf|meester|docent|leraar)"
    r"|\s(?:en|want|omdat|als|met|voor|tegen|die|hoor|in|geworden|hij|zij|ze|is|zeg|man|haha)(?![^\W_]))"
)
_CANNOT = rf"kan\s(?:\w{{1,12}}\s){{0,3}}?(?:niet|geen)\s(?:\w{{1,12}}\s){{0,2}}?{_any_of(_LISTS['cannot'])}"
_DOES = (
    rf"(?:{_any_of(_LISTS['does'])}"
    r"|trekt (?:altijd |steeds |de |zijn |haar )[\w' ]{0,25}voor|geeft (?:\w{1,12} ){0,2}?onvoldoendes omdat"
    r"|doet (?:\w{1,12} ){0,3}?(?:niks|niets)(?! liever| anders| dan)|moet (?:\w{1,12} ){0,2}?weg(?=[.!]|$)"
    r"|is (?:\w{1,12} ){0,2}?niet geschikt(?= (?:voor (?:groep|klas|de klas|onderwijs|het onderwijs|dit vak|kinderen)"
    r"|als)|[.!]|$))"
)
_IS = rf"(?:is|was|blijft|vind ik|vinden wij)\s{_SO}{_BAD}{_END}"
_JUDGED = words(
    rf"{_SOME_ONE}\s(?:{_CANNOT}|{_DOES}|{_IS})",
    rf"wat (?:is|was|een)\s(?:dat\s)?{_SO}(?:slechte|{_BAD})\s{_ROLE}",
    rf"wat (?:is|was) (?:die|deze|onze|de) {_ROLE}\s{_SO}{_BAD}",
    rf"(?:is|was|blijft|vind)\s(?:\w{{1,15}}\s){{0,3}}?(?:de|een)\s{_SO}(?:slechtste|slechte|luiste|{_BAD})\s{_ROLE}",
    rf"(?:slechtste|waardeloze|incompetente|belabberde)\s{_ROLE}",
    rf"(?:moet(?:en)?|mogen ze|kunnen ze)\s{_THAT}\s{_ROLE}\s{_SO}(?:ontslaan|wegsturen|schorsen|eruit gooien)",
    # 'Die kan geen orde houden', of someone named before: only what is said of whoever stands before a class.
    r"(?:die|hij|zij|ze) kan (?:\w{1,12} ){0,3}?(?:niet|geen) (?:\w{1,12} ){0,2}?"
    r"(?:lesgeven|les geven|orde houden|leidinggeven|met kinderen omgaan|uitleggen(?! wat| hoe| waarom))",
    r"(?:that|this|our|the) (?:teacher|principal|headmaster|coach) (?:can't teach|cannot teach"
    r"|is (?:so |really |just )?(?:useless|incompetent|lazy|terrible|awful))",
)
_NAMED = words(rf"(?P<name>{_NAME})\s(?:{_CANNOT}|{_DOES}|{_IS})")
_TOLD = re.compile(
    r"(?<![^\W_])(?:niet zeggen|nooit|zeg niet|schrijf niet|stel|als|wolf|heks|verhaal|boek|film|sprookje|musical"
    r"|rol)(?![^\W_])[^.!?\n]{0,60}\Z"
)
_QUOTES = re.compile(r"\"[^\"\n]{1,200}\"|„[^”\n]{1,200}”|“[^”\n]{1,200}”|(?<!\w)'[^'\n]{1,200}'(?!\w)|«[^»\n]{1,200}»")
_STEMS = Stems(*sorted(_LISTS["stems"]))


def find(text: Text) -> tuple[Finding, ...]:
    """Always 'mogelijk'. What is quoted, or told of a story, is left alone."""
    if not _STEMS.are_in(text):
        return ()
    quotes = [match.span() for match in _QUOTES.finditer(text.folded)]
    judged = [
        *_JUDGED.finditer(text.folded),
        *(match for match in _NAMED.finditer(text.folded) if _is_a_name(text, match)),
    ]
    return tuple(
        found("about_person", text.span(*match.span()), sure=False, code="about_person")
        for match in judged
        if not _is_told(text, match, quotes)
    )


def _is_a_name(text: Text, match: re.Match[str]) -> bool:
    """A capital that no sentence asks for, or a first and a last name that both have one."""
    start = text.span(*match.span("name"))[0]
    written = text.original[start:].split()[: len(match["name"].split())]
    capitals = [word for word in written if word[:1].isupper()]
    before = text.original[:start].rstrip(" \"“'(")
    opens = not before or before[-1] in ".!?\n:"
    return bool(capitals) and written[0][:1].isupper() and (not opens or len(capitals) > 1)


def _is_told(text: Text, match: re.Match[str], quotes: list[tuple[int, int]]) -> bool:
    if any(start < match.start() and match.end() < end for start, end in quotes):
        return True
    return _TOLD.search(text.folded, max(0, match.start() - 90), match.start()) is not None
