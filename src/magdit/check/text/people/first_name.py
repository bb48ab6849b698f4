"""Is a well-known first name that nobody on the roster has someone's name here? By surname, capital and company."""

from __future__ import annotations

from magdit.check.text.finding import Certainty
from magdit.check.text.people.around import Around
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.known import is_place_or_brand
from magdit.check.text.people.shapes import is_first_name, surname_ends
from magdit.check.text.people.weighed import Weighed
from magdit.check.text.text import JOINED

_IN_LOWER_CASE_AT_LEAST = 4
_IN_A_ROW = 3
_SHORTEST = 3


def weigh_first_name(around: Around) -> Weighed | None:
    """The judgement of the name that starts here, with the surname behind it if there is one."""
    first, last = around.hit.first, _given_names_end(around)
    found = _with_surname(around, last)
    if found is not None:
        return None if around.made_it(first) else found
    sure = "zeker" if last > first and not around.is_lower and not around.is_a_thing else _alone(around)
    if sure is None:
        return None
    code = "stranger_after_title" if around.behind_one_of("title") else "stranger_first_name"
    return Weighed(sure, code, first, _initial_behind(around, last))


def _given_names_end(around: Around) -> int:
    """'Anne Marie', 'Jan-Willem': more first names in a row."""
    words, last = around.text.words, around.hit.first
    if around.level is Commonness.OFTEN:  # 'Dag Guusje'
        return last
    while last + 1 < min(len(words), around.hit.first + _IN_A_ROW) and words[last + 1].gap == JOINED:
        behind = words[last + 1]
        is_next = is_first_name(behind) and behind.capital and not behind.opens and not behind.shouted
        if not is_next or commonness(behind.plain) >= Commonness.ALSO or not words[last].capital:
            break
        last += 1
    return last


def _with_surname(around: Around, last: int) -> Weighed | None:
    is_lower, level = around.is_lower, around.level
    if (around.is_a_thing and (is_lower or level >= Commonness.ALSO)) or (is_lower and level > Commonness.SELDOM):
        return None
    end = surname_ends(around.text, last + 1, in_lower_case=is_lower)
    if end is None or (level is Commonness.OFTEN and end == last + 1 and around.word.opens):
        return None
    sure: Certainty = "mogelijk" if is_lower or level is Commonness.OFTEN else "zeker"
    return Weighed(sure, "stranger_full_name", around.hit.first, end)


def _initial_behind(around: Around, last: int) -> int:
    """'Emma K.' is Emma of whom the surname is left out."""
    words, text = around.text.words, around.text
    if last + 1 >= len(words) or words[last + 1].gap != JOINED or not words[last + 1].capital:
        return last
    behind = words[last + 1]
    is_initial = len(behind.plain) == 1 and behind.plain.isalpha() and text.folded[behind.at + 1 : behind.at + 2] == "."
    return last + 1 if is_initial else last


def _alone(around: Around) -> Certainty | None:
    """A first name by itself: the more it is a word, a place or a shop, the more it needs beside it."""
    level = around.level
    if around.is_behind_title:
        return _behind_title(around, level)
    if around.is_a_thing or _is_part_of_something(around) or _is_a_figure(around) or _is_a_date(around, level):
        return None
    if around.is_lower:
        return _in_lower_case(around, level)
    if is_place_or_brand(around.word.plain):
        return "mogelijk" if around.is_backed else None
    return "zeker" if level is Commonness.NAME else _of_a_word(around, level)


def _behind_title(around: Around, level: Commonness) -> Certainty | None:
    if around.is_lower and level > Commonness.ALSO:
        return None
    is_sure = level is Commonness.NAME or not around.is_lower or around.behind_one_of("elder")
    return "zeker" if is_sure else "mogelijk"


def _is_a_date(around: Around, level: Commonness) -> bool:
    """'12 jan', '26 June'."""
    before = around.before
    return before is not None and before.plain.isdigit() and (around.is_lower or level >= Commonness.ALSO)


def _of_a_word(around: Around, level: Commonness) -> Certainty | None:
    shown, backed = around.is_written_as_name, around.is_backed
    if level is Commonness.SELDOM:
        likely = backed or shown or around.may_act_like_a_person or around.stands_alone
        return "zeker" if backed and shown else "mogelijk" if likely else None
    if level is Commonness.ALSO:
        if shown and around.is_behind_a_person_noun:
            return "zeker"
        is_shown = shown and not around.stands_with_things and not around.behind_one_of("crowd")
        return "mogelijk" if backed or is_shown else None
    return "mogelijk" if shown and around.stands_with_names else None


def _in_lower_case(around: Around, level: Commonness) -> Certainty | None:
    letters = len(around.word.plain)
    if around.is_before_a_number or letters < _SHORTEST:
        return None  # 'max 5 personen', 'jo kan iemand even kijken'
    if level is Commonness.NAME:
        is_long = letters > _IN_LOWER_CASE_AT_LEAST and not around.text_is_english
        if is_long or (letters == _IN_LOWER_CASE_AT_LEAST and (around.is_backed or around.is_with_someone)):
            return "zeker"
        return "mogelijk" if letters >= _IN_LOWER_CASE_AT_LEAST or around.is_backed else None
    likely = around.is_backed or around.may_act_like_a_person or around.is_about_people
    return "mogelijk" if likely and level is Commonness.SELDOM else None


def _is_a_figure(around: Around) -> bool:
    """'een boekje over Kim', 'de hond heet Max'; but 'de klassenknuffel logeert bij Fenna' is about a child."""
    return around.is_in_a_story and not around.is_related and not around.behind_one_of("at_someone")


def _is_part_of_something(around: Around) -> bool:
    """'Zorggroep Anna', 'Emma-methode': a word with a capital before it that is nobody, or a hyphen behind it."""
    before, text = around.before, around.text
    if text.folded[around.hit.end : around.hit.end + 1] == "-" and text.folded[around.hit.end + 1 :][:1].isalpha():
        behind = around.behind()
        return behind is None or (not behind.capital and around.word.capital)
    if before is None or not before.capital or before.shouted or before.opens or len(before.plain) < 2:
        return False
    cues = ("title", "kin", "greeting", "joins", "particle")
    return not is_first_name(before) and not any(around.behind_one_of(cue) for cue in cues)
