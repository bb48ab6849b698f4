"""Is a word that we do not know as a first name someone's name? By a title or relation, a surname, names beside it."""

from __future__ import annotations

from functools import lru_cache

from magdit.check.text.data import word_list
from magdit.check.text.people.around import Around
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.known import is_place_or_brand, is_surname, ordinary_words
from magdit.check.text.people.shapes import is_no_name, is_particle, surname_ends
from magdit.check.text.people.weighed import Weighed

# Behind these a capital is enough, also when the word is an ordinary one: 'juf Zomer', 'mevrouw Kok'.
_STRONG = frozenset(
    {"juf", "juffrouw", "meester", "meneer", "mijnheer", "mevrouw", "mw", "mevr", "mej", "dhr", "heer", "oma", "opa"}
    | {"tante", "oom", "familie", "fam", "mr", "mrs", "ms", "miss", "dr", "drs", "prof"}
)
_LEADS = frozenset({"op", "in", "uit", "aan"})  # 'juf op De Vlinderhof'
_LETTERS = 3


def weigh_unknown_word(around: Around) -> Weighed | None:
    """The judgement of the name that may start here, with the surname behind it if there is one."""
    if around.behind_one_of("title"):
        return _behind_title(around)
    word = around.word.plain
    if not around.word.capital or len(word) < _LETTERS or is_no_name(word) or is_compound(word):
        return None
    end = surname_ends(around.text, around.hit.last + 1)
    if end is not None and not around.is_a_thing:
        return Weighed("mogelijk", "stranger_full_name", around.hit.first, end)
    if around.is_a_thing or around.is_hyphenated or around.behind_one_of("to_a_place"):
        return None
    if around.word.opens and not _opens_as_a_person(around):
        return None
    if around.is_related or around.stands_with_names or around.acts_like_a_person:
        return Weighed("mogelijk", "stranger_near_person", around.hit.first, around.hit.last)
    return None


def _opens_as_a_person(around: Around) -> bool:
    """At the start of a sentence every word has a capital, and schools and shops do things too."""
    listed = around.stands_with_names and not around.followed_by_one_of("loosely_joins")
    acts = around.acts_like_a_person and not around.followed_by_one_of("group_verb")
    return listed or acts or around.owns_or_is_addressed or around.has_an_age


def _behind_title(around: Around) -> Weighed | None:
    """'mevrouw Van der Meer', 'juf Xandra', 'meester Zomer', 'juf xandra'."""
    word, first = around.word, around.hit.first
    is_strong = around.before is not None and around.before.plain in _STRONG
    if is_particle(around.text.words, first) and word.plain not in _LEADS:
        end = surname_ends(around.text, first)
        if end is None or (not word.capital and is_place_or_brand(around.text.words[end].plain)):
            return None  # 'de burgemeester van Zwolle'
        return Weighed("zeker" if is_strong else "mogelijk", "stranger_after_title", first, end)
    if len(word.plain) < _LETTERS or is_place_or_brand(word.plain) or word.opens or not word.plain.isalpha():
        return None
    is_word = commonness(word.plain) >= Commonness.ALSO and not _is_also_a_name(word.plain)
    if (is_word and not (is_strong and word.capital)) or not (word.capital or is_strong):
        return None
    if not word.capital and is_compound(word.plain):
        return None
    end = surname_ends(around.text, first + 1) if word.capital else None
    sure = word.capital and not is_word
    return Weighed("zeker" if sure else "mogelijk", "stranger_after_title", first, first if end is None else end)


def _is_also_a_name(word: str) -> bool:
    lists = word_list("names_that_are_words")
    return is_surname(word) or word in lists["also"] or word in lists["seldom"]


@lru_cache(maxsize=4096)
def is_compound(word: str) -> bool:
    """'paasontbijt', 'kanjertraining': Dutch makes words by glueing, and no list holds them all."""
    often, others = ordinary_words()
    for cut in range(_LETTERS, len(word) - _LETTERS):
        head, tail = word[:cut], word[cut:]
        if (tail in often or tail in others) and (len(tail) > 4 or head in often or head in others):
            return True
    return False
