"""Is this hit a person, and how sure? Weighs one hit by what stands around it.

Rather one flag too many than a child missed; but a word that is only a word stays silent.
"""

from __future__ import annotations

from dataclasses import dataclass

from magdit.check.tables.roster import Person
from magdit.check.text.finding import Certainty
from magdit.check.text.people.around import Around
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.forms import plain


@dataclass(frozen=True, slots=True)
class Weighed:
    """The judgement of one hit: how sure, why, which words it covers and who it can be."""

    certainty: Certainty
    code: str
    first: int
    last: int
    people: tuple[Person, ...]


def weigh(around: Around) -> Weighed | None:
    """The judgement, or None when this is a word and no name."""
    kind = around.hit.kind
    if kind in ("full", "glued", "listed"):
        return _whole(around)
    if kind == "surname":
        return _surname(around)
    if kind == "initialled":
        return _judged(around, "mogelijk", "roster_initials")
    return _given(around)


def _judged(
    around: Around, certainty: Certainty, code: str, *, first: int | None = None, last: int | None = None,
    people: tuple[Person, ...] | None = None,
) -> Weighed:  # fmt: skip
    hit = around.hit
    who = hit.people if people is None else people
    if len(who) > 1:
        certainty, code = "mogelijk", "several_people"
    return Weighed(certainty, code, hit.first if first is None else first, hit.last if last is None else last, who)


def _whole(around: Around) -> Weighed:
    """First name and surname together. In lower case, two common words together may still be just words."""
    words = around.text.words[around.hit.first : around.hit.last + 1]
    caseless = not any(word.capital for word in words)
    from_list = around.hit.kind == "listed" and not any(sign in around.text.folded for sign in ",_")
    if caseless and len(words) == 2 and all(_is_a_word(word.plain) for word in words):
        return _judged(around, "mogelijk", "roster_full_name_of_words")
    return _judged(around, "mogelijk" if from_list and caseless else "zeker", "roster_full_name")


def _is_a_word(word: str) -> bool:
    return commonness(word) >= Commonness.ALSO


def _given(around: Around) -> Weighed | None:
    narrowed = _by_initial_behind(around)
    if narrowed is not None:
        return narrowed
    before = around.before
    if around.is_in_a_saying or (before is not None and before.capital and before.plain in ("sint", "st")):
        return None
    other = around.other_surname_ends
    if other is not None and around.level < Commonness.OFTEN:
        return _judged(around, "mogelijk", "other_surname", last=other)
    certainty, code = _sureness(around)
    if certainty is None:
        return None
    if around.hit.kind == "given_small":
        return _judged(around, "mogelijk", "roster_small_name")
    if around.is_hyphenated or around.follows_another_name:
        return _judged(around, "mogelijk", "part_of_other_name")
    return _judged(around, certainty, code)


def _sureness(around: Around) -> tuple[Certainty | None, str]:
    level = around.level
    if around.behind_one_of("title"):
        return "zeker", "roster_name_after_title"
    if level is Commonness.NAME:
        return "zeker", "roster_first_name"
    if around.is_lower and around.before is not None and around.before.plain.isdigit():
        return None, ""  # '12 jan', '5 mei'
    backed = around.stands_with_names or around.acts_like_a_person or around.is_related
    if level is Commonness.SELDOM:
        return ("zeker" if backed or not around.is_lower else "mogelijk"), "roster_first_name"
    if around.is_written_as_name and not around.is_a_thing:
        return ("zeker" if backed or level is Commonness.ALSO else "mogelijk"), "roster_first_name"
    if level is Commonness.OFTEN:
        return ("mogelijk" if backed and not around.followed_by_one_of("pronoun") else None), "also_a_word"
    if around.is_lower:
        likely = (backed or around.may_act_like_a_person) and not around.is_a_thing
        return ("mogelijk" if likely else None), "also_a_word"
    is_title = around.before is not None and around.before.plain in ("de", "het", "een")  # musical 'De Storm'
    if (is_title or around.followed_by_one_of("pronoun")) and not backed:
        return None, ""
    return ("zeker" if backed and around.word.opens else "mogelijk"), "also_a_word"


def _by_initial_behind(around: Around) -> Weighed | None:
    """'Noor D.' or 'Noor v. D.' tells two girls called Noor apart."""
    behind, second = around.behind(), around.behind(2)
    if behind is None or len(behind.plain) != 1 or not behind.plain.isalpha():
        return None
    letters = behind.plain + (second.plain if second is not None and len(second.plain) == 1 else "")
    fitting = tuple(person for person in around.hit.people if letters in _surname_letters(person))
    if not fitting:
        return None
    return _judged(around, "zeker", "roster_name_and_initial", last=around.hit.last + len(letters), people=fitting)


def _surname_letters(person: Person) -> frozenset[str]:
    infix, last = plain(person.infix), plain(person.last)
    if not last:
        return frozenset()
    short = "".join(part[0] for part in infix.split())
    return frozenset({last[0], short + last[0]} | ({infix[0]} if infix else set()))


def _surname(around: Around) -> Weighed | None:
    first, initials = around.initials_before()
    if initials:
        fitting = tuple(p for p in around.hit.people if initials[0] in {name[:1] for name in _given_names(p)})
        if fitting:
            return _judged(around, "zeker", "roster_initials", first=first, people=fitting)
        return _judged(around, "mogelijk", "other_initials", first=first, people=())
    if around.behind_one_of("title") or around.is_related:
        return _judged(around, "mogelijk", "roster_surname_after_title")
    if around.follows_another_name:
        return _judged(around, "mogelijk", "other_first_name", first=around.hit.first - 1, people=())
    return _judged(around, "mogelijk", "roster_surname") if _stands_alone_as_surname(around) else None


def _stands_alone_as_surname(around: Around) -> bool:
    head = around.text.words[around.hit.last]
    is_common = _is_a_word(head.plain)
    if around.hit.first != around.hit.last:  # with an infix: 'van Dijk' needs its capital, 'van dijk' is a place
        return head.capital and not head.shouted if is_common else True
    if around.is_lower:
        return False
    return not is_common or (around.is_written_as_name and not around.is_a_thing)


def _given_names(person: Person) -> tuple[str, ...]:
    return plain(person.first), plain(person.called)
