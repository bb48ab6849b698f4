"""From rows to the plain values of a proof: answers, the words they were given under, and what holds now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from magdit.areas.consent.books import channels_of
from magdit.areas.consent.models import Answer, Item, ItemText, Round
from magdit.areas.consent.proof.values import Asked, Controller, Expressed, Notice, Party, Told
from magdit.areas.consent.queries import how_they_stand, kept_elsewhere, role_towards, school_of
from magdit.areas.consent.texts.words import SOURCE, Words
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Board, Person, School
from magdit.words.media import MEDIA
from magdit.words.vocabulary import Vocabulary

Standing = Mapping[tuple[UUID, UUID], bool]


def controller_of(board: Board) -> Controller:
    """The board as the one who answers for it."""
    return Controller(board.id, board.name, board.address, board.contact)


def answers_about(person: Person) -> QuerySet[Answer]:
    """Every answer ever given about someone, in the order in which they came."""
    rows = Answer.objects.filter(person=person, item__board=person.board_id)
    return rows.select_related("item", "text", "giver", "person", "school").order_by("number")


def answers_of(reader: Person) -> QuerySet[Answer]:
    """Every answer that someone gave, about whomever, in the order in which they came."""
    rows = Answer.objects.filter(giver=reader, item__board=reader.board_id)
    return rows.select_related("item", "text", "giver", "person", "school").order_by("at", "number")


def newest_per_item(rows: Iterable[Answer]) -> list[Answer]:
    """Of each child and item the last answer, by child and in the order of the questions."""
    last: dict[tuple[UUID, UUID], Answer] = {(row.person_id, row.item_id): row for row in rows}
    first_seen = {person: place for place, person in enumerate(dict.fromkeys(person for person, _ in last))}
    return sorted(last.values(), key=lambda row: (first_seen[row.person_id], row.item.order, row.item.code))


def expressed(rows: Iterable[Answer], *, on: date) -> list[Expressed]:
    """The answers as plain values, each with the words it was given under and the one it came after."""
    answers = list(rows)
    shown = _texts({answer.item_id for answer in answers})
    schools, media = _schools(answers, on), _media(answers)
    before: dict[tuple[UUID, UUID, UUID | None], tuple[UUID, ItemText | None]] = {}
    found = []
    for answer in answers:
        key = (answer.person_id, answer.item_id, answer.giver_id)
        earlier, words = before.get(key, (None, None))
        text = _text_of(answer, words, shown.get(answer.item_id, ()))
        school = schools[answer.person_id] if answer.school is None else answer.school.name
        found.append(_expressed(answer, text, school=school, replaces=earlier, media=media))
        before[key] = (answer.id, text)
    return found


def standing_now(rows: Iterable[Answer], *, reader: Person, on: date) -> Standing:
    """Yes or no of today for what the reader answered about, and only about whom they still have a say."""
    items: dict[UUID, dict[UUID, Item]] = {}
    people: dict[UUID, Person] = {}
    for row in rows:
        people[row.person_id] = row.person
        items.setdefault(row.person_id, {})[row.item_id] = row.item
    found: dict[tuple[UUID, UUID], bool] = {}
    for key, person in people.items():
        school = _school_if_seen(reader, person, on)
        if school is not None:
            now = how_they_stand(school, on, people=[key], items=items[key].values())
            found |= {place: standing.yes for place, standing in now.items()}
    return found


def told(reader: Person, *, within: Round | None, on: date) -> tuple[Told, ...]:
    """The reader's own last answers, of one round or of all time, each with what holds now."""
    rows = list(answers_of(reader))
    values = {value.id: value for value in expressed(rows, on=on)}
    chosen = newest_per_item(row for row in rows if within is None or row.round_id == within.id)
    now = standing_now(chosen, reader=reader, on=on)
    return tuple(
        Told(values[row.id], now.get((row.person_id, row.item_id)), elsewhere=_is_elsewhere(row)) for row in chosen
    )


def _is_elsewhere(row: Answer) -> bool:
    return row.school is not None and kept_elsewhere(row.school, row.item)


def short_name(person: Person) -> str:
    """What someone is called on their own paper."""
    return person.called or person.first or person.last


def _expressed(
    answer: Answer, text: ItemText | None, *, school: str, replaces: UUID | None, media: Vocabulary
) -> Expressed:
    item, giver = answer.item, answer.giver
    asked = Asked(item.code, item.purpose, item.channel, tuple(item.covers), item.basis, item.pictogram, media)
    return Expressed(
        id=answer.id, subject=Party(answer.person_id, short_name(answer.person), item.asked_of),
        giver=Party(giver.id, str(giver), answer.role) if giver else None,
        asked=asked, notice=_notice(text), state=answer.state, at=answer.at, until=answer.until, form=answer.form,
        school=school, source=answer.source, as_of=answer.as_of, replaces=replaces,
    )  # fmt: skip


def _media(answers: Iterable[Answer]) -> Vocabulary:
    """The channels in the answers, by name; the packs of the board's schools are opened only for one of their own."""
    boards = {one.item.board_id for one in answers if one.item.channel not in MEDIA}
    return channels_of(School.objects.filter(board__in=boards)) if boards else MEDIA


def _notice(text: ItemText | None) -> Notice | None:
    if text is None:
        return None
    return Notice(text.language, text.version, text.mark, Words(text.title, text.body, text.why))


def _text_of(answer: Answer, before: ItemText | None, texts: Iterable[ItemText]) -> ItemText | None:
    """The words an answer was given under.

    A no or a withdrawal on our own page is kept without words: it was said below the text of that moment, or about
    the yes it took back. A paper or another system may have shown other words, so there we know only what was kept.
    """
    if answer.text is not None or answer.source != "eigen":
        return answer.text
    if before is not None and answer.state == "ingetrokken":
        return before
    there = [text for text in texts if text.made_at <= answer.at]
    mine = [text for text in there if text.language == answer.language]
    dutch = [text for text in there if text.language == SOURCE]
    return next(reversed(mine or dutch), None)


def _texts(items: set[UUID]) -> dict[UUID, list[ItemText]]:
    found: dict[UUID, list[ItemText]] = {}
    for text in ItemText.objects.filter(item__in=items).order_by("version"):
        found.setdefault(text.item_id, []).append(text)
    return found


def _schools(answers: Iterable[Answer], on: date) -> dict[UUID, str]:
    people = {answer.person_id: answer.person for answer in answers}
    return {key: _school_name(person, on) for key, person in people.items()}


def _school_name(person: Person, on: date) -> str:
    try:
        return school_of(person, on).name
    except Refused:
        return ""


def _school_if_seen(reader: Person, person: Person, on: date) -> School | None:
    try:
        role_towards(reader, person, on)
        return school_of(person, on)
    except Refused:
        return None
