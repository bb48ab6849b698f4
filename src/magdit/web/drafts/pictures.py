"""The pictures of a draft to look at: only what magdit made of them anew, never the file that was handed in."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse

from magdit.areas.drafts import files
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.words import ref
from magdit.web.drafts.here import draft_here
from magdit.web.drafts.verbs import picture_of
from magdit.web.room import room
from magdit.web.sent import sent
from magdit.web.visit import Visit


@room
def preview(visit: Visit, code: str, draft: UUID, picture: UUID) -> HttpResponse:
    """A photo, small and made anew from its pixels."""
    row = draft_here(visit, code, draft)
    return _picture(row, picture_of(row, str(picture)).pk, files.PREVIEW)


@room
def sheet(visit: Visit, code: str, draft: UUID, picture: UUID, number: int) -> HttpResponse:
    """A page with the faces of a film, each with its number."""
    row = draft_here(visit, code, draft)
    found = picture_of(row, str(picture))
    if number >= found.clean.get("sheets", 0):
        raise Http404
    return _picture(row, found.pk, f"{files.SHEET}-{number}")


def _picture(row: Draft, picture: UUID, which: str) -> HttpResponse:
    return sent(files.made(row.board_id, ref(row.pk), picture, which))
