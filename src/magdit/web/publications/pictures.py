"""The pictures of a publication to look at: only the clean copies that magdit made, never what was handed in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from uuid import UUID

from django.http import Http404, HttpResponse, StreamingHttpResponse

from magdit.areas.drafts import files
from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.publication_words import ref_out
from magdit.areas.journal.refused import Refused
from magdit.journeys.publish.taking_down import PROOF
from magdit.web.publications.here import publication_here
from magdit.web.room import room
from magdit.web.visit import Visit

TYPES = {"foto": "image/jpeg", "video": "video/mp4", "geluid": "audio/mp4"}


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
    return _sent(files.made(row.board_id, ref_out(row.pk), row.pk, PROOF), TYPES["foto"])


def clean_copy(row: Publication, picture: UUID) -> HttpResponse:
    """This picture of a publication; 404 when it has none by that name, or the file is gone."""
    found = next((one for one in row.pictures.all() if one.pk == picture and one.gone_at is None), None)
    if found is None:
        raise Http404
    return _sent(files.made(row.board_id, ref_out(row.pk), found.pk, files.CLEAN), TYPES[found.kind])


def _sent(pieces: Iterator[bytes], kind: str) -> HttpResponse:
    try:
        first = next(pieces)
    except (Refused, StopIteration):
        raise Http404 from None
    response = StreamingHttpResponse(chain([first], pieces), content_type=kind)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    response["Content-Disposition"] = "inline"
    return response  # type: ignore[return-value]  # a streamed answer is an answer too
