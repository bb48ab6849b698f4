"""Lists of a school: handing in, what one would change, taking it over, and how that went."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people.imports import at_work, intakes, kept_list
from magdit.areas.people.models import School
from magdit.areas.people.models_entry import Intake
from magdit.areas.people.rights import KEEPERS
from magdit.journeys import taking_over
from magdit.web.imports import showing
from magdit.web.imports.done import next_step
from magdit.web.imports.forms import HandIn
from magdit.web.imports.here import here, theirs
from magdit.web.office.uploads import files_within, too_large
from magdit.web.room import room
from magdit.web.told import refusal
from magdit.web.visit import Visit

MOST_SHOWN, A_PAGE = 30, 200


@room
def lists(visit: Visit, code: str) -> HttpResponse:
    """The lists that were handed in lately."""
    school = visit.school(code, for_roles=KEEPERS)
    found = list(Intake.objects.filter(school=school).select_related("by").order_by("-made_at")[:MOST_SHOWN])
    rows = [showing.row(one, intakes.stage(one)) for one in found]
    return render(visit.request, "imports/lists.html", {"school": school, "rows": rows})


@files_within(kept_list.MOST)
@room
def hand_in(visit: Visit, code: str) -> HttpResponse:
    """Choose a list and hand it in; it is looked at right away."""
    school = visit.school(code, for_roles=KEEPERS)
    form = HandIn(
        visit.typed, visit.request.FILES if visit.sends else None, school=school, initial={"stand": visit.today}
    )
    if visit.sends and "bestand" in too_large(visit.request):
        form.says_too_large(kept_list.MOST // 1_000_000)
    if visit.sends and form.is_valid():
        try:
            made = taking_over.hand_in(
                visit.doing, school, kind=form.cleaned_data["soort"], parts=form.cleaned_data["bestand"].chunks(),
                as_of=form.cleaned_data["stand"], mapping=form.cleaned_data.get("koppeling", ""),
            )  # fmt: skip
        except Refused as refused:
            theirs(refused)
            form.add_error(None, refusal(refused))
        else:
            return _to(made)
    return render(visit.request, "imports/hand_in.html", {"school": school, "form": form})


@room
def one(visit: Visit, code: str, intake: object) -> HttpResponse:
    """One list: what it would change, how far it is, or how it ended. A form says what to do with it."""
    found = here(visit, code, intake)
    if visit.sends:
        return _do(visit, found)
    stage = intakes.stage(found)
    if stage == "kolommen":
        return HttpResponseRedirect(resolve_url("imports:columns", code=code, intake=found.pk))
    shown = kept_list.shown(visit.person.board_id, found.pk) if stage in {"bekeken", "afgekeurd"} else None
    parts = {
        "school": found.school, "intake": found, "stage": stage, "kind": showing.kind_told(found),
        "next": next_step(found.school, visit.today) if stage == "klaar" else "",
        "stand": showing.stand(at_work.stand(found.pk)), **showing.page(found, shown or {}, stage),
    }  # fmt: skip
    return render(visit.request, "imports/one.html", parts)


@room
def part(visit: Visit, code: str, intake: object, part: str) -> HttpResponse:
    """One part of what would change, whole: a page of it at a time."""
    found = here(visit, code, intake)
    shown = kept_list.shown(visit.person.board_id, found.pk) if intakes.stage(found) == "bekeken" else None
    section = showing.section(shown or {}, part)
    if section is None:
        raise Http404
    pages = Paginator(section.rows, A_PAGE).get_page(visit.request.GET.get("blad"))
    told = {"school": found.school, "intake": found, "section": section, "pages": pages}
    return render(visit.request, "imports/part.html", told)


def _do(visit: Visit, intake: Intake) -> HttpResponse:
    what, post = visit.request.POST.get("doen"), visit.request.POST
    try:
        if what == "weg":
            intakes.throw_away(visit.doing, intake)
            messages.success(visit.request, _("De lijst is weggegooid. Er is niets veranderd in het register."))
            return HttpResponseRedirect(resolve_url("imports:lists", code=intake.school.code))
        if what == "neem" and not showing.other_choices(intake, post):
            counts = intake.outcome
            taking_over.take(visit.doing, intake, sla_over="sla_over" in post, getoond=counts)
        elif what in {"kijk", "neem"} and intake.state not in intakes.BUSY:
            taking_over.look_again(visit.doing, intake, **showing.choices(intake, post))
            if what == "neem":
                messages.info(visit.request, _("Uw antwoorden zijn verwerkt. Kijk na wat er nu verandert."))
        elif what in {"kijk", "neem"}:
            taking_over.start(visit.doing, intake, intakes.LOOKING)
    except Refused as refused:
        theirs(refused)
        messages.error(visit.request, refusal(refused))
    return _to(intake)


def _to(intake: Intake) -> HttpResponse:
    school: School = intake.school
    return HttpResponseRedirect(resolve_url("imports:one", code=school.code, intake=intake.pk))
