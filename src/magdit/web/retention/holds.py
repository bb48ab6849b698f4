"""Stopping the destruction of one thing, and letting it go on."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from magdit.areas.drafts.calendar import may_be_held
from magdit.areas.journal.doing import Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.registers.holds import lift_hold, open_holds, place_hold, reason_of
from magdit.web.officer.letting_in import officer_room
from magdit.web.retention.forms import HoldForm
from magdit.web.told import refusal
from magdit.web.visit import Visit


@officer_room
def place(visit: Visit, kind: str, subject: UUID) -> HttpResponse:
    """Ask why, and keep it from then on."""
    about = Ref(kind, str(subject))
    if not may_be_held(visit.person.board_id, about):
        raise Http404
    form = HoldForm(visit.typed)
    if visit.sends and form.is_valid():
        try:
            place_hold(visit.doing, about, reason=form.cleaned_data["reason"])
        except Refused as refused:
            form.add_error(None, refusal(refused))
        else:
            messages.success(visit.request, _("Dit wordt niet vernietigd tot iemand de bewaarstop opheft."))
            return HttpResponseRedirect(resolve_url("retention:schools"))
    return render(visit.request, "retention/hold.html", {"form": form, "kind": kind})


@officer_room
def lift(visit: Visit, hold: UUID) -> HttpResponse:
    """Show what and why, and let the term count again."""
    found = visit.one(open_holds(visit.person.board_id), pk=hold)
    if visit.sends:
        lift_hold(visit.doing, found.pk)
        messages.success(visit.request, _("De bewaarstop is opgeheven. De termijn telt weer."))
        return HttpResponseRedirect(resolve_url("retention:schools"))
    return render(visit.request, "retention/lift.html", {"hold": found, "reason": reason_of(found)})
