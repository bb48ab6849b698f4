"""Is a word that we do not know as a first name someone's name? By a relation, a surname, a verb, names beside it."""

from __future__ import annotations

from magdit.check.text.data import word_list
from magdit.check.text.people.after_title import weigh_after_title
from magdit.check.text.people.around import Around
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.known import is_compound, is_ordinary, is_place_or_brand, is_surname
from magdit.check.text.people.shapes import is_first_name, is_no_name, is_particle, surname_ends
from magdit.check.text.people.weighed import Weighed

_OPENS_A_SURNAME = frozenset({"van", "von", "el", "al", "ter", "ten", "bin", "da", "dos", "di"})
_CUES = word_list("around_names")
_LETTERS, _IN_LOWER_CASE_AT_LEAST = 3, 4


def weigh_unknown_word(around: Around) -> Weighed | None:
    """The judgement of the name that may start here, with the surname behind it if there is one."""
    word = around.word.plain
    if around.is_behind_title:
        return weigh_after_title(around)
    if is_particle(around.text.words, around.hit.first):
        return _surname_by_itself(around)
    if len(word) < _LETTERS or word in _CUES["trade"] or is_no_name(word) or is_compound(word):
        return None
    if around.is_in_a_story and not around.behind_one_of("at_someone"):
        return None
    if not around.word.capital:
        return _in_lower_case(around)
    end = surname_ends(around.text, around.hit.last + 1)
    if end is not None and not around.is_a_thing:
        return None if around.made_it(around.hit.first) else _full_name(around, end)
    if word.endswith("se") and around.followed_by_one_of("person_noun"):
        return None  # 'Marokkaanse meid'
    if around.is_behind_a_label:
        return Weighed("mogelijk", "stranger_near_person", around.hit.first, around.hit.last)
    is_someone = _opens_as_a_person(around) if around.word.opens else _stands_as_a_person(around)
    if not is_someone:
        return None
    is_sure = around.is_written_as_name and (around.is_behind_a_person_noun or around.stands_with_names)
    return Weighed("zeker" if is_sure else "mogelijk", "stranger_near_person", around.hit.first, around.hit.last)


def _full_name(around: Around, end: int) -> Weighed:
    """'Zelic Bakker'. The bare 'Glazenwasser Kees' is Kees, who does that."""
    first, behind = around.hit.first, around.text.words[around.hit.first + 1]
    if end == first + 1 and around.word.opens and is_first_name(behind) and not is_surname(behind.plain):
        return Weighed(
            "zeker" if commonness(behind.plain) <= Commonness.SELDOM else "mogelijk", "stranger_first_name", end, end
        )
    in_place = around.is_related or around.is_behind_a_label or around.is_a_someone_beside
    is_known = around.is_behind_a_person_noun or (in_place and is_surname(around.text.words[end].plain))
    is_sure = around.is_written_as_name and is_known
    return Weighed("zeker" if is_sure else "mogelijk", "stranger_full_name", first, end)


def _stands_as_a_person(around: Around) -> bool:
    if around.is_a_thing or around.is_hyphenated or around.behind_one_of("to_a_place"):
        return False
    if around.is_of_a_group or around.is_of_a_class:
        return True
    return around.is_related or around.stands_with_names or around.acts_like_a_person


def _opens_as_a_person(around: Around) -> bool:
    """At the start of a sentence every word has a capital, and schools and shops do things too."""
    if around.is_hyphenated:
        return False
    listed = around.stands_with_names and not around.followed_by_one_of("loosely_joins")
    acts = around.acts_like_a_person and not (around.followed_by_one_of("group_verb") or around.is_addressed)
    return listed or acts or around.owns or around.has_an_age


def _in_lower_case(around: Around) -> Weighed | None:
    """'gerko zn tante', 'de nieuwe heet myrna', 'mn broertje siebren': only where nothing but a name fits."""
    word = around.word.plain
    if len(word) < _IN_LOWER_CASE_AT_LEAST or not word.isalpha() or is_ordinary(word):
        return None
    if around.owns or around.behind_one_of("is_called") or around.is_kin_of_the_author:
        return Weighed("mogelijk", "stranger_near_person", around.hit.first, around.hit.last)
    return None


def _surname_by_itself(around: Around) -> Weighed | None:
    """'Roelfsema en Van Bokhoven', 'nee van der kooij': a surname with its particle, and no first name before it."""
    first, words = around.hit.first, around.text.words
    end = surname_ends(around.text, first, in_lower_case=not around.word.capital)
    if end is None or around.word.opens or around.is_a_thing or is_place_or_brand(words[end].plain):
        return None
    head, particles = words[end], end - first
    if particles == 1 and around.word.plain in ("de", "het", "t"):  # 'De Gelderlander'; 'Smit en De Boer'
        is_name = around.word.capital and is_surname(head.plain) and around.stands_with_names
    elif around.word.capital:
        is_name = head.capital and (is_surname(head.plain) or not is_no_name(head.plain))
    else:
        is_name = (
            (particles > 1 or around.word.plain == "el")
            and around.word.plain in _OPENS_A_SURNAME
            and is_surname(head.plain)
            and not is_ordinary(head.plain)
        )
    return Weighed("mogelijk", "stranger_surname", first, end) if is_name else None
