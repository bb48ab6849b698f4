"""The pictures of a publication to look at: only the clean copies that magdit made, never what was handed in."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse

from magdit.areas.drafts import files
from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.publication_words import ref_out
from magdit.journeys.publish.taking_down import PROOF
from magdit.web.publications.here import publication_here
from magdit.web.room import room
from magdit.web.sent import sent
from magdit.web.visit import Visit


@room
def picture(visit: Visit, code: str, publication: UUID, picture: UUID) -> HttpResponse:
    """A picture as it went out."""
    row = publication_here(visit, code, publication)
    return clean_copy(row, picture)


@room
def proof(visit: Visit, code: str, publication: UUID) -> HttpResponse:
    """The picture that shows that it is gone."""
    row = publication_here(visit, code, publication)
    if not row.proof_kept:
        raise Http404
    return sent(files.made(row.board_id, ref_out(row.pk), row.pk, PROOF))


def clean_copy(row: Publication, picture: UUID) -> HttpResponse:
    """This picture of a publication; 404 when it has none by that name, or the file is gone."""
    found = next((one for one in row.pictures.all() if one.pk == picture and one.gone_at is None), None)
    if found is None:
        raise Http404
    return sent(files.made(row.board_id, ref_out(row.pk), found.pk, files.CLEAN), found.kind)
