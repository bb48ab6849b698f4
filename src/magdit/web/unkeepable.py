"""What no database can keep: NUL, or half of a sign of two halves. Asked around every view, and where files come in."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

SIGNS = re.compile("[\0\ud800-\udfff]")


def in_the_path(request: HttpRequest) -> bool:
    """Whether the address itself holds such a sign."""
    return bool(SIGNS.search(request.path))


def in_the_question(request: HttpRequest) -> bool:
    """Whether what is asked of the address holds one."""
    return _in(request.GET)


def in_the_form(request: HttpRequest) -> bool:
    """Whether a field holds one. Reads the form."""
    return _in(request.POST)


def told(request: HttpRequest) -> HttpResponse:
    """The page that says so."""
    return render(request, "400.html", status=400)


def _in(fields: QueryDict) -> bool:
    return any(SIGNS.search(text) for name, values in fields.lists() for text in (name, *values))
