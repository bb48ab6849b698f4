"""Putting an account on the list, and changing what is known of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.consent.books import channels_of
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.people.names import sort_key
from magdit.areas.people.queries import staff_of
from magdit.areas.registers.channels_queries import IN_USE, accounts_for
from magdit.areas.registers.models import ChannelAccount
from magdit.areas.registers.rules_channels import BOARD_KEEPERS, KEEPERS
from magdit.journeys import accounts as journey
from magdit.web.accounts.forms import ACCOUNT_FIELDS, AccountForm, NewAccountForm
from magdit.web.accounts.here import kept, of_the_board, school_here, to
from magdit.web.room import room
from magdit.web.visit import Visit

FIELD_OF = {
    "channel_medium": "medium", "channel_name": "name", "channel_address": "address", "channel_address_open": "address",
    "channel_owner": "owner", "channel_under": "under",
}  # fmt: skip


@room
def new(visit: Visit, code: str) -> HttpResponse:
    """An account that is not on the list yet. Who may not say yes to it asks for it."""
    school = school_here(visit, code)
    places = _places(visit, school)
    if not places:
        raise Http404
    form = NewAccountForm(visit.typed or None, places=places, **_choices(visit, school))
    if visit.sends and form.is_valid():
        place = school if form.cleaned_data.get("place", places[0][0]) == school.code else None
        try:
            row = journey.add(visit.doing, place, school, **form.told())
        except Refused as refused:
            form.refuse(refused, FIELD_OF)
        else:
            used = row.state == IN_USE
            messages.success(visit.request, _("Toegevoegd.") if used else _("Aangevraagd bij de schoolleiding."))
            return to(school, row)
    return render(visit.request, "accounts/new.html", {"school": school, "form": form})


@room
def edit(visit: Visit, code: str, account: UUID) -> HttpResponse:
    """What is known of an account. The second of two who edit at once hears of the first."""
    school = school_here(visit, code)
    row = kept(visit, school, account)
    now = {name: getattr(row, name) for name in ACCOUNT_FIELDS}
    now |= {"owner": row.owner_id, "under": row.under_id, "seen_version": row.version}
    form = AccountForm(visit.typed or None, initial=now, **_choices(visit, school, row=row))
    if visit.sends and form.is_valid():
        try:
            done = journey.change(visit.doing, school, row.pk, version=form.seen(), **form.told())
        except Refused as refused:
            form.refuse(refused, FIELD_OF, now=row.version)
        else:
            same = done.version == row.version
            messages.success(visit.request, _("Er was niets veranderd.") if same else _("Bewaard."))
            if row.sealed is not None and done.sealed is None:
                messages.warning(visit.request, _("De inlog is vergeten, want die was voor een ander adres."))
            return to(school, row)
    return render(visit.request, "accounts/edit.html", {"school": school, "account": row, "form": form})


def _choices(visit: Visit, school: School, row: ChannelAccount | None = None) -> dict[str, Any]:
    """Media that the packs know, people who work here, and accounts that a page may belong to."""
    accounts = accounts_for(school).filter(under=None).order_by("name")
    people = sorted(staff_of(school, visit.today), key=sort_key)
    if row is not None and row.owner is not None and row.owner not in people:
        people.append(row.owner)
    mine = [one for one in accounts if row is None or one.pk != row.pk]
    return {"media": channels_of([school]), "people": people, "accounts": mine}


def _places(visit: Visit, school: School) -> list[tuple[str, str]]:
    """For whom this visitor may add one: the school, or the whole board."""
    here = [(school.code, school.name)] if visit.is_one_of(KEEPERS, at=school) else []
    whole = [("bestuur", _("Het hele bestuur, voor alle scholen"))] if of_the_board(visit, BOARD_KEEPERS) else []
    return here + whole
