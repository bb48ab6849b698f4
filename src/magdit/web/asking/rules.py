"""Settings of this room: who stands in for me, and what a school agreed about approving and answering."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.consent.books import book_of
from magdit.areas.drafts.asking_rules import OUTSIDE
from magdit.areas.drafts.models_asked import StandIn
from magdit.areas.drafts.stand_ins import APPROVERS, colleagues_of, set_rules, set_stand_in
from magdit.areas.drafts.waiting import rules_of
from magdit.areas.journal.refused import Refused
from magdit.areas.people.names import whole
from magdit.areas.people.rights import LEADERS
from magdit.web.asking.forms import RulesForm, StandInForm
from magdit.web.room import room, said_here
from magdit.web.visit import Visit


@room
def stand_in(visit: Visit) -> HttpResponse:
    """Who answers for me, and until when I am away."""
    if all(one.role in OUTSIDE for one in visit.roles):
        raise Http404
    row = StandIn.objects.filter(person=visit.person).first()
    people = colleagues_of(visit.person, visit.today)
    start = {"deputy": str(row.deputy_id), "away_until": row.away_until} if row else {}
    form = StandInForm(visit.typed, people=[(str(one.pk), whole(one)) for one in people], initial=start)
    if visit.sends and form.is_valid():
        chosen = next((one for one in people if str(one.pk) == form.cleaned_data["deputy"]), None)
        try:
            set_stand_in(visit.doing, visit.person, chosen, away_until=form.cleaned_data["away_until"])
            messages.success(visit.request, _("Bewaard."))
            return HttpResponseRedirect(visit.request.path)
        except Refused as refused:
            form.add_error(None, said_here(refused))
    return render(visit.request, "asking/stand_in.html", {"form": form})


@room
def rules(visit: Visit, code: str) -> HttpResponse:
    """When posts of this school are approved first, by whom, and how long an answer may take."""
    school = visit.school(code, for_roles=LEADERS)
    row = rules_of(school)
    now = {name: getattr(row, name) for name in ("when", "role", "days", "family_days", "remover")}
    media = book_of(school).catalogue.vocabularies["medium"]
    form = RulesForm(visit.typed, media=media, roles=APPROVERS, initial=now | {"channels": row.media})
    if visit.sends and form.is_valid():
        told = form.cleaned_data
        try:
            set_rules(visit.doing, school, media=told.pop("channels"), **told)
            messages.success(visit.request, _("Bewaard."))
            return HttpResponseRedirect(visit.request.path)
        except Refused as refused:
            form.add_error(None, said_here(refused))
    return render(visit.request, "asking/rules.html", {"form": form, "school": school})
