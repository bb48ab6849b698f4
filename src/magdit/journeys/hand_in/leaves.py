"""What others said of a draft, as facts of its act: leave given or refused, and with whom it was talked over.

It counts for the version that they saw, and in the roles that they held on the day they said it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from magdit.areas.drafts.asked_about import asked_about, standing
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Approval, Doubt, Waiting
from magdit.areas.drafts.waiting import FURTHER, held_roles
from magdit.areas.drafts.words import words_of
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.journeys.hand_in.digest import mark_of

STATES: Mapping[str, str] = {"mag": "gegeven", "goed": "gegeven", "mag_niet": "geweigerd"}
GIVEN = "gegeven"
LEAVE, JUDGEMENT = "akkoord", "oordeel"
CONSULTED = "overlegd_met"
Others = tuple[tuple[Mapping[str, object], ...], tuple[str, ...]]  # leaves, and the roles with whom it was talked over


def leaves_of(draft: Draft) -> tuple[Mapping[str, object], ...]:
    """The leave that was given or refused for this draft as it is now, as an act has it ("akkoorden")."""
    return said_by_others(draft, mark_now(draft), asked_about(draft))[0]


def said_by_others(draft: Draft, mark: str, asked: Collection[Waiting]) -> Others:
    """The leaves, and the roles with whom it was talked over and who said that it may."""
    leaves: list[Mapping[str, object]] = []
    consulted: list[str] = []
    for at, person, one in _answers(asked, mark):
        held = held_roles(person, draft.school, at.astimezone(SCHOOL_CLOCK).date())
        state = STATES[one.outcome]
        leaves += [
            {"door": role, "staat": state, "wat": what} for kind, what in one.about if kind == LEAVE for role in held
        ]
        if state == GIVEN:
            consulted += [*held, *(past["role"] for past in one.via if past["why"] == FURTHER)]
    return tuple(leaves), tuple(dict.fromkeys(consulted))


def mark_now(draft: Draft) -> str:
    """The mark of a draft as it stands in the database."""
    return mark_of(draft, words_of(draft), draft.pictures.filter(gone_at=None).order_by("order"))


def _answers(asked: Collection[Waiting], mark: str) -> list[tuple[datetime, UUID, Doubt | Approval]]:
    """What was said to doubts and approvals of this version, when and by whom; the first said first."""
    rows: list[Doubt | Approval] = [*standing(asked, Doubt), *standing(asked, Approval)]
    said = [
        (one.answered_at, one.answered_by_id, one)
        for one in rows
        if one.digest == mark and one.outcome in STATES and one.answered_at and one.answered_by_id
    ]
    return sorted(said, key=lambda row: row[0])
