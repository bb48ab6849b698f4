"""Asking everyone of a school: opening a round, asking who came later, reminding, closing. Per child, never per family.

A round is a reminder to answer, not a gate: an answer may be given or withdrawn on any day (AVG art. 7 lid 3).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from magdit.areas.consent.models import Letter, Request, Round
from magdit.areas.consent.rounds.queries import Open, open_requests, to_be_asked
from magdit.areas.consent.rounds.rules import Rhythm, is_open, reminder_is_due
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.people.rights import require
from magdit.norms.act import school_year

OFFICE = ("administratie", "beheerder", "schoolleiding")
MOST = 365  # days, or reminders: more than a school year has no use


@transaction.atomic
def open_round(doing: Doing, school: School, *, opens: date, closes: date | None = None) -> Round:
    """Begin the round of the school year in which `opens` lies, and ask everyone as soon as that day is there."""
    require(doing, OFFICE, school=school)
    year = school_year(opens)
    _refuse_odd(school, opens=opens, closes=closes)
    if Round.objects.filter(school=school, year=year).exists():
        raise Refused("round_exists", year=f"{year}-{year + 1}")
    round_ = Round.objects.create(school=school, year=year, opens=opens, closes=closes)
    asked = _ask(doing, round_)
    record(doing, "ronde geopend", _ref(round_), details={"year": year, "asked": asked})
    return round_


@transaction.atomic
def ask_who_came(doing: Doing, round_: Round) -> int:
    """Ask everyone who should be asked in this round and was not yet: newcomers, a new guardian. Answers how many."""
    require(doing, OFFICE, school=round_.school)
    asked = _ask(doing, round_)
    if asked:
        record(doing, "nieuwen gevraagd", _ref(round_), details={"asked": asked})
    return asked


@transaction.atomic
def remind(doing: Doing, round_: Round) -> int:
    """Remind who has not answered everything and is due; answers how many were reminded."""
    require(doing, OFFICE, school=round_.school)
    if not is_open(round_.opens, round_.closes, today=doing.today):
        raise Refused("round_not_open", day=doing.today)
    due = due_on(round_, open_requests(round_, on=doing.today), doing.today)
    for request in due:
        request.reminded_at = doing.at
        request.reminders += 1
    Request.objects.bulk_update(due, ["reminded_at", "reminders"], batch_size=500)
    _write(doing, due, kind="herinnering")
    if due:
        record(doing, "herinnerd", _ref(round_), details={"reminded": len(due)})
    return len(due)


@transaction.atomic
def move_round(
    doing: Doing,
    round_: Round,
    *,
    closes: date | None,
    remind_after: int | None = None,
    most_reminders: int | None = None,
) -> Round:
    """Give a round another end or another rhythm of reminders."""
    require(doing, OFFICE, school=round_.school)
    _refuse_odd(round_.school, opens=round_.opens, closes=closes)
    if not (remind_after is None or 1 <= remind_after <= MOST) or not 0 <= (most_reminders or 0) <= MOST:
        raise Refused("number_wrong", most=MOST)
    round_.closes = closes
    round_.remind_after = round_.remind_after if remind_after is None else remind_after
    round_.most_reminders = round_.most_reminders if most_reminders is None else most_reminders
    round_.save()
    record(doing, "ronde aangepast", _ref(round_))
    return round_


def due_on(round_: Round, still_open: Iterable[Open], day: date) -> list[Request]:
    """The requests that are reminded of on this day, of those that are open."""
    rhythm = Rhythm(round_.remind_after, round_.most_reminders)
    return [one.request for one in still_open if _is_due(one, rhythm, day)]


def _ask(doing: Doing, round_: Round) -> int:
    if not is_open(round_.opens, round_.closes, today=doing.today):
        return 0
    requests = [
        Request(round=round_, person_id=person, asked_id=asked, asked_at=doing.at)
        for person, asked in to_be_asked(round_, on=doing.today)
    ]
    Request.objects.bulk_create(requests, batch_size=500)
    _write(doing, requests, kind="vraag")
    return len(requests)


def _write(doing: Doing, requests: Iterable[Request], *, kind: str) -> None:
    Letter.objects.bulk_create(
        [Letter(request=request, kind=kind, made_at=doing.at) for request in requests], batch_size=500
    )


def _is_due(one: Open, rhythm: Rhythm, today: date) -> bool:
    request = one.request
    asked = request.asked_at.astimezone(SCHOOL_CLOCK).date()
    reminded = request.reminded_at.astimezone(SCHOOL_CLOCK).date() if request.reminded_at else None
    return reminder_is_due(asked, reminded, request.reminders, rhythm, today=today)


def _refuse_odd(school: School, *, opens: date, closes: date | None) -> None:
    if school.mirror:
        raise Refused("asked_elsewhere")
    if closes is not None and closes < opens:
        raise Refused("round_ends_before_it_begins", opens=opens, closes=closes)
    if closes is not None and school_year(closes) != school_year(opens):
        raise Refused("round_over_two_years", closes=closes)


def _ref(round_: Round) -> Ref:
    return Ref("ronde", str(round_.id))
