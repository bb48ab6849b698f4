"""Clean copies to look at: only what magdit made anew from pixels, never the file that was handed in."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse

from magdit.areas.drafts import files
from magdit.areas.drafts.publication_words import ref_out
from magdit.areas.drafts.words import ref
from magdit.areas.journal.doing import Ref
from magdit.journeys.publish.taking_down import PROOF
from magdit.web.publish.here import draft_to_send, publication_here
from magdit.web.room import room
from magdit.web.sent import sent
from magdit.web.visit import Visit


@room
def of_draft(visit: Visit, code: str, draft: UUID, picture: UUID) -> HttpResponse:
    """The copy of a photo as it will go out."""
    row = draft_to_send(visit, code, draft)
    found = visit.one(row.pictures.filter(gone_at=None, kind="foto"), pk=picture)
    return _shown(row.board_id, ref(row.pk), found.pk, files.CLEAN, found.kind)


@room
def of_publication(visit: Visit, code: str, publication: UUID, picture: UUID) -> HttpResponse:
    """A picture as it went out."""
    row = publication_here(visit, code, publication).row
    found = visit.one(row.pictures.filter(gone_at=None), pk=picture)
    return _shown(row.board_id, ref_out(row.pk), found.pk, files.CLEAN, found.kind)


@room
def proof(visit: Visit, code: str, publication: UUID) -> HttpResponse:
    """The picture that shows that it is gone."""
    row = publication_here(visit, code, publication).row
    if not row.proof_kept:
        raise Http404
    return _shown(row.board_id, ref_out(row.pk), row.pk, PROOF, "foto")


def _shown(board: UUID, file: Ref, picture: UUID, which: str, kind: str) -> HttpResponse:
    return sent(files.made(board, file, picture, which), kind)
