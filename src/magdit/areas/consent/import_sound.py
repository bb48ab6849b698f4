"""Whether answers in a list can be: a day on which somebody can have answered, and one answer of each voice.

Of two rows that contradict each other nobody knows which is meant, and a lost no is worse than a second try. So none of
the list is taken over, and every such row is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from magdit.areas.people.imports.delivery import NOWHERE, DeliveredAnswer, Delivery
from magdit.areas.people.imports.problems import Problems

FIRST = date(2000, 1, 1)  # nobody who is at school answered before
Voice = tuple[UUID | str, str, UUID | str, str]


def refuse_odd(delivery: Delivery, ids: Mapping[str, UUID], born: Mapping[UUID, date | None], *, today: date) -> None:
    """Raise NotTaken with every row that cannot be."""
    problems = Problems()
    if delivery.as_of < FIRST:
        problems.add("list_too_early", NOWHERE, first=_told(FIRST))
    for answer in delivery.answers:
        child = ids.get(answer.child)
        _day(answer, born.get(child) if child is not None else None, today, problems)
    for said in _by_voice(delivery, ids).values():
        if len({answer.state for answer in said}) > 1:
            for answer in said:
                problems.add("answer_contradicts", answer.at)
    problems.stop()


def _day(answer: DeliveredAnswer, born: date | None, today: date, problems: Problems) -> None:
    if answer.on is None:
        return
    if answer.on > today:
        problems.add("answer_in_future", answer.at, day=_told(answer.on))
    elif answer.on < FIRST or (born is not None and answer.on < born):
        problems.add("answer_too_early", answer.at, day=_told(answer.on))


def _by_voice(delivery: Delivery, ids: Mapping[str, UUID]) -> dict[Voice, list[DeliveredAnswer]]:
    found: dict[Voice, list[DeliveredAnswer]] = defaultdict(list)
    for answer in delivery.answers:
        child, giver = ids.get(answer.child, answer.child), ids.get(answer.giver, answer.giver)
        found[child, answer.item, giver, answer.role].append(answer)
    return found


def _told(day: date) -> str:
    return f"{day.day:02}-{day.month:02}-{day.year:04}"
