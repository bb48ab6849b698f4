"""The desk of the privacy officer: look someone up, the figures, and whether the journal is whole."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from magdit.web.officer.forms import SearchForm
from magdit.web.officer.letting_in import officer_room
from magdit.web.officer.searching import search
from magdit.web.sealed import seal, unseal
from magdit.web.visit import Visit

KEPT = "officer_search"


@officer_room
def desk(visit: Visit) -> HttpResponse:
    """What was typed is kept in the session, so that a name never stands in an address or a log."""
    if visit.sends:
        form = SearchForm(visit.typed)
        if form.is_valid():
            visit.request.session[KEPT] = seal(form.cleaned_data["name"])
            return HttpResponseRedirect(f"{visit.request.path}#gevonden")
        return render(visit.request, "officer/desk.html", {"form": form})
    wanted = unseal(visit.request.session.get(KEPT, "")) or ""
    form = SearchForm(visit.typed or None, initial={"name": wanted})
    result = search(visit.person, visit.today, wanted) if wanted and not visit.typed else None
    return render(visit.request, "officer/desk.html", {"form": form, "result": result, "wanted": wanted})
