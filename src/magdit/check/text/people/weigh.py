"""Is this hit a person, and how sure? Weighs one hit by what stands around it.

Rather one flag too many than a child missed; but a word that is only a word stays silent.
"""

from __future__ import annotations

from magdit.check.text.people.around import Around
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.weigh_given import weigh_given
from magdit.check.text.people.weigh_surname import weigh_surname
from magdit.check.text.people.weighed import Weighed, judged


def weigh(around: Around, public: frozenset[int] = frozenset()) -> Weighed | None:
    """The judgement, or None when this is a word and no name. `public`: the words of names that everybody knows."""
    hit = around.hit
    inside = public & frozenset(range(hit.first, hit.last + 1))
    if inside and hit.kind != "full":
        return None
    if len(inside) > hit.last - hit.first:  # someone of the school who is called as a singer is
        return judged(around, "mogelijk", "roster_full_name")
    if hit.kind in ("full", "glued", "listed"):
        return _whole(around)
    if hit.kind == "surname":
        return weigh_surname(around)
    if hit.kind == "initialled":
        return judged(around, "mogelijk", "roster_initials")
    return weigh_given(around)


def _whole(around: Around) -> Weighed | None:
    """First name and surname together. In lower case, two common words together may still be just words."""
    words = around.text.words[around.hit.first : around.hit.last + 1]
    caseless = not any(word.capital for word in words)
    if caseless and len(words) == 2 and all(_is_a_word(word.plain) for word in words):
        return judged(around, "mogelijk", "roster_full_name_of_words")
    if around.hit.kind == "listed" and not any(sign in around.text.folded for sign in ",_"):
        return _listed_without_a_comma(around, caseless=caseless)
    return judged(around, "zeker", "roster_full_name")


def _listed_without_a_comma(around: Around, *, caseless: bool) -> Weighed | None:
    """'Dijk Noor' may be her; 'Bakker Bart sponsort' is a shop."""
    words = around.text.words[around.hit.first : around.hit.last + 1]
    if len(words) == 2 and _is_a_word(words[0].plain) and (caseless or words[0].opens):
        return None
    doubtful = any(_is_a_word(word.plain) for word in words)
    return judged(around, "mogelijk" if doubtful else "zeker", "roster_full_name")


def _is_a_word(word: str) -> bool:
    return commonness(word) >= Commonness.ALSO
