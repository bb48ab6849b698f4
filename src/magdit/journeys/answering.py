"""A family sends its answers: all questions about one person at once, each kept or told why not.

Every answer is held against what was shown: the words, and the own answer that stood then. Sending the same twice keeps
one answer. The receipt goes out by e-mail after everything is kept; that it fails never loses an answer.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.db import transaction

from magdit.areas.consent.actions import give, object_to, refuse, renew, withdraw
from magdit.areas.consent.family import NO, YES, Question, family_of
from magdit.areas.consent.models import Answer, ItemText
from magdit.areas.consent.proof.actions import mail_receipt, receipt_for
from magdit.areas.consent.proof.paper import receipt_pdf
from magdit.areas.consent.texts.queries import texts_shown
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.areas.registers.actions import lock_people
from magdit.words.states import GIVEN


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen at one question, with what was shown there: the text and the number of the own answer."""

    key: str
    answer: str
    text: int
    number: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of what was sent: the answers that are kept, and per question why one was not."""

    kept: tuple[Answer, ...] = ()
    held: Mapping[str, Refused] = field(default_factory=dict)
    mailed_to: str = ""
    mail_failed: bool = False


def answer_all(doing: Doing, giver: Person, person: Person, chosen: Iterable[Chosen], *, where: str = "") -> Outcome:
    """Keep every answer that may be kept, then mail the receipt. Refused only to who has no say at all.

    `where`: the address of the questions, for in the mail.
    """
    kept, held = _keep(doing, giver, person, tuple(chosen))
    if not kept or not giver.email:
        return Outcome(kept, held)
    try:
        mail_receipt(doing, giver, where=where)
    except Refused:
        return Outcome(kept, held, mail_failed=True)
    except Exception as fault:
        _report(fault)  # whatever breaks while typesetting or sending: the answers are kept, and the page says so
        return Outcome(kept, held, mail_failed=True)
    return Outcome(kept, held, mailed_to=giver.email)


@transaction.atomic
def _keep(
    doing: Doing, giver: Person, person: Person, chosen: tuple[Chosen, ...]
) -> tuple[tuple[Answer, ...], Mapping[str, Refused]]:
    """Whoever answers waits for whoever is answering about the same person, and then reads what stands."""
    lock_people(doing, [person.pk])
    (about,) = family_of(giver, [person], doing.today, language=giver.language)
    questions = {one.key: one for one in about.questions}
    texts = {text.pk: text for text in ItemText.objects.filter(pk__in=[one.text for one in chosen])}
    newest = _newest(questions.values(), texts)
    kept: list[Answer] = []
    held: dict[str, Refused] = {}
    for one in chosen:
        question, text = questions.get(one.key), texts.get(one.text)
        try:
            if question is not None and _is_said_for_all(question, one, kept):
                continue
            answer = _answer(doing, person, question, one, text, is_newest=one.text in newest)
        except Refused as refused:
            held[one.key] = refused
        else:
            kept += [answer] if answer is not None else []
    return tuple(kept), held


def _is_said_for_all(question: Question, one: Chosen, kept: Iterable[Answer]) -> bool:
    """Whether this form said the same for the whole board already; refused when it said otherwise."""
    mine = next((answer for answer in kept if answer.school is None and answer.item_id == question.line.item.pk), None)
    if mine is None:
        return False
    if (mine.state in GIVEN) is (one.answer == YES):
        return True
    raise Refused("answered_meanwhile")


def _answer(
    doing: Doing, person: Person, question: Question | None, one: Chosen, text: ItemText | None, *, is_newest: bool
) -> Answer | None:
    """The new answer; None when it stood already."""
    if question is None or one.answer not in {YES, NO}:
        raise Refused("not_about_this_person")
    if question.answer == one.answer:
        return None
    if question.number != one.number:
        raise Refused("answered_meanwhile")
    item, school = question.line.item, question.line.school
    of_this = text is not None and text.item_id == item.pk
    if one.answer == YES and not (of_this and is_newest):
        raise Refused("text_changed_meanwhile")
    with transaction.atomic():
        return _action(question, one.answer)(doing, person, item, text=text if of_this else None, school=school)


def _action(question: Question, answer: str) -> Callable[..., Answer]:
    if answer == YES:
        return renew if question.last == YES else give
    if question.last == YES:
        return withdraw
    return object_to if question.by_objection else refuse


def _newest(questions: Iterable[Question], texts: Mapping[int, ItemText]) -> frozenset[int]:
    """Which of the texts that were shown are still shown today, each in its own language."""
    items = [one.line.item for one in questions]
    shown = (texts_shown(items, language) for language in {text.language for text in texts.values()})
    return frozenset(one.text.pk for found in shown for one in found.values())


def receipt_file(doing: Doing, reader: Person, *, where: str = "") -> bytes | None:
    """The receipt of everything that this person answered, as a PDF; None when it could not be made."""
    try:
        return receipt_pdf(receipt_for(doing, reader, where=where))
    except Refused:
        raise
    except Exception as fault:
        _report(fault)
        return None


def _report(fault: Exception) -> None:
    """In the log what kind of fault it was; not its words, in which a name may stand."""
    logging.getLogger(__name__).error("no receipt: %s", type(fault).__name__)
