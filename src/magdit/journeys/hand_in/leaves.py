"""What others said of a draft, as facts of its act: leave given or refused, and with whom it was talked over.

It counts for the version that they saw, and in the roles that they held on the day they said it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.db.models import Q

from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Approval, Doubt
from magdit.areas.drafts.waiting import FURTHER, held_roles
from magdit.areas.drafts.words import words_of
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.journeys.hand_in.digest import mark_of

STATES: Mapping[str, str] = {"mag": "gegeven", "goed": "gegeven", "mag_niet": "geweigerd"}
LEAVE, JUDGEMENT = "akkoord", "oordeel"
CONSULTED = "overlegd_met"
Others = tuple[tuple[Mapping[str, object], ...], tuple[str, ...]]  # leaves, and the roles with whom it was talked over


def leaves_of(draft: Draft) -> tuple[Mapping[str, object], ...]:
    """The leave that was given or refused for this draft as it is now, as an act has it ("akkoorden")."""
    return said_by_others(draft, mark_now(draft))[0]


def said_by_others(draft: Draft, mark: str) -> Others:
    """The leaves, and the roles with whom it was talked over and who said that it may."""
    answers = list(_answers(draft, mark))
    held = {answer.pk: _roles(draft, answer) for answer in answers}
    leaves = tuple(
        {"door": role, "staat": STATES[answer.outcome], "wat": what}
        for answer in answers
        for kind, what in answer.about
        if kind == LEAVE
        for role in held[answer.pk]
    )
    yes = [answer for answer in answers if STATES[answer.outcome] == "gegeven"]
    asked_before = [one["role"] for answer in yes for one in answer.via if one["why"] == FURTHER]
    return leaves, tuple(dict.fromkeys([*(role for answer in yes for role in held[answer.pk]), *asked_before]))


def mark_now(draft: Draft) -> str:
    """The mark of a draft as it stands in the database."""
    return mark_of(draft, words_of(draft), draft.pictures.filter(gone_at=None).order_by("order"))


def _answers(draft: Draft, mark: str) -> Iterator[Doubt | Approval]:
    this = Q(draft=draft, digest=mark, withdrawn_at=None, outcome__in=STATES)
    yield from Doubt.objects.filter(this).order_by("answered_at")
    yield from Approval.objects.filter(this).order_by("answered_at")


def _roles(draft: Draft, answer: Doubt | Approval) -> tuple[str, ...]:
    if answer.answered_by_id is None or answer.answered_at is None:
        return ()
    day = answer.answered_at.astimezone(SCHOOL_CLOCK).date()
    return held_roles(answer.answered_by_id, draft.school, day)
