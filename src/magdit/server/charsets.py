"""Forms and programs speak UTF-8. A sender that names another way of writing gets a page, not a fault while we read.

Django reads a form as the sender says, and some of what may be named there is no text at all.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from magdit.api.problems import answer_problem

PROGRAMS = "/api/"
READABLE = frozenset({"utf-8", "ascii"})


class InUtf8:
    """Refuses a form in any other writing before anything reads it: the mark against forgery stands in it."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        named = (request.content_params or {}).get("charset", "")
        if _is_readable(named):
            if named:
                request.encoding = "utf-8"  # Django knows one name for it alone
            return self.answer(request)
        if request.path.startswith(PROGRAMS):
            return answer_problem("not_understood")
        return render(request, "400.html", status=400)


def _is_readable(named: str) -> bool:
    try:
        return not named or codecs.lookup(named).name in READABLE
    except (LookupError, ValueError):
        return False
