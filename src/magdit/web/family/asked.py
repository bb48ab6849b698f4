"""The questions as fields of one form: what is chosen, what went wrong, and why something cannot be answered here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from magdit.areas.consent.family import NO, YES, About, Question
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.journeys.answering import Chosen
from magdit.web.family import telling
from magdit.web.family.telling import Reader
from magdit.web.told import refusal

ANSWER, TEXT, NUMBER = "answer.", "text.", "number."


@dataclass(frozen=True, slots=True)
class Field:
    """One question on the page. `chosen`: what stands selected; `wrong`: why what was sent is not kept.

    `why_not`: why a yes cannot be given here; `only_paper`: it can be on paper. `said`: what was answered before.
    """

    question: Question
    chosen: str
    wrong: str
    why_not: str
    only_paper: bool
    beside: str
    said: str
    explained: tuple[str, ...]

    @property
    def is_answerable(self) -> bool:
        """Whether there is anything to choose."""
        return self.question.is_answerable

    @property
    def id(self) -> str:
        """Its anchor on the page."""
        return f"v.{self.question.key}".replace(".", "-")


@dataclass(frozen=True, slots=True)
class AtSchool:
    """The questions of one school, in the order in which a family needs them, and the first words about them."""

    school: School
    lead: str
    open: tuple[Field, ...]
    answered: tuple[Field, ...]
    only_no: tuple[Field, ...]
    objections: tuple[Field, ...]
    others: tuple[Field, ...]


def by_school(
    about: About, reader: Reader, *, typed: QueryDict | None, held: Mapping[str, Refused]
) -> tuple[AtSchool, ...]:
    """Everything that is asked, school by school."""
    return tuple(
        _sorted(school, [_field(one, reader, typed=typed, held=held) for one in questions], reader)
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


def _sorted(school: School, fields: Iterable[Field], reader: Reader) -> AtSchool:
    every = list(fields)
    askable = [one for one in every if one.is_answerable]
    objections = [one for one in askable if one.question.by_objection]
    rest = [one for one in askable if not one.question.by_objection]
    waiting = [one for one in rest if one.question.is_open or one.wrong]
    settled = [one for one in rest if one not in waiting]
    return AtSchool(
        school,
        _lead(rest, objections, reader),
        open=tuple(waiting),
        answered=tuple(one for one in settled if one.question.last),
        only_no=tuple(one for one in settled if not one.question.last),
        objections=tuple(objections),
        others=tuple(one for one in every if not one.is_answerable),
    )


def _lead(rest: Sequence[Field], objections: Sequence[Field], reader: Reader) -> str:
    return telling.lead(
        reader,
        asks=bool(rest),
        yes=any(one.question.may_yes for one in rest),
        elsewhere=any(one.question.line.kept_elsewhere for one in rest),
        objections=bool(objections),
    )


def _field(question: Question, reader: Reader, *, typed: QueryDict | None, held: Mapping[str, Refused]) -> Field:
    sent = typed.get(ANSWER + question.key, "") if typed is not None else ""
    refused = held.get(question.key)
    return Field(
        question,
        chosen=sent if sent in {YES, NO} else question.answer or "",
        wrong=refusal(refused) if refused is not None else "",
        why_not=telling.why_not(question, reader),
        only_paper=question.is_answerable and question.no_yes is not None and question.no_yes.code == "only_on_paper",
        beside=telling.beside(question, reader),
        said=telling.said(question, reader),
        explained=tuple(line for line in question.words.body.split("\n") if line.strip()),
    )
