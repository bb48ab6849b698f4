"""The card for a photo moment: one page of paper with who may not be shown, and until when that can be trusted.

It writes nothing: what stands on it is what the class page shows the same person (docs/decisions/0053-classes.md).
"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from magdit.areas.consent.class_view import trusted_until, whom_to_ask
from magdit.web.classes.showing import channels_to_choose, pictures_first, shown_on
from magdit.web.classes.views import view_of
from magdit.web.room import room
from magdit.web.visit import Visit


@room
def card(visit: Visit, code: str, group: UUID) -> HttpResponse:
    """Choose the channels, and see the card for these. Several at once: who may not on one of them is on it."""
    view = view_of(visit, code, group)
    wanted = visit.request.GET.getlist("kanaal")
    known = {one.code for one in channels_to_choose(view)}
    chosen = [one for one in dict.fromkeys(wanted) if one in known]
    everything = shown_on(view, chosen)
    shown = shown_on(view, chosen, pictures_first(visit.request.GET.getlist("wat"), everything.parts))
    values = {
        "school": view.group.school,
        "view": view,
        "channels": channels_to_choose(view, chosen),
        "chosen": chosen,
        "unknown": len(chosen) < len(set(wanted)),
        "shown": shown,
        # Where nobody may be shown on one of the channels, the strictest of all is: nobody.
        "is_made": bool(chosen and view.pupils and shown.topics and not shown.never),
        "ends": trusted_until(view, shown.topics) if chosen else None,
        "ask": whom_to_ask(view.group.school, visit.today) if chosen else (),
        "at": visit.at,
        "today": visit.today,
    }
    return render(visit.request, "classes/card.html", values)
