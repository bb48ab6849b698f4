"""Closing an account: asked first, with a clear word on what happens to what stands there."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.registers.channels_queries import CLOSED
from magdit.journeys.accounts import retire, standing
from magdit.web.accounts.here import kept, school_here, to
from magdit.web.room import room, said_here
from magdit.web.visit import Visit


@room
def close(visit: Visit, code: str, account: UUID) -> HttpResponse:
    """An account closes with its pages; what still stands there has to be taken down."""
    school = school_here(visit, code)
    row = kept(visit, school, account)
    sentence = ""
    if visit.sends:
        try:
            retire(visit.doing, row.pk, version=visit.number("seen_version"))
            messages.success(visit.request, _("Gesloten. Er gaat niets meer heen."))
            return to(school, row)
        except Refused as refused:
            if refused.code == "already_so":
                return to(school, row)
            sentence = said_here(refused)
    pages = row.pages.exclude(state=CLOSED).order_by("name")
    told = {"school": school, "account": row, "pages": pages, "standing": standing(row), "sentence": sentence}
    return render(visit.request, "accounts/close.html", told)
