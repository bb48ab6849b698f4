"""Is a word behind a title someone's name? 'mevrouw Van der Meer' and 'meester Zomer' are, 'de juf leest' is not."""

from __future__ import annotations

from magdit.check.text.data import word_list
from magdit.check.text.people.around import Around
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.known import is_compound, is_ordinary, is_place_or_brand, is_surname
from magdit.check.text.people.shapes import is_no_name, is_particle, surname_ends
from magdit.check.text.people.weighed import Weighed
from magdit.check.text.text import JOINED, Text

# Behind these a capital is enough, also when the word is an ordinary one: 'juf Zomer', 'mevrouw Kok'.
_STRONG = frozenset(
    {
        "juf",
        "juffrouw",
        "meester",
        "meneer",
        "mijnheer",
        "mevrouw",
        "mw",
        "mevr",
        "mej",
        "dhr",
        "hr",
        "heer",
        "oma",
        "opa",
    }
    | {"tante", "oom", "familie", "fam", "mr", "mrs", "ms", "miss", "dr", "drs", "prof"}
)
_LEADS = frozenset({"op", "in", "uit", "aan"})  # 'juf op De Vlinderhof'
_LETTERS = 3


def weigh_after_title(around: Around) -> Weighed | None:
    """The judgement of the name that may start here, with the surname behind it if there is one."""
    word, first = around.word, around.hit.first
    is_strong = around.before is not None and around.before.plain in _STRONG
    if is_particle(around.text.words, first) and word.plain not in _LEADS:
        return _with_particle(around, is_strong=is_strong)
    plain = word.plain.removesuffix("'s")
    if len(plain) < _LETTERS or word.opens or not plain.isalpha() or is_place_or_brand(plain):
        return None
    if not word.capital:
        is_name = is_strong and not is_ordinary(plain) and not is_no_name(plain) and not is_compound(plain)
        return Weighed("mogelijk", "stranger_after_title", first, first) if is_name else None
    is_word = commonness(plain) >= Commonness.ALSO and not _is_also_a_name(plain)
    if is_word and not is_strong:
        return None
    end = surname_ends(around.text, first + 1)
    return Weighed("mogelijk" if is_word else "zeker", "stranger_after_title", first, first if end is None else end)


def _with_particle(around: Around, *, is_strong: bool) -> Weighed | None:
    """'mevrouw Van der Meer', 'meester de Boer'; not 'de burgemeester van Zwolle', 'de juf van Frans'."""
    first, words = around.hit.first, around.text.words
    end = surname_ends(around.text, first)
    if end is None and is_strong and around.word.plain not in _LEADS:
        end = _strongly_ends(around.text, first)
    if end is None:
        return None
    head = words[end].plain
    may_be_a_place = not around.word.capital and not (is_surname(head) or (is_strong and not is_no_name(head)))
    if may_be_a_place:
        return None
    return Weighed("zeker" if is_strong or around.word.capital else "mogelijk", "stranger_after_title", first, end)


def _strongly_ends(text: Text, first: int) -> int | None:
    """'Hr. v.d. Meer', 'dhr. van der Zee': behind such a title a capital makes any word a surname."""
    words, last = text.words, first
    while last + 1 < len(words) and last < first + 3 and is_particle(words, last) and words[last + 1].gap == JOINED:
        last += 1
    return last if last > first and words[last].capital and len(words[last].plain) > 1 else None


def _is_also_a_name(word: str) -> bool:
    lists = word_list("names_that_are_words")
    return is_surname(word) or word in lists["also"] or word in lists["seldom"]
