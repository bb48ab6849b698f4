"""A planned post that is held because its author left: taken over, or thrown away, by whose turn it is."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from magdit.areas.drafts.orphaned import drop, held_post, take_over
from magdit.areas.drafts.words import words_of
from magdit.web.publications.here import school_here
from magdit.web.room import room
from magdit.web.visit import Visit


@room
def held(visit: Visit, code: str, draft: UUID) -> HttpResponse:
    """What it says and when it was to go out; sending the form takes it over or drops it."""
    school = school_here(visit, code)
    row, turn = held_post(visit.person, draft, visit.doing)
    if row.school_id != school.pk:
        raise Http404
    if not visit.sends:
        told = {"school": school, "row": row, "turn": turn, "text": words_of(row).text}
        return render(visit.request, "publications/held.html", told)
    do = visit.request.POST.get("do", "")
    if do == "take":
        take_over(visit.doing, row.pk)
        messages.success(visit.request, _("Het bericht is nu van u. Kijk het na, en plaats het dan."))
        return HttpResponseRedirect(reverse("drafts:draft", args=[school.code, row.pk]))
    if do != "drop":
        raise Http404
    drop(visit.doing, row.pk)
    messages.success(visit.request, _("Het bericht is weggegooid. Het wordt niet geplaatst."))
    return HttpResponseRedirect(reverse("publications:publications", args=[school.code]))
