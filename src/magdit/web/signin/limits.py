"""How often something may be tried: per account or mailbox. A school is one address, so by that hardly anything counts.

A limit per address would let one pupil close the door for a whole school, and one for unknown names alone would tell
which names are known.
"""

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

MINUTES = 10  # over how long the limits of ours count; the numbers stand in server/signing_in.py


def within(request: HttpRequest, action: str, *, key: str | None = None) -> bool:
    """Count a try, and tell whether it may still be done."""
    return bool(ratelimit.consume(request, app="allauth.account", action=action, key=key, limit_get=True))


def folded(typed: str) -> str:
    """A name or a mailbox as it counts: every way of writing that the database takes for the same, is the same."""
    return typed.strip().upper().casefold()


def too_often(request: HttpRequest) -> HttpResponse:
    """The page that says when to try again."""
    page = render(request, "429.html", {"minutes": MINUTES}, status=429)
    page.headers["Retry-After"] = str(MINUTES * 60)
    return page
