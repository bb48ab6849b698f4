"""What the page of a draft shows of questions about it: where they lie, what was answered, and answers of before."""

from __future__ import annotations

from typing import Any

from magdit.areas.drafts.models_asked import Approval, Doubt, Waiting
from magdit.journeys.hand_in.judging import Judging
from magdit.journeys.hand_in.leaves import was_asked
from magdit.web.asking.showing import lies, precedents_beside
from magdit.web.visit import Visit


def on_draft(visit: Visit, judging: Judging) -> dict[str, Any]:
    """The values of the fragment "asking/_on_draft.html"."""
    row, rows = judging.row, list[Waiting]()
    for kind in (Doubt, Approval) if was_asked(row) else ():
        rows += kind._default_manager.filter(draft=row, withdrawn_at=None).select_related(
            "draft", "asked", "answered_by"
        )
    rows.sort(key=lambda one: one.made_at, reverse=True)
    return {
        "asked_before": [lies(one, visit.at, names=bool(visit.roles)) for one in rows],
        "precedents": precedents_beside(judging),
    }
