"""What these pages show of a draft and of a question: the post, the verdict with its clauses, and where it lies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from magdit.areas.drafts.asked_words import said_in
from magdit.areas.drafts.asking_queries import Precedent, precedents_for
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import WAITING, Approval, Doubt, Waiting
from magdit.areas.drafts.waiting import is_late
from magdit.areas.drafts.words import words_of
from magdit.areas.people.models import Person
from magdit.areas.people.names import whole
from magdit.journeys.hand_in.judging import Judging, judge_draft
from magdit.journeys.told_by_mail import path_of
from magdit.web.drafts.reasons import clauses
from magdit.web.drafts.telling import verdict_of
from magdit.web.visit import Visit

LONGEST = 90


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture of the post: where it is looked at, and what is written with it."""

    number: int
    kind: str
    address: str
    alt: str


@dataclass(frozen=True, slots=True)
class Lies:
    """Where a question lies. `who` is empty where the asker may not know the name of who is asked."""

    kind: str
    row: Waiting
    title: str
    role: str
    who: str
    due: datetime
    is_late: bool
    past: tuple[tuple[str, str], ...]
    address: str
    question: str = ""
    answer: str = ""
    outcome: str = ""
    by: str = ""


def post(visit: Visit, draft: Draft, *, kind: str, row: UUID) -> dict[str, Any]:
    """The post as it is now, judged at this moment. `kind` and `row`: by what the visitor may see its pictures."""
    judging = judge_draft(draft, visit.at)
    found = clauses(judging)
    return {
        "draft": draft, "school": draft.school, "judging": judging, "verdict": verdict_of(judging), "clauses": found,
        "text": judging.words.text, "seen": pictures(judging, kind=kind, row=row), "medium": judging.post.medium,
        "precedents": precedents_beside(judging),
    }  # fmt: skip


def precedents_beside(judging: Judging, clause: str = "") -> Sequence[Precedent]:
    """What was answered before under the articles that count here, and under the one that was asked about."""
    counted = [*judging.judged.answer.clauses, *(one.clause for one in judging.judged.answer.reasons), clause]
    return precedents_for(judging.row.school, dict.fromkeys(counted))


def clause_said(judging: Judging, number: str) -> str:
    """What an article says, in our words; nothing when no pack has it."""
    for ready in judging.book.packs:
        for one in ready.pack.clauses:
            if number and one.number == number:
                return one.says
    return ""


def pictures(judging: Judging, *, kind: str, row: UUID) -> tuple[Seen, ...]:
    """Its pictures, small."""
    return tuple(
        Seen(at, one.kind, reverse("asking:picture", args=[kind, row, one.pk]), judging.words.alt.get(str(one.pk), ""))
        for at, one in enumerate(judging.pictures, 1)
    )


def lies(row: Waiting, at: datetime, *, names: bool) -> Lies:
    """Where it lies now, and past whom it went; names only for who works there."""
    said = said_in(row) if isinstance(row, (Doubt, Approval)) else {}
    people = _people(one["person"] for one in row.via) if names else {}
    outcome = getattr(row, "outcome", "")
    return Lies(
        row.kind, row, title_of(row.draft), row.asked_role,
        whole(row.asked) if names and row.asked else "", row.due, is_late(row, at),
        tuple((people.get(one["person"], ""), one["why"]) for one in row.via), path_of(row),
        question=said.get("question", ""), answer=said.get("answer", said.get("note", "")), outcome=outcome,
        by=whole(row.answered_by) if names and row.answered_by else "",
    )  # fmt: skip


def title_of(draft: Draft) -> str:
    """The first words of a post."""
    line = " ".join(words_of(draft).text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def all_about(draft: Draft, at: datetime, *, names: bool) -> list[Lies]:
    """Every question about a draft, the last first."""
    rows: list[Waiting] = []
    for kind in WAITING.values():
        rows += kind._default_manager.filter(draft=draft, withdrawn_at=None).select_related(
            "draft", "asked", "answered_by"
        )
    return [lies(row, at, names=names) for row in sorted(rows, key=lambda row: row.made_at, reverse=True)]


def _people(ids: Iterable[str]) -> dict[str, str]:
    wanted = [UUID(one) for one in set(ids)]
    return {str(one.pk): whole(one) for one in Person.objects.filter(pk__in=wanted)} if wanted else {}
