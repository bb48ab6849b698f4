"""Is a first name by itself a person of the roster? What it looks like and what stands around it decide."""

from __future__ import annotations

from magdit.check.tables.roster import Person
from magdit.check.text.data import word_list
from magdit.check.text.finding import Certainty
from magdit.check.text.people.around import Around
from magdit.check.text.people.commonness import Commonness
from magdit.check.text.people.forms import plain
from magdit.check.text.people.known import first_names
from magdit.check.text.people.weighed import Weighed, judged

_CUES = word_list("around_names")
_Sureness = tuple[Certainty | None, str]
_SHORTEST = 3
_SAINTS = ("sint", "st")
_POSSIBLE = {"given_small": "roster_small_name", "given_nick": "roster_nickname"}


def weigh_given(around: Around) -> Weighed | None:
    """The judgement, or None when this is a word."""
    narrowed = _by_initial_behind(around)
    if narrowed is not None:
        return narrowed
    before = around.before
    if before is not None and before.capital and before.plain in _SAINTS:
        return None
    other = around.other_surname_ends
    if other is not None and _is_more_than_a_word(around):
        is_sure = around.level is Commonness.NAME and around.word.plain in first_names()
        return judged(around, _unless_one(around, "zeker" if is_sure else "mogelijk"), "other_surname", last=other)
    certainty, code = sureness(around)
    if certainty is None:
        return None
    if around.hit.kind in _POSSIBLE:
        return _another_form(around, certainty)
    if around.is_half_a_word:
        return None  # 'Jet-lag'
    if around.is_hyphenated or around.follows_another_name:
        return judged(around, "mogelijk", "part_of_other_name")
    if around.is_in_a_story and not backed_by_company(around):
        return judged(around, "mogelijk", "perhaps_a_figure")
    return judged(around, certainty, code)


def _another_form(around: Around, certainty: Certainty) -> Weighed | None:
    """A short or a small name: opa Wim, Bel, Noortje."""
    if around.hit.kind == "given_nick" and around.word.capital and around.behind_one_of("elder"):
        return judged(around, "zeker", "stranger_after_title", people=())  # opa Wim is no Willem of the school
    is_small = around.hit.kind == "given_small" and (around.acts_like_a_person or around.does_something)
    if around.level > Commonness.SELDOM and not around.is_written_as_name and not is_small:
        return None  # 'bel' is short for Isabel, and mostly is not
    return judged(around, _unless_one(around, certainty), _POSSIBLE[around.hit.kind])


def backed_by_company(around: Around) -> bool:
    """A relation, a verb of people or an age: then it is someone, in a story or not."""
    return around.is_related or around.acts_like_a_person or around.behind_one_of("title")


def _unless_one(around: Around, certainty: Certainty) -> Certainty:
    """That a name stands there may be certain while who it is, is a guess. With one candidate the guess would count."""
    is_known = around.word.plain in first_names() or around.hit.kind == "given"
    return certainty if len(around.hit.people) > 1 and is_known else "mogelijk"


def _is_more_than_a_word(around: Around) -> bool:
    if around.level >= Commonness.ALSO and around.is_a_thing:  # 'De Storm van Shakespeare'
        return False
    return around.level < Commonness.OFTEN or around.is_written_as_name


def sureness(around: Around) -> _Sureness:
    """How sure it is that this is someone's first name, whoever it may be."""
    level = around.level
    if around.is_lower and around.is_behind_the and not around.is_of_a_group:
        return None, ""  # 'de finn is een zeilboot'; but 'de noor van groep 7'
    if around.is_behind_title and (not around.is_lower or level <= Commonness.SELDOM or around.acts_like_a_person):
        return "zeker", "roster_name_after_title"
    if level is Commonness.NAME:
        return "zeker", "roster_first_name"
    if _is_with_a_number_or_english(around):
        return None, ""
    backed = around.is_backed or (around.word.opens and around.word.capital and around.does_something)
    if level is Commonness.SELDOM:
        return _of_a_rare_word(around, backed=backed)
    if _looks_like_a_name(around, backed=backed):
        is_sure = backed or level is Commonness.ALSO or around.is_a_someone_beside
        return ("zeker" if is_sure else "mogelijk"), "roster_first_name"
    if level is Commonness.OFTEN:
        backed = backed or around.goes_along
        return ("mogelijk" if backed and not around.followed_by_one_of("pronoun") else None), "also_a_word"
    return _of_a_word(around, backed=backed)


def _is_with_a_number_or_english(around: Around) -> bool:
    """'12 jan', '26 June', 'max 5 personen', 'Mark the date', 'amber is fossil resin'."""
    before, is_word = around.before, around.level >= Commonness.ALSO
    if before is not None and before.plain.isdigit() and (around.is_lower or is_word):
        return True
    if around.is_written_as_name or around.is_beside_a_name_in_english:
        return False
    if is_word and around.text_is_english and not (around.word.capital and around.acts_like_a_person):
        return True
    return around.is_before_a_number or around.followed_by_one_of("english")


def _of_a_rare_word(around: Around, *, backed: bool) -> _Sureness:
    is_order = around.word.opens and around.word.plain in _CUES["imperative"]
    if is_order and not backed and (around.followed_by_one_of("pronoun") or around.followed_by_one_of("article")):
        return None, ""  # 'Mark je plek op de kaart'
    backed = backed or (around.word.opens and around.may_act_like_a_person and not around.is_explained)
    if around.is_lower and len(around.word.plain) < _SHORTEST and not backed:
        return None, ""  # 'jo, kan iemand even kijken'
    is_sure = backed or not (around.is_lower or around.is_explained)
    return ("zeker" if is_sure else "mogelijk"), "roster_first_name"


def _looks_like_a_name(around: Around, *, backed: bool) -> bool:
    """A capital that means something; not 'De Storm', not 'Engels', not 'Bomen: Linde, Eik, Beuk'."""
    if not around.is_written_as_name or around.is_a_thing:
        return False
    if around.level is Commonness.OFTEN:
        return around.hit.kind != "given_inflected"
    return backed or not around.stands_with_things


def _of_a_word(around: Around, *, backed: bool) -> _Sureness:
    """Roos, Storm, Mees: in lower case, at the start of a sentence, or behind an article."""
    likely = backed or around.may_act_like_a_person
    if around.is_lower:
        likely = likely or around.is_about_people or around.is_in_a_picture_name or around.is_in_a_pair
        likely = likely or around.is_missed or around.goes_along or around.does_something or around.is_behind_its_verb
        if (around.owns or around.is_the_subject or around.stands_with_names) and not around.is_a_thing:
            return "zeker", "also_a_word"  # 'storm zn zwemspullen', 'mees vertelt'
        return ("mogelijk" if likely and not around.is_a_thing else None), "also_a_word"
    if around.stands_with_things and not backed:
        return None, ""
    likely = likely or around.is_at_play or (around.stands_alone and bool(around.solid))
    is_title = around.before is not None and around.before.plain in ("de", "het", "een")  # musical 'De Storm'
    if is_title or around.is_explained or not (likely or around.is_followed_as_a_person):
        return None, ""
    is_subject = backed or around.is_the_subject
    return ("zeker" if is_subject and around.word.opens else "mogelijk"), "also_a_word"


def _by_initial_behind(around: Around) -> Weighed | None:
    """'Noor D.' or 'Noor v. D.' tells two girls called Noor apart."""
    behind, second = around.behind(), around.behind(2)
    if behind is None or len(behind.plain) != 1 or not behind.plain.isalpha():
        return None
    letters = behind.plain + (second.plain if second is not None and len(second.plain) == 1 else "")
    fitting = tuple(person for person in around.hit.people if letters in _surname_letters(person))
    if not fitting:
        return None
    return judged(around, "zeker", "roster_name_and_initial", last=around.hit.last + len(letters), people=fitting)


def _surname_letters(person: Person) -> frozenset[str]:
    infix, last = plain(person.infix), plain(person.last)
    if not last:
        return frozenset()
    short = "".join(part[0] for part in infix.split())
    return frozenset({last[0], short + last[0]} | ({infix[0]} if infix else set()))
