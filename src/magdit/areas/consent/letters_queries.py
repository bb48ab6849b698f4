"""What a letter that waits has to say, read at the moment it leaves: who has answered meanwhile gets none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from magdit.areas.consent.handover import BECAUSE, Handover, coming_handovers
from magdit.areas.consent.letters import Audience, LetterValues
from magdit.areas.consent.models import Item, Letter
from magdit.areas.consent.proof.queries import short_name
from magdit.areas.consent.proof.spoken import paper_language
from magdit.areas.consent.round_queries import wanted
from magdit.areas.consent.texts import Words, filled
from magdit.areas.consent.texts_queries import texts_shown
from magdit.areas.people.models import Person, Role, School
from magdit.norms.act import age_on


@dataclass(frozen=True, slots=True)
class Writing:
    """What all letters of one school share on one day."""

    school: School
    on: date
    where: str
    items: Mapping[UUID, Item]
    left: Mapping[UUID, Mapping[UUID, tuple[UUID, ...]]]  # about whom -> who is asked -> the items left
    handovers: Mapping[UUID, Handover]
    pupils: frozenset[UUID]


def waiting_letters(school: School) -> QuerySet[Letter]:
    """The letters of a school that were not sent yet."""
    here = Q(request__round__school=school)
    # A birthday belongs to no round: then it is the school of the pupil.
    pupils = Role.objects.filter(school=school, role="leerling").values("person")
    here |= Q(request__round=None, request__person__in=pupils)
    rows = Letter.objects.filter(here, sent_at=None, request__ended_at=None)
    return rows.select_related("request__person", "request__asked").order_by("made_at", "pk")


def values_of(school: School, letters: Iterable[Letter], *, on: date, where: str = "") -> Mapping[UUID, LetterValues]:
    """What each of these letters says, by its id. A letter that has nothing left to say is not in it."""
    rows = list(letters)
    writing = _writing(school, rows, on=on, where=where)
    told = {row.pk: _values(row, writing) for row in rows}
    return {key: values for key, values in told.items() if values is not None}


def _writing(school: School, rows: list[Letter], *, on: date, where: str) -> Writing:
    people = {row.request.person_id for row in rows}
    open_, loaded = wanted(school, on, people=people)
    birthdays = any(row.kind == BECAUSE for row in rows)
    coming = coming_handovers(school, on) if birthdays else ()
    return Writing(
        school=school, on=on, where=where, items={item.id: item for item in loaded.items},
        left={one.person: {asked: one.of(asked) for asked in one.askable} for one in open_},
        handovers={one.person.id: one for one in coming},
        pupils=frozenset(key for key, who in loaded.subjects.items() if who.is_pupil),
    )  # fmt: skip


def _values(row: Letter, writing: Writing) -> LetterValues | None:
    person, reader = row.request.person, row.request.asked
    if row.kind == BECAUSE:
        handover = writing.handovers.get(person.id)
        return None if handover is None else _letter(writing, person, reader, handover.items, day=handover.day)
    left = writing.left.get(person.id, {}).get(reader.id, ())
    items = [writing.items[item] for item in left]
    closes = row.request.round.closes if row.request.round else None
    return _letter(writing, person, reader, items, closes=closes) if items else None


def _letter(
    writing: Writing,
    person: Person,
    reader: Person,
    items: Iterable[Item],
    *,
    day: date | None = None,
    closes: date | None = None,
) -> LetterValues:
    language = paper_language(reader.language)
    about_self = person.id == reader.id
    audience: Audience = "ouder"
    if about_self:
        audience = "leerling" if person.id in writing.pupils else "medewerker"
    return LetterValues(
        reader=short_name(reader) if audience == "leerling" else str(reader), audience=audience,
        child=short_name(person), school=writing.school.name, board=writing.school.board.name, on=writing.on,
        items=tuple(_questions(items, language, person, writing.school)), where=writing.where, closes=closes,
        birthday=day, years=age_on(day, person.born) if day and person.born else 0, language=language,
    )  # fmt: skip


def _questions(items: Iterable[Item], language: str, person: Person, school: School) -> Iterable[str]:
    chosen = list(items)
    shown = texts_shown(chosen, language)
    values = {"naam": short_name(person), "school": school.name}
    for item in chosen:
        if item.id in shown:
            text = shown[item.id].text
            yield filled(Words(text.title, text.body, text.why), values).title
