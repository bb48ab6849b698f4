"""Where the API stands: everything under /api/v1/, its schema, and the page that explains it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import URLPattern, path, re_path

from magdit.api.api import api
from magdit.api.docs import docs
from magdit.api.problems import answer_problem


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """An address that is not there is told as a problem too, not as a page."""
    return answer_problem("not_there")


nothing_here.csrf_exempt = True  # type: ignore[attr-defined]  # as every address here: no cookie opens anything


def _told(view: Callable[..., Any]) -> Callable[..., Any]:
    """The same view, with a wrong verb told as a problem."""

    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **parts: Any) -> Any:
        response = view(request, *args, **parts)
        if not isinstance(response, HttpResponseNotAllowed):
            return response
        told = answer_problem("method_wrong")
        told["Allow"] = response["Allow"]
        return told

    return inside


def _patterns() -> list[URLPattern]:
    found = [pattern for pattern in api.urls[0] if isinstance(pattern, URLPattern)]
    for pattern in found:
        pattern.callback = nothing_here if pattern.name == "api-root" else _told(pattern.callback)
    return found


app_name = "api-v1"
urlpatterns = [
    path("docs", docs, name="docs"),
    *_patterns(),
    re_path(r"^(?P<rest>.*)$", nothing_here),
]
