"""The letters that wait: sent by e-mail, or as paper in one file for people without an address of e-mail."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from magdit.areas.consent.rounds.post import deliver, lay_back, print_together, try_again
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.models import School
from magdit.journeys.office_round import tray_of
from magdit.web.office.here import school_of
from magdit.web.room import room
from magdit.web.visit import Visit

AT_ONCE, PRINTED_AT_ONCE = 20, 100  # a page that someone waits for; the night sends the rest


@room
def letters(visit: Visit, code: str) -> HttpResponse:
    """What waits, what failed and what to do about it."""
    school = school_of(visit, code)
    if visit.sends:
        return _do(visit, school, visit.request.POST.get("do", ""))
    told = {"school": school, "tray": tray_of(visit.doing, school), "most": AT_ONCE, "most_printed": PRINTED_AT_ONCE}
    return render(visit.request, "office/letters.html", told)


def _do(visit: Visit, school: School, what: str) -> HttpResponse:
    if what == "print":
        made, count = print_together(visit.doing, school, most=PRINTED_AT_ONCE)
        if count:
            told = ngettext("%(count)d brief is gedownload.", "%(count)d brieven zijn gedownload.", count)
            messages.success(visit.request, told % {"count": count})
            return one_file(visit, made, "brieven")
        messages.info(visit.request, _("Er liggen geen brieven (meer) klaar voor papier."))
    elif what == "again":
        count = try_again(visit.doing, school)
        told = ngettext("%(count)d bericht gaat nog eens mee.", "%(count)d berichten gaan nog eens mee.", count)
        messages.success(visit.request, told % {"count": count})
    elif what == "back":
        count = lay_back(visit.doing, school)
        told = ngettext("%(count)d brief ligt weer klaar.", "%(count)d brieven liggen weer klaar.", count)
        messages.success(visit.request, told % {"count": count} if count else _("Er zijn geen brieven geprint."))
    elif what == "send":
        _tell_sent(visit, *deliver(visit.doing, school, most=AT_ONCE))
    return redirect("office:letters", school.code)


def _tell_sent(visit: Visit, sent: int, failed: int) -> None:
    told = ngettext("%(count)d bericht is verstuurd.", "%(count)d berichten zijn verstuurd.", sent)
    messages.success(visit.request, told % {"count": sent})
    if failed:
        wrong = ngettext(
            "%(count)d bericht kon niet weg. Het staat hieronder.",
            "%(count)d berichten konden niet weg. Ze staan hieronder.",
            failed,
        )
        messages.error(visit.request, wrong % {"count": failed})


def one_file(visit: Visit, data: bytes, title: str) -> HttpResponse:
    """All letters in one file, under a name that tells nothing. The mark lets the page know that it came."""
    response = HttpResponse(data, content_type="application/pdf")
    day = visit.at.astimezone(SCHOOL_CLOCK)
    response["Content-Disposition"] = f'attachment; filename="{title}-{day:%Y-%m-%d-%H%M}.pdf"'
    response.set_cookie("magdit_file", "1", max_age=60, samesite="Lax", secure=visit.request.is_secure())
    return response
