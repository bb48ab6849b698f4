"""How often something may be tried. A school is one address, so that limit is wide; of one mailbox it is narrow."""

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

MINUTES = 10  # over how long the limits of ours count; the numbers stand in server/signing_in.py


def within(request: HttpRequest, action: str, *, key: str | None = None) -> bool:
    """Count a try, and tell whether it may still be done."""
    return bool(ratelimit.consume(request, app="allauth.account", action=action, key=key, limit_get=True))


def too_often(request: HttpRequest) -> HttpResponse:
    """The page that says when to try again."""
    page = render(request, "429.html", {"minutes": MINUTES}, status=429)
    page.headers["Retry-After"] = str(MINUTES * 60)
    return page
