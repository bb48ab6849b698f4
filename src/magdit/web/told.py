"""What the register says, in the language of the page: refusals, and words of the closed lists."""

from __future__ import annotations

from django.utils.translation import get_language, gettext

from magdit.areas.journal.refused import Refused
from magdit.wording.refusals import refusal_in
from magdit.words.states import CONSENT_STATES
from magdit.words.vocabulary import Vocabulary


def refusal(refused: Refused) -> str:
    """The sentence for a refusal: what, where, and what to do now."""
    return refusal_in(refused.code, refused.facts, translate=gettext)


def word(words: Vocabulary, code: str) -> str:
    """What a word is called in the language of the page; a word of a board's own stays as the board wrote it."""
    if code not in words:
        return code
    known = words.code(code)  # "lerares" is a leerkracht
    if words is CONSENT_STATES:
        return gettext(words.dutch(known))  # its English are the names of DPV, for programs
    return next(one.english for one in words if one.code == known) if in_english() else words.dutch(known)


def article(number: str) -> str:
    """How one speaks of an article: 'AVG-33' of the packs is 'artikel 33 van de AVG', and '5.4' 'artikel 5.4'."""
    law, mark, rest = number.partition("-")
    if mark and law in {"AVG", "UAVG"}:
        return gettext("artikel %(number)s van de %(law)s") % {"number": rest, "law": law}
    return gettext("artikel %(number)s") % {"number": number}


def choices_of(words: Vocabulary) -> list[tuple[str, str]]:
    """Every word of a list and what it is called, by name."""
    return sorted(((one.code, word(words, one.code)) for one in words), key=lambda pair: pair[1].casefold())


def page_language() -> str:
    """The language of this page."""
    return "en" if in_english() else "nl"


def in_english() -> bool:
    """Whether this page is in English."""
    return (get_language() or "nl").startswith("en")
