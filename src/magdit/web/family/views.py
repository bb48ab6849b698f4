"""Consents of children and of oneself: choose about whom, answer, and keep the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from magdit.areas.consent.family import family_of
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.journeys.answering import Outcome, answer_all, receipt_file
from magdit.journeys.answering_page import page_about
from magdit.web.family.asked import by_school, chosen_in
from magdit.web.room import room
from magdit.web.told import in_english, refusal
from magdit.web.visit import Visit


@room
def people(visit: Visit) -> HttpResponse:
    """A card for everyone about whom this person may answer."""
    family = family_of(visit.person, _family(visit), visit.today, language=_language(visit))
    return render(
        visit.request,
        "family/people.html",
        {"family": [one for one in family if one.questions or one.person != visit.person]},
    )


@room
def consents(visit: Visit, person: UUID) -> HttpResponse:
    """The questions about one person; all answers are sent at once."""
    about = _one_of(visit, person)
    if not visit.sends:
        return _questions(visit, about, held={})
    chosen = chosen_in(visit.request.POST)
    if not chosen:
        messages.warning(visit.request, _("U heeft nog niets gekozen. Er is niets veranderd."))
        return HttpResponseRedirect(visit.request.path)
    outcome = answer_all(visit.doing, visit.person, about, chosen)
    _tell(visit, outcome)
    if outcome.held:
        return _questions(visit, about, held=outcome.held)
    return HttpResponseRedirect(reverse("family:receipt", args=[person]))


@room
def receipt(visit: Visit, person: UUID) -> HttpResponse:
    """What someone answered about one person; sending the form gives the receipt as a PDF."""
    about = _one_of(visit, person)
    if visit.sends:
        return _file(visit)
    page = page_about(visit.doing, visit.person, about, language=_language(visit))
    answered = [one for one in page.about.questions if one.mine]
    told = {
        "page": page, "person": about, "hours": settings.TAKEDOWN_HOURS,
        "today": [one for one in answered if one.mine[-1].on == visit.today],
        "earlier": [one for one in answered if one.mine[-1].on != visit.today],
        "leaving": [one for one in page.shown if one.due is not None],
    }  # fmt: skip
    return render(visit.request, "family/receipt.html", told)


def _questions(visit: Visit, person: Person, *, held: Mapping[str, Refused]) -> HttpResponse:
    page = page_about(visit.doing, visit.person, person, language=_language(visit))
    schools = by_school(page.about, visit.person, typed=visit.typed, held=held)
    told = {
        "page": page, "person": person, "own": person.pk == visit.person.pk, "schools": schools,
        "hours": settings.TAKEDOWN_HOURS, "fell_back": any(one.shown.fell_back for one in page.about.questions),
        "answerable": any(at.open or at.answered or at.only_no or at.objections for at in schools),
        "has_answers": any(one.mine for one in page.about.questions),
        "turns": next((one.turns for one in page.about.questions if one.turns is not None), None),
        "together": any(one.together for one in page.about.questions),
    }  # fmt: skip
    return render(visit.request, "family/consents.html", told)


def _file(visit: Visit) -> HttpResponse:
    try:
        content = receipt_file(visit.doing, visit.person)
    except Refused as refused:
        messages.error(visit.request, refusal(refused))
        return HttpResponseRedirect(visit.request.path)
    name = "receipt.pdf" if in_english() else "bewijs.pdf"
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _tell(visit: Visit, outcome: Outcome) -> None:
    """What was kept and where the receipt went; an e-mail that failed is told, and what to do then."""
    if outcome.held and outcome.kept:
        messages.success(visit.request, _("Uw andere antwoorden zijn bewaard."))
    if outcome.held:
        messages.error(visit.request, _("Niet alles is bewaard. Kijk hieronder waar er iets bij staat."))
    if outcome.mailed_to:
        messages.success(visit.request, _("Het bewijs is gemaild naar %(to)s.") % {"to": outcome.mailed_to})
    if outcome.mail_failed:
        told = _("Uw antwoorden zijn bewaard, maar de e-mail met het bewijs kon niet weg. Download het bewijs hier.")
        messages.warning(visit.request, told)


def _family(visit: Visit) -> list[Person]:
    """The children, and oneself where something may be asked about oneself."""
    return [*visit.children, *([visit.person] if visit.roles or not visit.children else [])]


def _one_of(visit: Visit, person: UUID) -> Person:
    """Themself or a child of theirs; anyone else is not there."""
    found = next((one for one in (visit.person, *visit.children) if one.pk == person), None)
    if found is None:
        raise Http404
    return found


def _language(visit: Visit) -> str:
    """The language of the questions: that of the page, or their own when the page does not speak it."""
    if in_english():
        return "en"
    return visit.person.language if visit.person.language not in {"", "en"} else "nl"
