"""The list of an address, for who keeps that school; and what is not theirs is not there."""

from __future__ import annotations

from magdit.areas.journal.refused import Refused
from magdit.areas.people.models_entry import Intake
from magdit.areas.people.rights import KEEPERS
from magdit.web.room import NOT_THERE
from magdit.web.visit import Visit


def here(visit: Visit, code: str, intake: object) -> Intake:
    """A list of this school, for who keeps it."""
    school = visit.school(code, for_roles=KEEPERS)
    return visit.one(Intake.objects.filter(school=school).select_related("school", "by"), pk=intake)


def theirs(refused: Refused) -> None:
    """What is not theirs is not there: the room answers 404."""
    if refused.code in NOT_THERE:
        raise refused
