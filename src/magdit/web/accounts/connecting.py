"""How magdit reaches an account: what its connector asks. What it signs in with goes in here and never comes out."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.registers.channels_secret import has_secret
from magdit.areas.registers.models import ChannelAccount
from magdit.journeys import accounts as journey
from magdit.web.accounts.editing import FIELD_OF
from magdit.web.accounts.forms import ConnectForm
from magdit.web.accounts.here import kept, school_here, to
from magdit.web.room import room
from magdit.web.visit import Visit
from magdit.wording.connectors import connector_about, connector_name


@room
def connect(visit: Visit, code: str, account: UUID) -> HttpResponse:
    """What magdit needs to place something here by itself."""
    school = school_here(visit, code)
    row = kept(visit, school, account)
    connector = journey.connector_of(row)
    if connector is None or not connector.asks:
        raise Http404
    now = {"address": row.address, "seen_version": row.version} | row.settings
    form = ConnectForm(visit.typed or None, initial=now, connector=connector, has_secret=has_secret(row))
    if visit.sends and form.is_valid():
        try:
            done = _connected(visit, school, row, form)
        except Refused as refused:
            form.refuse(refused, FIELD_OF, now=row.version)
        else:
            messages.success(visit.request, _("Bewaard. Probeer nu of het werkt."))
            if row.sealed is not None and done.sealed is None:
                messages.warning(visit.request, _("De inlog is vergeten, want die was voor een ander adres."))
            return to(school, row)
    told = {
        "school": school, "account": row, "form": form, "has_secret": has_secret(row),
        "way": _(connector_name(row.connector)), "about": _(connector_about(row.connector) or connector_name("hand")),
    }  # fmt: skip
    return render(visit.request, "accounts/connect.html", told)


def _connected(visit: Visit, school: School, row: ChannelAccount, form: ConnectForm) -> ChannelAccount:
    address = form.part("address").get("address", row.address)
    settings = {name: value for name, value in form.part("settings").items() if value not in ("", None, False)}
    return journey.connect(
        visit.doing, school, row.pk, version=form.seen(), address=address, settings=settings, secret=form.part("secret")
    )
