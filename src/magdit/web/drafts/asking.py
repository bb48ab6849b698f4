"""What the page asks of a person: the next question of the answer, what only people can see, and who said what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from magdit.areas.drafts.models import HIDDEN
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.models import Person
from magdit.areas.people.names import whole
from magdit.journeys.hand_in.judging import HIDDEN_WELL, NOBODY, ONLY_WITH_CONSENT, Judging
from magdit.journeys.hand_in.shown import OUTERWEAR
from magdit.norms.answer import Question
from magdit.norms.catalogue import Fact
from magdit.norms.judge import Book
from magdit.norms.trying import Subject
from magdit.web.drafts.reasons import plain_pictures
from magdit.wording.questions import why_asked

IN_VIEW, RECOGNISABLE, HEARD = "in_beeld", "herkenbaar", "hoorbaar"
YES, NO = "ja", "nee"
OURS = (NOBODY, HIDDEN_WELL, OUTERWEAR)  # asked in our own words


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the control that fits. `kind`: of the fact, or "nobody", "hidden", "voice", "point" (to a face).

    `heard`: there is sound as well, to which nobody but a person listens. `ours`: in the language of the page, not in
    the words of the protocol.
    """

    fact: str
    text: str
    kind: str
    about: str = ""
    options: tuple[tuple[str, str], ...] = ()
    why: str = ""
    heard: bool = False
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said: the question, the answer, and whose word it is. `ours`: asked in our own words."""

    fact: str
    text: str
    answer: str
    by: str
    at: datetime
    ours: bool = False


def is_asked_here(judging: Judging) -> bool:
    """Whether the page has a form for the next question; of faces it is answered at the picture."""
    question = question_of(judging)
    return question is not None and question.kind not in ("hidden", "point")


def question_of(judging: Judging) -> Asked | None:
    """The one question that settles most, as a control; None when nothing is left to ask."""
    question = judging.judged.answer.question
    if question is None:
        return None
    fact = judging.book.catalogue.fact(question.fact)
    if question.fact == IN_VIEW:
        return _nobody(judging, question.text) if judging.pictures else None
    if question.index is not None or fact is None or fact.per_person:
        return _about_someone(question, judging)
    why = next(why_asked(judging.book, Subject(question.fact), judging.judged.act), "")
    return Asked(question.fact, question.text, fact.kind, options=options_of(judging.book, fact), why=why)


def _about_someone(question: Question, judging: Judging) -> Asked:
    about = plain_pictures(question.person or "")
    if question.fact == OUTERWEAR:
        return Asked(OUTERWEAR, _("Draagt iedereen in beeld gewone kleren (bovenkleding)?"), "ja_nee", ours=True)
    if question.fact == RECOGNISABLE and has_hidden(judging):
        return Asked(HIDDEN_WELL, question.text, "hidden", about)
    if not any(picture.faces for picture in judging.pictures):  # a film in which no face was found: nobody to point at
        return _nobody(judging, _("Staat er iemand herkenbaar in beeld?"), ours=True)
    if question.fact == HEARD:
        return Asked(question.fact, question.text, "voice", about)
    return Asked(question.fact, question.text, "point", about)


def _nobody(judging: Judging, text: str, *, ours: bool = False) -> Asked:
    """Whether somebody is in it; where there is sound, also whether somebody is heard in it."""
    heard = any(film.has_sound for film in judging.judged.looked.films)
    said = _("Is er iemand herkenbaar in beeld, of te horen?") if heard else text
    return Asked(NOBODY, said, "nobody", heard=heard, ours=heard or ours)


def has_hidden(judging: Judging) -> bool:
    """Whether a face is made unrecognisable, so that someone must look whether that is enough."""
    return any(face["fate"] == HIDDEN for picture in judging.pictures for face in picture.faces)


def to_look_at(judging: Judging) -> tuple[Asked, ...]:
    """What magdit cannot see and counts as usual until a person says otherwise: yes or no, once for the whole post."""
    facts = (judging.book.catalogue.fact(name) for name in judging.judged.answer.not_looked_at)
    return tuple(
        Asked(fact.name, fact.question, fact.kind)
        for fact in facts
        if fact is not None and fact.kind == "ja_nee" and not fact.per_person
    )


def options_of(book: Book, fact: Fact) -> tuple[tuple[str, str], ...]:
    """The words to choose from."""
    words = book.catalogue.words_of(fact)
    return tuple((word.code, word.dutch) for word in words) if words is not None else ()


def answer_in(post: QueryDict, fact: Fact) -> Any:
    """What was filled in, as an act has it; None for nothing."""
    given = post.get("value", "").strip()
    if fact.kind == "ja_nee":
        return {YES: True, NO: False}.get(given)
    if fact.kind == "keuzes":
        return post.getlist("value") or None
    if fact.kind == "teksten":
        return [part.strip() for part in given.split(",") if part.strip()] or None
    if fact.kind == "personen":
        return [] if given == NO else None
    if fact.kind == "getal":
        return int(given) if given.isdecimal() and len(given) < 10 else given or None
    return given or None


def said_in(judging: Judging, names: Mapping[str, str]) -> tuple[Said, ...]:
    """Everything that a person said of this draft, the last first."""
    told = {fact: one for fact, one in judging.row.told.items() if fact != ONLY_WITH_CONSENT}
    rows = [
        Said(
            fact, _text(fact, judging), _answer(one["value"], fact, judging), names.get(one["by"], ""), _when(one),
            ours=fact in OURS,
        )
        for fact, one in told.items()
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: row.at, reverse=True))


def _text(fact: str, judging: Judging) -> str:
    own = {
        NOBODY: _("Staat er iemand herkenbaar in beeld?"),
        HIDDEN_WELL: _("Is wie onherkenbaar werd nog te herkennen?"),
        OUTERWEAR: _("Draagt iedereen in beeld gewone kleren (bovenkleding)?"),
    }
    known = judging.book.catalogue.fact(fact)
    return own.get(fact) or (known.question if known else fact)


def _answer(value: object, fact: str, judging: Judging) -> str:
    if fact in (NOBODY, HIDDEN_WELL):
        return _("nee") if value else _("ja")
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    known = judging.book.catalogue.fact(fact)
    words = dict(options_of(judging.book, known)) if known else {}
    parts = value if isinstance(value, list) else [value]
    return ", ".join(str(words.get(str(part), part)) for part in parts) or _("niemand")


def names_in(judging: Judging) -> Mapping[str, str]:
    """Who said anything of this draft, by name."""
    row = judging.row
    wanted = {UUID(one["by"]) for one in (*row.told.values(), row.shortlist) if one.get("by")}
    return {str(one.pk): whole(one) for one in Person.objects.filter(pk__in=wanted)} if wanted else {}


def _when(one: Mapping[str, str]) -> datetime:
    return datetime.fromisoformat(one["at"]).astimezone(SCHOOL_CLOCK)
