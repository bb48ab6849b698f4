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

from magdit.areas.consent.family import NO, family_of
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.journeys.answering import Outcome, answer_all, receipt_file
from magdit.journeys.answering_page import PageAbout, page_about
from magdit.web.family.asked import by_school, chosen_in
from magdit.web.family.telling import handover, no_costs_nothing, reader_of
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
        messages.warning(visit.request, _("U hebt nog niets gekozen. Er is niets veranderd."))
        return HttpResponseRedirect(visit.request.path)
    outcome = answer_all(visit.doing, visit.person, about, chosen, where=_address(about))
    _tell(visit, outcome)
    if outcome.held:
        return _questions(visit, about, held=outcome.held)
    return HttpResponseRedirect(reverse("family:receipt", args=[person]))


@room
def receipt(visit: Visit, person: UUID) -> HttpResponse:
    """What someone answered about one person; sending the form gives the receipt as a PDF."""
    about = _one_of(visit, person)
    if visit.sends:
        return _file(visit, about)
    page = page_about(visit.doing, visit.person, about, language=_language(visit))
    answered = [one for one in page.about.questions if one.mine]
    today = [one for one in answered if one.mine[-1].on == visit.today]
    refused = [one for one in today if one.last == NO]
    told = {
        "page": page, "person": about, "hours": settings.TAKEDOWN_HOURS, "reader": reader_of(visit.person, page.about),
        "today": today, "earlier": [one for one in answered if one not in today], "refused": refused,
        "elsewhere": sorted({one.line.school.name for one in refused if one.line.kept_elsewhere}),
        "leaving": [one for one in page.shown if one.due is not None],
    }  # fmt: skip
    return render(visit.request, "family/receipt.html", told)


def _questions(visit: Visit, person: Person, *, held: Mapping[str, Refused]) -> HttpResponse:
    page = page_about(visit.doing, visit.person, person, language=_language(visit))
    reader = reader_of(visit.person, page.about)
    schools = by_school(page.about, reader, typed=visit.typed, held=held)
    leads = {at.lead for at in schools}
    told = {
        "page": page, "person": person, "own": reader.own, "je": reader.je, "schools": schools,
        "lead": leads.pop() if len(leads) == 1 else "", "hours": settings.TAKEDOWN_HOURS,
        "no_costs_nothing": no_costs_nothing(reader), "handover": handover(page.about, visit.today, reader),
        "fell_back": _in_which_other_language(visit, page),
        "asks": any(at.open or at.answered or at.only_no for at in schools),
        "answerable": any(at.open or at.answered or at.only_no or at.objections for at in schools),
        "has_answers": any(one.mine for one in page.about.questions),
        "turns": next((one.turns for one in page.about.questions if one.turns is not None), None),
        "together": any(one.together for one in page.about.questions),
    }  # fmt: skip
    return render(visit.request, "family/consents.html", told)


def _in_which_other_language(visit: Visit, page: PageAbout) -> str:
    """Whether to say that a question is not there in their language: never to who chose a language themself.

    `neither`: theirs is neither Dutch nor English, so it is said in both.
    """
    fell_back = any(one.shown.fell_back for one in page.about.questions)
    if not fell_back or settings.LANGUAGE_COOKIE_NAME in visit.request.COOKIES:
        return ""
    return "one" if visit.person.language.partition("-")[0] in {"", "nl", "en"} else "neither"


def _file(visit: Visit, about: Person) -> HttpResponse:
    try:
        content = receipt_file(visit.doing, visit.person, where=_address(about))
    except Refused as refused:
        messages.error(visit.request, refusal(refused))
        return HttpResponseRedirect(visit.request.path)
    if content is None:
        told = _("Het bewijs kon nu niet worden gemaakt. Uw antwoorden staan wel vast. Probeer het later nog eens.")
        messages.error(visit.request, told)
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


def _address(about: Person) -> str:
    """Where the questions about someone are, as it stands in a mail."""
    return settings.PUBLIC_ADDRESS + reverse("family:consents", args=[about.pk])


def _language(visit: Visit) -> str:
    """The language of the questions: that of the page, or their own when the page does not speak it."""
    if in_english():
        return "en"
    return visit.person.language if visit.person.language not in {"", "en"} else "nl"
