"""Who has no way in yet: invited by e-mail, or with a letter on paper that is made once."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.journeys.invitations import Invitee, invite, who_can_be_invited
from magdit.web.office.here import school_of
from magdit.web.office.letters import zipped
from magdit.web.room import room
from magdit.web.told import refusal
from magdit.web.visit import Visit

AT_ONCE = 50


@room
def invitations(visit: Visit, code: str) -> HttpResponse:
    """Everyone without a way in: by e-mail, on paper, and who was invited already."""
    school = school_of(visit, code)
    if visit.sends:
        return _invited(visit, school)
    every = who_can_be_invited(school, visit.today)
    fresh = [one for one in every if one.invited_on is None]
    waiting = [one for one in every if one.invited_on is not None]
    told = {
        "school": school,
        "every": every,
        "lists": [
            _list("mail", [one for one in fresh if one.by_mail]),
            _list("paper", [one for one in fresh if not one.by_mail]),
            _list("again", [one for one in waiting if one.by_mail]),
            _list("again-paper", [one for one in waiting if not one.by_mail]),
        ],
    }
    return render(visit.request, "office/invitations.html", told)


def _list(kind: str, people: list[Invitee]) -> dict[str, object]:
    return {"kind": kind, "people": people[:AT_ONCE], "left": max(0, len(people) - AT_ONCE)}


def _invited(visit: Visit, school: School) -> HttpResponse:
    chosen = visit.request.POST.getlist("listed" if "all" in visit.request.POST else "person")
    try:
        done = invite(visit.doing, [UUID(one) for one in chosen[:AT_ONCE]], school=school)
    except ValueError:
        return redirect("office:invitations", school.code)
    except Refused as refused:
        if refused.code != "not_to_invite":
            raise
        messages.info(visit.request, refusal(refused))
        return redirect("office:invitations", school.code)
    if not chosen:
        messages.warning(visit.request, _("Kies eerst wie u wilt uitnodigen."))
    _tell(visit, sent=len(done.sent), failed=len(done.failed))
    if done.letters:
        return zipped(dict(done.letters), "uitnodigingen", visit.at)
    return redirect("office:invitations", school.code)


def _tell(visit: Visit, *, sent: int, failed: int) -> None:
    if sent:
        told = ngettext("%(count)d uitnodiging is verstuurd.", "%(count)d uitnodigingen zijn verstuurd.", sent)
        messages.success(visit.request, told % {"count": sent})
    if failed:
        wrong = ngettext(
            "%(count)d uitnodiging kwam niet weg. Kijk het e-mailadres na en probeer het opnieuw.",
            "%(count)d uitnodigingen kwamen niet weg. Kijk de e-mailadressen na en probeer het opnieuw.",
            failed,
        )
        messages.error(visit.request, wrong % {"count": failed})
