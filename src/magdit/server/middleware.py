"""Around every page: headers that Django has no setting for, and a plain answer while somebody else is writing."""

from __future__ import annotations

from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

Next = Callable[[HttpRequest], HttpResponse]
NEVER = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"


class Headers:
    """Nothing of a school stays behind in a browser that the next person uses; no page asks for a camera or a place."""

    def __init__(self, answer: Next) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        response.headers.setdefault("Permissions-Policy", NEVER)
        return response


class DutchAdmin:
    """The admin speaks Dutch to every browser: our words there are Dutch, and half a page of each helps nobody."""

    def __init__(self, answer: Next) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/beheer/"):
            return self.answer(request)
        with translation.override("nl"):
            return self.answer(request)


class Busy:
    """A writer that had to wait too long is told to try again; nothing was changed."""

    def __init__(self, answer: Next) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page instead of an exception, when the database was taken."""
        if not isinstance(error, OperationalError) or "locked" not in str(error):
            return None
        page = render(request, "503.html", status=503)
        page.headers["Retry-After"] = "10"
        return page
