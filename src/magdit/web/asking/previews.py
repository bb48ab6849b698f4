"""Pictures to look at before one answers: what magdit made anew. Parents see the copy as it would go out."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from magdit.areas.drafts import files
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.words import ref
from magdit.web.asking.here import family_here, own_draft, waiting_here
from magdit.web.room import room
from magdit.web.sent import sent
from magdit.web.visit import Visit

FAMILY, OWN = "ouder", "bericht"


@room
def picture(visit: Visit, kind: str, row: UUID, picture: UUID) -> HttpResponse:
    """One picture of the draft that someone is asked about, or that is their own."""
    if kind == FAMILY:
        draft, which = family_here(visit, row).draft, files.CLEAN
    elif kind == OWN:
        draft, which = own_draft(visit, row), files.PREVIEW
    else:
        draft, which = waiting_here(visit, kind, row).draft, files.PREVIEW
    found = visit.one(Picture.objects.filter(draft=draft, gone_at=None), pk=picture)
    if found.kind == "video" and which == files.PREVIEW:
        which = f"{files.SHEET}-0"
    return _shown(draft, found, which)


def _shown(draft: Draft, picture: Picture, which: str) -> HttpResponse:
    is_film = picture.kind == "video" and which == files.CLEAN
    return sent(files.made(draft.board_id, ref(draft.pk), picture.pk, which), "video" if is_film else "foto")
