"""Whose face is this? The class first, and anyone of the school by name. What is typed never stands in an address."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url

from magdit.areas.drafts.models import PERSON, Picture
from magdit.areas.journal.refused import Refused
from magdit.journeys.hand_in.naming import class_of, people_named
from magdit.journeys.hand_in.roster import kept_roster
from magdit.journeys.hand_in.saying import say_of_faces
from magdit.web.drafts.here import draft_here, may_change
from magdit.web.drafts.verbs import picture_of
from magdit.web.room import room, said_here
from magdit.web.sealed import seal, unseal
from magdit.web.visit import Visit

PLACE = "face_search"


@dataclass(frozen=True, slots=True)
class Crop:
    """The square of the photo around this face, as a drawing shows it."""

    x: int
    y: int
    side: int

    @classmethod
    def around(cls, face: dict[str, int]) -> Crop:
        """Half as much again as the face."""
        side = int(max(face["w"], face["h"]) * 1.8)
        return cls(face["x"] + face["w"] // 2 - side // 2, face["y"] + face["h"] // 2 - side // 2, side)


@room
def whose(visit: Visit, code: str, draft: UUID, picture: UUID, face: str) -> HttpResponse:
    """Choose who this is: a child of the class, or someone found by name."""
    row = draft_here(visit, code, draft)
    found = picture_of(row, str(picture))
    at = next((number for number, one in enumerate(found.faces, 1) if one["id"] == face), 0)
    if not at or not may_change(visit, row):
        raise Http404
    if visit.sends:
        return _say(visit, code, row.pk, found, face)
    words = str(unseal(visit.request.session.get(PLACE, "")) or "")
    people = kept_roster(row.school, visit.today).people
    values = {
        "school": row.school, "draft": row, "picture": found, "number": at, "words": words,
        "group": class_of(row, people), "found": people_named(row, visit.today, words),
        "crop": Crop.around(found.faces[at - 1]) if found.kind == "foto" else None,
    }  # fmt: skip
    return render(visit.request, "drafts/face.html", values)


def _say(visit: Visit, code: str, draft: UUID, picture: Picture, face: str) -> HttpResponse:
    post = visit.request.POST
    if "person" not in post:
        visit.request.session[PLACE] = seal(post.get("words", "")[:100])
        return HttpResponseRedirect(visit.request.path)
    visit.request.session.pop(PLACE, None)
    try:
        say_of_faces(
            visit.doing, picture, [face], fate=PERSON, version=int(post["version"]), person=UUID(post["person"])
        )  # fmt: skip
    except ValueError:
        raise Http404 from None
    except Refused as refused:
        messages.error(visit.request, said_here(refused))
    return HttpResponseRedirect(f"{resolve_url('drafts:draft', code=code, draft=draft)}#beeld-{picture.pk}")
