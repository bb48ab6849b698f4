"""A parent is asked, through the school, whether a picture with their child in it may be shared."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from magdit.areas.consent.books import channels_of
from magdit.areas.drafts import family_questions
from magdit.areas.drafts.models_asked import FamilyQuestion
from magdit.areas.drafts.words import words_of
from magdit.areas.journal.refused import Refused
from magdit.web.asking.here import family_here
from magdit.web.asking.previews import FAMILY
from magdit.web.room import room, said_here
from magdit.web.told import word
from magdit.web.visit import Visit

ANSWERS = {"ja": True, "nee": False}


@room
def family(visit: Visit, row: UUID) -> HttpResponse:
    """The picture as it would go out, the words with it, and two answers of one size."""
    found, wrong = family_here(visit, row), ""
    if visit.sends:
        said = ANSWERS.get(visit.request.POST.get("answer", ""))
        if said is None:
            wrong = _("Kies ja of nee.")
        else:
            try:
                family_questions.answer(visit.doing, found.pk, yes=said)
                messages.success(visit.request, _("Uw antwoord is bewaard. U kunt het hier veranderen."))
                return HttpResponseRedirect(visit.request.path)
            except Refused as refused:
                wrong = said_here(refused)
    return render(visit.request, "asking/family.html", _values(visit, found, wrong), status=409 if wrong else 200)


def _values(visit: Visit, found: FamilyQuestion, wrong: str) -> dict[str, object]:
    pictures = found.draft.pictures.filter(gone_at=None).order_by("order")
    seen = [(one.kind, reverse("asking:picture", args=[FAMILY, found.pk, one.pk])) for one in pictures]
    return {
        "row": found, "child": found.child.called or found.child.first, "school": found.draft.school, "seen": seen,
        "text": words_of(found.draft).text, "wrong": wrong,
        "where": word(channels_of([found.draft.school]), found.draft.medium), "over": visit.at > found.until,
    }  # fmt: skip
