"""One article under an address of its own, to send to a colleague: for everyone who belongs to the school."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from magdit.areas.consent.books import book_of
from magdit.web.drafts.articles import article_of
from magdit.web.room import room
from magdit.web.visit import Visit

app_name = "articles"


@room
def article(visit: Visit, code: str, pack: str, number: str) -> HttpResponse:
    """What this article says, and to which others it leads. Of a school that is not theirs: 404."""
    school = next((one for one in visit.schools if one.code == code), None)
    if school is None:
        raise Http404
    found = next((ready.pack for ready in book_of(school).packs if ready.pack.id == pack), None)
    clauses = {one.number: one for one in found.clauses} if found else {}
    if found is None or number not in clauses:
        raise Http404
    others = [article_of(found, clauses[one], school) for one in clauses[number].refers if one in clauses]
    values = {"school": school, "clause": article_of(found, clauses[number], school), "others": others}
    return render(visit.request, "drafts/article.html", values)


urlpatterns = [path("<slug:pack>/<str:number>/", article, name="article")]
