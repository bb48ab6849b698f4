"""A parent or pupil wants to share something: asks the school first, or the parents of others through the school."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from magdit.areas.consent.books import book_of
from magdit.areas.drafts import actions
from magdit.areas.drafts.family_questions import result_of
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.queries import drafts_of
from magdit.areas.drafts.rules import OPEN
from magdit.areas.drafts.words import Words, words_of_all
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.check.images.refusal import Refused as NoPicture
from magdit.journeys.hand_in.digest import digest_of
from magdit.journeys.hand_in.parents import begin_as_family, let_school_ask, roles_in_family, save_for_family
from magdit.web.asking.here import handed_in
from magdit.web.asking.showing import all_about, post, title_of
from magdit.web.channels import for_family
from magdit.web.drafts.files_in import MOST, take_in_all
from magdit.web.office.uploads import files_within
from magdit.web.room import room, said_here
from magdit.web.told import word
from magdit.web.visit import Visit
from magdit.words.vocabulary import Vocabulary

MOST_NAMES = 500


@room
def start(visit: Visit) -> HttpResponse:
    """What I wanted to share, and a new one."""
    ways = roles_in_family(visit.person, visit.today)
    if not ways:
        raise Http404
    if visit.sends:
        wanted = visit.request.POST.get("at", "")
        chosen = next((one for one in ways if f"{one.role}-{one.school.code}" == wanted), None)
        if chosen is None:
            raise Http404
        made = begin_as_family(visit.doing, chosen)
        return HttpResponseRedirect(resolve_url("asking:draft", made.pk))
    rows = drafts_of(visit.person).filter(role__in={one.role for one in ways}).select_related("school")[:30]
    words = words_of_all(rows)
    values = {"ways": ways, "rows": [(one, title_of(words.get(one.pk, Words()).text)) for one in rows]}
    return render(visit.request, "asking/start.html", values)


@files_within(MOST)
@room
def draft(visit: Visit, draft: UUID) -> HttpResponse:
    """One thing that I want to share: the picture, the words, who is in it, and whether it may."""
    row, wrong = handed_in(visit, draft), ""
    if not any(one.role == row.role and one.school == row.school for one in roles_in_family(visit.person, visit.today)):
        raise Http404
    prefetch_related_objects([row], "family_questions")  # for the verdict, and for what the parent hears of it
    if visit.sends:
        if row.state not in OPEN:
            raise Http404
        try:
            return HttpResponseRedirect(_done(visit, row))
        except Refused as refused:
            wrong = said_here(refused)
            row.refresh_from_db()
        except NoPicture:
            wrong = _("Dit is geen foto of film die magdit kan lezen. Kies een ander bestand.")
    return render(visit.request, "asking/draft.html", _values(visit, row, wrong), status=409 if wrong else 200)


def _done(visit: Visit, row: Draft) -> str:
    do, typed = visit.request.POST.get("do"), visit.request.POST
    if do == "away":
        actions.throw_away(visit.doing, row.pk, version=visit.number("version"))
        messages.success(visit.request, _("Weggegooid, met de foto's."))
        return resolve_url("asking:start")
    if do == "pictures":
        take_in_all(visit, row)
    elif do == "parents":
        let_school_ask(visit.doing, row.pk, version=visit.number("version"))
        messages.success(visit.request, _("De school krijgt uw vraag. U hoort alleen of iedereen ja zei."))
    else:
        lists = book_of(row.school).catalogue.vocabularies
        save_for_family(
            visit.doing, row.pk, version=visit.number("version"), text=typed.get("text", ""),
            medium=_one_of(lists["medium"], typed.get("medium", "")),
            for_school=typed.get("for_school") == "ja", children=typed.getlist("child"),
            names=typed.get("names", "")[:MOST_NAMES],
            audience=_one_of(lists["publiek"], typed.get("audience", "")),
        )  # fmt: skip
        take_in_all(visit, row)  # what was typed beside the photo is kept with it
    return resolve_url("asking:draft", row.pk)


def _one_of(words: Vocabulary, typed: str) -> str:
    return typed if any(typed == one.code for one in words) else ""


def _values(visit: Visit, row: Draft, wrong: str) -> dict[str, Any]:
    values = post(visit, row, kind="bericht", row=row.pk)
    said, lists = row.shortlist.get("people", {}), values["judging"].book.catalogue.vocabularies
    typed = visit.typed
    chosen = (
        set(typed.getlist("child"))
        if typed is not None and wrong
        else {one for one, is_in in said.items() if is_in == "ja"}
    )
    return {
        **values, "wrong": wrong, "changes": row.state in OPEN,
        "channels": for_family(lists["medium"], is_pupil=row.role == "leerling", chosen=row.medium),
        "who": list(_who(visit, chosen)),
        "result": result_of(row, digest_of(values["judging"]), visit.at),
        "typed": typed.get("text", values["text"]) if typed is not None and wrong else values["text"],
        "all": all_about(values["judging"].asked, visit.at, names=False), "is_parent": row.role != "leerling",
        "names": typed.get("names", "") if typed is not None and wrong else _names(visit, chosen),
        "medium": row.medium, "audience": row.told.get("publiek", {}).get("value", ""),
        "audiences": [(one.code, word(lists["publiek"], one.code)) for one in lists["publiek"]],
    }  # fmt: skip


def _who(visit: Visit, chosen: set[str]) -> Iterator[tuple[Any, bool]]:
    """One's own children, and whether they are in it."""
    for one in visit.children:
        yield one, str(one.pk) in chosen


def _names(visit: Visit, chosen: set[str]) -> str:
    """The other children as this parent named them; a list to choose from would tell who is in the class."""
    own = {str(one.pk) for one in visit.children}
    named = Person.objects.filter(pk__in=chosen - own) if chosen - own else ()
    return ", ".join(sorted(one.called or one.first for one in named))
