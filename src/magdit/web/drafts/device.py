"""What a page of this room takes along to the device: its scripts, and a mark of the account.

By that mark what waits on a shared computer (typed words, photos on their way) belongs to one account. It tells nobody
who that is, and lets nobody in.
"""

from __future__ import annotations

from typing import Any

from django.utils.crypto import salted_hmac

from magdit.web.visit import Visit

WHAT_FOR = "magdit.web.drafts.device"
APP = ("magdit/kept.js", "magdit/installed.js")
PAGE = ("kept", "hand-in", "photos-up", "typed", "faces", "verdict-sheet", "installed")


def for_app(visit: Visit) -> dict[str, Any]:
    """For a page that starts the app on a phone."""
    return {"account": _mark(visit), "scripts": APP}


def for_draft(visit: Visit) -> dict[str, Any]:
    """For the page of a draft."""
    return {"account": _mark(visit), "scripts": tuple(f"magdit/{name}.js" for name in PAGE)}


def _mark(visit: Visit) -> str:
    return salted_hmac(WHAT_FOR, str(visit.account.pk)).hexdigest()[:24]
