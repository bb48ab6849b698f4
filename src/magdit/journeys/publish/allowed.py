"""May this draft go out now, by this person, on this account? Asked with everyone who is in it locked."""

from __future__ import annotations

from uuid import UUID

from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.drafts.rules_out import SENDERS
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.areas.people.rights import acting_person, require
from magdit.areas.registers.actions import lock_people
from magdit.areas.registers.channels_queries import accounts_for
from magdit.areas.registers.models import ChannelAccount
from magdit.areas.registers.rules_channels import BY_HAND
from magdit.journeys.hand_in.approving import approval_of, is_approved
from magdit.journeys.hand_in.digest import digest_of
from magdit.journeys.hand_in.judging import Judging, judge_draft
from magdit.journeys.publish.people_in import anyone_said_no, candidates, people_in
from magdit.journeys.publish.remembered import behind_faces, judge_publication

LOOKED_AT = "nagekeken"  # not a fact of any protocol: that someone looked whether the facts in this list play here


def require_sender(doing: Doing, row: Draft) -> None:
    """Refuse who may not send for this school on this account: who works there, or looks after the account."""
    account = row.account
    if account is None and not row.for_school:
        raise Refused("not_for_school")
    if account is not None and not accounts_for(row.school).filter(pk=account.pk).exists():
        raise Refused("account_not_in_use")
    looks_after = account is not None and doing.actor.kind == "persoon" and account.owner_id == acting_person(doing)
    if not looks_after:
        require(doing, SENDERS, school=row.school)


def judged_to_go(doing: Doing, row: Draft) -> Judging:
    """The verdict on a draft with its people locked. Refused, with what keeps it back, unless it may go."""
    before = judge_draft(row, doing.at)
    refuse_unless_it_may(before)
    locked = {person.pk for person in lock_people(doing, _everyone(before))}
    now = judge_draft(row, doing.at)
    refuse_unless_it_may(now)
    if not _everyone(now) <= locked:
        raise Refused("draft_changed")
    if anyone_said_no(now, doing.today):
        raise Refused("someone_said_no")
    return now


def judged_still(doing: Doing, row: Publication) -> Judging:
    """The verdict on a publication that is to go out (again), with its people locked; refused as a draft would be."""
    before, behind = judge_publication(row, doing.at), behind_faces(row)
    there = _everyone(before) | behind
    lock_people(doing, Person.objects.filter(pk__in=there, removed_on=None).values_list("pk", flat=True))
    now = judge_publication(row, doing.at)
    refuse_unless_it_may(now, looked=True)
    if anyone_said_no(now, doing.today, behind=behind):
        raise Refused("someone_said_no")
    return now


def refuse_unless_it_may(judging: Judging, *, looked: bool = False) -> None:
    """Refuse what may not go out as it stands, and say which clauses keep it back. `looked`: that is asked later."""
    if not judging.may_go:
        clauses = ", ".join(judging.judged.answer.clauses[:3])
        raise Refused("may_not_go", verdict=judging.judged.verdict, clauses=clauses or "-")
    if not looked and to_look_at(judging):
        raise Refused("not_ticked", count=len(to_look_at(judging)))


def approver_of(judging: Judging) -> Person | None:
    """Who approved exactly this; None where nobody needs to. Refused where somebody still has to."""
    if not is_approved(judging):
        raise Refused("not_approved")
    found = approval_of(judging)
    return found.answered_by if found else None


def to_look_at(judging: Judging) -> tuple[str, ...]:
    """What a person must have looked at before it goes out, and nobody said yet of this version that they did."""
    said = judging.row.told.get(LOOKED_AT, {})
    looked = (said.get("value") or ()) if said.get("of") == digest_of(judging) else ()
    return tuple(fact for fact in judging.judged.answer.not_looked_at if fact not in looked)


def is_by_hand(account: ChannelAccount | None) -> bool:
    """Whether a person places and removes what goes on this account."""
    return account is None or account.connector == BY_HAND


def _everyone(judging: Judging) -> set[UUID]:
    return {*people_in(judging), *candidates(judging)}
