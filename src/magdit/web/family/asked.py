"""The questions as fields of one form: what is chosen, what went wrong, and why something cannot be answered here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from magdit.areas.consent.family import NO, YES, About, Question
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.journeys.answering import Chosen
from magdit.web.told import refusal, word
from magdit.wording.refusals import refusal_in
from magdit.words.roles import ROLES

ANSWER, TEXT, NUMBER = "answer.", "text.", "number."


@dataclass(frozen=True, slots=True)
class Field:
    """One question on the page. `chosen`: what stands selected; `wrong`: why what was sent is not kept."""

    question: Question
    chosen: str
    wrong: str
    why_not: str
    beside: str
    explained: tuple[str, ...]

    @property
    def is_answerable(self) -> bool:
        """Whether there is anything to choose."""
        return self.question.may_yes or self.question.line.may_refuse

    @property
    def id(self) -> str:
        """Its anchor on the page."""
        return f"v.{self.question.key}".replace(".", "-")


@dataclass(frozen=True, slots=True)
class AtSchool:
    """The questions of one school, in the order in which a family needs them."""

    school: School
    open: tuple[Field, ...]
    answered: tuple[Field, ...]
    only_no: tuple[Field, ...]
    objections: tuple[Field, ...]
    others: tuple[Field, ...]


def by_school(
    about: About, viewer: Person, *, typed: QueryDict | None, held: Mapping[str, Refused]
) -> tuple[AtSchool, ...]:
    """Everything that is asked, school by school."""
    return tuple(
        _sorted(school, [_field(one, about.person, viewer, typed=typed, held=held) for one in questions])
        for school, questions in about.at
        if questions
    )


def chosen_in(typed: QueryDict) -> tuple[Chosen, ...]:
    """What someone sent: the questions at which they chose something. What is no number is taken for none."""
    keys = (name.removeprefix(ANSWER) for name in typed if name.startswith(ANSWER))
    return tuple(
        Chosen(key, str(typed[ANSWER + key]), _number(typed.get(TEXT + key)), _number(typed.get(NUMBER + key)))
        for key in keys
        if typed[ANSWER + key]
    )


def _number(told: str | None) -> int:
    return int(told) if told and told.isascii() and told.isdecimal() and len(told) < 18 else -1


def _sorted(school: School, fields: Iterable[Field]) -> AtSchool:
    every = list(fields)
    askable = [one for one in every if one.is_answerable]
    objections = [one for one in askable if one.question.by_objection]
    rest = [one for one in askable if not one.question.by_objection]
    waiting = [one for one in rest if one.question.is_open or one.wrong]
    settled = [one for one in rest if one not in waiting]
    return AtSchool(
        school,
        open=tuple(waiting),
        answered=tuple(one for one in settled if one.question.last),
        only_no=tuple(one for one in settled if not one.question.last),
        objections=tuple(objections),
        others=tuple(one for one in every if not one.is_answerable),
    )


def _field(
    question: Question, person: Person, viewer: Person, *, typed: QueryDict | None, held: Mapping[str, Refused]
) -> Field:
    sent = typed.get(ANSWER + question.key, "") if typed is not None else ""
    refused = held.get(question.key)
    return Field(
        question,
        chosen=sent if sent in {YES, NO} else question.answer or "",
        wrong=refusal(refused) if refused is not None else "",
        why_not=_why_not(question, person, viewer),
        beside=_beside(question, person, viewer) if question.together else "",
        explained=tuple(line for line in question.words.body.split("\n") if line.strip()),
    )


def _why_not(question: Question, person: Person, viewer: Person) -> str:
    """Why a yes cannot be given here, to this reader; empty when it can."""
    reason = question.no_yes
    if reason is None or question.by_objection:
        return ""
    if reason.code == "not_your_turn":
        return _whose_turn(question, person, viewer)
    sentence = {
        "authority_unknown": _(
            "De school weet nog niet of u het gezag heeft. Daarom telt een ja van u nog niet. Nee zeggen kan wel. Vraag"
            " de administratie van de school om het gezag op te schrijven."
        ),
        "answer_in_administration": _(
            "De school houdt dit bij in de leerlingadministratie. Ja zeggen doet u daar. Nee zeggen kan ook hier en"
            " telt meteen. Verander het daarna ook daar."
        ),
        "no_longer_asked": _("De school vraagt dit niet meer. U kunt uw ja nog wel terugnemen."),
        "never_asked": _("De school doet dit niet meer. U kunt uw ja nog wel terugnemen."),
    }.get(reason.code)
    return sentence or refusal_in(reason.code, reason.facts, translate=_)


def _beside(question: Question, person: Person, viewer: Person) -> str:
    """Whose yes is needed too, where one is not enough."""
    if viewer.pk == person.pk:
        return _("Hiervoor is ook een ja van een ouder of verzorger nodig.")
    return _("Hiervoor is ook een ja van %(name)s nodig.") % {"name": person.called or person.last}


def _whose_turn(question: Question, person: Person, viewer: Person) -> str:
    day, own = question.turns, viewer.pk == person.pk
    if day is None or own is (day <= question.on):
        who = ", ".join(word(ROLES, one) for one in question.line.asking.signers)
        return capfirst(_("hierover beslist: %(who)s.") % {"who": who})
    told = date_format(day, "j F Y")
    if own:
        return _("Hierover beslissen nu uw ouders of verzorgers. Vanaf %(day)s beslist u zelf.") % {"day": told}
    return _("Hierover beslist %(name)s zelf, sinds %(day)s.") % {"name": person.called or person.last, "day": told}
