"""What stands around every page: the menu of the rooms that someone may enter, and the schools they belong to."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from magdit.web.rooms import rooms_of


def around(request: HttpRequest) -> dict[str, Any]:
    """For every template: `visit` (None before signing in), `rooms` (the menu) and `demo`."""
    visit = getattr(request, "visit", None)
    # Asked for by the frame only: the page of a fault has no menu, and no questions to the register.
    rooms = SimpleLazyObject(lambda: rooms_of(visit)) if visit else ()
    return {"visit": visit, "rooms": rooms, "demo": settings.DEMO}
