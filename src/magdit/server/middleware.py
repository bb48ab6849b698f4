"""Around every page: headers that Django has no setting for, and a plain page where there would be a bare one or none.

What no database can keep (NUL, half a sign) is refused before any room sees it; who comes to an address that only a
button leads to gets a page; and while somebody else is writing, a page says so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from magdit.api.problems import answer_problem
from magdit.web import unkeepable

Next = Callable[[HttpRequest], HttpResponse]
PROGRAMS = "/api/"
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


class Readable:
    """Refuses what no database can keep, in the address or in any field. Stands after the mark against forgery.

    What a program asks and sends is read strictly where it arrives, after its key, and a form with files where its
    bound is set (web/office/uploads.py): of those, only the address is looked at here.
    """

    def __init__(self, answer: Next) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, parts: Any) -> HttpResponse | None:
        """A page instead of the view, when something of it cannot be kept."""
        if request.path.startswith(PROGRAMS):
            return answer_problem("not_understood") if unkeepable.in_the_path(request) else None
        there = unkeepable.in_the_path(request) or unkeepable.in_the_question(request)
        reads_itself = getattr(view, "csrf_exempt", False)
        if there or (not reads_itself and unkeepable.in_the_form(request)):
            return unkeepable.told(request)
        return None


class OnlyByButton:
    """Instead of an empty page: that this address opens with a button, and a way on."""

    def __init__(self, answer: Next) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        if response.status_code != 405 or response.content:
            return response
        page = render(request, "405.html", status=405)
        page.headers["Allow"] = response.headers.get("Allow", "")
        return page
