"""Is a surname by itself someone of the roster? 'mevrouw Visser' and 'N. van Dijk' are, 'de visser' is not."""

from __future__ import annotations

from magdit.check.tables.roster import Person
from magdit.check.text.finding import Certainty
from magdit.check.text.people.around import Around
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.forms import plain
from magdit.check.text.people.known import first_names, is_compound, is_ordinary, is_place_or_brand
from magdit.check.text.people.slips import people_nearly_called
from magdit.check.text.people.weighed import Weighed, judged
from magdit.check.text.text import COMMA, JOINED

_IN_LOWER_CASE_AT_LEAST = 5
_HARDLY_ELSE = 6  # a word of no list, as long as this, that stands on the roster


def weigh_surname(around: Around) -> Weighed | None:
    """The judgement, or None when this is a word, a place or a shop."""
    initialled = _with_initials(around) or _with_initials_behind(around) or _with_a_slip_before(around)
    if initialled is not None:
        return initialled
    head = around.text.words[around.hit.last]
    before = around.before
    has_infix = around.hit.first != around.hit.last
    if around.behind_one_of("title") and (head.capital or has_infix or not _is_word(head.plain)):
        return judged(around, "zeker" if head.capital or not has_infix else "mogelijk", "roster_surname_after_title")
    if around.behind_one_of("polite") or (head.capital and around.is_behind_a_person_noun):
        return judged(around, "mogelijk", "roster_surname_after_title")
    if head.capital and around.follows_another_name and not around.is_a_thing:
        if around.made_it(around.hit.first - 1):
            return None
        is_sure = before is not None and before.plain in first_names() and commonness(before.plain) is Commonness.NAME
        sure: Certainty = "zeker" if is_sure else "mogelijk"
        return judged(around, sure, "other_first_name", first=around.hit.first - 1, people=())
    if not _stands_alone(around):
        return None
    is_sure = (
        (around.is_backed or around.is_written_as_name)
        and head.capital
        and not _is_word(head.plain)
        and not is_place_or_brand(head.plain)
    )
    if (around.is_lower or around.word.opens) and not _is_word(head.plain) and len(head.plain) >= _HARDLY_ELSE:
        is_sure = not (is_compound(head.plain) or is_place_or_brand(head.plain) or has_infix)
    return judged(around, "zeker" if is_sure else "mogelijk", "roster_surname")


def _with_initials(around: Around) -> Weighed | None:
    first, initials = around.initials_before()
    if not initials:
        return None
    fitting = tuple(p for p in around.hit.people if initials[0] in {name[:1] for name in _given_names(p)})
    if fitting:
        return judged(around, "zeker", "roster_initials", first=first, people=fitting)
    return judged(around, "mogelijk", "other_initials", first=first, people=())


def _with_initials_behind(around: Around) -> Weighed | None:
    """'Rosheuvel P.', 'Ramdin, R.J.', as lists have it."""
    words, last = around.text.words, around.hit.last + 1
    if last >= len(words) or not words[around.hit.last].capital or not _is_initial(around, last):
        return None
    fitting = tuple(p for p in around.hit.people if words[last].plain in {name[:1] for name in _given_names(p)})
    if not fitting or words[last].gap not in (JOINED, COMMA):
        return None
    while last + 1 < len(words) and words[last + 1].gap == JOINED and _is_initial(around, last + 1):
        last += 1
    return judged(around, "zeker", "roster_initials", last=last, people=fitting)


def _is_initial(around: Around, place: int) -> bool:
    word = around.text.words[place]
    return len(word.plain) == 1 and word.capital and around.text.folded[word.at + 1 : word.at + 2] == "."


def _with_a_slip_before(around: Around) -> Weighed | None:
    """'Nor van Dijk' is Noor."""
    before = around.before
    if before is None or around.behind_one_of("title") or (not before.capital and is_ordinary(before.plain)):
        return None
    slipped = people_nearly_called(before.plain, around.hit.people)
    return judged(around, "mogelijk", "roster_slip", first=around.hit.first - 1, people=slipped) if slipped else None


def _stands_alone(around: Around) -> bool:
    """With an infix 'van Dijk' needs its capital ('van dijk' is a place); without one it needs more than that."""
    head = around.text.words[around.hit.last]
    is_word, is_place = _is_word(head.plain), is_place_or_brand(head.plain)
    if around.hit.first != around.hit.last:
        return _with_infix(around, is_word=is_word, is_place=is_place)
    if is_place:
        return False
    if around.is_before_a_trade:
        return False
    if around.is_lower:
        return not is_word and len(head.plain) >= _IN_LOWER_CASE_AT_LEAST and not around.is_a_thing
    if around.stands_with_names and around.word.capital and not around.is_shouted:
        return True
    if not is_word:
        return True
    if around.is_written_as_name and not around.is_a_thing:
        return around.is_backed or around.is_a_someone_beside
    return around.acts_like_a_person and not around.followed_by_one_of("group_verb")


def _with_infix(around: Around, *, is_word: bool, is_place: bool) -> bool:
    """'Van Dijk' with both capitals names someone; 'van Utrecht' and 'de Kok' mostly do not."""
    head, lead = around.text.words[around.hit.last], around.text.words[around.hit.first]
    if around.is_lower and lead.plain == "van" and around.text.words[around.hit.first + 1].plain in ("der", "den"):
        return True  # nothing but a name is written so any more
    if around.is_shouted or (not head.capital and (is_word or is_place)):
        return False
    if not head.capital or not (is_word or is_place):
        return head.capital or around.hit.last - around.hit.first > 1
    return (lead.capital and not lead.opens) or (around.hit.last - around.hit.first > 1 and not is_place)


def _is_word(word: str) -> bool:
    return commonness(word) >= Commonness.ALSO


def _given_names(person: Person) -> tuple[str, ...]:
    return plain(person.first), plain(person.called)
