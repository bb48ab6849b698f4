"""Choosing of whom, the photos of one person, each picture, and asking to take one down."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.journeys.publications.of_me import Shown, ask_away, shown_of, told_of
from magdit.web.photos.telling import told
from magdit.web.publications.pictures import clean_copy
from magdit.web.room import room, said_here
from magdit.web.visit import Visit

ON_A_PAGE = 20


@room
def of_whom(visit: Visit) -> HttpResponse:
    """Of which child, or of oneself; where there is no choice they go straight on."""
    everyone = _everyone(visit)
    if len(everyone) == 1:
        return HttpResponseRedirect(reverse("photos:photos", args=[everyone[0].pk]))
    return render(visit.request, "photos/of_whom.html", {"everyone": everyone})


@room
def photos(visit: Visit, person: UUID) -> HttpResponse:
    """Everything in which they are shown, the newest first; sending a form asks to take one down."""
    child = _one_of(visit, person)
    if not visit.sends:
        return _shown(visit, child)
    try:
        _asked(visit, child)
    except Refused as refused:
        return _shown(visit, child, wrong=said_here(refused))
    messages.success(visit.request, _("Gevraagd. De school haalt het weg; hieronder staat voor wanneer."))
    return HttpResponseRedirect(visit.request.get_full_path())


@room
def picture(visit: Visit, person: UUID, publication: UUID, picture: UUID) -> HttpResponse:
    """A picture as it went out, for whom it was published."""
    child = _one_of(visit, person)
    found = _among(visit, child, publication)
    if found.is_gone:
        raise Http404
    return clean_copy(found.row, picture)


def _asked(visit: Visit, child: Person) -> None:
    """What was asked for must be theirs to see."""
    post = visit.request.POST
    ask_away(visit.doing, _among(visit, child, _id(post.get("publication", ""))), word=post.get("word", ""))


def _shown(visit: Visit, child: Person, *, wrong: str = "") -> HttpResponse:
    mine = shown_of(visit.doing, visit.person, child)
    typed = visit.typed or QueryDict()
    page = Paginator(mine, ON_A_PAGE).get_page(visit.request.GET.get("pagina"))
    values = {
        "child": child, "own": child.pk == visit.person.pk, "page": page, "wrong": wrong,
        "shown": [told(one, visit.person, child, je=visit.je) for one in told_of(child, list(page.object_list))],
        "typed": typed.get("publication", ""), "typed_word": typed.get("word", ""),
        "several": len(_everyone(visit)) > 1,
    }  # fmt: skip
    return render(visit.request, "photos/photos.html", values, status=422 if wrong else 200)


def _among(visit: Visit, child: Person, publication: UUID) -> Shown:
    if publication not in shown_of(visit.doing, visit.person, child):
        raise Http404
    found = told_of(child, [publication])
    if not found:
        raise Http404
    return found[0]


def _everyone(visit: Visit) -> list[Person]:
    """Of whom there may be photos to see: the children, and who has a part at the school themself."""
    return [*visit.children, *([visit.person] if visit.roles or not visit.children else [])]


def _one_of(visit: Visit, person: UUID) -> Person:
    """Themself or a child of theirs; anyone else is not there."""
    found = next((one for one in (visit.person, *visit.children) if one.pk == person), None)
    if found is None:
        raise Http404
    return found


def _id(given: str) -> UUID:
    try:
        return UUID(given)
    except ValueError:
        raise Http404 from None
