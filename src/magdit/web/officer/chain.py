"""Whether the journal is whole: a button that reads every line of the board's journal once, and says what it finds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from magdit.areas.journal.finding import Finding
from magdit.areas.journal.models import Chain
from magdit.areas.journal.reading import UNREADABLE
from magdit.areas.journal.verify import verify
from magdit.areas.journal.verify_keys import key_findings
from magdit.web.officer.findings import finding_told
from magdit.web.officer.letting_in import officer_room
from magdit.web.visit import Visit

KEPT = "officer_chain"
MOST = 500_000  # lines that are read while someone waits: some ten seconds
SHOWN = 20


@officer_room
def chain(visit: Visit) -> HttpResponse:
    """Look it through on POST; what was found is shown until they look again or sign out."""
    board = visit.person.board_id
    lines = Chain.objects.filter(board=board).values_list("number", flat=True).first() or 0
    if visit.sends:
        if lines <= MOST:
            visit.request.session[KEPT] = _looked(visit, board, lines)
        return HttpResponseRedirect(visit.request.path)
    kept: dict[str, Any] | None = visit.request.session.get(KEPT)
    values = {
        "lines": lines,
        "too_many": lines > MOST,
        "result": kept if kept and kept["board"] == str(board) else None,
        "looked_at": timezone.localtime(parse_datetime(kept["at"])) if kept else None,
    }
    return render(visit.request, "officer/chain.html", values)


def _looked(visit: Visit, board: UUID, lines: int) -> dict[str, Any]:
    wrong = [*verify(board), *_of_keys(board)]
    return {
        "board": str(board),
        "at": visit.at.isoformat(),
        "lines": lines,
        "wrong": [finding_told(one) for one in wrong[:SHOWN]],
        "more": max(0, len(wrong) - SHOWN),
    }


def _of_keys(board: UUID) -> Iterable[Finding]:
    try:
        return list(key_findings(board))
    except UNREADABLE:
        return [Finding("keys_unreadable", board)]
