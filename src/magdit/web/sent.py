"""A picture sent to a page: as what it is and nothing else, to be kept by no one on the way. Asks no rights."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from django.http import Http404, HttpResponse, StreamingHttpResponse

from magdit.areas.journal.refused import Refused

TYPES = {"foto": "image/jpeg", "video": "video/mp4", "geluid": "audio/mp4"}


def sent(pieces: Iterator[bytes], kind: str = "foto") -> HttpResponse:
    """What was made anew of a picture, piece by piece; 404 when it is gone. `kind` is one of TYPES."""
    try:
        first = next(pieces)
    except (Refused, StopIteration):
        raise Http404 from None
    response = StreamingHttpResponse(chain([first], pieces), content_type=TYPES[kind])
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    response["Content-Disposition"] = "inline"
    return response  # type: ignore[return-value]  # a streamed answer is an answer too
