"""Judging again what is out: a yes that ended, a birthday, a pupil who left, an account that closed, other rules.

A no of a person opens its tasks in its own transaction (areas/consent). Everything else is found here: at night all
that is out, and every few seconds what changed of itself (`changed`). What was allowed then and is not allowed now
gets a task, with who takes it down and by when; nothing is taken down here.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from magdit.areas.consent.books import book_of
from magdit.areas.consent.models import Answer
from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.publications import locked, save
from magdit.areas.drafts.publications_queries import is_to_go
from magdit.areas.drafts.rules_out import FAILED, ON_PAPER, PLACED, WAITING
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.rights import require
from magdit.areas.registers.actions import SHOWERS, due_by
from magdit.areas.registers.channels_queries import agreement_of
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.areas.registers.queries import without_task
from magdit.areas.registers.school_days import school_days
from magdit.journeys.hand_in.judging import Judging
from magdit.journeys.publish.people_in import anyone_said_no
from magdit.journeys.publish.remembered import behind_faces, judge_publication
from magdit.journeys.publish.turns import turn_for
from magdit.words.states import SAID_NO

OUT = (PLACED, FAILED, ON_PAPER)
CLOSED = "gesloten"
OF_THE_SCHOOL = frozenset({"account_gesloten", "afspraken_voorbij", "op_verzoek"})  # nobody in it said no
DAYS = 7  # hours of opening are about placing: what may on one of these days may stay
CROSSING = timedelta(minutes=10)  # a no of before may have waited for the judging to end
LOG = logging.getLogger("magdit.publish")


def rejudge_all(doing: Doing) -> int:
    """Judge everything of this board that is out; how many must go now."""
    return sum(_alone(doing, pk) for pk in list(_out(doing).values_list("pk", flat=True)))


def rejudge_changed(doing: Doing) -> int:
    """The same of what rests on something that changed by itself: its account, its agreement, its rules, its time."""
    return sum(_alone(doing, row.pk) for row in changed(doing))


def _alone(doing: Doing, publication: UUID) -> bool:
    """One that cannot be judged keeps no other from being judged."""
    try:
        return rejudge(doing, publication)
    except Exception as error:  # the words of an error may hold names
        LOG.error("not judged again: %s", type(error).__name__)
        return False


def changed(doing: Doing) -> Iterable[Publication]:
    """What is out, while something it rested on when it was last judged is no longer so."""
    marks: dict[UUID, str] = {}
    for row in _out(doing).filter(must_go_by=None).select_related("account", "school"):
        if row.school_id not in marks:
            marks[row.school_id] = _mark(row)
        if _changed(row, doing, marks[row.school_id]):
            yield row


@transaction.atomic
def rejudge(doing: Doing, publication: UUID) -> bool:
    """Judge this one as it stands there. True when it must go now and did not have to before."""
    row = locked(doing, publication)
    if not _out(doing).filter(pk=row.pk).exists() or is_to_go(row):
        return False
    because, judging = _why_not(doing, row)
    if not because:
        rests = {**row.rests_on, "again": _rests_now(row, judging, doing)}
        Publication.objects.filter(pk=row.pk).update(judged_at=doing.at, rests_on=rests)
        return False
    open_all(doing, row, because=because)
    return True


def open_all(doing: Doing, row: Publication, *, because: str) -> None:
    """It must go as a whole: a task for everyone who is shown in it, and one for itself; and whose turn it is."""
    until = _until(doing, row, because)
    people = Appearance.objects.filter(publication=row.pk).values("person")
    shown = without_task(people).filter(publication=row.pk)
    tasks = TakedownTask.objects.bulk_create(
        TakedownTask(appearance=one, because=because, made_at=doing.at, due=until) for one in shown
    )
    save(
        doing, row, "moet weg", details={"omdat": because, "taken": [str(one.pk) for one in tasks]},
        must_go_by=until, down_because=because, judged_at=doing.at,
    )  # fmt: skip
    turn_for(doing, row)


def _until(doing: Doing, row: Publication, because: str) -> datetime:
    """By when: of what is about people the clock never stops; what only the school decides waits for a school day."""
    until = due_by(doing.at)
    return school_days(row.school).or_next(until) if because in OF_THE_SCHOOL else until


@transaction.atomic
def ask_to_go(doing: Doing, publication: UUID) -> Publication:
    """Someone of the school takes it down of their own accord."""
    row = locked(doing, publication)
    require(doing, SHOWERS, school=row.school)
    if row.state not in (*OUT, WAITING):
        raise Refused("publication_not_now")
    if not is_to_go(row):
        open_all(doing, row, because="op_verzoek")
    return row


def _out(doing: Doing) -> QuerySet[Publication]:
    handed_out = Q(state=WAITING, next_try=None, tries__gt=0)  # someone has the package
    rows = Publication.objects.filter(handed_out | Q(state__in=OUT), board=doing.board)
    # Of paper it is said once that it cannot be undone; that does not come back every night.
    return rows.exclude(Q(state=ON_PAPER) & ~Q(proof="")).order_by("made_at")


def _why_not(doing: Doing, row: Publication) -> tuple[str, Judging | None]:
    """What is no longer so, as a code; nothing when it may stay."""
    account = row.account
    if account is not None and account.state == CLOSED:
        return "account_gesloten", None
    try:
        judging = next((one for one in _on_days(doing, row) if one.may_go), None)
    except Refused as refused:
        LOG.warning("not judged again: %s", refused.code)
        return "niet_te_beoordelen", None
    if judging is not None:
        return (
            ("nee_telt_weer", None) if anyone_said_no(judging, doing.today, behind=behind_faces(row)) else ("", judging)
        )
    return ("afspraken_voorbij" if _agreement(row, doing) != _agreed_then(row) else "mag_niet_meer"), None


def _on_days(doing: Doing, row: Publication) -> Iterable[Judging]:
    """As if it were placed today at the time at which it was; where that is no day for it, on the first that is."""
    then = (row.published_at or row.made_at).astimezone(SCHOOL_CLOCK).timetz()
    today = datetime.combine(doing.today, then.replace(tzinfo=None), tzinfo=SCHOOL_CLOCK)
    for day in range(DAYS):
        yield judge_publication(row, today + timedelta(days=day))


def _changed(row: Publication, doing: Doing, mark: str) -> bool:
    rests = {**row.rests_on, **row.rests_on.get("again", {})}
    if row.account is not None and row.account.state == CLOSED:
        return True
    if rests.get("unnamed") and _anyone_said_no_since(row):
        return True
    is_over = bool(rests["until"]) and _moment(rests["until"]) <= doing.at
    return is_over or rests["hash"] != mark or _agreement(row, doing) != rests.get("agreement", "")


def _anyone_said_no_since(row: Publication) -> bool:
    """Whether anyone said no since it was judged: who is behind a face without a name has no task of their own."""
    since = (row.judged_at or row.made_at) - CROSSING
    return Answer.objects.filter(item__board=row.board_id, state__in=SAID_NO, at__gte=since).exists()


def _rests_now(row: Publication, judging: Judging | None, doing: Doing) -> dict[str, str]:
    answer = judging.judged.answer if judging else None
    until = answer.valid_until.isoformat() if answer and answer.valid_until else ""
    return {"hash": _mark(row), "until": until, "agreement": _agreement(row, doing)}


def _mark(row: Publication) -> str:
    try:
        return str(book_of(row.school).packs[0].pack.hash)
    except Refused:
        return ""


def _agreement(row: Publication, doing: Doing) -> str:
    return agreement_of(row.account, doing.today) if row.account else ""


def _agreed_then(row: Publication) -> str:
    rests = {**row.rests_on, **row.rests_on.get("again", {})}
    return str(rests.get("agreement", ""))


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=SCHOOL_CLOCK)
