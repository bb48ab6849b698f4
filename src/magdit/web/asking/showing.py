"""What these pages show of a draft and of a question: the post, the verdict with its clauses, and where it lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from magdit.areas.drafts.asked_words import said_in_all
from magdit.areas.drafts.asking_queries import Precedent, precedents_for
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Waiting
from magdit.areas.drafts.waiting import is_late
from magdit.areas.drafts.words import Words
from magdit.areas.people.models import Person
from magdit.areas.people.names import whole
from magdit.journeys.hand_in.judging import Judging, judge_draft
from magdit.journeys.told_by_mail import path_of
from magdit.web.drafts.reasons import clauses
from magdit.web.drafts.telling import verdict_of
from magdit.web.told import word
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
        "where": word(judging.book.catalogue.vocabularies["medium"], judging.post.medium),
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
    """Where one lies."""
    return all_lie([row], at, names=names)[0]


def all_lie(
    rows: Iterable[Waiting], at: datetime, *, names: bool, words: Mapping[UUID, Words] | None = None
) -> list[Lies]:
    """Where they lie now, and past whom they went; names only for who works there. `words`: of each post."""
    there = list(rows)
    people = _people(there) if names else {}
    said = said_in_all(there)
    return [_lies(row, at, people, said.get(row.pk, {}), (words or {}).get(row.draft_id, Words())) for row in there]


def all_about(asked: Iterable[Waiting], at: datetime, *, names: bool) -> list[Lies]:
    """Every question about a draft that was not taken back, the last first."""
    standing = [row for row in asked if row.withdrawn_at is None]
    return all_lie(reversed(standing), at, names=names)


def title_of(text: str) -> str:
    """The first words of a post."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _lies(row: Waiting, at: datetime, people: Mapping[str, str], said: Mapping[str, Any], words: Words) -> Lies:
    return Lies(
        row.kind, row, title_of(words.text), row.asked_role,
        people.get(str(row.asked_id), ""), row.due, is_late(row, at),
        tuple((people.get(one["person"], ""), one["why"]) for one in row.via), path_of(row),
        question=said.get("question", ""), answer=said.get("answer", said.get("note", "")),
        outcome=getattr(row, "outcome", ""), by=people.get(str(row.answered_by_id), ""),
    )  # fmt: skip


def _people(rows: Iterable[Waiting]) -> dict[str, str]:
    """The names of who is and was asked, and of who answered."""
    wanted = {one for row in rows for one in (row.asked_id, row.answered_by_id, *_past(row)) if one is not None}
    return {str(one.pk): whole(one) for one in Person.objects.filter(pk__in=wanted)} if wanted else {}


def _past(row: Waiting) -> list[UUID]:
    return [UUID(one["person"]) for one in row.via]
