"""A possible data breach from the first word to the end: reported, judged, told to whom it must be, closed.

The term, who must hear of it and what must be done come from the packs of the school; the journey passes them in.
What was told is enciphered; the journal hears that something was decided, never what it is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.areas.people.rights import acting_person, require, require_board, signed
from magdit.areas.registers import rules_breaches as rules
from magdit.areas.registers.breaches_queries import may_report, reported_lately
from magdit.areas.registers.breaches_story import Story, ref_of, sealed_story, story_of, told_more
from magdit.areas.registers.models import Breach
from magdit.areas.registers.models_breaches import RISKS
from magdit.areas.registers.rules_breaches import BREACH, CLOSED, HANDLERS, NO_BREACH, REPORTED

Telling = Mapping[str, Any]


@transaction.atomic
def report(
    doing: Doing,
    school: School,
    *,
    told: Mapping[str, str],
    term: timedelta,
    known_at: datetime | None = None,
    about: Ref | None = None,
    to_tell: Iterable[Telling] = (),
    key: UUID | None = None,
) -> Breach:
    """Say that something may be a data breach. From the moment that the school knows of it the clock runs.

    With the same `key` it is reported once, however often it is sent.
    """
    person = _reporter(doing, school)
    twin = Breach.objects.filter(pk=key).first() if key else None
    if twin is not None:
        return _own(twin, person)
    if reported_lately(person, doing.at) >= rules.MOST_A_DAY:
        raise Refused("breach_too_many", most=rules.MOST_A_DAY)
    story, known = _first_told(told), _known(doing, known_at)
    row = Breach(board_id=doing.board, school=school, reported_by=person, known_at=known, due=known + term)
    row.pk = key or row.pk
    row.about_kind, row.about = (about.kind, about.id) if about else ("", "")
    row.to_tell = [dict(one) | {"by": None, "at": None} for one in to_tell]
    row.sealed = sealed_story(doing, row, story)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # a double click: the other one was a moment earlier
        return _own(Breach.objects.get(pk=row.pk), person)
    details = {"over": about.kind if about else None, "voor": row.due, "school": school.pk}
    record(doing, "datalek gemeld", ref_of(row), details={name: one for name, one in details.items() if one})
    return row


@transaction.atomic
def tell_more(doing: Doing, breach: UUID, *, version: int, told: Mapping[str, str]) -> Breach:
    """Write down more of what happened. Nothing is written when nothing is different."""
    row = held(doing, breach, version=version)
    before = story_of(row)
    story = told_more(before, told)
    if story == before:
        return row
    if not story.what:
        raise Refused("breach_nothing_told")
    row.sealed = sealed_story(doing, row, story)
    return _saved(doing, row, "datalek aangevuld", velden=sorted(told))


@transaction.atomic
def decide(
    doing: Doing, breach: UUID, *, version: int, risk: str, why: str, must_report: bool, must_tell: bool
) -> Breach:  # fmt: skip
    """Decide whether it is a breach (`risk` empty: it is none) and what must be done. The reason is always kept."""
    row = held(doing, breach, version=version)
    if risk and risk not in dict(RISKS):
        raise Refused("choice_wrong", field="risico", accepted=", ".join(dict(RISKS)))
    story = told_more(story_of(row), {"why": why})
    if not story.why:
        raise Refused("breach_no_reason")
    row.state, row.risk = (BREACH, risk) if risk else (NO_BREACH, "")
    row.must_report, row.must_tell = (must_report, must_tell) if risk else (False, False)
    row.decided_by_id, row.decided_at = acting_person(doing), doing.at
    row.sealed = sealed_story(doing, row, story)
    return _saved(
        doing, row, "datalek beoordeeld", staat=row.state, risico=risk, melden=row.must_report, inlichten=row.must_tell
    )


@transaction.atomic
def reported(
    doing: Doing, breach: UUID, *, version: int, at: datetime, number: str = "", late: str = ""
) -> Breach:  # fmt: skip
    """Write down that the authority was told, and when. After the term with the reason why it is late."""
    row = held(doing, breach, version=version, states=(BREACH,))
    _check_moment(doing, row, at)
    story = told_more(story_of(row), {"number": number, "late": late})
    if at > row.due and not story.late:
        raise Refused("breach_late")
    row.reported_at, row.sealed = at, sealed_story(doing, row, story)
    return _saved(doing, row, "datalek gemeld bij toezichthouder", op=at, late=at > row.due)


@transaction.atomic
def told(doing: Doing, breach: UUID, *, version: int, at: datetime, how: str) -> Breach:
    """Write down that those concerned were told, and how."""
    row = held(doing, breach, version=version, states=(BREACH,))
    _check_moment(doing, row, at)
    story = told_more(story_of(row), {"how": how})
    if not story.how:
        raise Refused("breach_how")
    row.told_at, row.sealed = at, sealed_story(doing, row, story)
    return _saved(doing, row, "betrokkenen ingelicht", op=at)


@transaction.atomic
def informed(doing: Doing, breach: UUID, *, version: int, place: int) -> Breach:
    """Write down that whom the protocol names now knows of it: the one at this place of `to_tell`."""
    row = held(doing, breach, version=version)
    if not 0 <= place < len(row.to_tell):
        raise Refused("not_yours")
    one = row.to_tell[place]
    if one["at"]:
        raise Refused("already_so")
    row.to_tell[place] = one | signed(doing)
    return _saved(doing, row, "ingelicht over datalek", artikel=one.get("clause") or None, rollen=one["roles"])


@transaction.atomic
def close(doing: Doing, breach: UUID, *, version: int) -> Breach:
    """Close it: everything that had to be done is done. It stays in the register."""
    row = held(doing, breach, version=version)
    waits = rules.steps_open(
        state=row.state, must_report=row.must_report, must_tell=row.must_tell, reported_at=row.reported_at,
        told_at=row.told_at,
    )  # fmt: skip
    if waits or any(not one["at"] for one in row.to_tell):
        raise Refused("breach_open_steps")
    row.state, row.closed_at = CLOSED, doing.at
    return _saved(doing, row, "datalek gesloten", risico=row.risk or "geen")


def held(
    doing: Doing, breach: UUID, *, version: int, states: Iterable[str] = (REPORTED, NO_BREACH, BREACH)
) -> Breach:  # fmt: skip
    """The breach, locked, for who handles it; refused when someone else changed it, or it is not in such a state."""
    rows = Breach.objects.select_for_update(of=("self",)).select_related("school")
    row = rows.filter(pk=breach, board=doing.board).first()
    if row is None:
        raise Refused("not_yours")
    if row.school is None:
        require_board(doing, HANDLERS, board=doing.board)
    else:
        require(doing, HANDLERS, school=row.school)
    if row.state not in states:
        raise Refused("breach_closed" if row.state == CLOSED else "breach_not_decided")
    if row.version != version:
        raise Refused("changed_meanwhile")
    return row


def _reporter(doing: Doing, school: School) -> Person:
    person = Person.objects.filter(pk=acting_person(doing), board=doing.board, removed_on=None).first()
    if person is None or not may_report(person, school, doing.today):
        raise Refused("not_yours")
    return person


def _first_told(told: Mapping[str, str]) -> Story:
    story = told_more(Story(), told)
    if not story.what:
        raise Refused("breach_nothing_told")
    return story


def _known(doing: Doing, at: datetime | None) -> datetime:
    """Since when the school knows of it: now, or a moment of the last year."""
    known = at or doing.at
    if not doing.at - rules.EARLIEST <= known <= doing.at:
        raise Refused("breach_moment")
    return known


def _own(row: Breach, person: Person) -> Breach:
    if row.reported_by_id != person.pk:
        raise Refused("not_yours")
    return row


def _check_moment(doing: Doing, row: Breach, at: datetime) -> None:
    if not row.known_at - rules.EARLIEST <= at <= doing.at:
        raise Refused("breach_moment")


def _saved(doing: Doing, row: Breach, verb: str, **details: Any) -> Breach:
    row.version += 1
    row.save()
    record(doing, verb, ref_of(row), details={name: one for name, one in details.items() if one is not None})
    return row
