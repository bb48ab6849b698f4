"""What others said of a draft, as facts of its act: leave given or refused, and with whom it was talked over.

It counts for the version that they saw, and in the roles that they held on the day they said it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Approval, Doubt
from magdit.areas.drafts.waiting import FURTHER, held_roles
from magdit.areas.drafts.words import words_of
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.journeys.hand_in.digest import mark_of

STATES: Mapping[str, str] = {"mag": "gegeven", "goed": "gegeven", "mag_niet": "geweigerd"}
GIVEN = "gegeven"
ASKED = "_was_asked"
SAID = ("digest", "outcome", "about", "via", "answered_by_id", "answered_at")
LEAVE, JUDGEMENT = "akkoord", "oordeel"
CONSULTED = "overlegd_met"
Others = tuple[tuple[Mapping[str, object], ...], tuple[str, ...]]  # leaves, and the roles with whom it was talked over


def leaves_of(draft: Draft) -> tuple[Mapping[str, object], ...]:
    """The leave that was given or refused for this draft as it is now, as an act has it ("akkoorden")."""
    return said_by_others(draft, mark_now(draft))[0]


def said_by_others(draft: Draft, mark: str) -> Others:
    """The leaves, and the roles with whom it was talked over and who said that it may."""
    leaves: list[Mapping[str, object]] = []
    consulted: list[str] = []
    for outcome, about, via, person, at in _answers(draft, mark):
        held = held_roles(person, draft.school, at.astimezone(SCHOOL_CLOCK).date())
        state = STATES[outcome]
        leaves += [
            {"door": role, "staat": state, "wat": what} for kind, what in about if kind == LEAVE for role in held
        ]
        if state == GIVEN:
            consulted += [*held, *(one["role"] for one in via if one["why"] == FURTHER)]
    return tuple(leaves), tuple(dict.fromkeys(consulted))


def mark_now(draft: Draft) -> str:
    """The mark of a draft as it stands in the database."""
    return mark_of(draft, words_of(draft), draft.pictures.filter(gone_at=None).order_by("order"))


def was_asked(draft: Draft) -> bool:
    """Whether anything was asked about a draft, as far as known since it was judged: a page then need not look."""
    return bool(draft.__dict__.get(ASKED, True))


def _answers(draft: Draft, mark: str) -> Iterator[tuple[str, list[list[str]], list[dict[str, str]], UUID, datetime]]:
    """What was said to doubts and approvals of this version, in one question to the rows; the first said first."""
    this = Q(draft=draft, withdrawn_at=None)
    doubts = Doubt.objects.filter(this).order_by().values_list(*SAID)
    rows = list(doubts.union(Approval.objects.filter(this).order_by().values_list(*SAID)).order_by("answered_at"))
    draft.__dict__[ASKED] = bool(rows)
    yield from (said for digest, *said in rows if digest == mark and said[0] in STATES)
