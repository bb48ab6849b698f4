"""Pictures that come in pieces, for the page's own script: begin, ask how far it is, send the next piece.

POST .../delen/ with `name` and `size` answers an address; PATCH there with the bytes and `Upload-Offset`; GET tells
the offset to go on from. The last piece answers `done`, or `wrong` with a sentence to read.
"""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import resolve_url
from django.views.decorators.http import require_http_methods

from magdit.areas.drafts.models import Picture
from magdit.areas.journal.refused import Refused
from magdit.check.images.refusal import Refused as NoPicture
from magdit.journeys.hand_in import uploading
from magdit.web.drafts.here import draft_here
from magdit.web.room import room, said_here
from magdit.web.visit import Visit
from magdit.wording.file_errors import refused_sentence

THIS = "Dit bestand"


@room
def start(visit: Visit, code: str, draft: UUID) -> HttpResponse:
    """A picture of this size comes."""
    row = draft_here(visit, code, draft)
    size = visit.request.POST.get("size", "")
    if not visit.sends or not size.isdecimal() or len(size) > 15:
        raise Http404
    try:
        upload = uploading.start(visit.doing, row.pk, name=visit.request.POST.get("name", ""), size=int(size))
    except Refused as refused:
        return _wrong(refused)
    address = resolve_url("drafts:piece", code=code, draft=row.pk, upload=upload)
    return JsonResponse({"address": address, "offset": 0}, status=201)


@require_http_methods(["GET", "PATCH"])
@room
def piece(visit: Visit, code: str, draft: UUID, upload: UUID) -> HttpResponse:
    """How far it is; or the next piece."""
    row = draft_here(visit, code, draft)
    if visit.request.method == "GET":
        return JsonResponse({"offset": uploading.offset(visit.doing, row.pk, upload)})
    at = visit.request.headers.get("Upload-Offset", "")
    if not at.isdecimal() or len(at) > 15:
        raise Http404
    try:
        come = uploading.go_on(visit.doing, row.pk, upload, _body(visit.request), at=int(at))
    except NoPicture as refused:
        refused.facts["path"] = THIS
        said = refused_sentence(refused).removeprefix(f"{THIS}: ")  # the page puts the name before it
        return JsonResponse({"wrong": said[:1].upper() + said[1:]}, status=422)
    except Refused as refused:
        return _wrong(refused)
    if isinstance(come, Picture):
        return JsonResponse({"done": True})
    return JsonResponse({"offset": come})


def _body(request: HttpRequest) -> bytes:
    """One piece, and never more of it than fits in memory."""
    return request.read(uploading.MOST_PIECE + 1)


def _wrong(refused: Refused) -> HttpResponse:
    return JsonResponse({"wrong": said_here(refused)}, status=422)
