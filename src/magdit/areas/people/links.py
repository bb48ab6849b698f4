"""Links that let someone in once: what they are, how long they last, and how one stands. Writes nothing.

A link in a mail carries 32 random bytes; an invitation on paper a code that can be typed. Only their hash is kept.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import datetime, timedelta
from typing import Literal

from magdit.areas.people.models import Link

SIGN_IN, INVITATION = "inloggen", "uitnodiging"
LASTS = {SIGN_IN: timedelta(minutes=15), INVITATION: timedelta(days=14)}
PATH = "/inloggen/link/{token}/"  # of web/signin; a test holds them together
ASK_PATH = "/inloggen/link/"
TYPED_PATH = "/inloggen/uitnodiging/"
# Letters and figures that nobody takes for another: 16 of them are 79 bits.
SIGNS, LONG = "abcdefghjkmnpqrstuvwxyz23456789", 16
# "open", or the code of the refusal that who comes too late is told.
State = Literal["open", "link_used", "link_expired", "link_replaced", "link_unknown"]


def new_token() -> str:
    """What stands in a mail."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """What stands on paper, in fours: 'mkwr-7hte-…'."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(LONG))
    return "-".join(signs[at : at + 4] for at in range(0, LONG, 4))


def mark_of(token: str) -> str:
    """What is kept of a token or a code; a code may be typed with capitals and without the strokes."""
    plain = re.sub(r"[\s-]", "", token).lower()
    return hashlib.sha256((plain if len(plain) == LONG else token).encode()).hexdigest()


def found(token: str) -> Link | None:
    """The link with this token, with its person."""
    return Link.objects.select_related("person__board").filter(mark=mark_of(token)).first()


def state_of(link: Link | None, at: datetime) -> State:
    """How a link stands at a moment. Replaced: a newer one was made, which ended this one before its time."""
    if link is None:
        return "link_unknown"
    if link.used_at is not None:
        return "link_used"
    if at < link.until:
        return "open"
    return "link_replaced" if link.until - link.made_at < LASTS[link.kind] else "link_expired"
