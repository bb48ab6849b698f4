"""What the page of a draft shows of questions about it: where they lie, what was answered, and answers of before."""

from __future__ import annotations

from typing import Any

from magdit.areas.drafts.asked_about import standing
from magdit.areas.drafts.models_asked import Approval, Doubt
from magdit.journeys.hand_in.judging import Judging
from magdit.web.asking.showing import all_lie, precedents_beside
from magdit.web.visit import Visit


def on_draft(visit: Visit, judging: Judging) -> dict[str, Any]:
    """The values of the fragment "asking/_on_draft.html"."""
    asked = (*standing(judging.asked, Doubt), *standing(judging.asked, Approval))
    last_first = sorted(asked, key=lambda one: one.made_at, reverse=True)
    return {
        "asked_before": all_lie(last_first, visit.at, names=bool(visit.roles)),
        "precedents": precedents_beside(judging),
    }
