"""Who takes down what must go: whom the protocol names, whom the school chose, who has the account, who leads.

Where a connector takes it down by itself somebody has the turn all the same: a task without a name is nobody's. A no
opens its tasks in areas that know no protocol; the worker gives those their turn within a round.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from magdit.areas.consent.books import book_of
from magdit.areas.drafts.asking_rules import whole_ladder
from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.drafts.models_asked import Turn
from magdit.areas.drafts.publications_queries import must_go, open_tasks_of
from magdit.areas.drafts.turns import ARCHIVE, PERSON, POST, PUBLICATION, end_turns, give_turn, open_turns, pass_turn
from magdit.areas.drafts.waiting import OWNER, answer_by, rules_of
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.people.queries import schools_ever_of, schools_of
from magdit.areas.registers.actions import due_by
from magdit.areas.registers.models import TakedownTask
from magdit.journeys.nightly import doings
from magdit.journeys.publish.allowed import is_by_hand
from magdit.journeys.publish.removers import named_to_remove
from magdit.journeys.told_by_mail import mail_turn


def ladder_at(school: School) -> list[tuple[str, str]]:
    """Who is to take something down at this school, each with the clause that says so, from the first to the last."""
    chosen = rules_of(school).remover
    try:
        named = list(named_to_remove(book_of(school)))
    except Refused:  # its protocol is gone: what must go must go all the same
        named = []
    return whole_ladder([*named, *([(chosen, "")] if chosen else []), (OWNER, "")])


def turn_for(doing: Doing, row: Publication) -> Turn:
    """Whose turn it is to take this publication down."""
    first = open_tasks_of(row.pk).order_by("due").values_list("due", flat=True).first()
    until = min((one for one in (row.must_go_by, first) if one), default=doing.at)
    owner = row.account.owner if row.account else None
    given = give_turn(
        doing, row.school, kind=PUBLICATION, subject=row.pk, ladder=ladder_at(row.school), due=until, owner=owner
    )
    if is_by_hand(row.account) and given.made_at == doing.at:
        mail_turn(given)
    return given


def give_turns(doing: Doing) -> int:
    """Give what must go and lies with nobody its turn, and end the turns of what is gone; how many."""
    lies = open_turns(doing.board)
    rows = _must_go(doing).select_related("school", "account__owner")
    for row in rows.exclude(pk__in=lies.filter(kind=PUBLICATION).values("subject")):
        turn_for(doing, row)
    known = Publication.objects.filter(board=doing.board).values("pk")
    loose = _open_tasks(doing).exclude(appearance__publication__in=known).select_related("appearance__person")
    given = sum(_of_person(doing, one) for one in loose.exclude(pk__in=lies.filter(kind=PERSON).values("subject")))
    return given + end_turns(doing, list(_over(doing, lies)))


def _over(doing: Doing, lies: QuerySet[Turn]) -> Iterator[UUID]:
    """What somebody has a turn for while nothing is left to do."""
    left = {
        PUBLICATION: _must_go(doing).values_list("pk", flat=True),
        PERSON: _open_tasks(doing).values_list("pk", flat=True),
        POST: Draft.objects.filter(board=doing.board, state="ingepland").values_list("pk", flat=True),
    }
    for kind, rows in left.items():
        yield from lies.filter(kind=kind).exclude(subject__in=rows).values_list("subject", flat=True)


def _must_go(doing: Doing) -> QuerySet[Publication]:
    return Publication.objects.filter(must_go(), board=doing.board)


def _open_tasks(doing: Doing) -> QuerySet[TakedownTask]:
    return TakedownTask.objects.filter(appearance__board=doing.board, done_at=None)


def pass_turns(at: datetime) -> int:
    """Nightly: remind who has a turn, and pass on what lay too long or with who is away or gone; how many."""
    return sum(
        _passed(doing, pk) for doing in doings(at) for pk in list(open_turns(doing.board).values_list("pk", flat=True))
    )


@transaction.atomic
def _passed(doing: Doing, pk: UUID) -> bool:
    row = open_turns(doing.board).select_for_update(of=("self",)).select_related("school").filter(pk=pk).first()
    if row is None:
        return False
    done = pass_turn(doing, row, due=_again_by(doing, row))
    if done == "doorgegeven":
        mail_turn(row)
    return bool(done)


def _again_by(doing: Doing, row: Turn) -> datetime:
    """How long the next has: of what people asked or withdrew the clock never stops."""
    if row.kind in (ARCHIVE, POST):
        return answer_by(row.school, doing.at)
    return due_by(doing.at)


def _of_person(doing: Doing, task: TakedownTask) -> bool:
    """Of what only the person and the channel are known of."""
    school = next(iter(schools_of(task.appearance.person, doing.today)), None)
    school = school or schools_ever_of(task.appearance.person).first()
    if school is None:
        return False
    mail_turn(give_turn(doing, school, kind=PERSON, subject=task.pk, ladder=ladder_at(school), due=task.due))
    return True
