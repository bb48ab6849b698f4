"""Files that are too large are let go while they come in: never more than `most` bytes are kept, whatever is sent.

The rest of the form is still read, so that the answer is a page that says what is wrong and has what was typed. A file
within bounds waits in memory or, from 2.5 MB on, in a temporary file, as Django does it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from magdit.web import unkeepable

View = Callable[..., HttpResponse]


class Bounded(FileUploadHandler):
    """Stands before the handlers that keep a file, and stops them as soon as it grows too large."""

    def __init__(self, request: HttpRequest, *, most: int) -> None:
        super().__init__(request)
        self.most = most
        self.come = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Count from nothing again."""
        super().new_file(*args, **kwargs)
        self.come = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass it on to who keeps it, or let go of the whole file."""
        self.come += len(raw_data)
        if self.come > self.most:
            _let_go(self.request).add(self.field_name or "")
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The next handler has the file."""


def too_large(request: HttpRequest) -> frozenset[str]:
    """The fields of which the file was let go, once the form has come in."""
    return frozenset(_let_go(request)) if request.FILES is not None else frozenset()


def _let_go(request: HttpRequest | None) -> set[str]:
    found: set[str] = request.__dict__.setdefault("let_go", set())
    return found


def files_within(most: int) -> Callable[[View], View]:
    """Around a view that takes files. The check against forgery reads the form, so it comes after the bound is set."""

    def around(view: View) -> View:
        @csrf_protect
        def checked(request: HttpRequest, **parts: Any) -> HttpResponse:
            return unkeepable.told(request) if unkeepable.in_the_form(request) else view(request, **parts)

        @csrf_exempt
        @wraps(view)
        def bounded(request: HttpRequest, **parts: Any) -> HttpResponse:
            request.upload_handlers.insert(0, Bounded(request, most=most))
            return checked(request, **parts)

        return bounded

    return around
