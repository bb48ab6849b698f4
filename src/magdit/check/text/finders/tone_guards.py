"""When hurtful words are no attack: denied, quoted, reported, about oneself, in a story or a game, about an illness.

The words themselves are in data/tone_guards.txt; here stands which of them counts where.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from magdit.check.text.finders.tone_rule import Rule, guard

_LEAD, _TAIL = 90, 60  # as many signs of the line as a denial or a word about oneself may stand away
_SENTENCE = 400  # signs to either side: a longer sentence than that nobody weighs as one
_NOT_BEHIND = re.compile(r" (?:[^ .!?]+ ){0,5}?(?:niet|nooit)(?:·[A-Za-z]+)? (?:[.,!?]|hoor|want|en|maar|als)")
_ILLNESSES = re.compile(r"(?:kanker|tyfus|tering|kk)[· ]")
_ANIMAL = re.compile(r"·[A-Za-z]*Z")
_EVERYBODY = re.compile(r"(?:vrouw|man|mannen|jongen|meisje|meid|dame)")  # 'de jongens zijn ziek': these boys
_ALL = re.compile(r" alle(?:·[A-Za-z]+)? \Z")
_HOME = re.compile(r" (?:koorts|ziek|griep|beterschap|hoest|verkouden|gips)")


@dataclass(frozen=True, slots=True)
class Place:
    """A match of a rule: the whole of it, and the words it points at."""

    rule: Rule
    whole: tuple[int, int]
    hit: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Around:
    """The sentence of a place, cut at its words, with a space before each part as the patterns want it."""

    near: str  # the sentence and what stands about it
    inside: str
    before: str
    after: str
    lead: str  # up to the words themselves
    hit: str
    behind: str  # from the words on


def is_harmless(line: str, place: Place) -> bool:
    """Whether something around the words takes the sting out."""
    around = _around(line, place)
    if _is_quoted(line, place.hit) or guard("reported_before").search(around.before):
        return True
    if guard("reported_after").search(around.after):
        return True
    return _is_denied(around, place) or _BY_KIND[place.rule.kind](around, place.rule)


def _around(line: str, place: Place) -> _Around:
    (start, end), (hit, past) = place.whole, place.hit
    first, last = max(0, start - _SENTENCE), end + _SENTENCE
    opens = max(first, *(line.rfind(f" {sign} ", first, start) + 2 for sign in ".!?"))
    ends = [at for at in (line.find(f" {sign} ", max(end - 3, 0), last) for sign in ".!?") if at >= 0]
    closes = min(ends, default=last) + 1
    return _Around(
        near=f" {line[first:last]}", inside=f" {line[opens:closes]}",
        before=f" {line[opens:start]}", after=f" {line[end:closes]}",
        lead=f" {line[max(opens, hit - _LEAD) : hit]}", hit=line[hit:past], behind=f" {line[hit : past + _TAIL]}",
    )  # fmt: skip


def _is_denied(around: _Around, place: Place) -> bool:
    if place.rule.kind in ("threat", "bullying"):
        return False
    # 'geen' inside the rule's own words ('zijn geen mensen') is the attack: of a group, only what stands before counts.
    about_group = place.rule.kind == "discrimination"
    if guard("before_denied").search(around.before if about_group else around.lead):
        return True
    return place.rule.code == "tone_against_group" and bool(_NOT_BEHIND.match(around.after))


def _insult(around: _Around, rule: Rule) -> bool:
    if guard("before_self").search(around.lead) or guard("self_after").search(around.after[:40]):
        return True
    if guard("affection").search(around.near) or guard("before_said").search(around.lead):
        return True
    if rule.code in ("tone_insult_word", "tone_insult_aimed") and guard("of_a_thing").match(around.behind, 1):
        return True  # 'dat kreng van een brommer', but not 'dat kreng van een dochter'
    if _ANIMAL.search(around.hit) and guard("sport").search(around.near):
        return True
    return bool(guard("story").search(around.inside) or guard("adverb").match(around.behind))


def _threat(around: _Around, rule: Rule) -> bool:
    plays = rule.code != "tone_threat_wish" and guard("sport").search(around.near)
    return bool(plays or guard("story").search(around.inside))


def _discrimination(around: _Around, rule: Rule) -> bool:
    if rule.code == "tone_slur" and guard("before_self").search(around.lead):
        return True
    if rule.code == "tone_against_group":
        if guard("before_object").search(around.before):
            return True
        if (
            _EVERYBODY.match(around.hit)
            and not _ALL.search(around.before)
            and guard("before_definite").search(around.before)
        ):
            return True
    return bool(guard("lesson").search(around.inside) or guard("story").search(around.inside))


def _bullying(around: _Around, rule: Rule) -> bool:
    return bool(guard("fiction").search(around.inside) or _HOME.search(around.near))


def _coarse(around: _Around, rule: Rule) -> bool:
    if rule.code != "tone_coarse_word":
        return bool(guard("story").search(around.inside))
    if _ILLNESSES.match(around.hit) and guard("illness").search(around.inside):
        return True
    mood = guard("cheerful").search(around.inside) or guard("story").search(around.inside)
    return bool(mood or guard("adverb").match(around.behind))


_BY_KIND = {
    "insult": _insult, "threat": _threat, "discrimination": _discrimination, "bullying": _bullying, "coarse": _coarse,
}  # fmt: skip


def _is_quoted(line: str, hit: tuple[int, int]) -> bool:
    """Inside quotation marks, when something else than the quotation is said too."""
    marks, says_more = _quotes(line)
    before = bisect_left(marks, hit[0])
    return says_more and before % 2 == 1 and bisect_left(marks, hit[1]) < len(marks)


@lru_cache(maxsize=16)
def _quotes(line: str) -> tuple[tuple[int, ...], bool]:
    """Where the quotation marks stand, and whether two words or more stand outside them."""
    marks = tuple(mark.start() for mark in re.finditer('"', line))
    outside = re.sub(r'"[^"]*"', "", line) if marks else line
    return marks, len(re.findall(r"[a-z]{2,}", outside)) >= 2
