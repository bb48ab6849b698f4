"""Writing down what was decided about agreements with a platform: by the board, the head or the privacy officer."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.registers.channels_agreed import decide_agreement
from magdit.areas.registers.channels_queries import decided_at
from magdit.web.accounts.editing import FIELD_OF
from magdit.web.accounts.forms import AgreeForm
from magdit.web.accounts.here import may, one_of, school_here, to
from magdit.web.accounts.views import told
from magdit.web.room import room
from magdit.web.visit import Visit


@room
def agree(visit: Visit, code: str, account: UUID) -> HttpResponse:
    """Whether there are agreements with the platform of this account, and until when."""
    school = school_here(visit, code)
    row = one_of(visit, school, account)
    if not may(visit, school, row).decide or decided_at(row) != row:
        raise Http404
    one = told(visit, row)
    now = {"agreement": one.agreement or row.agreement, "until": row.agreed_until, "seen_version": row.version}
    form = AgreeForm(visit.typed or None, initial=now)
    if visit.sends and form.is_valid():
        chosen = {"agreement": form.cleaned_data["agreement"], "until": form.cleaned_data["until"]}
        try:
            decide_agreement(visit.doing, row.pk, version=form.seen(), **chosen)
        except Refused as refused:
            form.refuse(refused, FIELD_OF, now=row.version)
        else:
            messages.success(visit.request, _("Opgeschreven. Vanaf nu telt dit mee bij elk bericht."))
            return to(school, row)
    return render(visit.request, "accounts/agree.html", {"school": school, "one": one, "account": row, "form": form})
