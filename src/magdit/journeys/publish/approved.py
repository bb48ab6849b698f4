"""Whether a draft was approved as it would go out, where the protocol or the school asks that. One place that knows."""

from __future__ import annotations

from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.journeys.hand_in.approving import approval_of, is_approved
from magdit.journeys.hand_in.judging import Judging


def approver_of(judging: Judging) -> Person | None:
    """Who approved exactly this; None where nobody needs to. Refused where somebody still has to."""
    if not is_approved(judging):
        raise Refused("not_approved")
    found = approval_of(judging)
    return found.answered_by if found else None
