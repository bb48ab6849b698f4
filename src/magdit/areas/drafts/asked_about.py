"""All that was asked about one draft, in one question to the rows: doubts, approvals and wishes of a family.

What is asked of these rows in passing (the latest doubt, what was decided) needs no further question.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import BinaryField, QuerySet, Value

from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import WAITING, Approval, FamilyRequest, Waiting

Kind = TypeVar("Kind", bound=Waiting)
SEALED = "sealed"


def asked_about(draft: Draft) -> tuple[Waiting, ...]:
    """Every question about a draft, also those that were taken back, the first asked first.

    What only one kind has (the article of a doubt, the children of a wish) is read when it is asked for.
    """
    alike = [one.attname for one in Approval._meta.concrete_fields if one.name != SEALED]
    first, *others = (_columns(kind, draft, alike) for kind in WAITING.values())
    rows = first.union(*others, all=True).order_by("made_at")
    return tuple(_row(WAITING[which], draft, alike, values) for *values, which in rows)


def standing(asked: Iterable[Waiting], kind: type[Kind]) -> list[Kind]:
    """Those of one kind that were not taken back, the first asked first."""
    return [one for one in asked if isinstance(one, kind) and one.withdrawn_at is None]


def last_decided(asked: Iterable[Waiting], *, digest: str = "") -> Approval | None:
    """The latest decision: about exactly this version, or about whichever."""
    found = [
        (one.answered_at, one)
        for one in asked
        if isinstance(one, Approval) and one.outcome and one.answered_at and digest in ("", one.digest)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _columns(kind: type[Waiting], draft: Draft, alike: list[str]) -> QuerySet[Any, tuple[Any, ...]]:
    rows = kind._default_manager.filter(draft=draft).order_by()
    if kind is FamilyRequest:  # nothing of it is enciphered
        rows = rows.annotate(**{SEALED: Value(b"", output_field=BinaryField())})
    return rows.annotate(which=Value(kind.kind)).values_list(*alike, SEALED, "which")


def _row(kind: type[Waiting], draft: Draft, alike: list[str], values: list[Any]) -> Waiting:
    names = alike if kind is FamilyRequest else [*alike, SEALED]
    row = kind.from_db(draft._state.db or "default", names, values[: len(names)])
    row.draft = draft
    return row
