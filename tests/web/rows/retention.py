"""Keeping and destroying: for the FG and the board, for the whole board."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from magdit.areas.drafts.models import Draft
from magdit.areas.registers.models import Hold
from tests.areas.conftest import NOON
from tests.web.row import Place, Row

OFFICERS = "fg cvb"
SCHOOLS = {"own": OFFICERS, "school": OFFICERS}
WIDE = {"own": OFFICERS, "class": OFFICERS, "school": OFFICERS}


def a_draft(place: Place) -> Mapping[str, object]:
    """Something that may be kept back."""
    made = Draft.objects.create(
        board=place.board, school=place.school, author=place.teacher, role="leerkracht",
        made_at=NOON - timedelta(days=40), changed_at=NOON - timedelta(days=40),
    )  # fmt: skip
    return {"kind": "bericht", "subject": made.pk}


def a_hold(place: Place) -> Mapping[str, object]:
    """Something that is kept back."""
    subject = str(a_draft(place)["subject"])
    made = Hold.objects.create(
        board=place.board, kind="bericht", subject=subject, sealed_reason=b"", placed_by=place.office, placed_at=NOON
    )
    return {"hold": made.pk}


MADE = {"held draft": a_draft, "hold": a_hold}
ROWS = (
    Row("retention:schools", opens={"own": OFFICERS}),
    Row("retention:calendar", "school", SCHOOLS),
    Row("retention:terms", "school", SCHOOLS),
    Row("retention:terms", "school", SCHOOLS, sends={"version": 0, "picture_days": 20, "draft_days": 20}, answer=302),
    Row("retention:proof", "school", SCHOOLS),
    Row("retention:place", "held draft", WIDE),
    Row("retention:place", "held draft", WIDE, sends={"reason": "Er loopt een klacht."}, answer=302),
    Row("retention:lift", "hold", WIDE),
    Row("retention:lift", "hold", WIDE, sends={}, answer=302),
)
